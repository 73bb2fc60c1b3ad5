import type { Subscription } from '../../outbox/subscription.ts';
import type { ActWords, Done } from '../../programme/acts.ts';
import type { AnswerPlaces } from '../../programme/answerPlaces.ts';
import type { Choice } from '../../programme/communities.ts';
import type { RoomFeed } from '../../programme/rooms/roomFeed.ts';
import { shownSource } from '../../schedule/sources/shownSource.ts';
import type { Context } from '../context.ts';

export function doneBy({ now, caller }: Context): Done {
  return { at: now, by: caller.member };
}

export function channelWords(id: string): ActWords {
  return [{ kind: 'channel', id }];
}

/** What a channel hears, as `announce` is told it. */
export function subscriptionWords({
  kinds,
  language,
  leadMinutes,
  mention,
  rooms,
  tracks,
}: Omit<Subscription, 'target' | 'since'>): ActWords {
  const words = [
    `lead=${leadMinutes}`,
    ...(rooms.length === 0 ? [] : [`rooms=${rooms.join(',')}`]),
    ...(tracks.length === 0 ? [] : [`tracks=${tracks.join(',')}`]),
    `kinds=${kinds.join(',')}`,
    `language=${language}`,
  ].join(' ');
  return mention === undefined ? [words] : [`${words} mention=`, { kind: 'mention', id: mention }];
}

export function answerWords(places: AnswerPlaces): ActWords {
  if (places === 'all') return ['all'];
  if (places.length === 0) return ['off'];
  return places.flatMap((id, at): ActWords => [...(at === 0 ? [] : [', ']), ...channelWords(id)]);
}

/** Without what may be a key; empty where the operator's conference serves. */
export function sourceWords(
  choice: Pick<Choice, 'source' | 'name'> | undefined,
  feed: Pick<RoomFeed, 'url'> | undefined,
): ActWords {
  if (choice === undefined) return [];
  const { address, timeZone } = choice.source;
  const zone = timeZone === undefined ? '' : ` zone=${timeZone}`;
  const name = choice.name === undefined ? '' : ` name="${choice.name}"`;
  const rooms = feed === undefined ? '' : ` rooms=${shownSource(feed.url)}`;
  return [`${shownSource(address)}${zone}${name}${rooms}`];
}
