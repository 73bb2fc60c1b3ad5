import type { MemberWork } from '../../agenda/memberWork.ts';
import { type AnnouncingParts, createAnnouncing } from '../../app/announcing.ts';
import type { SnoozeMinutes } from '../../cards/actions/snoozeDeed.ts';
import { type Clock, DAY_MS, type Instant, MINUTE_MS } from '../../clock.ts';
import { STANDING_PACE } from '../../courier/pace.ts';
import { digestTalks } from '../../courier/wording/news/digest.ts';
import { silentMeter } from '../../log/meter.ts';
import { silentLog } from '../../log.ts';
import { languageOf, type Messages } from '../../messages/messages.ts';
import type { Wish } from '../../outbox/kinds/afterwards.ts';
import type { Subscription, Subscriptions } from '../../outbox/subscription.ts';
import { NO_OVERLAY } from '../../programme/overlay.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Conference, RoomSlug } from '../../schedule/schedule.ts';
import { sourceOf } from '../../schedule/source.ts';
import { shownSource } from '../../schedule/sources/shownSource.ts';
import type { MakeIndex } from '../../search/lazyIndex.ts';
import { createTalkIndex } from '../../search/talkIndex.ts';
import { createTitleScan } from '../../search/titleScan.ts';
import { EXIT, type Surroundings } from '../surroundings.ts';
import { followBefore } from './followBefore.ts';
import { postJson, postText } from './postText.ts';
import { createRecording, type Post } from './recording.ts';
import { seatBefore } from './seatBefore.ts';
import { createShelf } from './shelf.ts';
import { snoozeOnce } from './snoozeOnce.ts';

export interface RehearseOptions {
  /** Posts that fell due before belong to the time before and are not made. */
  readonly from: Instant;
  /** Inclusive. */
  readonly to: Instant;
  readonly source: string;
  readonly zone?: string | undefined;
  /** Other versions of the schedule, to be taken over at that moment. */
  readonly changes: readonly { readonly source: string; readonly at: Instant }[];
  /** Ids of talks that a member starred before. */
  readonly stars: readonly string[];
  /** What that member wishes to hear of talks that are over; nothing unless told. */
  readonly wishes?: Readonly<Record<Wish, boolean>>;
  /** What that member follows, as `/follow` takes it. */
  readonly follows: readonly string[];
  /** Ids of talks that are that member's own: they are confirmed as whoever gives them. None unless told. */
  readonly speaks?: readonly string[];
  /** When a helper says that a room is full, by name or slug. Never, unless told. */
  readonly full?: readonly { readonly room: string; readonly at: Instant }[];
  /** After how many minutes that member has each reminder come once more; never, unless told. */
  readonly snooze?: SnoozeMinutes | undefined;
  readonly json: boolean;
}

/** Storage that begins empty. */
export interface RehearsalStores
  extends Pick<
    AnnouncingParts,
    | 'announcerWork'
    | 'outbox'
    | 'says'
    | 'queue'
    | 'leases'
    | 'versions'
    | 'refused'
    | 'communities'
    | 'knownSources'
    | 'members'
    | 'stars'
    | 'follows'
    | 'reachability'
    | 'alertChannels'
    | 'speakerClaims'
    | 'interest'
    | 'alerts'
  > {
  memberWork(clock: Clock): MemberWork;
  readonly subscriptions: Subscriptions;
}

const PLATFORM = 'rehearsal';
const LEAD_MINUTES = 10;
/** When all was asked for: what falls due is late for nobody. */
const LONG_AGO: Instant = 0;
const MEMBER = { platform: PLATFORM, id: 'member' };
const COMMUNITY = { platform: PLATFORM, id: PLATFORM };
const CHANNEL = {
  kind: 'channel',
  platform: PLATFORM,
  community: PLATFORM,
  channel: '#rehearsal',
} as const;

/** `rehearse`: a span of the conference at full speed, minute by minute, with every post that would be made. */
export async function rehearse(
  options: RehearseOptions,
  around: Surroundings,
  stores: RehearsalStores,
): Promise<number> {
  let now = options.from;
  const clock: Clock = { now: () => now, sleep: untilAborted };
  const rehearsal = await openRehearsal(options, around, stores, clock);
  const seated = { member: MEMBER, community: COMMUNITY, locale: around.messages.time.locale };
  const unknown = await seatBefore(
    ...([options, stores.memberWork(longAgo), seated, rehearsal.programme()] as const),
  );
  if (unknown.length > 0) {
    for (const id of unknown)
      around.complain(around.messages.cli.noSuchTalk(id, shownSource(options.source)));
    return EXIT.misused;
  }
  await followBefore(options.follows, stores.memberWork(longAgo), MEMBER, {
    ...{ programme: rehearsal.programme(), now, messages: around.messages },
  });
  const outside = spanOutside(options, rehearsal.programme().conference);
  if (outside !== undefined) around.complain(around.messages.cli.rehearsedOutside(...outside));
  const happen = happeningIn(options, rehearsal, around);
  for (; now <= options.to; now = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS) {
    await happen(now);
    const { conference } = rehearsal.programme();
    const words = {
      ...around,
      timeZone: conference.timeZone,
      // Whoever is subscribed here wants to hear everything.
      digestTalks: (date: string, at: Instant) => digestTalks(date, rehearsal.programme(), at),
    };
    for (const post of await rehearsal.posts()) {
      around.write(options.json ? postJson(post, words) : postText(post, words));
      await snoozeOnce(post, options.snooze, stores.memberWork(clock));
    }
  }
  return EXIT.done;
}

/** Has happen what is told to, as its time comes: other versions before rooms fill. */
function happeningIn(
  { changes, full = [] }: RehearseOptions,
  rehearsal: Pick<Rehearsal, 'take' | 'fill'>,
  { complain, messages }: Surroundings,
): (now: Instant) => Promise<void> {
  let past = Number.NEGATIVE_INFINITY;
  return async (now) => {
    const since = past;
    past = now;
    const isDue = ({ at }: { readonly at: Instant }) => since < at && at <= now;
    for (const { source } of changes.toSorted((a, b) => a.at - b.at).filter(isDue)) {
      await rehearsal.take(source);
    }
    for (const { room } of full.filter(isDue)) {
      if (!(await rehearsal.fill(room))) complain(messages.cli.noRoomToFill(room));
    }
  };
}

/** The conference's first and last moment, where nothing of it lies in the span, other versions included. */
function spanOutside(
  { from, to, changes }: RehearseOptions,
  { talks, timeZone }: Conference,
): readonly [first: string, last: string] | undefined {
  const first = Math.min(...talks.map(({ start }) => start));
  const last = Math.max(...talks.map(({ end }) => end));
  const isOutside = to < first - DAY_MS || from > last;
  if (changes.length > 0 || !isOutside) return undefined;
  const moment = (at: Instant) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(timeZone)
      .toString({ smallestUnit: 'minute', timeZoneName: 'never' });
  return [moment(first), moment(last)];
}

interface Rehearsal {
  programme(): Programme;
  /** Takes over what lies there now. */
  take(source: string): Promise<void>;
  /** A helper says that the room is full; false where none is called so, or nothing runs there any more. */
  fill(room: string): Promise<boolean>;
  /** A turn of the cron, and everything that leaves then. */
  posts(): Promise<readonly Post[]>;
}

/** The whole of Hallway by itself, with a platform that writes down, and a channel that wants to hear everything. */
async function openRehearsal(
  options: RehearseOptions,
  around: Surroundings,
  stores: RehearsalStores,
  clock: Clock,
): Promise<Rehearsal> {
  const shelf = createShelf(options, around);
  const defaultSource = sourceOf('rehearsal', undefined, 'operator');
  const { key } = defaultSource;
  const { messenger, queue, takePosts } = createRecording(stores.queue);
  const { keeper, programmes, courier, turn, tellRoom } = createAnnouncing({
    ...{ ...stores, queue, clock, defaultSource, log: silentLog, meter: silentMeter },
    ...{ owner: PLATFORM, pace: STANDING_PACE },
    ...{ feed: shelf.feed, decode: shelf.decode, random: () => 0 },
    stopwatch: around.stopwatch,
    messengers: new Map([[PLATFORM, messenger]]),
    // Versions are taken over when they are said to.
    refreshMinutes: Number.POSITIVE_INFINITY,
    indexing: {
      makeIndex: makeIndexFor(options),
      signal: new AbortController().signal,
      log: silentLog,
    },
  });
  await keeper.open(defaultSource);
  await stores.subscriptions.put(everything(around.messages));
  await stores.announcerWork.transaction(({ watermark }) => watermark.move(options.from));
  const programme = () => {
    const inUse = programmes.view(key, NO_OVERLAY);
    if (inUse === undefined) throw new Error('The rehearsal has no schedule');
    return inUse;
  };
  return {
    programme,
    take: async (source) => {
      shelf.show(source);
      await keeper.refresh(key);
      shelf.refuse();
      const problem = keeper.status(key)?.problem;
      if (problem?.kind !== 'shrunken' && problem?.kind !== 'past') return;
      const { kind, lost, of } = problem;
      around.complain(around.messages.announcements[kind](shownSource(source), lost, of));
    },
    fill: async (name) => {
      const room = roomNamed(name, programme().conference);
      if (room === undefined) return false;
      return (await tellRoom(COMMUNITY, key, { room, state: 'full', by: MEMBER.id })) === 'told';
    },
    posts: async () => {
      await turn();
      await courier.drain();
      return takePosts();
    },
  };
}

function roomNamed(text: string, { rooms }: Conference): RoomSlug | undefined {
  const isMeant = (name: string) => name.toLowerCase() === text.toLowerCase();
  return rooms.find(({ name, slug }) => isMeant(name) || isMeant(slug))?.slug;
}

/** Titles are enough where nobody looks for words. */
function makeIndexFor({ follows }: RehearseOptions): MakeIndex {
  return follows.length === 0 ? createTitleScan : createTalkIndex;
}

/** In the language that whoever rehearses reads. */
function everything(messages: Messages): Subscription {
  const kinds = ['announcements', 'notices', 'digest'] as const;
  return {
    ...{ target: CHANNEL, leadMinutes: LEAD_MINUTES, rooms: [], tracks: [], kinds },
    language: languageOf(messages.time.locale),
    since: LONG_AGO,
  };
}

const longAgo: Clock = { now: () => LONG_AGO, sleep: untilAborted };

/** Time passes from minute to minute, never while something is being sent. */
function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal?.aborted) resolve();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
