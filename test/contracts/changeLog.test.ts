import { expect, it } from 'vitest';
import { createChangeLog, MOST_LOGGED } from '../../adapters/storage/communities/changeLog.ts';
import { createKnownSources } from '../../adapters/storage/communities/knownSources.ts';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createAnnouncerWork } from '../../adapters/storage/deliveries/announcerWork.ts';
import type { AnnouncerWork } from '../../src/announcements/announcerWork.ts';
import { takeOver } from '../../src/announcements/versions/takeover.ts';
import type { ChangeStep } from '../../src/outbox/changeLog.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import type { Version } from '../../src/schedule/versions.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const CONF = keyOf('conf');
const TEN = Date.UTC(2020, 1, 1, 10);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

forEachDatabase('the changes of a schedule', ({ open }) => {
  it('are kept with the version that brings them, from the first version on', async () => {
    const { log, take } = stage(await open());

    await take(['1'], TEN - 120 * MINUTE);
    expect(await log.since(CONF, 0)).toEqual({
      knownFrom: TEN - 120 * MINUTE,
      steps: [{ number: 1, at: TEN - 120 * MINUTE, changes: [], ids: new Map(), renames: [] }],
    });
    await take(['1', '2'], TEN - 60 * MINUTE);
    const after = { start: TEN, end: TEN + 25 * MINUTE, room: 'A' };
    expect(await log.since(CONF, TEN - 120 * MINUTE)).toEqual({
      knownFrom: TEN - 120 * MINUTE,
      steps: [
        {
          number: 2,
          at: TEN - 60 * MINUTE,
          changes: [{ kind: 'new', talk: '2', title: 'Talk 2', after, fields: [] }],
          ids: new Map(),
          renames: [],
        },
      ],
    });
    expect((await log.since(CONF, TEN - 60 * MINUTE)).steps).toEqual([]);
    expect(await log.since(keyOf('other'), 0)).toEqual({ knownFrom: undefined, steps: [] });
  });

  it('are not kept of a takeover that does not come to its end', async () => {
    const database = await open();
    const { log, take } = stage(database);
    const first = await take(['1'], TEN - 120 * MINUTE);
    const dying: AnnouncerWork = {
      transaction: (work) =>
        createAnnouncerWork(database).transaction(async (stores) => {
          await work(stores);
          throw new Error('killed');
        }),
    };
    const setting = { clock: { now: () => TEN }, defaultConference: CONF };

    await expect(takeOver(dying, showing(['1', '2']), first, setting)).rejects.toThrow('killed');

    expect((await log.since(CONF, TEN - 120 * MINUTE)).steps).toEqual([]);
  });

  it('are those that came after the first of that time, wherever the clock went', async () => {
    const log = createChangeLog((await open()).kysely);
    for (const one of [step(1, 10), step(2, 100), step(3, 20), step(4, 30)])
      await log.record(CONF, one);

    const numbers = async (since: number) =>
      (await log.since(CONF, since)).steps.map(({ number }) => number);
    expect(await numbers(15)).toEqual([2, 3, 4]);
    expect(await numbers(100)).toEqual([]);
  });

  it('keep other ids and other names, and nothing of versions that tell nothing', async () => {
    const log = createChangeLog((await open()).kysely);
    const renames = [{ kind: 'room', before: 'A', after: 'B' }] as const;
    const told = { ...step(2, 20), changes: [], ids: new Map([['1', '9']]), renames };
    await log.record(CONF, told);
    await log.record(CONF, { ...step(3, 30), changes: [] });

    expect((await log.since(CONF, 0)).steps).toEqual([told]);
  });

  it('fill no disk: the oldest go, and the last stays however large', async () => {
    const log = createChangeLog((await open()).kysely);
    for (const number of [1, 2, 3]) await log.record(CONF, step(number, number, 1_500_000));
    expect(await log.since(CONF, 0)).toMatchObject({ knownFrom: 2, steps: [{}, {}] });

    await log.record(CONF, step(4, 4, MOST_LOGGED + 1));
    expect(await log.since(CONF, 0)).toMatchObject({ knownFrom: 4, steps: [{ number: 4 }] });
  });

  it('make way for those of a version that begins to count anew', async () => {
    const log = createChangeLog((await open()).kysely);
    for (const one of [step(1, 10), step(2, 20), step(1, 30)]) await log.record(CONF, one);

    expect((await log.since(CONF, 0)).steps).toEqual([step(1, 30)]);
  });

  it('go with their conference, and with a source that nobody uses', async () => {
    const { kysely } = await open();
    const log = createChangeLog(kysely);
    const source = sourceOf('https://one.example', undefined, 'chat');
    for (const key of [CONF, keyOf('other'), source.key]) await log.record(key, step(1, 10));
    const known = async () =>
      (await kysely.selectFrom('schedule_changes').select('conference').execute()).map(
        ({ conference }) => conference,
      );

    await log.forget([]);
    await log.forget([CONF]);
    expect((await known()).toSorted()).toEqual([source.key, 'other'].toSorted());
    const sources = createKnownSources(kysely);
    await sources.note(source);
    await sources.letGo(CONF, 0, DAY);
    await sources.letGo(CONF, DAY, 8 * DAY);
    expect(await known()).toEqual(['other']);
  });
});

function step(number: number, at: number, size = 1): ChangeStep {
  const title = 'x'.repeat(size);
  const after = { start: TEN, end: TEN };
  const changes = [{ kind: 'new', talk: '1', title, after, fields: [] }] as const;
  return { number, at, changes, ids: new Map(), renames: [] };
}

function showing(talks: readonly string[]) {
  const conference = conferenceOf(talks.map((id) => talkAt(id, TEN)));
  return { key: CONF, fingerprint: talks.join(), validators: {}, conference };
}

function stage(database: Database) {
  const announcerWork = createAnnouncerWork(database);
  let known: Version | undefined;
  return {
    log: createChangeLog(database.kysely),
    take: async (talks: readonly string[], now: number) => {
      const setting = { clock: { now: () => now }, defaultConference: CONF };
      const takeover = await takeOver(announcerWork, showing(talks), known, setting);
      if (takeover.kind === 'refused') throw new Error('It was refused');
      known = takeover.version;
      return known;
    },
  };
}
