import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnouncerWork } from '../../src/announcements/announcerWork.ts';
import { takeOver } from '../../src/announcements/versions/takeover.ts';
import {
  overlaidUpdate,
  overlayUpdate,
  updateOf,
} from '../../src/announcements/versions/update.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { applyOverlay } from '../../src/programme/overlay.ts';
import { diffSchedules } from '../../src/schedule/comparing/changes.ts';
import { succeed } from '../../src/schedule/comparing/succession.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import type { Version } from '../../src/schedule/versions.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { openRehearsalStores } from '../support/rehearsalStores.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const MINUTE = 60_000;
const SETTING = { clock: { now: () => TEN - 60 * MINUTE }, defaultConference: keyOf('conf') };

describe('a takeover', () => {
  it('takes nothing back where another process was faster and its own bytes may be older', async () => {
    const desk = await prepare();
    const first = await desk.take('one', ['1', '2'], undefined);
    const second = await desk.take('two', ['1', '2', '3'], first);

    expect(await desk.take('one and a half', ['1'], first)).toEqual(second);
    expect(desk.told).toEqual(['2 3']);
  });

  it('has ready what answers need of a version before it takes the place of another', async () => {
    const { announcerWork } = await openRehearsalStores();
    const ready: (readonly string[])[] = [];
    const showing = (fingerprint: string, ids: readonly string[]) => ({
      ...{ key: keyOf('conf'), fingerprint, validators: {} },
      conference: conferenceOf(ids.map((id) => talkAt(id, TEN))),
    });
    const first = await takeOver(announcerWork, showing('one', ['1']), undefined, SETTING);
    if (first.kind !== 'first') throw new Error('It was no first one');
    const numbers = () => announcerWork.transaction(({ versions }) => versions.numbers());

    const next = await takeOver(announcerWork, showing('two', ['1', '2']), first.version, {
      ...SETTING,
      ahead: async ({ talks }) => {
        ready.push([...(await numbers()).values(), ...talks.map(({ id }) => id)].map(String));
      },
    });

    expect(next).toMatchObject({ kind: 'taken', version: { number: 2 } });
    expect(ready).toEqual([['1', '1', '2']]);
  });

  it('has a reminder that is due at once fall into the next tick’s window, however long it takes', async () => {
    const stores = await openRehearsalStores();
    let now = TEN;
    const setting = { ...SETTING, clock: { now: () => now } };
    const ada = { platform: 'chat', id: 'ada' };
    const star = { conference: keyOf('conf'), talk: '1', start: TEN + 60 * MINUTE };
    await stores
      .memberWork({ now: () => now, sleep: async () => undefined })
      .transaction(async (all) => {
        await all.members.see({ ref: ada, locale: 'en', seenAt: now }, 'ada');
        await all.stars.add(ada, star, now);
      });
    const showing = (fingerprint: string, start: number) => ({
      ...{ key: keyOf('conf'), fingerprint, validators: {} },
      conference: conferenceOf([talkAt('1', start)]),
    });
    const first = await takeOver(
      stores.announcerWork,
      showing('one', star.start),
      undefined,
      setting,
    );
    if (first.kind !== 'first') throw new Error('Nothing was taken');
    const tick = () => stores.announcerWork.transaction(({ watermark }) => watermark.move(now));
    const slow: AnnouncerWork = {
      transaction: async (work) => {
        now += 3 * MINUTE;
        await tick();
        return stores.announcerWork.transaction(work);
      },
    };

    await takeOver(slow, showing('two', TEN + 9 * MINUTE), first.version, setting);

    const due = await stores.announcerWork.transaction(({ stars }) => stars.due(now - 1, now));
    expect(due).toEqual([{ member: ada, conference: 'conf', talk: '1', dueAt: TEN + 3 * MINUTE }]);
  });

  it('only adopts bytes that another process has taken over already', async () => {
    const desk = await prepare();
    const first = await desk.take('one', ['1'], undefined);
    const second = await desk.take('two', ['1', '2'], first);

    expect(await desk.take('two', ['1', '2'], first)).toEqual(second);
    expect(desk.told).toEqual(['2 2']);
  });

  it('keeps nobody waiting while versions are compared', async () => {
    const desk = await prepare();
    const ids = Array.from({ length: 3_000 }, (_, id) => String(id));
    const first = await desk.take('one', ids, undefined);
    let turns = 0;
    const clockwork = setInterval(() => {
      turns += 1;
    }, 1);

    await desk.take('two', [...ids, 'new'], first);
    clearInterval(clockwork);

    expect(turns).toBeGreaterThan(3);
  });
});

const late = fc.record({
  room: fc.constantFrom('a', 'b', 'nowhere').map(roomSlug),
  minutes: fc.integer({ min: -30, max: 60 }),
  since: fc.integer({ min: -2, max: 8 }).map((half) => TEN + half * 30 * MINUTE),
});

const conferences = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 8 }).map(String),
      half: fc.integer({ min: 0, max: 6 }),
      room: fc.constantFrom('A', 'B'),
      title: fc.constantFrom('Old', 'New'),
      status: fc.constantFrom('scheduled', 'scheduled', 'canceled'),
    }),
    { minLength: 1, maxLength: 8, selector: ({ id }) => id },
  )
  .map((talks) =>
    conferenceOf(
      talks.map(({ id, half, title, ...rest }) =>
        talkAt(id, TEN + half * 30 * MINUTE, { ...rest, title: `${title} ${id}` }),
      ),
    ),
  );

const byHand = fc.record({
  talk: fc.integer({ min: 1, max: 8 }).map(String),
  at: fc.constant(TEN),
  facts: fc.record(
    {
      status: fc.constantFrom('scheduled' as const, 'canceled' as const),
      start: fc.integer({ min: 0, max: 6 }).map((half) => TEN + half * 30 * MINUTE),
      room: fc.constantFrom('a', 'b', 'nowhere').map(roomSlug),
      title: fc.constant('By hand'),
    },
    { requiredKeys: [] },
  ),
  said: fc.constant({}),
});

const overlays = fc.record({
  delays: fc.array(late, { maxLength: 3 }),
  talks: fc.uniqueArray(byHand, { maxLength: 4, selector: ({ talk }) => talk }),
});

describe('an update as a community with an overlay sees it', () => {
  it('is what a comparison of both versions, each with its overlay, finds', () => {
    fc.assert(
      fc.property(conferences, conferences, overlays, overlays, (one, other, former, present) => {
        const next = atOnce(succeed(one, other, 0));
        fc.pre(next.kind === 'taken');
        const { before: known, conference, renames, changes, ids } = next;
        const step = {
          key: keyOf('conf'),
          number: 2,
          at: TEN,
          before: known,
          after: conference,
          renames,
        };

        const seen = overlaidUpdate(atOnce(updateOf({ ...step, changes })), ids, {
          before: former,
          after: present,
        });

        const before = applyOverlay(known, former);
        const after = applyOverlay(conference, present);
        const compared = atOnce(diffSchedules(before, after));
        expect(seen).toEqual(
          atOnce(updateOf({ ...step, before, after, changes: compared.changes })),
        );
      }),
    );
  });

  it('is, between two overlays, what a comparison finds', () => {
    fc.assert(
      fc.property(conferences, overlays, overlays, (conference, former, present) => {
        const before = applyOverlay(conference, former);
        const after = applyOverlay(conference, present);
        const step = { key: keyOf('conf'), number: TEN, at: TEN, before, after };

        const { changes } = atOnce(diffSchedules(before, after));
        expect(overlayUpdate(step)).toEqual(atOnce(updateOf({ ...step, renames: [], changes })));
      }),
    );
  });
});

/** A channel that hears of everything, and versions whose talks have these ids. */
async function prepare() {
  const stores = await openRehearsalStores();
  const told: string[] = [];
  await stores.subscriptions.put({
    target: { kind: 'channel', platform: 'chat', community: 'us', channel: '#all' },
    ...{ leadMinutes: 10, language: 'en', rooms: [], tracks: [], kinds: ['notices'], since: 0 },
  });
  const announcerWork: typeof stores.announcerWork = {
    transaction: (work) =>
      stores.announcerWork.transaction((all) => {
        const enqueue: typeof all.outbox.enqueue = (deliveries) => {
          for (const { subject, batch } of deliveries) {
            const number = batch.split('|').at(-1);
            if (subject.kind === 'notice') told.push(`${number} ${subject.change.talk}`);
          }
          return all.outbox.enqueue(deliveries);
        };
        return work({ ...all, outbox: { ...all.outbox, enqueue } });
      }),
  };
  return {
    told,
    take: async (fingerprint: string, ids: readonly string[], known: Version | undefined) => {
      const conference: Conference = conferenceOf(ids.map((id) => talkAt(id, TEN)));
      const fresh = { key: keyOf('conf'), fingerprint, validators: {}, conference };
      const takeover = await takeOver(announcerWork, fresh, known, SETTING);
      return takeover.kind === 'refused' ? undefined : takeover.version;
    },
  };
}
