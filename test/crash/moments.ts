import type { AnnouncerStores, AnnouncerWork } from '../../src/announcements/announcerWork.ts';
import type { OutboxQueue } from '../../src/outbox/outbox.ts';
import type { Platform } from '../../src/platform/platform.ts';

/** Places in the program at which a process can be killed with aim. */
export const MOMENTS = [
  'claimed',
  'asked',
  'sent',
  'arrived',
  'settled',
  'in the tick',
  'ticked',
  'in a takeover',
  'taken over',
] as const;

/** What organisers have to do something for first is none of those at which one dies by chance. */
export type Moment = (typeof MOMENTS)[number] | 'edited' | 'removed' | 'settling by hand';

/** Hears of every moment as it comes. */
export type Watch = (moment: Moment) => void;

/** The announcer’s work, seen through: after the deliveries of a tick or a version are in, and after all is kept. */
export function watchWork(announcerWork: AnnouncerWork, watch: Watch): AnnouncerWork {
  return {
    transaction: async (work) => {
      let isTick = false;
      let isTakeover = false;
      const seen = (stores: AnnouncerStores): AnnouncerStores => ({
        ...stores,
        watermark: {
          read: () => stores.watermark.read(),
          move: async (to) => {
            isTick = true;
            watch('in the tick');
            await stores.watermark.move(to);
          },
        },
        versions: {
          ...stores.versions,
          keep: async (version) => {
            isTakeover = true;
            await stores.versions.keep(version);
          },
        },
        communities: {
          ...stores.communities,
          dropByHand: async (...which) => {
            await stores.communities.dropByHand(...which);
            if (isTakeover) watch('settling by hand');
          },
        },
        outbox: {
          ...stores.outbox,
          enqueue: async (deliveries) => {
            const added = await stores.outbox.enqueue(deliveries);
            if (isTakeover) watch('in a takeover');
            return added;
          },
        },
      });
      const result = await announcerWork.transaction((stores) => work(seen(stores)));
      if (isTick) watch('ticked');
      if (isTakeover) watch('taken over');
      return result;
    },
  };
}

export function watchQueue(queue: OutboxQueue, watch: Watch): OutboxQueue {
  return {
    ...queue,
    claim: async (request) => {
      const claims = await queue.claim(request);
      if (claims.length > 0) watch('claimed');
      return claims;
    },
    settle: async (claim, settlement, at) => {
      const isOurs = await queue.settle(claim, settlement, at);
      watch(settlement.kind === 'arrived' ? 'arrived' : 'settled');
      return isOurs;
    },
  };
}

export function watchPlatform(platform: Platform, watch: Watch): Platform {
  const { messenger } = platform;
  return {
    ...platform,
    messenger: {
      ...messenger,
      send: async (...call) => {
        const id = await messenger.send(...call);
        watch('sent');
        return id;
      },
      edit: async (...call) => {
        await messenger.edit(...call);
        watch('edited');
      },
      remove: async (...call) => {
        await messenger.remove(...call);
        watch('removed');
      },
      fate: async (dispatch, triedAt, signal) => {
        const fate = await messenger.fate(dispatch, triedAt, signal);
        watch('asked');
        return fate;
      },
    },
  };
}
