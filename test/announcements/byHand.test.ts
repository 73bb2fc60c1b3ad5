import { describe, expect, it } from 'vitest';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { roomSlug } from '../support/names.ts';
import { COMMUNITY, createWorld, MINUTE_MS, told, type World } from '../support/world.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const TEN = NINE + 60 * MINUTE_MS;
const ELEVEN = TEN + 60 * MINUTE_MS;
const OTHERS = { platform: COMMUNITY.platform, id: 'they' };
const talks = [
  talkAt('1', TEN, { title: 'Pods' }),
  talkAt('2', TEN, { title: 'Nodes', room: 'B' }),
  talkAt('3', ELEVEN, { title: 'Clouds' }),
];
const conference = conferenceOf(talks);

/** The same with some of its talks otherwise. */
function withTalks(changed: Readonly<Record<string, Partial<Talk>>>): Conference {
  const { rooms, ...rest } = conferenceOf(
    talks.map((talk) => {
      const next = { ...talk, ...changed[talk.id] };
      return { ...next, end: next.start + talk.end - talk.start };
    }),
  );
  return { ...rest, rooms: conference.rooms.length > rooms.length ? conference.rooms : rooms };
}

async function stage(): Promise<World> {
  const world = await createWorld(conference, NINE);
  await world.subscribe('#all');
  await world.star('ada', '1');
  await world.tick();
  return world;
}

const seen = async (world: World, id: string, where = COMMUNITY) =>
  (await world.seen(where)).timetable.talk(id);

describe('a talk that organisers cancel', () => {
  it('is told of once, reminds nobody, and is on again once it is restored', async () => {
    const world = await stage();

    expect(await world.change('1', { kind: 'cancel' }, 'look')).toMatchObject({
      change: { kind: 'canceled' },
      channels: 1,
      members: 1,
    });
    await world.tick();
    expect(told(world.posts)).toEqual([]);

    await world.change('1', { kind: 'cancel' });
    await world.tick();
    expect(told(world.posts)).toEqual(['09:00 #all canceled 1', '09:00 ada canceled 1']);
    expect((await seen(world, '1'))?.status).toBe('canceled');

    world.jump(NINE + MINUTE_MS);
    await world.change('1', { kind: 'restore' });
    await world.run(TEN);
    expect(told(world.posts).slice(2)).toEqual([
      '09:01 #all reinstated 1',
      '09:01 ada reinstated 1',
      ...['09:50 #all announcement 1', '09:50 #all announcement 2', '09:50 ada reminder 1'],
    ]);
  });

  it('is told of no more when the source says so too, and follows it from then on', async () => {
    const world = await stage();
    await world.change('1', { kind: 'cancel' });
    await world.tick();
    const { length } = told(world.posts);

    await world.take(withTalks({ '1': { status: 'canceled' } }));
    await world.tick();
    expect(told(world.posts)).toHaveLength(length);

    await world.take(conference);
    await world.tick();
    expect(told(world.posts).slice(length)).toEqual([
      ...['09:00 #all reinstated 1', '09:00 ada reinstated 1'],
    ]);
  });

  it('is so in one community alone', async () => {
    const world = await stage();
    await world.change('1', { kind: 'cancel' }, undefined, OTHERS);
    await world.tick();

    expect(told(world.posts)).toEqual([]);
    expect((await seen(world, '1'))?.status).toBe('scheduled');
    expect((await seen(world, '1', OTHERS))?.status).toBe('canceled');
  });
});

describe('a talk that organisers move', () => {
  it('is announced and reminded of at its new time, whatever versions say', async () => {
    const world = await stage();
    await world.change('1', { kind: 'move', start: ELEVEN, room: roomSlug('b') });
    await world.tick();
    expect(told(world.posts)).toEqual(['09:00 #all moved 1', '09:00 ada moved 1']);

    await world.take(withTalks({ '1': { start: TEN + 30 * MINUTE_MS } }));
    await world.run(ELEVEN);

    expect(await seen(world, '1')).toMatchObject({ start: ELEVEN, room: 'B' });
    expect(told(world.posts).slice(2)).toEqual([
      '09:50 #all announcement 2',
      ...['10:50 #all announcement 1', '10:50 #all announcement 3', '10:50 ada reminder 1'],
    ]);
  });

  it('has its announcement corrected where that is out, and is later still where its room is late', async () => {
    const world = await stage();
    await world.run(NINE + 52 * MINUTE_MS);
    await world.change('1', { kind: 'move', start: ELEVEN });
    await world.tick();
    expect(told(world.posts).slice(-3)).toEqual([
      ...['09:52 #all moved 1', '09:52 ada moved 1', '09:52 #all correction 1 2'],
    ]);

    expect(await world.delay('a', 10)).toBe(2);
    expect((await seen(world, '1'))?.start).toBe(ELEVEN + 10 * MINUTE_MS);
    expect((await seen(world, '2'))?.start).toBe(TEN);
  });

  it('takes place, also where the source canceled it', async () => {
    const world = await stage();
    await world.take(withTalks({ '1': { status: 'canceled' } }));
    await world.change('1', { kind: 'move', start: ELEVEN });
    await world.tick();

    expect(await seen(world, '1')).toMatchObject({ status: 'scheduled', start: ELEVEN });
    expect(told(world.posts)).toContain('09:00 ada reinstated 1');
  });

  it('keeps its change under the new id that a version gives it', async () => {
    const world = await stage();
    const { talks: all } = conference;
    await world.take(conferenceOf(all.map((talk) => ({ ...talk, guid: `guid-${talk.id}` }))));
    await world.change('1', { kind: 'move', start: ELEVEN });
    await world.take(
      conferenceOf(all.map((talk) => ({ ...talk, id: `new-${talk.id}`, guid: `guid-${talk.id}` }))),
    );

    expect(await seen(world, 'new-1')).toMatchObject({ start: ELEVEN });
    expect((await world.seen()).conference.talks).toHaveLength(3);
  });
});

describe('the log of a talk by hand', () => {
  it('says what was before and what the command was', async () => {
    const world = await stage();
    await world.change('1', { kind: 'move', start: ELEVEN, room: roomSlug('b') });
    await world.change('1', { kind: 'rename', title: 'Peas' });
    await world.change('1', { kind: 'cancel' });
    await world.change('1', { kind: 'restore' });

    expect((await world.log()).toReversed()).toEqual([
      '2020-02-01 10:00 A → move 2020-02-01 11:00 B',
      'Pods → rename Peas',
      '2020-02-01 11:00 B → cancel',
      'cancel → restore 2020-02-01 10:00 A',
    ]);
  });
});

describe('a talk that organisers rename', () => {
  it('bears its new title, and the source’s again once it is restored', async () => {
    const world = await stage();
    await world.change('1', { kind: 'rename', title: 'Peas' });
    await world.tick();
    expect((await seen(world, '1'))?.title).toBe('Peas');
    expect(told(world.posts)).toEqual(['09:00 #all edited 1', '09:00 ada edited 1']);

    await world.change('1', { kind: 'restore' });
    expect((await seen(world, '1'))?.title).toBe('Pods');
  });
});
