import { expect, it } from 'vitest';
import { createStores } from '../../adapters/storage/stores.ts';
import { snooze } from '../../src/agenda/snooze.ts';
import { createAnnouncer } from '../../src/announcements/announcements.ts';
import type { AnnouncerWork } from '../../src/announcements/announcerWork.ts';
import { MOST_FOLLOW_MESSAGES } from '../../src/announcements/following/followPlan.ts';
import { seekFollowed } from '../../src/announcements/following/seek.ts';
import { takeOver } from '../../src/announcements/versions/takeover.ts';
import { HOUR_MS, MINUTE_MS } from '../../src/clock.ts';
import { createCourier } from '../../src/courier/courier.ts';
import { STANDING_PACE } from '../../src/courier/pace.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import type { OutboxQueue } from '../../src/outbox/outbox.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import { NO_OVERLAY } from '../../src/programme/overlay.ts';
import { createViews } from '../../src/programme/programmes.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
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
const first = talkAt('1', NINE + 5 * MINUTE_MS, FEEDBACK);
const second = talkAt('2', NINE + 5 * HOUR_MS);
const TALKS = [first, second];
const RECORDED = [{ ...first, links: LINKS }, second];
const SUE = { kind: 'speaker', name: 'Sue' } as const;
const BY_SUE = { speakers: [{ name: 'Sue' }] };

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
    await expect(stage.take('dies', RECORDED)).rejects.toThrow(Killed);
    await stage.take('lives', RECORDED);
    stage.setClock(NINE + 2 * HOUR_MS);
    await stage.send('dies');
    stage.setClock(NINE + 2 * HOUR_MS + MINUTE_MS);
    await stage.send('lives');
    await stage.tick('lives');
    await stage.send('lives');
    expect(stage.sent()).toEqual(['How was it?', 'A recording is up']);
  });

  it('as it plans or sends that there is a new talk by whom one follows leaves that to the next', async () => {
    const stage = await openStage();
    await stage.follow(10);
    await stage.take('lives', [...TALKS, talkAt('3', NINE + 6 * HOUR_MS, BY_SUE)]);
    await expect(stage.seek('dies')).rejects.toThrow(Killed);
    expect(await stage.counts()).toMatchObject({ pending: 0 });
    await stage.seek('lives');
    await stage.sendTwice(NINE);
    await stage.seek('lives');
    await stage.send('lives');
    expect(stage.sent()).toEqual(['New in what you follow']);
  });

  it('as it plans or sends a day’s follows, with the digest of what is beyond, leaves them to the next', async () => {
    const starts = Array.from({ length: MOST_FOLLOW_MESSAGES + 3 }, (_, index) => index);
    const talks = starts.map((minute) =>
      talkAt(`by Sue ${minute}`, NINE + 2 * HOUR_MS + minute * MINUTE_MS, BY_SUE),
    );
    const stage = await openStage(talks);
    await stage.follow(60);
    stage.setClock(NINE + 1.6 * HOUR_MS);
    await stage.tick('dies');
    expect(await stage.counts()).toMatchObject({ pending: 0 });
    await stage.tick('lives');
    await stage.sendTwice(NINE + 1.6 * HOUR_MS);
    await stage.tick('lives');
    await stage.send('lives');
    const digests = stage.sent().filter((title) => title.startsWith('More of what you follow'));
    expect([stage.sent().length, digests.length]).toEqual([MOST_FOLLOW_MESSAGES + 1, 1]);
  });

  it('as it writes down or sends a snoozed reminder leaves it to be said once more, and once', async () => {
    const start = NINE + 15 * MINUTE_MS;
    const stage = await openStage([talkAt('1', start)]);
    stage.setClock(NINE + 6 * MINUTE_MS);
    await stage.tick('lives');
    await stage.sendTwice(NINE + 6 * MINUTE_MS);
    await expect(stage.snooze('dies', start)).rejects.toThrow(Killed);
    expect(await stage.counts()).toMatchObject({ pending: 0 });
    expect(await stage.snooze('lives', start)).toBe('snoozed');
    await stage.sendTwice(NINE + 12 * MINUTE_MS);
    await stage.tick('lives');
    await stage.send('lives');
    expect(stage.sent()).toEqual([
      'On your list: starts in 9 min',
      'On your list: starts in 3 min',
    ]);
  });

  async function openStage(talks: readonly Talk[] = TALKS) {
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
      remove: async () => {},
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
        stores.announcerWork.transaction(async (all) => ended(end, await work(all))),
    });
    const queueOf = (end: End): OutboxQueue => ({
      ...stores.queue,
      settle: async (...settling) => end === 'lives' && stores.queue.settle(...settling),
    });
    const setting = { clock, defaultConference: KEY };
    const take = async (end: End, talks: readonly Talk[]) => {
      const fresh = { key: KEY, fingerprint: JSON.stringify(talks), validators: {} };
      const conference = conferenceOf(talks);
      const taken = await takeOver(workOf(end), { ...fresh, conference }, known, setting);
      if (taken.kind === 'taken' || taken.kind === 'first') known = taken.version;
    };
    await take('lives', talks);
    await stores.memberWork.transaction(async ({ members, stars }) => {
      await members.see({ ref: ada, locale: 'en', seenAt: NINE }, 'p');
      await members.change(ada, { wantsRecordings: true, wantsFeedback: true });
      await stars.add(ada, { conference: KEY, talk: '1', ...startOf(talks) }, NINE);
    });
    await stores.announcerWork.transaction(({ watermark }) => watermark.move(NINE));
    let processes = 0;
    return {
      sent: () => sent.map(({ title }) => title),
      counts: () => stores.outbox.counts(),
      setClock: (to: number) => {
        now = to;
      },
      take,
      follow: (leadMinutes: number) =>
        stores.memberWork.transaction(async ({ follows, stars }) => {
          const talks = known?.conference.talks.filter(({ speakers }) => speakers.length > 0) ?? [];
          const found = {
            version: known?.number ?? 0,
            talks: talks.map(({ id: talk, start }) => ({ talk, start })),
          };
          await follows.add(ada, { conference: KEY, subject: SUE, found }, now);
          await stars.setLead(ada, leadMinutes, now);
        }),
      seek: (end: End) =>
        seekFollowed({ announcerWork: workOf(end), programmes: { view }, setting }, KEY),
      snooze: (end: End, start: number) =>
        stores.memberWork.transaction(async ({ outbox }) => {
          const target = { kind: 'member', platform: ada.platform, member: ada.id } as const;
          const to = { target, conference: KEY };
          const { kind } = await snooze(outbox, to, { minutes: 5, start, again: 1 }, now);
          return ended(end, kind);
        }),
      tick: (end: End) =>
        createAnnouncer({
          ...{ announcerWork: workOf(end), programmes: { view }, defaultConference: KEY },
          ...{ clock, log: silentLog, meter: silentMeter },
        }).tick(),
      /** By one that dies after each arrived, and by the next, a minute later. */
      sendTwice: async (at: number) => {
        now = at;
        await send('dies');
        now = at + MINUTE_MS;
        await send('lives');
      },
      send,
    };

    function send(end: End) {
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
    }
  }
});

type End = 'dies' | 'lives';

function startOf(talks: readonly Talk[]): { readonly start?: number } {
  const starred = talks.find(({ id }) => id === '1');
  return starred === undefined ? {} : { start: starred.start };
}

/** What was worked out, unless whoever did so dies just before it is kept. */
function ended<T>(end: End, done: T): T {
  if (end === 'dies') throw new Killed('Just before it is kept');
  return done;
}

/** Nothing takes long enough here to be given up. */
function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
