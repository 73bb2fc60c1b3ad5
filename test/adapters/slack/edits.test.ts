import { expect, test } from 'vitest';
import { singleInstallation } from '../../../adapters/slack/connection/access.ts';
import { createSendingClients } from '../../../adapters/slack/connection/clients.ts';
import { createMessenger } from '../../../adapters/slack/sending/messenger.ts';
import { createOutbox } from '../../../adapters/storage/deliveries/outbox.ts';
import { createOutboxQueue } from '../../../adapters/storage/deliveries/outboxQueue.ts';
import { createReachability } from '../../../adapters/storage/deliveries/reachability.ts';
import { createLaneLeases } from '../../../adapters/storage/leases.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { systemClock } from '../../../src/clock.ts';
import { createCourier } from '../../../src/courier/courier.ts';
import { createPace } from '../../../src/courier/pace.ts';
import { silentMeter } from '../../../src/log/meter.ts';
import { silentLog } from '../../../src/log.ts';
import { type Addressee, type Delivery, delivery } from '../../../src/outbox/delivery.ts';
import { listDelivery } from '../../../src/outbox/kinds/memberList.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { openMemory } from '../../support/memory.ts';
import { keyOf } from '../../support/names.ts';

const HOUR = 3_600_000;
const NAMES = Array.from({ length: 6 }, (_, index) => `person-${index}`);

/** The real courier and the real adapter; what a message says is its kind. */
async function courierOn(slack: Slack) {
  const api = { apiUrl: slack.apiUrl, log: silentLog };
  const installations = singleInstallation(slack.botToken, api);
  const stopping = new AbortController();
  await installations.open(stopping.signal);
  const messenger = createMessenger(createSendingClients(installations, api), systemClock);
  const database = await openMemory();
  const outbox = createOutbox(database.kysely, messenger.lane);
  const courier = createCourier({
    ...{
      outbox,
      queue: createOutboxQueue(database, messenger.lane),
      leases: createLaneLeases(database.kysely),
    },
    messengers: new Map([['slack', messenger]]),
    compose: async ([first]) => ({
      card: confirmationCard(String(first?.subject.kind), 'Words.'),
      leftOut: [],
    }),
    ...{
      reachability: createReachability(database.kysely),
      clock: systemClock,
      log: silentLog,
      meter: silentMeter,
    },
    ...{ owner: 'us', pace: createPace(1) },
  });
  const running = courier.run(stopping.signal);
  return {
    messenger,
    enqueue: async (deliveries: readonly Delivery[]) => {
      await outbox.enqueue(deliveries);
      courier.wake();
    },
    stop: async () => {
      stopping.abort();
      await running;
      await database.close();
    },
  };
}

test('lists that Slack lets nobody edit for a while hold up no reminder, no list that is new, and are edited then', async ({
  onTestFinished,
}) => {
  const slack = await startSlack({ workspaces: [{ name: 'conference', users: NAMES }] });
  onTestFinished(() => slack.stop());
  const { enqueue, stop } = await courierOn(slack);
  onTestFinished(stop);
  const now = systemClock.now();
  const to = (name: string): Addressee => {
    const member = `${slack.teamId()}/${slack.user(name).id}`;
    return { target: { kind: 'member', platform: 'slack', member }, conference: keyOf('fosdem20') };
  };
  const list = (name: string): Delivery => listDelivery(to(name), now);
  const reminder = (name: string): Delivery =>
    delivery(
      to(name),
      { kind: 'reminder', talk: '7', start: now + HOUR },
      { dueAt: now, expiresAt: now + HOUR },
    );
  const received = () =>
    NAMES.map((name) => slack.dms(name).map(({ text }) => text.split('\n')[0]));
  const [newcomer = '', ...members] = NAMES;

  await enqueue(members.map(list));
  await expect.poll(received).toEqual([[], ...members.map(() => ['list'])]);

  slack.fail({ method: 'chat.update' }, { kind: 'rate-limit', retryAfterS: 6 });
  const limitedAt = performance.now();
  await enqueue(members.map(list));
  await expect.poll(() => edits()).toHaveLength(1);
  await enqueue([list(newcomer), ...members.map(reminder)]);
  await expect.poll(received).toEqual([['list'], ...members.map(() => ['list', 'reminder'])]);
  expect(performance.now() - limitedAt).toBeLessThan(6_000);
  expect(edits()).toHaveLength(1);

  await expect.poll(() => edits().length).toBeGreaterThan(1);
  const [limited, next] = edits().map(({ at }) => at);
  expect((next ?? 0) - (limited ?? 0)).toBeGreaterThanOrEqual(6_000);
  expect(slack.violations).toEqual([]);

  function edits() {
    return slack.calls.filter(({ method }) => method === 'chat.update');
  }
});
