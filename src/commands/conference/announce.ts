import { type Card, paragraph, type Text } from '../../cards/cards.ts';
import { plainInline } from '../../cards/plainInline.ts';
import { languageWords, placeWords } from '../../cards/wording/talkWords.ts';
import { DEFAULT_LANGUAGE, languageOf, type Messages } from '../../messages/messages.ts';
import { DEFAULT_LEAD_MINUTES } from '../../outbox/due.ts';
import {
  announces,
  DEFAULT_KINDS,
  interest,
  SUBSCRIPTION_KINDS,
  type Subscription,
  type SubscriptionKind,
} from '../../outbox/subscription.ts';
import type { ChannelCheck } from '../../platform/platform.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { NamedMatch } from '../../schedule/naming/names.ts';
import type { Context } from '../context.ts';
import { channelWords, doneBy, subscriptionWords } from './actWords.ts';
import { proposeGroup } from './announceGroup.ts';
import {
  channelInline,
  interestWords,
  kindWords,
  leadWords,
  mentionInline,
  organiserConfirmation,
} from './organiserWords.ts';
import type { OrganiserPorts } from './ports.ts';

type Args = Readonly<Record<string, string>>;

type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly sentence: string };

/** Instead of names of rooms or tracks: every one, also those to come. */
export const ALL = 'all';
/** Instead of whom to mention. */
const NOBODY = 'none';

/**
 * `announce`: first whether the channel can be written to, then what it is to hear. Of a channel that
 * is announced to, what is not named stays as it is.
 */
export async function announce(
  ports: OrganiserPorts,
  community: CommunityRef,
  args: Args,
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const channel = args['channel'] ?? '';
  const former = (await ports.subscriptions.of(community)).find(
    ({ target }) => target.channel === channel,
  );
  const wishes = readWishes(args, former, context);
  if (wishes.kind === 'refused') return refused(messages, wishes.sentence);
  const target = {
    kind: 'channel',
    platform: community.platform,
    community: community.id,
    channel,
  } as const;
  const channels = ports.channelsOf(community.platform);
  const check = await channels?.inspect(target, messages, wishes.value.mention);
  if (check?.kind === 'group') return proposeGroup(channel, check.channels, args, context);
  if (check?.kind !== 'writable') return refused(messages, refusalOf(check, messages));
  const subscription = { target, ...wishes.value, since: context.now };
  await ports.organiserWork.transaction(async ({ subscriptions, acts }) => {
    await subscriptions.put(subscription);
    const after = subscriptionWords(subscription);
    const before = former === undefined ? [] : subscriptionWords(former);
    const act = { kind: 'announce', about: channelWords(channel), before, after } as const;
    await acts.record(community, act, doneBy(context));
  });
  await ports.planDue();
  return privately(confirmation(subscription, check.name, context));
}

/** Why a channel cannot be written to, for organisers. */
export function refusalOf(
  check: Exclude<ChannelCheck, { readonly kind: 'writable' }> | undefined,
  { organiser, grouping }: Messages,
): string {
  switch (check?.kind) {
    case 'forbidden':
      return organiser.channelForbidden(check.lacking.join(', '));
    case 'mentionGone':
      return organiser.mentionGone;
    case 'group':
      return grouping.isNone;
    case 'missing':
    case undefined:
      return organiser.channelMissing;
  }
}

function confirmation(subscription: Subscription, name: string, context: Context): Card {
  const { messages } = context;
  const { organiser } = messages;
  const { kinds, language, mention } = subscription;
  const what = [
    kindWords(kinds, context),
    ...leadWords(subscription, context),
    interestWords(subscription, context),
  ];
  const told = organiser.announced(
    languageWords(language, messages),
    what.join(messages.marks.semicolon),
  );
  const mentioned: Text =
    mention === undefined
      ? []
      : announces(subscription)
        ? [' ', organiser.mentions, ' ', mentionInline(mention), '.']
        : [' ', organiser.mentionsInNone];
  const text = [' ', told, ...mentioned, ' ', nextWords(subscription, context)];
  const sentence = [name, ...text].map((inline) => plainInline(inline, { messages })).join('');
  return {
    ...organiserConfirmation(sentence, messages),
    blocks: [paragraph(channelInline(subscription.target), ...text)],
  };
}

/** The first talk that the channel will hear of. */
function nextWords(subscription: Subscription, context: Context): string {
  const { organiser } = context.messages;
  const { conference } = context.programme;
  const isInteresting = interest(subscription, conference);
  const next = conference.talks.find(
    (talk) => talk.start > context.now && talk.status === 'scheduled' && isInteresting(talk),
  );
  return next === undefined
    ? organiser.noneFits
    : organiser.firstIs(next.title, placeWords(next, context));
}

type Wishes = Omit<Subscription, 'target' | 'since'>;

function readWishes(args: Args, former: Wishes | undefined, context: Context): Read<Wishes> {
  const { errors } = context.messages;
  const { timetable } = context.programme;
  const rooms = isNamed(args['rooms'])
    ? readPlaces(args['rooms'], timetable.findRoom, errors.noSuchRoom, errors.whichRoom)
    : read(former?.rooms ?? []);
  if (rooms.kind === 'refused') return rooms;
  const { noSuchTrack, whichTrack } = errors;
  const tracks = isNamed(args['tracks'])
    ? readPlaces(args['tracks'], timetable.findTrack, noSuchTrack, whichTrack)
    : read(former?.tracks ?? []);
  if (tracks.kind === 'refused') return tracks;
  const kinds = isNamed(args['kinds'])
    ? readKinds(args['kinds'], context)
    : read(former?.kinds ?? DEFAULT_KINDS);
  if (kinds.kind === 'refused') return kinds;
  const mention = isNamed(args['mention']) ? args['mention'].trim() : former?.mention;
  const community = context.caller.communityLocale ?? DEFAULT_LANGUAGE;
  return read({
    leadMinutes: Number(args['lead'] ?? former?.leadMinutes ?? DEFAULT_LEAD_MINUTES),
    rooms: rooms.value,
    tracks: tracks.value,
    kinds: kinds.value,
    ...(mention === undefined || isWord(mention, NOBODY) ? {} : { mention }),
    language: languageOf(args['language'] ?? former?.language ?? community),
  });
}

function isNamed(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

function isWord(text: string, word: string): boolean {
  return text.trim().toLowerCase() === word;
}

function read<T>(value: T): Read<T> {
  return { kind: 'read', value };
}

function readPlaces<T extends { readonly name: string; readonly slug: string }>(
  text: string,
  find: (words: string) => NamedMatch<T>,
  none: (text: string) => string,
  which: (text: string, names: string) => string,
): Read<readonly T['slug'][]> {
  if (isWord(text, ALL)) return read([]);
  const slugs: T['slug'][] = [];
  for (const words of listed(text)) {
    const match = find(words);
    if (match.kind === 'none') return { kind: 'refused', sentence: none(words) };
    if (match.kind === 'ambiguous') {
      const names = match.values.map(({ name }) => name).join(', ');
      return { kind: 'refused', sentence: which(words, names) };
    }
    slugs.push(match.value.slug);
  }
  return read([...new Set(slugs)]);
}

function readKinds(text: string, { messages }: Context): Read<readonly SubscriptionKind[]> {
  const words = listed(text).map((word) => word.toLowerCase());
  const stray = words.find((word) => !SUBSCRIPTION_KINDS.some((kind) => kind === word));
  if (stray !== undefined) {
    const known = SUBSCRIPTION_KINDS.join(', ');
    return { kind: 'refused', sentence: messages.organiser.noSuchKind(stray, known) };
  }
  const chosen = SUBSCRIPTION_KINDS.filter((kind) => words.includes(kind));
  return read(chosen.length === 0 ? DEFAULT_KINDS : chosen);
}

function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
