import { describe, expect, it } from 'vitest';
import type { HeardRoom } from '../../src/schedule/formats/roomFeed.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { createWorld, FEED, MINUTE_MS, told, type World } from '../support/world.ts';

const at = (time: string) => Date.parse(`2020-02-01T${time}:00Z`);
/** In A at 10:00, 10:30 and 10:55, until 25 minutes later; beside the second, one in B. */
const conference = conferenceOf([
  talkAt('1', at('10:00')),
  talkAt('2', at('10:30')),
  talkAt('3', at('10:55')),
  talkAt('beside', at('10:35'), { room: 'B' }),
]);
const DOWN = { failed: 'no answer' };

async function stage(): Promise<World> {
  const world = await createWorld(conference, at('09:00'));
  for (const id of ['2', '3']) await world.star('ada', id);
  await world.feed(FEED);
  await world.run(at('10:10'));
  return world;
}

const rooms = (...all: readonly [string, HeardRoom['state']][]): readonly HeardRoom[] =>
  all.map(([name, state]) => ({ name, state }));
const full = (world: World) => told(world.posts).filter((line) => line.includes(' full '));
const now = async (world: World, at: number) => {
  const { crowd } = (await world.seen()).conference.rooms.find(({ name }) => name === 'A') ?? {};
  return crowd === undefined || at >= crowd.until ? 'free' : crowd.kind;
};

describe('a feed of how rooms stand', () => {
  it('has starrers of what is next told once, however often it says so, or flaps', async () => {
    const world = await stage();
    for (const [minute, state] of ['full', 'full', 'free', 'full', 'busy', 'full'].entries()) {
      world.jump(at('10:10') + minute * MINUTE_MS);
      await world.hear(rooms(['a', state as HeardRoom['state']], ['B', 'free']));
      await world.tick();
    }
    expect(full(world)).toEqual(['10:10 ada full 2']);
    expect(await world.log()).toEqual([]);
  });

  it('says the same of what comes next while it goes on to say so', async () => {
    const world = await stage();
    await world.hear(rooms(['A', 'full']));
    await world.tick();
    expect(await now(world, at('10:26'))).toBe('free');
    world.jump(at('10:31'));
    await world.hear(rooms(['A', 'full']));
    await world.tick();
    expect(full(world)).toEqual(['10:10 ada full 2', '10:31 ada full 3']);
  });

  it('does not contradict a helper, and ends nothing but its own', async () => {
    const world = await stage();
    await world.say('a', 'full');
    await world.hear(rooms(['A', 'free']));
    expect(await now(world, at('10:11'))).toBe('full');
    await world.say('a', 'free');
    await world.hear(rooms(['A', 'full']));
    expect(await now(world, at('10:11'))).toBe('free');
    // The helper's word is over with the talk.
    world.jump(at('10:31'));
    await world.hear(rooms(['A', 'busy']));
    expect(await now(world, at('10:32'))).toBe('busy');
    await world.hear(rooms(['A', 'free']));
    expect(await now(world, at('10:32'))).toBe('free');
  });

  it('changes nothing while it cannot be read, nor by what it does not name', async () => {
    const world = await stage();
    await world.hear(rooms(['A', 'full']));
    world.jump(at('10:15'));
    await world.hear(DOWN);
    await world.hear(rooms(['Z', 'full'], ['B', 'free']));
    expect(await now(world, at('10:15'))).toBe('full');
    world.jump(at('10:24'));
    await world.hear(DOWN);
    expect(await now(world, at('10:24'))).toBe('full');
  });

  it('has said nothing any more once it could not be read for ten minutes; helpers have', async () => {
    const world = await stage();
    await world.hear(rooms(['A', 'full'], ['B', 'full']));
    await world.say('b', 'busy');
    world.jump(at('10:19'));
    await world.hear(DOWN);
    expect(await now(world, at('10:19'))).toBe('full');
    world.jump(at('10:20'));
    await world.hear(DOWN);
    const { conference: seen } = await world.seen();
    expect(seen.rooms.map(({ name, crowd }) => [name, crowd?.kind])).toEqual([
      ['A', undefined],
      ['B', 'busy'],
    ]);
  });

  it('counts no more where another is named meanwhile, and what it had said is forgotten', async () => {
    const world = await stage();
    await world.hear(rooms(['A', 'full']));
    await world.feed('https://other.example/');
    expect(await now(world, at('10:10'))).toBe('free');
    await world.hear(rooms(['A', 'full']));
    expect(await now(world, at('10:10'))).toBe('free');
    await world.feed(undefined);
    await world.hear(rooms(['A', 'full']), 'https://other.example/');
    expect(await now(world, at('10:10'))).toBe('free');
  });
});
