import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createMemberWork } from '../../adapters/storage/members/memberWork.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createAnnouncing } from '../../src/app/announcing.ts';
import { MINUTE_MS } from '../../src/clock.ts';
import { createPace } from '../../src/courier/pace.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import type { Delivery } from '../../src/outbox/delivery.ts';
import type { OutboxQueue } from '../../src/outbox/outbox.ts';
import { targetKey } from '../../src/platform/target.ts';
import type { Conference, Day } from '../../src/schedule/schedule.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { steppedClock } from '../../test/support/steppedClock.ts';
import { createLimitedPlatform } from '../delivery/limitedPlatform.ts';
import { type Audience, dueKey, PLATFORM } from './audience.ts';
import type { Sent } from './pace.ts';

export interface PassedDay {
  readonly reminders: readonly Sent[];
  readonly messages: number;
  /** Messages that the platform took and the outbox does not know of as sent. */
  readonly unsettled: number;
  readonly refused: number;
}

const AROUND_MS = 30 * MINUTE_MS;

/** The whole of what Hallway does by itself, from before the first talk of the day to after the last. */
export async function passDay(
  conference: Conference,
  day: Day,
  audience: Audience,
): Promise<PassedDay> {
  const starts = conference.talks
    .map(({ start }) => start)
    .filter((start) => day.start <= start && start < day.end);
  const from = Math.min(...starts) - AROUND_MS;
  const to = Math.max(...starts) + AROUND_MS;
  const clock = steppedClock(from);
  const database = await openDatabase('sqlite::memory:', silentLog);
  const platform = createLimitedPlatform(PLATFORM, clock);
  const stores = createStores(database, clock, platform.messenger.lane);
  const { queue, settled } = recorded(stores.queue);
  const defaultSource = sourceOf('day', undefined, 'operator');
  const nothing = new Uint8Array();
  const stop = new AbortController();
  const { signal } = stop;
  const { keeper, courier, turn } = createAnnouncing({
    ...{ ...stores, queue, clock, defaultSource, stopwatch: clock.now },
    ...{ log: silentLog, meter: silentMeter, owner: 'bench', pace: createPace(1) },
    feed: {
      fetch: async () => ({
        ...{ kind: 'fresh', bytes: nothing, fingerprint: 'the only one', validators: {} },
      }),
      ask: async () => {
        throw new Error('A day asks of no address but its own');
      },
    },
    decode: async () => conference,
    random: () => 0,
    messengers: new Map([[PLATFORM, platform.messenger]]),
    refreshMinutes: Number.POSITIVE_INFINITY,
    indexing: { makeIndex: createTalkIndex, signal, log: silentLog },
  });
  await keeper.open(defaultSource);
  await attend(createMemberWork(database, { ...clock, now: () => 0 }), defaultSource.key, audience);
  await stores.announcerWork.transaction(({ watermark }) => watermark.move(from));
  const running = courier.run(signal);
  for (let now = from; now <= to; now += MINUTE_MS) {
    await clock.goTo(now);
    await turn();
  }
  stop.abort();
  await Promise.all([running, clock.goTo(to + MINUTE_MS)]);
  await database.close();
  const takenAt = new Map(platform.taken.map(({ attemptKey, at }) => [attemptKey, at]));
  return {
    reminders: settled.flatMap(({ message, deliveries }) =>
      remindersIn(deliveries).map((key) => ({ key, message, at: takenAt.get(message) ?? to })),
    ),
    messages: platform.taken.length,
    unsettled: platform.taken.length - settled.length,
    refused: platform.refused(),
  };
}

interface Settled {
  readonly message: string;
  readonly deliveries: readonly Delivery[];
}

function recorded(queue: OutboxQueue) {
  const settled: Settled[] = [];
  return {
    settled: settled as readonly Settled[],
    queue: {
      ...queue,
      settle: async (...[claim, settlement, at]: Parameters<OutboxQueue['settle']>) => {
        const isSettled = await queue.settle(claim, settlement, at);
        if (isSettled && settlement.kind === 'sent') {
          settled.push({ message: claim.attemptKey, deliveries: claim.deliveries });
        }
        return isSettled;
      },
    },
  };
}

function remindersIn(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries.flatMap(({ target, subject }) =>
    subject.kind === 'reminder' ? [dueKey(targetKey(target), subject.talk)] : [],
  );
}

async function attend(
  memberWork: ReturnType<typeof createMemberWork>,
  conference: ReturnType<typeof sourceOf>['key'],
  { attendees }: Audience,
): Promise<void> {
  await memberWork.transaction(async ({ members, stars, follows }, at) => {
    for (const { ref, stars: starred, follows: topics } of attendees) {
      await members.see({ ref, locale: 'en', seenAt: at }, ref.id);
      for (const { id: talk, start } of starred)
        await stars.add(ref, { conference, talk, start }, at);
      for (const { words, talks } of topics) {
        const found = { version: 1, talks: talks.map(({ id, start }) => ({ talk: id, start })) };
        const subject = { kind: 'words', name: words } as const;
        await follows.add(ref, { conference, subject, found }, at);
      }
    }
  });
}
