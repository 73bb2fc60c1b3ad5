import { type Card, paragraph } from '../../cards/cards.ts';
import { bySlugRef } from '../../cards/reference.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply, CommandRequest } from '../../platform/requests.ts';
import type { CommunityRef } from '../../platform/target.ts';
import { streamAddress } from '../../programme/streams.ts';
import { streamOf } from '../../schedule/talkLinks.ts';
import type { Context } from '../context.ts';
import { seekRoom } from '../places.ts';
import { organiserConfirmation } from './organiserWords.ts';
import type { OrganiserPorts } from './ports.ts';

const NONE = 'none';

/** `stream`: where a room is watched live; with `none`, only where the schedule itself says so. */
export async function stream(
  { communities }: Pick<OrganiserPorts, 'communities'>,
  community: CommunityRef,
  { room: text = '', url: typed = '' }: CommandRequest['args'],
  context: Context,
): Promise<CardReply> {
  const { messages, programme } = context;
  const sought = seekRoom(text, context);
  if (sought.kind === 'refused') return refused(messages, sought.sentence);
  const room = sought.value && bySlugRef(programme.conference.rooms, sought.value);
  if (room === undefined) return refused(messages, messages.errors.noSuchRoom(text));
  if (typed.trim().toLowerCase() === NONE) {
    await communities.setStream(community, programme.key, { room: room.slug });
    const told = programme.published.talks.some(
      (talk) => talk.room === room.name && streamOf(talk, programme.published) !== undefined,
    );
    const sentence = messages.organiser.streamCleared(room.name, told);
    return privately(organiserConfirmation(sentence, messages));
  }
  const url = streamAddress(typed);
  if (url === undefined) return refused(messages, messages.organiser.noStreamAddress(typed));
  await communities.setStream(community, programme.key, { room: room.slug, url });
  return privately(confirmation(messages.organiser.streamSet(room.name), url, context));
}

function confirmation(sentence: string, url: string, { messages }: Context): Card {
  return {
    ...organiserConfirmation(sentence, messages),
    blocks: [paragraph(`${sentence} `, { kind: 'link', text: url, url })],
  };
}
