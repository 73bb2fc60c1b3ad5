import type { Members } from '../agenda/member.ts';
import type { Stars } from '../agenda/star.ts';
import { type Announcer, createAnnouncer } from '../announcements/announcements.ts';
import type { AnnouncerWork } from '../announcements/announcerWork.ts';
import { delayRoom } from '../announcements/delayRoom.ts';
import { takeOver } from '../announcements/takeover.ts';
import type { Clock } from '../clock.ts';
import { type Courier, createCourier } from '../courier/courier.ts';
import type { Pace } from '../courier/pace.ts';
import { createCompose } from '../courier/wording/compose.ts';
import type { Log } from '../log.ts';
import type { LaneLeases, Outbox, OutboxQueue } from '../outbox/outbox.ts';
import type { Reachability } from '../outbox/reachability.ts';
import type { Subscriptions } from '../outbox/subscription.ts';
import type { Messenger } from '../platform/messenger.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { Communities } from '../programme/communities.ts';
import type { RoomDelay } from '../programme/delays.ts';
import type { Programmes } from '../programme/programme.ts';
import { createProgrammes } from '../programme/programmes.ts';
import type { Feed } from '../schedule/feed.ts';
import { createKeeper, type Decode, type Keeper } from '../schedule/keeper.ts';
import type { ConferenceKey, Source } from '../schedule/source.ts';
import type { Versions } from '../schedule/versions.ts';
import type { IndexMaking } from '../search/lazyIndex.ts';
import { type Chosen, createChosen } from './chosen.ts';
import { waking } from './waking.ts';

export interface AnnouncingParts {
  readonly announcerWork: AnnouncerWork;
  readonly outbox: Outbox;
  readonly queue: OutboxQueue;
  readonly leases: LaneLeases;
  readonly versions: Versions;
  readonly communities: Communities;
  readonly subscriptions: Pick<Subscriptions, 'of'>;
  readonly members: Pick<Members, 'find'>;
  readonly stars: Pick<Stars, 'of'>;
  readonly reachability: Reachability;
  readonly feed: Feed;
  /** For communities that chose no conference. */
  readonly defaultSource: Source;
  readonly refreshMinutes: number;
  readonly decode: Decode;
  readonly indexing: IndexMaking;
  /** By platform, those that can send now. */
  readonly messengers: ReadonlyMap<string, Messenger>;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly log: Log;
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
  /** What the cron does every minute. */
  turn(): Promise<void>;
  /** Returns how many talks still to come that concerns. */
  delayRoom(
    community: CommunityRef,
    conference: ConferenceKey,
    delay: Omit<RoomDelay, 'since'>,
  ): Promise<number>;
}

export function createAnnouncing(parts: AnnouncingParts): Announcing {
  const { clock, defaultSource } = parts;
  const announcerWork = {
    transaction: waking(parts.announcerWork.transaction, () => courier.wake()),
  };
  const defaultConference = defaultSource.key;
  const setting = () => ({ now: clock.now(), defaultConference });
  const keeper = createKeeper({
    ...parts,
    take: (fresh, known) => takeOver(announcerWork, fresh, known, setting()),
  });
  const programmes = createProgrammes({ ...parts, keeper });
  const announcer = createAnnouncer({ ...parts, announcerWork, programmes, defaultConference });
  const chosen = createChosen({ ...parts, keeper });
  const words = createCompose({ ...parts, programmes });
  const courier = createCourier({
    ...parts,
    compose: async (deliveries, now) => {
      // Another process may have taken over a version a moment ago.
      await keeper.adopt();
      // What waited through a restart may speak of a conference that nobody has asked for since.
      for (const { conference } of deliveries) await chosen.open(conference);
      return words(deliveries, now);
    },
  });
  return {
    keeper,
    programmes,
    announcer,
    courier,
    turn: createHeartbeat(keeper, chosen, announcer, parts.log),
    delayRoom: async (community, key, delay) => {
      const version = keeper.get(key);
      return version === undefined
        ? 0
        : delayRoom(announcerWork, community, version, delay, setting());
    },
  };
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
  log: Log,
): () => Promise<void> {
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      await keeper.refreshDue();
    } catch (error) {
      log.error({ err: error }, 'Schedules could not be refreshed');
    } finally {
      isAsking = false;
    }
  };
  return async () => {
    await keeper.adopt();
    await chosen.openAll();
    await announcer.tick();
    void ask();
  };
}
