import type { Card, Fact, Inline } from '../../cards/cards.ts';
import type { Frame } from '../../cards/frame.ts';
import { confirmationCard } from '../../cards/problem.ts';
import { clockWords, dateWords } from '../../cards/wording/time.ts';
import type { Instant } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import { type Refused, refusalWords } from '../../messages/refusalWords.ts';
import { announces, type Subscription, type SubscriptionKind } from '../../outbox/subscription.ts';
import type { ChannelTarget } from '../../platform/target.ts';

export function channelInline({ channel }: ChannelTarget): Inline {
  return { kind: 'channel', id: channel };
}

/** Names whom an organiser chose to have mentioned. */
export function mentionInline(mention: string): Inline {
  return { kind: 'mention', id: mention };
}

/** `10 min ahead`, for a channel that hears of talks before they start. */
export function leadWords(
  subscription: Pick<Subscription, 'kinds' | 'leadMinutes'>,
  { messages }: Frame,
): readonly string[] {
  return announces(subscription) ? [messages.organiser.ahead(subscription.leadMinutes)] : [];
}

/** `Sat 1 Feb, 10:55` at the venue, or "never". */
export function momentWords(at: Instant | undefined, { messages, now, programme }: Frame): string {
  if (at === undefined) return messages.organiser.never;
  const { timeZone } = programme.conference;
  return `${dateWords(at, timeZone, messages, now)}, ${clockWords(at, timeZone, messages)}`;
}

export function kindWords(kinds: readonly SubscriptionKind[], { messages }: Frame): string {
  return kinds.map((kind) => messages.organiser.kinds[kind]).join(', ');
}

/** The rooms and tracks by name; a slug where the schedule has no such place (any more). */
export function interestWords(
  { rooms, tracks }: Pick<Subscription, 'rooms' | 'tracks'>,
  { messages, programme }: Frame,
): string {
  const { conference } = programme;
  const places = [...conference.rooms, ...conference.tracks];
  const names = new Map(places.map(({ slug, name }) => [slug, name]));
  const named = [...rooms, ...tracks].map((slug) => names.get(slug) ?? slug);
  return named.length === 0 ? messages.organiser.everything : named.join(', ');
}

export function organiserConfirmation(sentence: string, messages: Messages): Card {
  return confirmationCard(messages.organiser.title, sentence);
}

export function reasonWords(reason: Refused | string, messages: Messages): string {
  return typeof reason === 'string' ? reason : refusalWords(reason, messages);
}

/** `H.1308 full at 10:42, Janson nearly full at 10:50`, while that holds. */
export function crowdFacts({ messages, now, programme }: Frame): readonly Fact[] {
  const { rooms, timeZone } = programme.conference;
  const words = rooms.flatMap(({ name, crowd }) => {
    if (crowd === undefined || now >= crowd.until) return [];
    const clock = clockWords(crowd.saidAt, timeZone, messages);
    return [`${name} ${messages.room.said[crowd.kind](clock)}`];
  });
  const shown = words.slice(0, MOST_CROWDED).join(', ');
  const rest = words.length - MOST_CROWDED;
  const value = rest > 0 ? messages.talk.andMore(shown, rest) : shown;
  return words.length === 0 ? [] : [{ label: messages.organiser.roomStates, value: [value] }];
}

const MOST_CROWDED = 12;
