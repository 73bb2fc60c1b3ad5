import { languageWords, placeWords } from '../../cards/talkWords.ts';
import { DEFAULT_LANGUAGE, languageOf } from '../../messages/messages.ts';
import { DEFAULT_LEAD_MINUTES } from '../../outbox/due.ts';
import {
  interest,
  SUBSCRIPTION_KINDS,
  type Subscription,
  type SubscriptionKind,
} from '../../outbox/subscription.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { NamedMatch } from '../../schedule/names.ts';
import type { Context } from '../context.ts';
import { interestWords, kindWords, organiserConfirmation } from './organiserWords.ts';
import type { OrganiserPorts } from './ports.ts';

type Args = Readonly<Record<string, string>>;

type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly sentence: string };

const DEFAULT_KINDS: readonly SubscriptionKind[] = ['announcements', 'notices'];

/** `announce`: first whether the channel can be written to, then what it is to hear. */
export async function announce(
  ports: OrganiserPorts,
  community: CommunityRef,
  args: Args,
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const wishes = readWishes(args, context);
  if (wishes.kind === 'refused') return refused(messages, wishes.sentence);
  const channel = args['channel'] ?? '';
  const target = {
    kind: 'channel',
    platform: community.platform,
    community: community.id,
    channel,
  } as const;
  const channels = ports.channelsOf(community.platform);
  const check = await channels?.inspect(target, messages, wishes.value.mention);
  if (check === undefined || check.kind === 'missing') {
    return refused(messages, messages.organiser.channelMissing);
  }
  if (check.kind === 'forbidden') {
    return refused(messages, messages.organiser.channelForbidden(check.lacking.join(', ')));
  }
  const subscription = { target, ...wishes.value, since: context.now };
  await ports.subscriptions.put(subscription);
  return privately(
    organiserConfirmation(confirmation(subscription, check.name, context), context.messages),
  );
}

function confirmation(subscription: Subscription, name: string, context: Context): string {
  const { organiser } = context.messages;
  const { leadMinutes, kinds, language } = subscription;
  const told = organiser.announced(
    name,
    leadMinutes,
    kindWords(kinds, context),
    interestWords(subscription, context),
    languageWords(language, context.messages),
  );
  const { conference } = context.programme;
  const isInteresting = interest(subscription, conference);
  const next = conference.talks.find(
    (talk) => talk.start > context.now && talk.status === 'scheduled' && isInteresting(talk),
  );
  return next === undefined
    ? `${told} ${organiser.noneFits}`
    : `${told} ${organiser.firstIs(next.title, placeWords(next, context))}`;
}

type Wishes = Omit<Subscription, 'target' | 'since'>;

function readWishes(args: Args, context: Context): Read<Wishes> {
  const { errors } = context.messages;
  const { timetable } = context.programme;
  const rooms = readPlaces(args['rooms'], timetable.findRoom, errors.noSuchRoom, errors.whichRoom);
  if (rooms.kind === 'refused') return rooms;
  const { noSuchTrack, whichTrack } = errors;
  const tracks = readPlaces(args['tracks'], timetable.findTrack, noSuchTrack, whichTrack);
  if (tracks.kind === 'refused') return tracks;
  const kinds = readKinds(args['kinds'], context);
  if (kinds.kind === 'refused') return kinds;
  const mention = args['mention'];
  return {
    kind: 'read',
    value: {
      leadMinutes: Number(args['lead'] ?? DEFAULT_LEAD_MINUTES),
      rooms: rooms.value,
      tracks: tracks.value,
      kinds: kinds.value,
      ...(mention === undefined || mention === '' ? {} : { mention }),
      language: languageOf(args['language'] ?? context.caller.communityLocale ?? DEFAULT_LANGUAGE),
    },
  };
}

function readPlaces<T extends { readonly name: string; readonly slug: string }>(
  text: string | undefined,
  find: (words: string) => NamedMatch<T>,
  none: (text: string) => string,
  which: (text: string, names: string) => string,
): Read<readonly T['slug'][]> {
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
  return { kind: 'read', value: [...new Set(slugs)] };
}

function readKinds(
  text: string | undefined,
  { messages }: Context,
): Read<readonly SubscriptionKind[]> {
  const words = listed(text).map((word) => word.toLowerCase());
  const stray = words.find((word) => !SUBSCRIPTION_KINDS.some((kind) => kind === word));
  if (stray !== undefined) {
    const known = SUBSCRIPTION_KINDS.join(', ');
    return { kind: 'refused', sentence: messages.organiser.noSuchKind(stray, known) };
  }
  const chosen = SUBSCRIPTION_KINDS.filter((kind) => words.includes(kind));
  return { kind: 'read', value: chosen.length === 0 ? DEFAULT_KINDS : chosen };
}

function listed(text = ''): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
