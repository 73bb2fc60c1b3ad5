import { expect, it } from 'vitest';
import { createStores } from '../../adapters/storage/stores.ts';
import { createAnnouncer } from '../../src/announcements/announcements.ts';
import type { AnnouncerWork } from '../../src/announcements/announcerWork.ts';
import { takeOver } from '../../src/announcements/takeover.ts';
import { HOUR_MS } from '../../src/clock.ts';
import { createCourier } from '../../src/courier/courier.ts';
import { STANDING_PACE } from '../../src/courier/pace.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { silentLog } from '../../src/log.ts';
import { silentMeter } from '../../src/meter.ts';
import type { OutboxQueue } from '../../src/outbox/outbox.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import { NO_OVERLAY } from '../../src/programme/overlay.ts';
import { createViews } from '../../src/programme/programmes.ts';
import type { Version } from '../../src/schedule/versions.ts';
import { forEachDatabase } from '../contracts/databases.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';
import { alone, noIndexing } from '../support/programmes.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const KEY = keyOf('conf');
const ada = { platform: 'chat', id: 'ada' };
const LINKS = [{ title: 'Recording', url: 'https://video.example/1' }];
const FEEDBACK = { feedbackUrl: 'https://feedback.example/' };
const MINUTE_MS = 60_000;

class Killed extends Error {}

forEachDatabase('A process that dies', ({ open }) => {
  it('as it plans or sends a recording or a question leaves it to be said once by the next', async () => {
    const stage = await openStage();
    // At 10:00 it is asked how it was; whoever plans that dies before it is kept, whoever sends it after it was sent.
    stage.setClock(NINE + HOUR_MS);
    await stage.tick('dies');
    expect(await stage.counts()).toMatchObject({ pending: 0 });
    await stage.tick('lives');
    await stage.send('dies');
    stage.setClock(NINE + HOUR_MS + MINUTE_MS);
    await stage.send('lives');
    expect(stage.sent()).toEqual(['How was it?']);

    // At 10:30 a version brings the recording, in the same way.
    stage.setClock(NINE + 1.5 * HOUR_MS);
    await expect(stage.take('dies')).rejects.toThrow(Killed);
    await stage.take('lives');
    stage.setClock(NINE + 2 * HOUR_MS);
    await stage.send('dies');
    stage.setClock(NINE + 2 * HOUR_MS + MINUTE_MS);
    await stage.send('lives');
    await stage.tick('lives');
    await stage.send('lives');
    expect(stage.sent()).toEqual(['How was it?', 'A recording is there']);
  });

  async function openStage() {
    const database = await open();
    let now = NINE;
    const clock = { now: () => now, sleep: untilAborted };
    const stores = createStores(database, clock, () => 'lane');
    let known: Version | undefined;
    const sent: { readonly key: string; readonly title: string }[] = [];
    const messenger: Messenger = {
      lane: () => 'lane',
      spacing: () => 0,
      send: async ({ attemptKey, card }) => {
        sent.push({ key: attemptKey, title: card.title });
        return attemptKey;
      },
      edit: async () => {},
      fate: async ({ attemptKey }) =>
        sent.some(({ key }) => key === attemptKey)
          ? { kind: 'arrived', messageId: attemptKey }
          : { kind: 'resend' },
      find: async (_target, keys) => {
        const found = sent.filter(({ key }) => keys.includes(key));
        return { messages: new Map(found.map(({ key }) => [key, key])), isWhole: true };
      },
    };
    const view = createViews(() => known, noIndexing);
    const workOf = (end: End): AnnouncerWork => ({
      transaction: (work) =>
        stores.announcerWork.transaction(async (all) => {
          const done = await work(all);
          if (end === 'dies') throw new Killed('Just before it is kept');
          return done;
        }),
    });
    const queueOf = (end: End): OutboxQueue => ({
      ...stores.queue,
      settle: async (...settling) => end === 'lives' && stores.queue.settle(...settling),
    });
    const setting = { clock, defaultConference: KEY };
    const take = async (end: End, links: typeof LINKS | readonly []) => {
      const talk = talkAt('1', NINE + 5 * MINUTE_MS, { ...FEEDBACK, links });
      const fresh = { key: KEY, fingerprint: String(links.length), validators: {} };
      const conference = conferenceOf([talk, talkAt('2', NINE + 5 * HOUR_MS)]);
      const taken = await takeOver(workOf(end), { ...fresh, conference }, known, setting);
      if (taken.kind === 'taken' || taken.kind === 'first') known = taken.version;
    };
    await take('lives', []);
    await stores.memberWork.transaction(async ({ members, stars }) => {
      await members.see({ ref: ada, locale: 'en', seenAt: NINE }, 'p');
      await members.change(ada, { wantsRecordings: true, wantsFeedback: true });
      await stars.add(ada, { conference: KEY, talk: '1' }, NINE);
    });
    await stores.announcerWork.transaction(({ watermark }) => watermark.move(NINE));
    let processes = 0;
    return {
      sent: () => sent.map(({ title }) => title),
      counts: () => stores.outbox.counts(),
      setClock: (to: number) => {
        now = to;
      },
      take: (end: End) => take(end, LINKS),
      tick: (end: End) =>
        createAnnouncer({
          ...{ announcerWork: workOf(end), programmes: { view }, defaultConference: KEY },
          ...{ clock, log: silentLog, meter: silentMeter },
        }).tick(),
      send: (end: End) => {
        processes += 1;
        return createCourier({
          ...stores,
          ...{ queue: queueOf(end), clock, log: silentLog, meter: silentMeter },
          compose: createCompose({
            ...stores,
            programmes: { ...alone, get: async (key) => view(key, NO_OVERLAY) },
          }),
          owner: `process ${processes}`,
          pace: STANDING_PACE,
          messengers: new Map([['chat', messenger]]),
        }).drain();
      },
    };
  }
});

type End = 'dies' | 'lives';

/** Nothing takes long enough here to be given up. */
function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
