import type { Follows } from '../agenda/following/follow.ts';
import type { Interest } from '../agenda/interest.ts';
import type { Members } from '../agenda/member.ts';
import type { Stars } from '../agenda/star.ts';
import { type Announcer, createAnnouncer } from '../announcements/announcements.ts';
import type { AnnouncerWork } from '../announcements/announcerWork.ts';
import { changeTalk, type TalkChange, type TalkChanged } from '../announcements/changeTalk.ts';
import { seekFollowed } from '../announcements/following/seek.ts';
import { delayRoom } from '../announcements/rooms/delayRoom.ts';
import { readRoomFeeds } from '../announcements/rooms/roomFeeds.ts';
import { type RoomTold, type SaidState, tellRoom } from '../announcements/rooms/tellRoom.ts';
import {
  type Accepted,
  acceptVersion,
  type Doubted,
  lookAtRefused,
} from '../announcements/versions/acceptVersion.ts';
import { takeOver } from '../announcements/versions/takeover.ts';
import { type Clock, DAY_MS, HOUR_MS } from '../clock.ts';
import { type Courier, createCourier } from '../courier/courier.ts';
import type { Pace } from '../courier/pace.ts';
import { createCompose } from '../courier/wording/compose.ts';
import type { Meter } from '../log/meter.ts';
import type { Log } from '../log.ts';
import type { AlertChannels, Alerts } from '../outbox/kinds/alert.ts';
import type { Says } from '../outbox/kinds/say.ts';
import type { LaneLeases, Outbox, OutboxQueue } from '../outbox/outbox.ts';
import type { Reachability } from '../outbox/reachability.ts';
import type { Subscriptions } from '../outbox/subscription.ts';
import type { Messengers } from '../platform/platforms.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { Communities } from '../programme/communities.ts';
import type { RoomDelay } from '../programme/delays.ts';
import type { KnownSources } from '../programme/knownSources.ts';
import type { Programmes } from '../programme/programme.ts';
import { createProgrammes } from '../programme/programmes.ts';
import type { SpeakerClaims } from '../programme/speakerClaims.ts';
import type { Feed } from '../schedule/feed.ts';
import { createKeeper, type Decode, type Keeper } from '../schedule/keeping/keeper.ts';
import type { Digest, RefusedVersions } from '../schedule/refusedVersions.ts';
import type { ConferenceKey, Source } from '../schedule/source.ts';
import type { Version, Versions } from '../schedule/versions.ts';
import type { IndexMaking } from '../search/lazyIndex.ts';
import { namesAhead } from './ahead.ts';
import { type Chosen, createChosen } from './chosen.ts';
import { waking } from './waking.ts';

export interface AnnouncingParts {
  readonly announcerWork: AnnouncerWork;
  readonly outbox: Outbox;
  readonly queue: OutboxQueue;
  readonly leases: LaneLeases;
  readonly versions: Versions;
  readonly refused: RefusedVersions;
  readonly communities: Communities;
  readonly knownSources: KnownSources;
  readonly subscriptions: Pick<Subscriptions, 'of'>;
  readonly commandPrefixes?: Readonly<Record<string, string>> | undefined;
  readonly alertChannels: Pick<AlertChannels, 'of'>;
  readonly speakerClaims: Pick<SpeakerClaims, 'in' | 'of'>;
  readonly interest: Pick<Interest, 'tally'>;
  readonly alerts: Pick<Alerts, 'told'>;
  readonly members: Pick<Members, 'find'>;
  readonly stars: Pick<Stars, 'of'>;
  readonly follows: Pick<Follows, 'of' | 'talks'>;
  readonly says: Pick<Says, 'find'>;
  readonly reachability: Reachability;
  readonly feed: Feed;
  /** For communities that chose no conference. */
  readonly defaultSource: Source;
  readonly refreshMinutes: number;
  readonly decode: Decode;
  /** Milliseconds from any origin. */
  readonly stopwatch: () => number;
  readonly indexing: IndexMaking;
  readonly messengers: Messengers;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly log: Log;
  readonly meter: Meter;
  /** Unique for each start of the program. */
  readonly owner: string;
  /** In `[0, 1)`. */
  readonly random: () => number;
}

/** Everything that Hallway does by itself. */
export interface Announcing {
  readonly keeper: Keeper;
  readonly programmes: Programmes;
  readonly announcer: Announcer;
  readonly courier: Courier;
  /** Has that conference there, where its source is known. Throws what the keeper throws. */
  openKnown(key: ConferenceKey): Promise<void>;
  /** What the cron does every minute. */
  turn(): Promise<void>;
  /** Returns how many talks still to come that concerns. `by`: the member who says so. */
  delayRoom(
    community: CommunityRef,
    conference: ConferenceKey,
    delay: Omit<RoomDelay, 'since'>,
    by: string,
  ): Promise<number>;
  /** A room stands so; says whether anything takes place there still. */
  tellRoom(community: CommunityRef, conference: ConferenceKey, said: SaidState): Promise<RoomTold>;
  /** Has organisers' way with a talk; without who asks for it, only looks what that would change. */
  changeTalk(
    community: CommunityRef,
    conference: ConferenceKey,
    change: TalkChange,
    by?: string,
  ): Promise<TalkChanged>;
  /** The version of its source that was not believed, and what it would change there; undefined where there is none. */
  lookAtRefused(community: CommunityRef, conference: ConferenceKey): Promise<Doubted | undefined>;
  /** Takes that version over, if it is the one that the source shows still; `by`: the member who looked at it. */
  acceptVersion(
    community: CommunityRef,
    conference: ConferenceKey,
    digest: Digest,
    by: string,
  ): Promise<Accepted>;
}

const ACCEPTED = 'Organisers took a version that had not been believed';

export function createAnnouncing(parts: AnnouncingParts): Announcing {
  const { clock, defaultSource } = parts;
  const announcerWork = {
    transaction: waking(parts.announcerWork.transaction, () => courier.wake()),
  };
  const defaultConference = defaultSource.key;
  const setting = { clock, defaultConference, ahead: namesAhead };
  const keeper = createKeeper({
    ...parts,
    remember: (source) => parts.knownSources.move(source),
    take: (fresh, known) => takeOver(announcerWork, fresh, known, setting),
  });
  const programmes = createProgrammes({ ...parts, keeper });
  const announcer = createAnnouncer({ ...parts, announcerWork, programmes, defaultConference });
  const chosen = createChosen({ ...parts, keeper });
  const words = createCompose({ ...parts, programmes });
  const courier = createCourier({
    ...parts,
    compose: async (deliveries, now, isEdit) => {
      // Another process may have taken over a version a moment ago.
      await keeper.adopt();
      // What waited through a restart may speak of a conference that nobody has asked for since.
      for (const { conference } of deliveries) await chosen.open(conference);
      return words(deliveries, now, isEdit);
    },
  });
  const ofVersion = <T>(key: ConferenceKey, none: T, act: (version: Version) => Promise<T>) => {
    const version = keeper.get(key);
    return version === undefined ? none : act(version);
  };
  return {
    keeper,
    programmes,
    announcer,
    courier,
    openKnown: chosen.open,
    turn: createHeartbeat(keeper, chosen, announcer, {
      ...parts,
      seek: (key) => seekFollowed({ announcerWork, programmes, setting }, key),
      hear: () => readRoomFeeds({ ...parts, announcerWork, versionOf: keeper.get, setting }),
    }),
    delayRoom: async (community, key, delay, by) => {
      const late = { ...delay, by };
      return ofVersion(key, 0, (one) => delayRoom(announcerWork, community, one, late, setting));
    },
    tellRoom: async (community, key, said) =>
      ofVersion(key, 'over', (one) => tellRoom(announcerWork, community, one, said, setting)),
    changeTalk: async (community, key, change, by) =>
      ofVersion(key, { change: undefined, channels: 0, members: 0 }, (one) =>
        changeTalk(announcerWork, community, one, change, setting, by),
      ),
    lookAtRefused: (community, key) => lookAtRefused(announcerWork, key, community, setting),
    acceptVersion: async (community, key, digest, by) => {
      const accepted = await acceptVersion(announcerWork, key, digest, { community, by }, setting);
      await keeper.adopt();
      if (accepted.kind === 'taken') parts.log.info({ conference: key, digest }, ACCEPTED);
      return accepted;
    },
  };
}

/** Whoever comes back to a schedule within a week is told what changed since. */
const UNUSED_KEPT_MS = 7 * DAY_MS;

interface HeartbeatParts extends AnnouncingParts {
  /** Looks for what people follow in a conference that has changed. */
  readonly seek: (key: ConferenceKey) => Promise<void>;
  /** Asks how rooms stand, where feeds say so. Never rejects. */
  readonly hear: () => Promise<void>;
}

/**
 * One turn of the cron: the conferences as they are now, the tick, and then whatever
 * sources have to say, which the tick does not wait for. Sources that are asked longer
 * than a turn are left to it.
 */
function createHeartbeat(
  keeper: Keeper,
  chosen: Chosen,
  announcer: Announcer,
  { log, clock, knownSources, defaultSource, seek, hear }: HeartbeatParts,
): () => Promise<void> {
  let letGoAt: number | undefined;
  const letGo = async () => {
    const now = clock.now();
    if (letGoAt !== undefined && Math.abs(now - letGoAt) < HOUR_MS) return;
    letGoAt = now;
    await knownSources.letGo(defaultSource.key, now - UNUSED_KEPT_MS, now);
  };
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      await keeper.refreshDue();
      await letGo();
    } catch (error) {
      log.error({ err: error }, 'Schedules could not be refreshed, or let go');
    } finally {
      isAsking = false;
    }
  };
  let isHearing = false;
  const hearOnce = async () => {
    if (isHearing) return;
    isHearing = true;
    await hear();
    isHearing = false;
  };
  const seekAll = async () => {
    try {
      for (const { source } of keeper.statuses()) await seek(source.key);
    } catch (error) {
      log.error(
        { err: error },
        'What people follow could not be looked for; the next turn tries again',
      );
    }
  };
  return async () => {
    await keeper.adopt();
    await chosen.openAll();
    await announcer.tick();
    void ask();
    void hearOnce();
    await seekAll();
  };
}
