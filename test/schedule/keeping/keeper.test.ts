import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { silentMeter } from '../../../src/log/meter.ts';
import { silentLog } from '../../../src/log.ts';
import type { Fetched } from '../../../src/schedule/feed.ts';
import {
  createKeeper,
  type FreshVersion,
  type Takeover,
} from '../../../src/schedule/keeping/keeper.ts';
import { ScheduleFormatError } from '../../../src/schedule/refusal.ts';
import { digestOf, type Refusal } from '../../../src/schedule/refusedVersions.ts';
import type { Conference } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey, Source } from '../../../src/schedule/source.ts';
import type { Validators, Version } from '../../../src/schedule/versions.ts';
import { conferenceOf, talkAt } from '../../support/conferences.ts';
import { feedOf } from '../../support/feeds.ts';
import { keyOf } from '../../support/names.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const MINUTE = 60_000;
const SOURCE: Source = { key: keyOf('conf'), address: 'https://example.org/x', trust: 'operator' };

describe('the keeper of schedules', () => {
  it('fetches a conference once, keeps it, and asks again with what the source said', async () => {
    const desk = prepare();

    expect((await desk.keeper.open(SOURCE)).conference).toEqual(desk.conference('first'));
    expect(await desk.keeper.open(SOURCE)).toBe(desk.keeper.get(keyOf('conf')));
    desk.source = 'unchanged';
    await desk.keeper.refresh(keyOf('conf'));

    expect(desk.asked).toEqual([{}, { etag: 'first' }]);
    expect(desk.keeper.status(keyOf('conf'))).toEqual({
      source: SOURCE,
      number: 1,
      takenAt: NINE,
      checkedAt: NINE,
      problem: undefined,
    });
  });

  it('calls a conference as the operator does, in each version and those kept from before', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    const title = 'DemoCon';
    const restarted = desk.restart({ ...SOURCE, title });
    const ours = { ...desk.conference('first'), title };

    expect((await restarted.open(SOURCE)).conference).toEqual(ours);
    desk.source = 'second';
    await restarted.refresh(keyOf('conf'));
    expect(restarted.get(keyOf('conf'))).toMatchObject({ number: 2, conference: ours });
    // The name is not kept with them.
    expect((await desk.restart().open(SOURCE)).conference).toEqual(desk.conference('second'));
  });

  it('names a conference without a name by its address', async () => {
    const desk = prepare();
    desk.source = 'Conference';
    expect((await desk.keeper.open(SOURCE)).conference.title).toBe('example.org');
  });

  it('asks with the latest that the source said of the same bytes', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    for (const said of ['second', 'third']) {
      desk.says = said;
      await desk.keeper.refresh(keyOf('conf'));
    }
    expect(desk.asked).toEqual([{}, { etag: 'first' }, { etag: 'second' }]);
    expect(desk.keeper.status(keyOf('conf'))).toMatchObject({ number: 1 });
  });

  it('uses the last good version when the source is down at start, and says what is wrong', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    const restarted = desk.restart();
    desk.source = new ScheduleFormatError({ kind: 'badStatus', facts: [500] });

    expect((await restarted.open(SOURCE)).conference).toEqual(desk.conference('first'));
    await restarted.refreshDue();

    const problem = { kind: 'unreadable', reason: desk.source };
    expect(restarted.status(keyOf('conf'))?.problem).toEqual({ ...problem, since: NINE });
    desk.now = NINE + MINUTE;
    desk.source = 'second';
    await restarted.refresh(keyOf('conf'));
    expect(restarted.get(keyOf('conf'))?.conference).toEqual(desk.conference('second'));
    expect(restarted.status(keyOf('conf'))).toMatchObject({ number: 2, problem: undefined });
  });

  it('keeps the old version when the new one lost too much', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    desk.source = 'shrunken';

    await desk.keeper.refresh(keyOf('conf'));

    expect(desk.keeper.get(keyOf('conf'))?.conference).toEqual(desk.conference('first'));
    expect(desk.keeper.status(keyOf('conf'))?.problem).toEqual({
      kind: 'shrunken',
      lost: 4,
      of: 10,
      since: NINE,
    });
  });

  it('still says so after a restart, until the source shows what is in use', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    desk.source = 'shrunken';
    await desk.keeper.refresh(keyOf('conf'));

    await desk.keeper.refresh(keyOf('conf'));

    const restarted = desk.restart();
    await restarted.open(SOURCE);
    await restarted.refresh(keyOf('conf'));
    expect(desk.warned).toEqual(['A version is not believed']);
    const flaw = { kind: 'shrunken', lost: 4, of: 10, since: NINE };
    expect(restarted.status(keyOf('conf'))?.problem).toEqual(flaw);

    desk.source = 'first';
    await restarted.refresh(keyOf('conf'));
    expect(restarted.status(keyOf('conf'))?.problem).toBeUndefined();
    expect(desk.refused).toBeUndefined();
  });

  it('has no such problem any more with a version that another process took', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    const other = desk.restart();
    await other.open(SOURCE);
    desk.source = 'shrunken';
    await desk.keeper.refresh(keyOf('conf'));
    desk.source = 'second';
    await other.refresh(keyOf('conf'));

    await desk.keeper.adopt();
    expect(desk.keeper.status(keyOf('conf'))).toMatchObject({ number: 2, problem: undefined });
  });

  it('says so when the last version could not be loaded, until the source is read again', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    desk.aside = { number: 2, takenAt: NINE };
    const restarted = desk.restart();

    await restarted.open(SOURCE);
    expect(restarted.status(keyOf('conf'))?.problem).toEqual({ kind: 'setAside', since: NINE });
    desk.source = 'second';
    await restarted.refreshDue();
    expect(restarted.status(keyOf('conf'))?.problem).toBeUndefined();
  });

  it('refuses a source that nothing was ever read from', async () => {
    const desk = prepare();
    desk.source = new ScheduleFormatError({ kind: 'webPage', facts: [] });

    await expect(desk.keeper.open(SOURCE)).rejects.toThrow('This is a web page (HTML)');
    expect(desk.keeper.get(keyOf('conf'))).toBeUndefined();
  });

  it('adopts what another process took over', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    const other = desk.restart();
    await other.open(SOURCE);
    desk.source = 'second';
    await other.refresh(keyOf('conf'));

    await desk.keeper.adopt();

    expect(desk.keeper.get(keyOf('conf'))?.conference).toEqual(desk.conference('second'));
  });

  it('adopts nothing older than what it took over meanwhile, nor what is not newer', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    const other = desk.restart();
    await other.open(SOURCE);
    desk.source = 'second';
    await other.refresh(keyOf('conf'));
    desk.source = 'third';
    desk.meanwhile = () => desk.keeper.refresh(keyOf('conf'));

    await desk.keeper.adopt();
    expect(desk.keeper.status(keyOf('conf'))?.number).toBe(3);
    expect(desk.keeper.get(keyOf('conf'))?.conference).toEqual(desk.conference('third'));

    desk.meanwhile = () => Promise.reject(new Error('It was read again'));
    await desk.keeper.adopt();
    expect(desk.keeper.get(keyOf('conf'))?.conference).toEqual(desk.conference('third'));
  });

  it('reads two at a time, whoever asks, and each source once', async () => {
    const desk = prepare();
    const sources = Array.from({ length: 8 }, (_, at) => ({ ...SOURCE, key: keyOf(`${at}`) }));

    await Promise.all([...sources, ...sources].map((source) => desk.keeper.open(source)));
    await Promise.all(sources.map(({ key }) => desk.keeper.refresh(key)));

    expect(desk.asked).toHaveLength(16);
    expect(desk.mostReadings()).toBe(2);
  });

  it('asks no source that it let go of, and opens it again for whoever wants it', async () => {
    const desk = prepare();
    const other = { ...SOURCE, key: keyOf('other') };
    for (const source of [SOURCE, other]) await desk.keeper.open(source);

    desk.keeper.keepOnly(new Set([SOURCE.key]));
    desk.now += 60 * MINUTE;
    await desk.keeper.refreshDue();

    expect(desk.asked).toHaveLength(3);
    expect(desk.keeper.get(other.key)).toBeUndefined();
    expect((await desk.keeper.open(other)).conference).toEqual(desk.conference('first'));
    expect(desk.asked).toHaveLength(3);
  });

  it('asks again soon when the clock was set back', async () => {
    const desk = prepare();
    desk.now = NINE + 7 * 24 * 60 * MINUTE;
    await desk.keeper.open(SOURCE);
    desk.now = NINE;

    await desk.keeper.refreshDue();
    await desk.keeper.refreshDue();

    expect(desk.asked).toEqual([{}, { etag: 'first' }]);
  });

  it('asks at its interval, and more often on conference days', async () => {
    const desk = prepare();
    await desk.keeper.open(SOURCE);
    const askedAt: number[] = [];
    for (let minute = -1_440; minute < -1_380; minute += 1) await turn(minute);
    for (let minute = 0; minute < 60; minute += 1) await turn(minute);

    expect(askedAt.filter((minute) => minute < 0)).toEqual([-1_425, -1_410, -1_395]);
    expect(askedAt.filter((minute) => minute >= 0)).toEqual([
      0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55,
    ]);

    async function turn(minute: number): Promise<void> {
      desk.now = NINE + minute * MINUTE;
      const before = desk.asked.length;
      if (minute === -1_440) await desk.keeper.refresh(keyOf('conf'));
      else await desk.keeper.refreshDue();
      if (desk.asked.length > before && minute !== -1_440) askedAt.push(minute);
    }
  });
});

type Shown =
  | 'first'
  | 'Conference'
  | 'second'
  | 'third'
  | 'shrunken'
  | 'unchanged'
  | ScheduleFormatError;

/** A keeper on a desk: its source shows what is put there, its versions lie in a drawer. */
function prepare() {
  const drawer = new Map<ConferenceKey, Version>();
  const asked: Validators[] = [];
  let readings = 0;
  let mostReadings = 0;
  const conference = (title: string): Conference => ({
    ...conferenceOf([talkAt('1', NINE + 60 * MINUTE)]),
    title,
  });
  const desk = {
    now: NINE,
    source: 'first' as Shown,
    /** Of its bytes, where that is not their name. */
    says: undefined as string | undefined,
    asked,
    /** A version that could not be loaded. */
    aside: undefined as { number: number; takenAt: number } | undefined,
    /** A version that was not believed, as the database remembers it. */
    refused: undefined as Refusal | undefined,
    conference,
    /** In the log. */
    warned: [] as string[],
    /** At once. */
    mostReadings: () => mostReadings,
    restart: (defaultSource?: Source) => create(defaultSource),
    /** What happens while a version is on its way from the drawer. */
    meanwhile: async () => {},
  };
  const take = async (fresh: FreshVersion): Promise<Takeover> => {
    if (fresh.conference.title === 'shrunken') {
      const flaw = { kind: 'shrunken', lost: 4, of: 10 } as const;
      desk.refused ??= { digest: digestOf('shrunken'), flaw, since: desk.now };
      return { kind: 'refused', flaw };
    }
    const number = (drawer.get(fresh.key)?.number ?? 0) + 1;
    const version = { ...fresh, number, takenAt: desk.now };
    drawer.set(fresh.key, version);
    return { kind: number === 1 ? 'first' : 'taken', version };
  };
  const create = (defaultSource = SOURCE) =>
    createKeeper({
      defaultSource,
      feed: feedOf(async (_source, known): Promise<Fetched> => {
        asked.push(known);
        if (desk.source instanceof ScheduleFormatError) throw desk.source;
        if (desk.source === 'unchanged') return { kind: 'unchanged' };
        const shown = desk.source;
        return {
          kind: 'fresh',
          bytes: Buffer.from(shown),
          fingerprint: shown,
          validators: { etag: desk.says ?? shown },
        };
      }),
      remember: async () => undefined,
      stopwatch: () => 0,
      decode: async (bytes) => {
        readings += 1;
        mostReadings = Math.max(mostReadings, readings);
        await setImmediate();
        readings -= 1;
        return conference(Buffer.from(bytes).toString());
      },
      versions: {
        latest: async (key) => {
          const found = drawer.get(key);
          await desk.meanwhile();
          return found;
        },
        setAside: async () => desk.aside,
        numbers: async () => new Map([...drawer].map(([key, { number }]) => [key, number])),
      },
      refused: {
        head: async () => desk.refused,
        drop: async () => {
          desk.refused = undefined;
        },
      },
      take,
      clock: { now: () => desk.now, sleep: async () => undefined },
      log: { ...silentLog, warn: (_, message) => void desk.warned.push(message) },
      meter: silentMeter,
      refreshMinutes: 15,
      random: () => 0.5,
    });
  return Object.assign(desk, { keeper: create() });
}
