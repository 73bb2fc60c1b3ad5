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
import { type Say, sayDelivery } from '../../src/outbox/kinds/say.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import { keyOf } from '../../test/support/names.ts';
import { alone, programmeOf } from '../../test/support/programmes.ts';
import { ALLOWED_PER_SECOND, createLimitedPlatform } from '../delivery/limitedPlatform.ts';
import { FROM, KEY, MINUTE_MS, PLATFORM, sowStars, tenTalks } from '../delivery/starfield.ts';
import { judge, type Verdict } from '../verdict.ts';

const SAID_TO = 10_000;
const REMINDERS_A_MINUTE = 300;
const MINUTES = 3;
/** What reminders may come later than they would with nothing beside them. */
const PROMISED_MS = 2_000;
const COMMUNITY = { platform: PLATFORM, id: 'us' };
const SAY: Say = {
  ...{ id: 'say', community: COMMUNITY, conference: keyOf(KEY), text: 'Lunch is here' },
  ...{ audience: { kind: 'starred', talk: 't0' }, edition: 1, state: 'sent', madeAt: FROM },
};

await judge({ say: benchSay }, process.argv.slice(3));

/** Something said to many, and reminders that fall due each minute while it leaves. */
async function benchSay(): Promise<readonly Verdict[]> {
  const database = await openDatabase('sqlite::memory:', silentLog);
  const clock = beginningAt(FROM);
  const programme = programmeOf(KEY, tenTalks());
  await sowStars(database, SAID_TO, { minutes: MINUTES, aMinute: REMINDERS_A_MINUTE });
  const platform = createLimitedPlatform(PLATFORM, clock);
  const sent: { readonly kind: string; readonly at: number }[] = [];
  const stores = createStores(database, clock, platform.messenger.lane);
  const common = { ...stores, clock, log: silentLog, meter: silentMeter };
  const announcer = createAnnouncer({
    ...common,
    programmes: { view: () => programme },
    defaultConference: keyOf(KEY),
  });
  const courier = createCourier({
    ...common,
    messengers: new Map([[PLATFORM, watched(platform.messenger, clock, sent)]]),
    compose: createCompose({ ...stores, programmes: { ...alone, get: async () => programme } }),
    owner: 'bench',
    pace: createPace(1),
  });
  const members = await database.kysely.selectFrom('members').select('id').execute();
  await stores.says.add(SAY);
  const begun = performance.now();
  await stores.outbox.enqueue(
    members.map(({ id }) => {
      const target = { kind: 'member', platform: PLATFORM, member: id } as const;
      return sayDelivery({ target, conference: keyOf(KEY), community: COMMUNITY }, 'say', FROM);
    }),
  );
  const queuedMs = performance.now() - begun;
  const stop = new AbortController();
  const running = courier.run(stop.signal);
  const late: number[] = [];
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    const at = FROM + minute * MINUTE_MS;
    await delay(at - clock.now());
    const before = sent.length;
    await announcer.tick();
    courier.wake();
    await delay(MINUTE_MS / 2);
    const reminders = sent.slice(before).filter(({ kind }) => kind === 'reminder');
    late.push(Math.max(...reminders.map((one) => one.at - at)));
  }
  const deadline = FROM + 2 * ((members.length / ALLOWED_PER_SECOND) * 1_000 + MINUTES * MINUTE_MS);
  const all = members.length + MINUTES * REMINDERS_A_MINUTE;
  while (sent.length < all && clock.now() < deadline) await delay(200);
  stop.abort();
  await running;
  await database.close();
  return verdicts(sent, members.length, late, queuedMs);
}

function verdicts(
  sent: readonly { readonly kind: string; readonly at: number }[],
  members: number,
  late: readonly number[],
  queuedMs: number,
): readonly Verdict[] {
  const reminders = sent.filter(({ kind }) => kind === 'reminder').length;
  const said = sent.length - reminders;
  const alone = (REMINDERS_A_MINUTE / ALLOWED_PER_SECOND) * 1_000;
  const worst = Math.max(...late);
  const first = sent.at(0)?.at ?? 0;
  const rate = ((sent.length - 1) * 1_000) / ((sent.at(-1)?.at ?? 0) - first);
  return [
    {
      promise: `said to ${members.toLocaleString('en')}, once each, queued at once`,
      measured: `${said} sent, ${queuedMs.toFixed(0)} ms to queue, ${((rate / ALLOWED_PER_SECOND) * 100).toFixed(1)} % of the rate`,
      isKept: said === members,
    },
    {
      promise: `${REMINDERS_A_MINUTE} reminders a minute beside it, the last at most ${PROMISED_MS / 1_000} s later than alone (${alone / 1_000} s)`,
      measured: `${(worst / 1_000).toFixed(1)} s, ${(worst / alone).toFixed(2)} × (${reminders} sent)`,
      isKept: reminders === MINUTES * REMINDERS_A_MINUTE && worst <= alone + PROMISED_MS,
    },
  ];
}

/** Of what arrived: what it was, and when. */
function watched(
  messenger: Messenger,
  clock: Pick<Clock, 'now'>,
  sent: { readonly kind: string; readonly at: number }[],
): Messenger {
  return {
    ...messenger,
    send: async (dispatch, ...rest) => {
      const id = await messenger.send(dispatch, ...rest);
      sent.push({ kind: dispatch.card.kind, at: clock.now() });
      return id;
    },
  };
}

/** The machine's clock, begun anew. */
function beginningAt(from: number): Clock {
  const behindMs = systemClock.now() - from;
  return { ...systemClock, now: () => systemClock.now() - behindMs };
}
