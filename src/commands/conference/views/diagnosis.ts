import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../../clock.ts';
import type { RefusedChannel } from '../../../outbox/reachability.ts';
import { announces, interest, type Subscription } from '../../../outbox/subscription.ts';
import type { ChannelCheck, ServerLimit } from '../../../platform/platform.ts';
import type { ChannelTarget } from '../../../platform/target.ts';
import type { RoomFeed } from '../../../programme/rooms/roomFeed.ts';
import type { RoomStream } from '../../../programme/rooms/streams.ts';
import type { SpeakerClaim } from '../../../programme/speakerClaims.ts';
import type { SourceProblem, SourceStatus } from '../../../schedule/keeping/kept.ts';
import type { Conference, RoomSlug, Talk } from '../../../schedule/schedule.ts';
import type { SeenByHand } from '../programme/byHandWords.ts';

/** What went wrong at real conferences, as the doctor finds it. */
export type Finding =
  | { readonly kind: 'sourceFails'; readonly problem: SourceProblem }
  | { readonly kind: 'sourceStale'; readonly checkedAt: Instant | undefined }
  /** Often a venue's zone that nobody told. */
  | { readonly kind: 'zoneIsUtc' }
  | { readonly kind: 'noTalks' }
  | { readonly kind: 'over'; readonly end: Instant }
  | { readonly kind: 'farAhead'; readonly start: Instant }
  | { readonly kind: 'noSubscription' }
  | { readonly kind: 'channelMissing' | 'alertsMissing'; readonly target: ChannelTarget }
  | {
      readonly kind: 'channelForbidden';
      readonly target: ChannelTarget;
      readonly lacking: readonly string[];
    }
  | { readonly kind: 'mentionGone'; readonly target: ChannelTarget }
  /** Though it looks as if one could post there. */
  | ({ readonly kind: 'channelRefused' } & RefusedChannel)
  | {
      readonly kind: 'unknownPlaces';
      readonly target: ChannelTarget;
      readonly slugs: readonly string[];
    }
  /** Organisers said where they are watched, and the schedule has them no more. */
  | { readonly kind: 'streamsGone'; readonly slugs: readonly RoomSlug[] }
  | { readonly kind: 'roomFeedFails'; readonly failing: NonNullable<RoomFeed['failing']> }
  /** It says how rooms stand that the schedule has not, by its names. */
  | { readonly kind: 'roomFeedUnknown'; readonly names: readonly string[] }
  | { readonly kind: 'unheardRooms'; readonly rooms: readonly string[] }
  | { readonly kind: 'roomClash'; readonly room: string; readonly talks: readonly [Talk, Talk] }
  | { readonly kind: 'contradicted'; readonly byHand: Contradicted }
  /** So many say to be speakers and wait to hear whether they are. */
  | { readonly kind: 'claimsOpen'; readonly count: number }
  | { readonly kind: 'ungranted'; readonly permissions: readonly string[] }
  /** In a conference beside the main one. */
  | { readonly kind: 'beside'; readonly title: string; readonly finding: Finding }
  | { readonly kind: 'slow'; readonly perMinute: number; readonly remedy: string }
  | { readonly kind: 'noTick'; readonly lastTickAt: Instant | undefined };

/** What the source says otherwise since. */
type Contradicted = SeenByHand & { readonly source: string };

/** A conference as far as it is examined by itself. */
export interface Beside {
  readonly conference: Conference;
  /** What organisers changed of talks. */
  readonly byHand: readonly SeenByHand[];
  /** Of the conference: who says to be a speaker. */
  readonly claims: readonly SpeakerClaim[];
  readonly streams: readonly RoomStream[];
  /** Where it says itself how rooms stand. */
  readonly roomFeed: RoomFeed | undefined;
  /** `undefined` before the source was first read. */
  readonly source: SourceStatus | undefined;
}

/** The main conference, and all around it. */
export interface Examined extends Beside {
  readonly now: Instant;
  readonly beside?: readonly Beside[];
  readonly subscriptions: readonly CheckedSubscription[];
  /** Where alerts go, where they go anywhere. */
  readonly alerts: CheckedChannel | undefined;
  /** What the community's installation does not allow, as the platform calls it. */
  readonly ungranted: readonly string[];
  readonly limit: ServerLimit;
  readonly lastTickAt: Instant | undefined;
}

export interface CheckedChannel {
  readonly target: ChannelTarget;
  /** `undefined` where the channel's platform does not run. */
  readonly check: ChannelCheck | undefined;
  /** That the last message there was refused for good. */
  readonly refusal: RefusedChannel | undefined;
}

export interface CheckedSubscription extends Omit<CheckedChannel, 'target'> {
  readonly subscription: Subscription;
}

/** Of a thousand reminders the last one is a good minute late with that. */
const LONGEST_SPACING_MS = 100;
const STALE_AFTER_MS = 3 * HOUR_MS;
const FAR_AHEAD_MS = 60 * DAY_MS;
/** The tick comes each minute: two in a row are missing. */
const TICK_LATE_AFTER_MS = 3 * MINUTE_MS;

export function diagnose(examined: Examined): readonly Finding[] {
  return [
    ...installationFindings(examined),
    ...sourceFindings(examined),
    ...dateFindings(examined),
    ...subscriptionFindings(examined),
    ...contradictions(examined),
    ...claimFindings(examined),
    ...streamFindings(examined),
    ...roomFeedFindings(examined),
    ...alertFindings(examined),
    ...roomClashes(examined.conference.talks),
    ...(examined.beside ?? []).flatMap((one) => besideFindings(one, examined)),
    ...pulseFindings(examined),
  ];
}

function besideFindings(one: Beside, examined: Examined): readonly Finding[] {
  const own = { ...examined, ...one };
  const { title, talks } = one.conference;
  return [
    ...sourceFindings(own),
    ...dateFindings(own),
    ...contradictions(own),
    ...claimFindings(own),
    ...streamFindings(own),
    ...roomFeedFindings(own),
    ...roomClashes(talks),
  ].map((finding) => ({ kind: 'beside', title, finding }));
}

function installationFindings({ ungranted, limit }: Examined): readonly Finding[] {
  const { spacingMs, remedy } = limit;
  const perMinute = Math.round(MINUTE_MS / spacingMs);
  const isSlow = spacingMs > LONGEST_SPACING_MS;
  return [
    ...(ungranted.length === 0 ? [] : [{ kind: 'ungranted', permissions: ungranted } as const]),
    ...(isSlow ? [{ kind: 'slow', perMinute, remedy } as const] : []),
  ];
}

function sourceFindings({ source, conference, now }: Examined): readonly Finding[] {
  const isUtc = /^(Etc\/)?(UTC|GMT|Zulu)$/i.test(conference.timeZone);
  return [...sourceHealth(source, now), ...(isUtc ? [{ kind: 'zoneIsUtc' } as const] : [])];
}

function sourceHealth(source: SourceStatus | undefined, now: Instant): readonly Finding[] {
  if (source?.problem !== undefined) return [{ kind: 'sourceFails', problem: source.problem }];
  const checkedAt = source?.checkedAt;
  const isFresh = checkedAt !== undefined && now - checkedAt <= STALE_AFTER_MS;
  return isFresh ? [] : [{ kind: 'sourceStale', checkedAt }];
}

function dateFindings({ conference, now }: Examined): readonly Finding[] {
  const [first] = conference.days;
  const last = conference.days.at(-1);
  if (conference.talks.length === 0 || first === undefined || last === undefined) {
    return [{ kind: 'noTalks' }];
  }
  if (last.end <= now) return [{ kind: 'over', end: last.end }];
  if (first.start - now > FAR_AHEAD_MS) return [{ kind: 'farAhead', start: first.start }];
  return [];
}

function subscriptionFindings(examined: Examined): readonly Finding[] {
  const { conference, subscriptions, beside = [] } = examined;
  const conferences = [conference, ...beside.map((one) => one.conference)];
  if (subscriptions.length === 0) return [{ kind: 'noSubscription' }];
  const unheard = unheardRooms(
    conference,
    subscriptions.map(({ subscription }) => subscription),
  );
  return [
    ...subscriptions.flatMap(({ subscription: { target }, ...checked }) =>
      channelFindings({ target, ...checked }),
    ),
    ...subscriptions.flatMap(({ subscription }) => unknownPlaces(conferences, subscription)),
    ...(unheard.length === 0 ? [] : [{ kind: 'unheardRooms', rooms: unheard } as const]),
  ];
}

function claimFindings({ claims }: Examined): readonly Finding[] {
  const count = claims.filter(({ state }) => state === 'open').length;
  return count === 0 ? [] : [{ kind: 'claimsOpen', count }];
}

function streamFindings({ conference, streams }: Examined): readonly Finding[] {
  const known = new Set(conference.rooms.map(({ slug }) => slug));
  const slugs = streams.map(({ room }) => room).filter((room) => !known.has(room));
  return slugs.length === 0 ? [] : [{ kind: 'streamsGone', slugs }];
}

function roomFeedFindings({ roomFeed }: Examined): readonly Finding[] {
  const { failing, unknown: names = [] } = roomFeed ?? {};
  return [
    ...(failing === undefined ? [] : [{ kind: 'roomFeedFails', failing } as const]),
    ...(names.length === 0 ? [] : [{ kind: 'roomFeedUnknown', names } as const]),
  ];
}

/** Of a channel that is announced to the same is found there. */
function alertFindings({ alerts, subscriptions }: Examined): readonly Finding[] {
  const isAnnouncedTo = subscriptions.some(
    ({ subscription }) => subscription.target.channel === alerts?.target.channel,
  );
  if (alerts === undefined || isAnnouncedTo) return [];
  const { check, target } = alerts;
  if (check?.kind === 'missing') return [{ kind: 'alertsMissing', target }];
  return channelFindings(alerts);
}

function channelFindings({ target, check, refusal }: CheckedChannel): readonly Finding[] {
  switch (check?.kind) {
    case 'missing':
      return [{ kind: 'channelMissing', target }];
    case 'forbidden':
      return [{ kind: 'channelForbidden', target, lacking: check.lacking }];
    case 'mentionGone':
      return [{ kind: 'mentionGone', target }];
    case 'writable':
    case 'group':
    case undefined:
      return refusal === undefined ? [] : [{ kind: 'channelRefused', ...refusal }];
  }
}

function unknownPlaces(
  conferences: readonly Conference[],
  subscription: Subscription,
): readonly Finding[] {
  const known = (placesOf: (one: Conference) => readonly { readonly slug: string }[]) =>
    new Set(conferences.flatMap(placesOf).map(({ slug }) => slug));
  const roomSlugs = known(({ rooms }) => rooms);
  const trackSlugs = known(({ tracks }) => tracks);
  const slugs = [
    ...subscription.rooms.filter((slug) => !roomSlugs.has(slug)),
    ...subscription.tracks.filter((slug) => !trackSlugs.has(slug)),
  ];
  return slugs.length === 0 ? [] : [{ kind: 'unknownPlaces', target: subscription.target, slugs }];
}

/** Rooms with talks that no channel announces any of. */
function unheardRooms(
  conference: Conference,
  subscriptions: readonly Subscription[],
): readonly string[] {
  const interests = subscriptions
    .filter(announces)
    .map((subscription) => interest(subscription, conference));
  const inUse = new Set<string>();
  const heard = new Set<string>();
  for (const talk of conference.talks) {
    if (talk.room === undefined || talk.status === 'canceled') continue;
    inUse.add(talk.room);
    if (interests.some((isInteresting) => isInteresting(talk))) heard.add(talk.room);
  }
  return conference.rooms
    .map(({ name }) => name)
    .filter((name) => inUse.has(name) && !heard.has(name));
}

function roomClashes(talks: readonly Talk[]): readonly Finding[] {
  const takingPlace = talks.filter(
    ({ status, room }) => status === 'scheduled' && room !== undefined,
  );
  return [...Map.groupBy(takingPlace, ({ room }) => room ?? '')].flatMap(([room, own]) =>
    own.flatMap((talk, index) => {
      const next = own[index + 1];
      return next !== undefined && next.start < talk.end
        ? [{ kind: 'roomClash', room, talks: [talk, next] } as const]
        : [];
    }),
  );
}

function contradictions({ byHand }: Examined): readonly Finding[] {
  return byHand
    .filter((one): one is Contradicted => one.source !== undefined)
    .map((one) => ({ kind: 'contradicted', byHand: one }));
}

function pulseFindings({ now, lastTickAt }: Examined): readonly Finding[] {
  const isLate = lastTickAt === undefined || now - lastTickAt > TICK_LATE_AFTER_MS;
  return isLate ? [{ kind: 'noTick', lastTickAt }] : [];
}
