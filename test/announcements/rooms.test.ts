import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOM_STATES } from '../../src/programme/rooms/roomStates.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { runs } from '../support/thorough.ts';
import { COMMUNITY, createWorld, MINUTE_MS, told, type World } from '../support/world.ts';

const at = (time: string) => Date.parse(`2020-02-01T${time}:00Z`);
const OTHERS = { platform: COMMUNITY.platform, id: 'they' };
/** In A at 10:00, 10:30 and 12:00, until 25 minutes later; beside the second, one in B and one in C. */
const conference = conferenceOf([
  talkAt('1', at('10:00')),
  talkAt('2', at('10:30'), { title: 'Nodes' }),
  talkAt('beside', at('10:35'), { room: 'B', title: 'Pods' }),
  talkAt('crowded', at('10:35'), { room: 'C', title: 'Clouds' }),
  talkAt('3', at('12:00')),
]);

async function stage(): Promise<World> {
  const world = await createWorld(conference, at('09:00'));
  for (const id of ['1', '2', '3']) await world.star('ada', id);
  await world.run(at('10:10'));
  return world;
}

const full = (world: World) => told(world.posts).filter((line) => line.includes(' full '));
const texts = (world: World, kind: string) =>
  world.posts
    .filter(({ deliveries: [first] }) => first?.subject.kind === kind)
    .map(({ card }) => JSON.stringify(card));

describe('a room that is full', () => {
  it('is told once to who starred what is next there, with what runs beside and has room', async () => {
    const world = await stage();
    await world.star('bob', '1');
    await world.say('c', 'full');
    expect(await world.say('a', 'full')).toBe('told');
    await world.run(at('10:20'));

    expect(full(world)).toEqual(['10:10 ada full 2']);
    const [card = ''] = texts(world, 'roomFull');
    expect(card).toContain('"title":"A is full"');
    expect(card).toContain('Next there, at 10:30, on your list: Nodes');
    expect(card).toContain('Pods');
    expect(card).not.toContain('Clouds');
  });

  it('is told once however often it is said, and of each talk that is next for itself', async () => {
    const world = await stage();
    for (const state of ['full', 'free', 'full', 'busy', 'full'] as const) {
      await world.say('a', state);
      world.jump(at('10:10') + 1);
      await world.tick();
    }
    expect(full(world)).toEqual(['10:10 ada full 2']);
    await world.run(at('10:31'));
    await world.say('a', 'full');
    await world.run(at('10:40'));
    // Nobody waits outside for what begins an hour later.
    expect(full(world)).toEqual(['10:10 ada full 2']);
    await world.run(at('11:50'));
    await world.say('a', 'full');
    await world.run(at('12:30'));
    expect(full(world)).toEqual(['10:10 ada full 2', '11:50 ada full 3']);
  });

  it('is not told once it is free again, nor to who is silent or took the star off', async () => {
    const world = await stage();
    await world.star('cleo', '2');
    await world.star('dan', '2');
    await world.star('eve', '2');
    await world.setVolume('cleo', 'silent');
    await world.setVolume('dan', 'quiet');
    await world.say('a', 'full');
    await world.unstar('eve', '2');
    await world.tick();
    expect(full(world)).toEqual(['10:10 ada full 2', '10:10 dan full 2']);

    await world.star('late', '3');
    world.jump(at('11:50'));
    await world.tick();
    await world.say('a', 'full');
    await world.say('a', 'free');
    await world.tick();
    expect(full(world)).toHaveLength(2);
    await world.say('a', 'full');
    await world.tick();
    expect(full(world).slice(2)).toEqual(['11:50 ada full 3', '11:50 late full 3']);
  });

  it('is said in announcements that are out, and no more once the talk is over in which it was', async () => {
    const world = await createWorld(conference, at('09:00'));
    await world.subscribe('#all', { rooms: [], kinds: ['announcements'] });
    await world.run(at('10:22'));
    await world.say('a', 'full');
    await world.run(at('10:24'));
    const [now = '', ...others] = texts(world, 'correction').filter((card) =>
      card.includes('Nodes'),
    );
    expect([now.includes('"A"," · ","full at 10:22"'), others]).toEqual([true, []]);
    await world.run(at('10:28'));
    const [, later = ''] = texts(world, 'correction').filter((card) => card.includes('Nodes'));
    expect([later.includes('Nodes'), later.includes('full')]).toEqual([true, false]);
  });

  it('is so in that community alone, and only as long as something takes place there', async () => {
    const world = await stage();
    expect(await world.say('a', 'full', OTHERS)).toBe('told');
    await world.tick();
    const crowd = async (where = COMMUNITY) =>
      (await world.seen(where)).conference.rooms.find(({ name }) => name === 'A')?.crowd?.kind;
    expect([full(world), await crowd(), await crowd(OTHERS)]).toEqual([[], undefined, 'full']);
    world.jump(at('12:30'));
    expect([await world.say('a', 'full'), await world.say('nowhere', 'full')]).toEqual([
      'over',
      'over',
    ]);
  });

  it('whatever is said when, is told once a talk and member, and in the end each room stands as said last', async () => {
    const step = fc.record({
      room: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom(...ROOM_STATES),
      after: fc.integer({ min: 0, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const world = await createWorld(conference, at('09:55'));
        for (const id of ['1', '2', '3', 'beside']) await world.star('ada', id);
        let now = at('09:55');
        const last = new Map<string, string>();
        for (const { room, state, after } of steps) {
          now += after * MINUTE_MS;
          world.jump(now);
          if ((await world.say(room, state)) === 'told') last.set(room.toUpperCase(), state);
          await world.tick();
        }
        const talks = full(world).map((line) => line.slice('10:10 '.length));
        expect(talks).toEqual([...new Set(talks)]);
        const { rooms } = (await world.seen()).conference;
        const stand = rooms.map(({ name, crowd }) => [name, crowd?.kind ?? 'free']);
        expect(stand).toEqual(rooms.map(({ name }) => [name, last.get(name) ?? 'free']));
      }),
      { numRuns: runs(5) },
    );
  }, 60_000);
});
