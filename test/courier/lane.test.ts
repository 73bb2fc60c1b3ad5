import { expect, it } from 'vitest';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createLaneLeases } from '../../adapters/storage/deliveries/laneLeases.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createOutboxQueue } from '../../adapters/storage/deliveries/outboxQueue.ts';
import { createReachability } from '../../adapters/storage/deliveries/reachability.ts';
import { systemClock } from '../../src/clock.ts';
import { runLane } from '../../src/courier/lane.ts';
import { createSignal } from '../../src/courier/signal.ts';
import { silentLog } from '../../src/log.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import type { LaneLeases } from '../../src/outbox/outbox.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import { fakeTime } from '../support/fakeTime.ts';
import { keyOf } from '../support/names.ts';

const NOON = Date.UTC(2020, 1, 1, 12);

it('gives back what it has at hand when its database fails once', async () => {
  const database = await openDatabase('sqlite::memory:', silentLog);
  const time = fakeTime(NOON);
  const clock = systemClock;
  const outbox = createOutbox(database.kysely, () => 'lane');
  const leases = createLaneLeases(database.kysely);
  const messages = Array.from({ length: 40 }, (_, index) => announcement(`#${index}`));
  await outbox.enqueue(messages);

  const ran = runLane(
    {
      ...{
        queue: createOutboxQueue(database, () => 'lane'),
        outbox,
        clock,
        log: silentLog,
        owner: 'us',
      },
      ...{ leases: failingAtRenewal(leases), reachability: createReachability(database.kysely) },
      compose: async () => ({ kind: 'announcement', title: 'Soon', summary: '', blocks: [] }),
      pace: {
        ...{ leaseMs: 6_000, sendTimeoutMs: 5_000, spacingMs: 1_000, pollMs: 500 },
        ...{ concurrency: 4, speed: 1 },
      },
    },
    'lane',
    sendingFor((ms) => clock.sleep(ms)),
    createSignal(),
    new AbortController().signal,
  );
  await time.during(ran);

  const { pending, sent, ...others } = await outbox.counts();
  expect(others).toEqual({ sending: 0, failed: 0, expired: 0 });
  expect(pending + sent).toBe(messages.length);
  expect(await leases.hold('lane', 'heir', clock.now(), clock.now() + 1)).toBe(true);
  await database.close();
});

/** As when PostgreSQL is restarted between two calls. */
function failingAtRenewal(leases: LaneLeases): LaneLeases {
  let held = 0;
  return {
    ...leases,
    hold: async (...lease) => {
      held += 1;
      if (held === 2) throw new Error('terminating connection due to administrator command');
      return leases.hold(...lease);
    },
  };
}

function sendingFor(sleep: (ms: number) => Promise<void>): Messenger {
  return {
    lane: () => 'lane',
    spacing: () => 0,
    send: async () => {
      await sleep(1_300);
      return 'm';
    },
    edit: async () => undefined,
    fate: async () => ({ kind: 'resend' }),
  };
}

function announcement(channel: string) {
  return delivery(
    {
      target: { kind: 'channel', platform: 'chat', community: 'us', channel },
      conference: keyOf('c'),
    },
    { kind: 'announcement', talk: '1', start: NOON },
    { dueAt: NOON, expiresAt: NOON + 3_600_000 },
  );
}
