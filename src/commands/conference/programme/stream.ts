import { type Card, paragraph } from '../../../cards/cards.ts';
import { privately, refused } from '../../../platform/replies.ts';
import type { CardReply, CommandRequest } from '../../../platform/requests.ts';
import type { CommunityRef } from '../../../platform/target.ts';
import { streamAddress } from '../../../programme/rooms/streams.ts';
import type { Room } from '../../../schedule/schedule.ts';
import { streamOf } from '../../../schedule/talkLinks.ts';
import type { Context } from '../../context.ts';
import { seekEverywhere, seekNamedRoom } from '../../places.ts';
import { doneBy } from '../actWords.ts';
import { organiserConfirmation } from '../organiserWords.ts';
import type { OrganiserPorts } from '../ports.ts';

const NONE = 'none';

/** `stream`: where a room is watched live; with `none`, only where the schedule itself says so. */
export async function stream(
  ports: Pick<OrganiserPorts, 'organiserWork'>,
  community: CommunityRef,
  { room: text = '', url: typed = '' }: CommandRequest['args'],
  asked: Context,
): Promise<CardReply> {
  const { messages } = asked;
  const sought = seekEverywhere(asked, (one) => seekNamedRoom(text, one));
  if (sought.kind === 'refused') return refused(messages, sought.sentence);
  const { value: room, context } = sought;
  const { programme } = context;
  if (typed.trim().toLowerCase() === NONE) {
    await setStream(ports, community, room, undefined, context);
    const told = programme.published.talks.some(
      (talk) => talk.room === room.name && streamOf(talk, programme.published) !== undefined,
    );
    const sentence = messages.organiser.streamCleared(room.name, told);
    return privately(organiserConfirmation(sentence, messages));
  }
  const url = streamAddress(typed);
  if (url === undefined) return refused(messages, messages.organiser.noStreamAddress(typed));
  await setStream(ports, community, room, url, context);
  return privately(confirmation(messages.organiser.streamSet(room.name), url, context));
}

function setStream(
  { organiserWork }: Pick<OrganiserPorts, 'organiserWork'>,
  community: CommunityRef,
  { slug, name }: Room,
  url: string | undefined,
  context: Context,
): Promise<void> {
  const { key } = context.programme;
  return organiserWork.transaction(async ({ communities, acts }) => {
    const former = (await communities.streamsOf(community, key)).find(({ room }) => room === slug);
    await communities.setStream(community, key, { room: slug, ...(url && { url }) });
    const before = former === undefined ? [] : [former.url];
    const after = url === undefined ? [] : [url];
    const act = { kind: 'stream', about: [name], before, after } as const;
    await acts.record(community, act, doneBy(context));
  });
}

function confirmation(sentence: string, url: string, { messages }: Context): Card {
  return {
    ...organiserConfirmation(sentence, messages),
    blocks: [paragraph(`${sentence} `, { kind: 'link', text: url, url })],
  };
}
