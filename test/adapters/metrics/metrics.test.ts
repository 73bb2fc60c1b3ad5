import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../support/instants.ts';
import { openDay, PRIVATE } from './day.ts';
import { FOLDER, monitoring } from './monitoring.ts';
import { seriesOf, valuesOf } from './series.ts';

type Day = Awaited<ReturnType<typeof openDay>>;

let day: Day;
let page: string;
const counted = (name: string) => valuesOf(page, name);

beforeAll(async () => {
  day = await openDay();
  const asOrganiser = { subcommand: 'announce' };
  const everything = { channel: 'pier', kinds: 'announcements,notices,digest' };
  await day.command('conference', everything, asOrganiser);
  await day.command('conference', { channel: 'vault' }, asOrganiser);
  await day.press('h1:devroom:star:10316', 'emmy');
  await day.press('h1:devroom:nonsense', 'emmy');
  await day.command('talk', { query: 'podman' });
  await day.command('harbour', { question: 'grace' });
  await day.suggest('podman');
  await day.run('2020-02-01T10:19+01:00');
  day.lobby.close('2020-02-01T10:24:30+01:00');
  await day.run('2020-02-01T11:30+01:00');
  await day.command('conference', { room: 'UD2.208', minutes: '5' }, { subcommand: 'delay' });
  day.source.show((text) => text.replace('Lazy distribution of container', 'Idle distribution of'));
  await day.run('2020-02-01T12:40+01:00');
  day.source.takeAway();
  await day.run('2020-02-01T13:30+01:00');
  day.lobby.close('2020-02-01T16:00+01:00');
  await day.run('2020-02-01T14:10+01:00');
  page = await day.page();
});
afterAll(() => day.end());

describe('After a day, the metrics', () => {
  it('count the deliveries as the database does, by kind and outcome', async () => {
    const rows = await day.kysely
      .selectFrom('outbox')
      .select(({ fn }) => ['platform', 'kind', 'state', fn.countAll<number>().as('count')])
      .where('state', 'in', ['sent', 'failed', 'expired'])
      // A list is one row, however often it is written anew.
      .where('kind', '<>', 'list')
      .groupBy(['platform', 'kind', 'state'])
      .execute();
    const inDatabase = rows.map((row) => [`${row.platform} ${row.kind} ${row.state}`, row.count]);
    const { 'lobby list sent': lists, ...others } = counted('hallway_deliveries_total');
    expect(others).toEqual(Object.fromEntries(inDatabase));
    expect(Object.keys(others)).toEqual(
      expect.arrayContaining([
        'lobby announcement failed',
        'lobby announcement sent',
        'lobby digest sent',
        'lobby roomDelay sent',
        'lobby reminder sent',
      ]),
    );
    expect(lists).toBe(day.lobby.titles.filter((title) => title === 'My talks').length);
  });

  it('show how late each was, as the database has it', async () => {
    const rows = await day.kysely
      .selectFrom('outbox')
      .select(['kind', 'due_at', 'sent_at'])
      .where('state', '=', 'sent')
      .where('kind', '<>', 'list')
      .execute();
    const seconds = rows.map(({ sent_at, due_at }) => ((sent_at ?? 0) - due_at) / 1_000);
    const buckets = seriesOf(page).filter(
      ({ name, labels }) =>
        name === 'hallway_delivery_lateness_seconds_bucket' && labels['kind'] !== 'list',
    );
    const upTo = (le: string) =>
      buckets.reduce((sum, { labels, value }) => sum + (labels['le'] === le ? value : 0), 0);
    for (const le of ['1', '60', '120', '300', '600', '+Inf']) {
      const limit = le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
      expect([le, upTo(le)]).toEqual([le, seconds.filter((each) => each <= limit).length]);
    }
    expect(upTo('+Inf')).toBeGreaterThan(upTo('120'));
  });

  it('count what was planned, and each tick', async () => {
    const planned = await day.kysely
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('kind', 'in', ['announcement', 'reminder', 'digest'])
      .executeTakeFirstOrThrow();
    expect(counted('hallway_deliveries_planned_total')).toEqual({ '': planned.count });
    // Whoever subscribes a channel does not wait for the next minute.
    expect(counted('hallway_ticks_total')).toEqual({ done: day.turns() + 2 });
    expect(counted('hallway_last_tick_timestamp_seconds')).toEqual({
      '': at('2020-02-01T14:09+01:00') / 1_000,
    });
  });

  it('show what waits, and since when', async () => {
    const waiting = await day.kysely
      .selectFrom('outbox')
      .select(['state', 'due_at'])
      .where('ready_at', 'is not', null)
      .execute();
    const states = Object.entries(Object.groupBy(waiting, ({ state }) => state));
    expect(waiting.length).toBeGreaterThan(0);
    expect(counted('hallway_outbox_deliveries')).toEqual(
      Object.fromEntries(states.map(([state, rows]) => [`lobby ${state}`, rows?.length])),
    );
    expect(counted('hallway_outbox_oldest_due_timestamp_seconds')).toEqual({
      lobby: Math.min(...waiting.map(({ due_at }) => due_at)) / 1_000,
    });
  });

  it('tell how often and for how long the platform had a lane rest', () => {
    expect(day.lobby.rests).toHaveLength(2);
    expect(counted('hallway_lane_rests_total')).toEqual({ lobby: 2 });
    const restMs = day.lobby.rests.reduce((sum, each) => sum + each, 0);
    expect(counted('hallway_lane_rest_seconds_total')['lobby']).toBeCloseTo(restMs / 1_000, 3);
    expect(counted('hallway_lanes')).toEqual({ '': 1 });
  });

  it('tell how the source is, and when it was last read', () => {
    expect(counted('hallway_sources')).toEqual({ unreadable: 1 });
    const { unchanged = 0, unreadable = 0, ...others } = counted('hallway_source_checks_total');
    expect(others).toEqual({ first: 1, taken: 1 });
    expect([unchanged > 10, unreadable > 5]).toEqual([true, true]);
    const [lastRead = 0] = Object.values(counted('hallway_oldest_source_timestamp_seconds'));
    expect(lastRead * 1_000).toBeGreaterThan(at('2020-02-01T12:25+01:00'));
    expect(lastRead * 1_000).toBeLessThan(at('2020-02-01T12:40+01:00'));
  });

  it('count requests by name and by what came of them, and time them', () => {
    const requests = {
      'lobby command conference answered': 3,
      'lobby command talk answered': 1,
      'lobby command unknown refused': 1,
      'lobby press star answered': 1,
      'lobby press unknown refused': 1,
      'lobby suggest talk answered': 1,
    };
    expect(counted('hallway_requests_total')).toEqual(requests);
    expect(counted('hallway_request_duration_seconds_count')).toEqual({
      'command conference': 3,
      'command talk': 1,
      'command unknown': 1,
      'press star': 1,
      'press unknown': 1,
      'suggest talk': 1,
    });
  });

  it('show the platforms, the database and the process', () => {
    expect(counted('hallway_platform_ready')).toEqual({ lobby: 1 });
    expect(counted('hallway_database_up')).toEqual({ '': 1 });
    const names = new Set(seriesOf(page).map(({ name }) => name));
    expect(names).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(names).toContain('process_resident_memory_bytes');
  });

  it('name no person, no community and no address, and are few', () => {
    const labels = seriesOf(page).flatMap((series) => Object.values(series.labels));
    expect(labels.filter((label) => PRIVATE.some((name) => label.includes(name)))).toEqual([]);
    const series = page.split('\n').filter((line) => line.startsWith('hallway_'));
    const ofKinds = Map.groupBy(series, (line) => /^hallway_deliver.*kind="(\w+)"/.exec(line)?.[1]);
    const others = ofKinds.get(undefined) ?? [];
    ofKinds.delete(undefined);
    // Ten steps of lateness with their sum and count, and five outcomes.
    expect([...ofKinds].filter(([, lines]) => lines.length > 17)).toEqual([]);
    expect(ofKinds.size).toBeLessThan(25);
    expect(others.length).toBeLessThan(146);
  });
});

describe('docs/monitoring', () => {
  it('asks for nothing that is not served', async () => {
    const { questions } = await monitoring();
    expect(questions.length).toBeGreaterThan(30);
    const served = [...seriesOf(page), { name: 'up', labels: {}, value: 1 }];
    expect(questions.flatMap((question) => question.objections(served))).toEqual([]);
  });

  it('finds what is not served', async () => {
    const { questionOf } = await monitoring();
    const served = seriesOf(page);
    const objections = (expr: string) => questionOf('here', expr).objections(served);
    expect(objections('hallway_ticks_total{outcome="done"} > 1')).toEqual([]);
    expect(objections('rate(hallway_tocks_total[5m])')).toEqual([
      'here: hallway_tocks_total is not served',
    ]);
    expect(objections('sum by (colour) (hallway_lanes)')).toEqual(['here: no label colour']);
    expect(objections('hallway_ticks_total{outcome="lost"}')).toEqual([
      'here: no hallway_ticks_total with outcome="lost"',
    ]);
    expect(objections('hallway_ticks_total{outcome=~"lo.t"}')).toEqual([
      'here: no hallway_ticks_total with outcome=~"lo.t"',
    ]);
    expect(objections('sum(hallway_lanes')).toEqual(['here: cannot be read at “”']);
  });

  it('shows all that Hallway tells', async () => {
    const { questions } = await monitoring();
    const asked = new Set(questions.flatMap(({ names }) => names));
    const families = [...page.matchAll(/^# TYPE (hallway_\w+) (\w+)$/gm)];
    const unseen = families
      .map(([, name, type]) => (type === 'histogram' ? `${name}_bucket` : name))
      .filter((name) => name !== undefined && !asked.has(name));
    expect(unseen).toEqual([]);
  });
});

const HAS_PROMTOOL = spawnSync('promtool', ['--version']).status === 0;

it.skipIf(!HAS_PROMTOOL)('the alerts come when they should, says promtool', () => {
  const { status, stderr } = spawnSync('promtool', ['test', 'rules', 'alerts.test.yaml'], {
    cwd: FOLDER,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});
