import { expect, it, onTestFinished } from 'vitest';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createOutboxQueue } from '../../adapters/storage/deliveries/outboxQueue.ts';
import { createReachability } from '../../adapters/storage/deliveries/reachability.ts';
import { createLaneLeases } from '../../adapters/storage/leases.ts';
import { systemClock } from '../../src/clock.ts';
import { type LaneParts, runLane } from '../../src/courier/lane.ts';
import type { Worded } from '../../src/courier/recheck.ts';
import { createSignal } from '../../src/courier/signal.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import type { LaneLeases } from '../../src/outbox/outbox.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import { fakeTime } from '../support/fakeTime.ts';
import { openMemory } from '../support/memory.ts';
import { keyOf } from '../support/names.ts';

const NOON = Date.UTC(2020, 1, 1, 12);

it('gives back what it has at hand when its database fails once', async () => {
  const { clock, leases, outbox, run } = await openLane({ messages: 40 });

  await run({ leases: failingAtRenewal(leases) });

  const { pending, sent, ...others } = await outbox.counts();
  expect(others).toEqual({ sending: 0, failed: 0, expired: 0 });
  expect(pending + sent).toBe(40);
  expect(await leases.hold('lane', 'heir', clock.now(), clock.now() + 1)).toBe(true);
});

it('says all once and late where finding each one’s words takes longer than a lease', async () => {
  const { clock, outbox, run } = await openLane({ messages: 6 });
  const said: string[] = [];

  await run({
    compose: async ([{ target } = announcement('')]) => {
      await clock.sleep(7_000);
      said.push(target.kind === 'channel' ? target.channel : '');
      return WORDED;
    },
  });

  expect(await outbox.counts()).toEqual({ pending: 0, sending: 0, sent: 6, failed: 0, expired: 0 });
  // Composed again once it is out, to see that it still is true.
  expect(said.toSorted()).toEqual(
    ['#0', '#1', '#2', '#3', '#4', '#5'].flatMap((one) => [one, one]),
  );
});

const WORDED: Worded = {
  card: { kind: 'announcement', title: 'Soon', summary: '', blocks: [] },
  leftOut: [],
};

/** A lane whose messages each take 1.3 s to send, and whose leases run for 6 s. */
async function openLane({ messages }: { readonly messages: number }) {
  const database = await openMemory();
  onTestFinished(() => database.close());
  const time = fakeTime(NOON);
  const clock = systemClock;
  const outbox = createOutbox(database.kysely, () => 'lane');
  const leases = createLaneLeases(database.kysely);
  const queue = createOutboxQueue(database, () => 'lane');
  await outbox.enqueue(Array.from({ length: messages }, (_, index) => announcement(`#${index}`)));
  const parts: LaneParts = {
    ...{ queue, outbox, leases, clock, log: silentLog, meter: silentMeter, owner: 'us' },
    reachability: createReachability(database.kysely),
    compose: async () => WORDED,
    pace: {
      ...{ leaseMs: 6_000, sendTimeoutMs: 5_000, spacingMs: 1_000, pollMs: 500 },
      ...{ concurrency: 4, speed: 1 },
    },
  };
  return {
    ...{ clock, leases, outbox },
    run: (other: Partial<LaneParts>) => {
      const messenger = sendingFor((ms) => clock.sleep(ms));
      const never = new AbortController().signal;
      return time.during(runLane({ ...parts, ...other }, 'lane', messenger, createSignal(), never));
    },
  };
}

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
    remove: async () => undefined,
    fate: async () => ({ kind: 'resend' }),
    find: async () => ({ messages: new Map(), isWhole: true }),
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
