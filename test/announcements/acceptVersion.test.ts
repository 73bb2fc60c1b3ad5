import { describe, expect, it } from 'vitest';
import { readDigest } from '../../src/schedule/refusedVersions.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { createWorld, MINUTE_MS, told, type World } from '../support/world.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const TEN = NINE + 60 * MINUTE_MS;
const ids = ['1', '2', '3', '4', '5', '6', '7', '8'];
const talks = ids.map((id) => talkAt(id, TEN, { title: `Talk ${id}` }));
const conference = conferenceOf(talks);

/** A version that is not believed: of eight talks, those alone are left. */
function only(left: readonly string[], changed: Partial<Talk> = {}): Conference {
  const kept = talks.filter(({ id }) => left.includes(id));
  return {
    ...conferenceOf(kept.map((talk) => ({ ...talk, ...changed }))),
    rooms: conference.rooms,
  };
}

const HALF = ['1', '2', '3', '4'];

async function stage(): Promise<World> {
  const world = await createWorld(conference, NINE);
  await world.subscribe('#all');
  await world.star('ada', '8');
  await world.star('bo', '1');
  await world.tick();
  return world;
}

const shownTo = async (world: World) =>
  Object.fromEntries((await world.seen()).conference.talks.map(({ id, status }) => [id, status]));

describe('a version that was not believed', () => {
  it('can be looked at: what it would change, and how many would hear', async () => {
    const world = await stage();
    expect(await world.take(only(HALF))).toBe('refused');

    const { changes, digest: _, ...rest } = (await world.doubted()) ?? { changes: [], digest: '' };
    expect(rest).toEqual({
      flaw: { kind: 'shrunken', lost: 4, of: 8 },
      since: NINE,
      channels: 1,
      members: 1,
    });
    expect(changes.map(({ kind, talk }) => `${kind} ${talk}`)).toEqual(
      ['5', '6', '7', '8'].map((id) => `canceled ${id}`),
    );
    await world.tick();
    expect(told(world.posts)).toEqual([]);
  });

  it('is taken as it was looked at, told once as any other, and stays when it is shown again', async () => {
    const world = await stage();
    await world.take(only(HALF));
    const digest = (await world.doubted())?.digest ?? readDigest('');

    expect(await world.accept(digest)).toEqual({ kind: 'taken', channels: 1, members: 1 });
    await world.tick();
    expect(told(world.posts).filter((line) => line.includes('ada'))).toEqual([
      '09:00 ada canceled 8',
    ]);
    expect(told(world.posts)).toHaveLength(5);
    expect(await shownTo(world)).toMatchObject({ '1': 'scheduled', '8': 'canceled' });

    expect(await world.doubted()).toBeUndefined();
    expect(await world.accept(digest)).toEqual({ kind: 'another' });
    expect(await world.take(only(HALF))).toBe('unchanged');
    await world.tick();
    expect(told(world.posts)).toHaveLength(5);
    expect(await world.log()).toEqual(['#1 → #2']);
  });

  it('counts for every community that has the conference, once it is taken', async () => {
    const world = await stage();
    const theirs = { platform: 'chat', id: 'they' };
    const stands = async () =>
      (await world.seen(theirs)).conference.talks.find(({ id }) => id === '8')?.status;
    await world.take(only(HALF));
    const digest = (await world.doubted())?.digest ?? readDigest('');
    expect(await stands()).toBe('scheduled');
    await world.accept(digest);
    expect(await stands()).toBe('canceled');
  });

  it('is not taken where the source shows another by now', async () => {
    const world = await stage();
    await world.take(only(HALF));
    const looked = (await world.doubted())?.digest ?? readDigest('');
    await world.take(only(['1', '2', '3']));

    expect(await world.accept(looked)).toEqual({ kind: 'another' });
    expect((await world.doubted())?.changes).toHaveLength(5);
    await world.tick();
    expect(told(world.posts)).toEqual([]);
    expect(await shownTo(world)).toMatchObject({ '4': 'scheduled', '8': 'scheduled' });
  });

  it('keeps the moment at which it was first seen, and is gone once a good one is taken', async () => {
    const world = await stage();
    await world.take(only(HALF));
    world.jump(NINE + 5 * MINUTE_MS);
    await world.take(only(HALF));
    expect((await world.doubted())?.since).toBe(NINE);

    await world.take(only(ids, { title: 'Renamed' }));
    expect(await world.doubted()).toBeUndefined();
  });

  it('is seen with what organisers have by hand, which ends where it says the same', async () => {
    const world = await stage();
    await world.change('8', { kind: 'cancel' });
    await world.change('1', { kind: 'rename', title: 'By hand' });
    await world.tick();
    const { length } = told(world.posts);
    await world.take(only(HALF));
    const doubted = await world.doubted();
    expect(doubted?.changes.map(({ talk }) => talk)).toEqual(['5', '6', '7']);
    expect(doubted?.members).toBe(0);

    await world.accept(doubted?.digest ?? readDigest(''));
    await world.tick();
    expect(told(world.posts).slice(length)).toEqual(
      ['5', '6', '7'].map((id) => `09:00 #all canceled ${id}`),
    );
    expect((await world.seen()).timetable.talk('1')?.title).toBe('By hand');
  });
});
