import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createAnnouncer } from '../../src/announcements/announcements.ts';
import { type Clock, systemClock } from '../../src/clock.ts';
import { createCourier } from '../../src/courier/courier.ts';
import { createPace } from '../../src/courier/pace.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import type { Outbox } from '../../src/outbox/outbox.ts';
import { targetKey } from '../../src/platform/target.ts';
import { keyOf } from '../../test/support/names.ts';
import { alone, programmeOf } from '../../test/support/programmes.ts';
import type { Verdict } from '../verdict.ts';
import type { Databases } from './databases.ts';
import { ALLOWED_PER_SECOND, createLimitedPlatform } from './limitedPlatform.ts';
import { FROM, KEY, MINUTE_MS, PLATFORM, sowStars, tenTalks } from './starfield.ts';

const PROMISED_SHARE = 0.95;
const PROMISED_CHANNEL_RATE = 0.8;
const CHANNEL = { kind: 'channel', platform: PLATFORM, community: 'us', channel: '#busy' } as const;
/** Of all messages, those to one channel, which takes one a second. */
const CHANNEL_SHARE = 1 / 250;
/** Fewer have no rate. */
const FEWEST_NEWS = 5;
const PATIENCE = 2;

/**
 * Reminders that fall due in one minute, each for another member, and news for one channel
 * beside them, from the tick on: how much of the platform's rate is used.
 */
export async function benchFanOut(
  { name, createUrl }: Databases,
  reminders: number,
): Promise<readonly Verdict[]> {
  const database = await openDatabase(await createUrl(), silentLog);
  const clock = beginningAt(FROM + MINUTE_MS);
  const programme = programmeOf(KEY, tenTalks());
  await sowStars(database, reminders, { minutes: 1, aMinute: reminders });
  const platform = createLimitedPlatform(PLATFORM, clock);
  const stores = createStores(database, clock, platform.messenger.lane);
  const common = { ...stores, clock, log: silentLog, meter: silentMeter };
  const announcer = createAnnouncer({
    ...common,
    programmes: { view: () => programme },
    defaultConference: keyOf(KEY),
  });
  const courier = createCourier({
    ...common,
    messengers: new Map([[PLATFORM, platform.messenger]]),
    compose: createCompose({
      ...stores,
      programmes: { ...alone, get: async () => programme },
    }),
    owner: 'bench',
    pace: createPace(1),
  });
  await stores.subscriptions.put({
    target: CHANNEL,
    leadMinutes: 10,
    language: 'en',
    rooms: [],
    tracks: [],
    kinds: ['notices'],
    since: 0,
  });
  const news = Math.max(FEWEST_NEWS, Math.round(reminders * CHANNEL_SHARE));
  const messages = await enqueueNews(stores.outbox, news);
  await announcer.tick();
  const stop = new AbortController();
  const running = courier.run(stop.signal);
  const wanted = reminders + messages;
  const deadline = performance.now() + (wanted / ALLOWED_PER_SECOND) * 1_000 * PATIENCE + 10_000;
  while (platform.taken.length < wanted && performance.now() < deadline) await delay(100);
  stop.abort();
  await running;
  await database.close();
  return verdicts(name, reminders, wanted, platform);
}

function verdicts(
  name: string,
  reminders: number,
  wanted: number,
  { taken, refused }: ReturnType<typeof createLimitedPlatform>,
): readonly Verdict[] {
  const rate = rateOf(taken);
  const channelRate = rateOf(taken.filter(({ target }) => target === targetKey(CHANNEL)));
  const share = rate / ALLOWED_PER_SECOND;
  const isOnce = taken.length === wanted;
  return [
    {
      promise: `${name}: ${reminders.toLocaleString('en')} reminders at ${PROMISED_SHARE * 100} % of ${ALLOWED_PER_SECOND} a second or more`,
      measured: `${(share * 100).toFixed(1)} % (${taken.length} of ${wanted} taken, ${refused()} refused)`,
      isKept: isOnce && share >= PROMISED_SHARE,
    },
    {
      promise: `${name}: meanwhile one channel at ${PROMISED_CHANNEL_RATE} of its 1 a second or more`,
      measured: channelRate.toFixed(2),
      isKept: channelRate >= PROMISED_CHANNEL_RATE,
    },
  ];
}

/** Messages a second, from the first to the last. */
function rateOf(taken: readonly { readonly at: number }[]): number {
  const [first] = taken;
  const last = taken.at(-1);
  if (first === undefined || last === undefined) return 0;
  return ((taken.length - 1) * 1_000) / (last.at - first.at);
}

async function enqueueNews(outbox: Pick<Outbox, 'enqueue'>, count: number): Promise<number> {
  const to = { target: CHANNEL, conference: keyOf(KEY) };
  const span = { dueAt: FROM, expiresAt: FROM + 24 * 60 * MINUTE_MS };
  const change = { kind: 'edited', talk: 't0', title: 'Talk t0', fields: ['title'] } as const;
  return outbox.enqueue(
    Array.from({ length: count }, (_, version) =>
      delivery(to, { kind: 'notice', change }, span, version),
    ),
  );
}

/** The machine's clock, begun anew. */
function beginningAt(from: number): Clock {
  const behindMs = systemClock.now() - from;
  return { ...systemClock, now: () => systemClock.now() - behindMs };
}
