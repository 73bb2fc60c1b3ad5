import { type Card, paragraph, type Text } from '../../cards/cards.ts';
import type { Messages } from '../../messages/messages.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { AnswerPlaces } from '../../programme/answerPlaces.ts';
import type { Context } from '../context.ts';
import { answerWords, doneBy } from './actWords.ts';
import { ALL, refusalOf } from './announce.ts';
import { channelIds } from './channelIds.ts';
import { organiserConfirmation } from './organiserWords.ts';
import type { OrganiserPorts } from './ports.ts';

const OFF = 'off';

/** `answers`: in which channels questions that mention Hallway are answered. */
export async function answers(
  ports: OrganiserPorts,
  community: CommunityRef,
  { where = '' }: Readonly<Record<string, string>>,
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const places = readPlaces(where);
  if (places !== 'all') {
    for (const channel of places) {
      const hindrance = await hindranceIn(ports, community, channel, messages);
      if (hindrance !== undefined) return refused(messages, hindrance);
    }
  }
  await ports.organiserWork.transaction(async ({ communities, acts }) => {
    const before = answerWords(await communities.answerPlaces(community));
    await communities.setAnswerPlaces(community, places);
    const act = { kind: 'answers', about: [], before, after: answerWords(places) } as const;
    await acts.record(community, act, doneBy(context));
  });
  return privately(confirmation(places, messages));
}

function readPlaces(typed: string): AnswerPlaces {
  const words = typed.split(/[\s,]+/u).filter((word) => word !== '');
  const [only = ALL, ...others] = words;
  if (others.length === 0 && only.toLowerCase() === ALL) return 'all';
  if (others.length === 0 && only.toLowerCase() === OFF) return [];
  return channelIds(typed);
}

async function hindranceIn(
  ports: OrganiserPorts,
  { platform, id }: CommunityRef,
  channel: string,
  messages: Messages,
): Promise<string | undefined> {
  const target = { kind: 'channel', platform, community: id, channel } as const;
  const check = await ports.channelsOf(platform)?.inspect(target, messages, undefined);
  return check?.kind === 'writable' ? undefined : refusalOf(check, messages);
}

function confirmation(places: AnswerPlaces, messages: Messages): Card {
  const { answersEverywhere, answersNowhere, answersIn } = messages.organiser;
  const [first, ...others] = places === 'all' ? [] : places;
  if (first === undefined) {
    const sentence = places === 'all' ? answersEverywhere : answersNowhere;
    return organiserConfirmation(sentence, messages);
  }
  const named = others.flatMap((channel): Text => [', ', { kind: 'channel', id: channel }]);
  return {
    ...organiserConfirmation(answersIn, messages),
    blocks: [paragraph(`${answersIn} `, { kind: 'channel', id: first }, ...named)],
  };
}
