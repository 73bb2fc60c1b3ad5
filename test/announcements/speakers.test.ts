import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conference, Link, Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { runs } from '../support/thorough.ts';
import { COMMUNITY, createWorld, MINUTE_MS, told, type World } from '../support/world.ts';

const at = (time: string) => Date.parse(`2020-02-01T${time}:00Z`);
const OTHERS = { platform: COMMUNITY.platform, id: 'they' };
const RECORDING: Link = { title: 'Video recording (mp4)', url: 'https://video.fosdem.org/1.mp4' };
const grace = { id: '17', name: 'Grace Hopper' };
const by = { speakers: [grace] };
/** Each 25 minutes long, in A; the last is somebody else's. */
const programme = (rest: Readonly<Record<string, Partial<Talk>>> = {}): Conference =>
  conferenceOf([
    talkAt('1', at('10:30'), { ...by, ...rest['1'] }),
    talkAt('2', at('14:00'), { ...by, ...rest['2'] }),
    talkAt('3', at('15:00'), { speakers: [{ name: 'Ada' }], ...rest['3'] }),
  ]);

const cards = (world: World, kind: string) =>
  world.posts
    .filter(({ deliveries: [first] }) => first?.subject.kind === kind)
    .map(({ card }) => JSON.stringify(card));

describe('a confirmed speaker', () => {
  it('hears half an hour before they are on: where, until when, and how many starred it', async () => {
    const world = await createWorld(programme(), at('09:00'));
    await world.speak('grace', grace);
    for (const fan of ['a', 'b', 'c', 'd', 'e', 'f']) await world.star(fan, '1');
    for (const fan of ['a', 'b', 'c', 'd']) await world.star(fan, '2');
    await world.setVolume('grace', 'quiet');
    await world.run(at('13:40'));

    expect(told(world.posts).filter((line) => line.includes(' grace '))).toEqual([
      '10:00 grace onStage 1',
      '13:30 grace onStage 2',
    ]);
    const [first = '', second = ''] = cards(world, 'onStage');
    expect(first).toContain('You are on in 30 min: A, 10:30–10:55');
    expect(first).toContain('On about 5 lists.');
    expect(second).not.toContain('lists');
  });

  it('hears at once that they are on soon when confirmed within that half hour, and not afterwards', async () => {
    const world = await createWorld(programme(), at('09:00'));
    await world.run(at('10:17'));
    await world.speak('grace', grace);
    await world.run(at('14:20'));
    await world.speak('late', grace);
    await world.run(at('14:40'));
    expect(told(world.posts).filter((line) => line.includes('onStage'))).toEqual([
      '10:17 grace onStage 1',
      '13:30 grace onStage 2',
    ]);
  });

  it('hears of each change once, also of one who starred it too, and again before a new start', async () => {
    const world = await createWorld(programme(), at('09:00'));
    await world.speak('grace', grace);
    await world.star('grace', '1');
    await world.run(at('10:05'));
    await world.take(programme({ 1: { start: at('10:20'), end: at('10:45'), room: 'B' } }));
    await world.run(at('10:15'));
    await world.take(programme({ 1: { status: 'canceled' } }));
    await world.run(at('10:30'));

    const own = told(world.posts).filter((line) => line.includes(' grace '));
    expect(own.filter((line) => line.includes('own') || line.includes('Stage'))).toEqual([
      '10:00 grace onStage 1',
      '10:05 grace own moved 1',
      '10:05 grace onStage 1',
      '10:15 grace own canceled 1',
    ]);
    expect(own.filter((line) => / (moved|canceled) /.test(line) && !line.includes('own'))).toEqual(
      [],
    );
    expect(cards(world, 'ownChange')[0]).toContain('Your talk: ');
  });

  it('is who the source says, over versions, and where they said so alone', async () => {
    const world = await createWorld(programme(), at('09:00'));
    await world.speak('grace', grace);
    await world.speak('ada', { name: 'Ada' }, OTHERS);
    await world.take(programme({ 2: { speakers: [{ id: '17', name: 'Rear Admiral Hopper' }] } }));
    await world.delay('a', 15);
    await world.run(at('16:00'));

    expect(told(world.posts).filter((line) => /own|Stage/.test(line))).toEqual([
      '09:00 grace own edited 2',
      '09:00 grace own moved 1',
      '09:00 grace own moved 2',
      '10:15 grace onStage 1',
      '13:45 grace onStage 2',
      // What they said elsewhere knows nothing of a delay here.
      '14:30 ada onStage 3',
    ]);
  });

  it('hears of the recording, whether or not they wish for others', async () => {
    const world = await createWorld(programme(), at('09:00'));
    await world.speak('grace', grace);
    await world.star('grace', '1');
    await world.wish('grace', 'recordings');
    await world.run(at('11:10'));
    await world.take(programme({ 1: { links: [RECORDING] }, 3: { links: [RECORDING] } }));
    await world.run(at('12:10'));

    expect(told(world.posts).filter((line) => /ecording/.test(line))).toEqual([
      '12:00 grace ownRecording 1',
    ]);
    expect(cards(world, 'ownRecording')[0]).toContain(RECORDING.url);
  });

  it('hears nothing when silent, nor once they dropped it', async () => {
    const world = await createWorld(programme(), at('09:00'));
    await world.speak('grace', grace);
    await world.speak('hedy', grace);
    await world.setVolume('grace', 'silent');
    await world.plan();
    world.jump(at('10:00'));
    await world.plan();
    await world.dropClaims('hedy');
    await world.run(at('10:40'));
    await world.take(programme({ 2: { status: 'canceled' } }));
    await world.run(at('14:00'));

    expect(told(world.posts).filter((line) => /own|Stage/.test(line))).toEqual([]);
  });

  it('is told each thing once, in whatever order versions, delays and ticks come', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('take' as const), minutes: fc.integer({ min: -20, max: 40 }) }),
      fc.record({ kind: fc.constant('delay' as const), minutes: fc.integer({ min: 0, max: 30 }) }),
      fc.record({ kind: fc.constant('run' as const), minutes: fc.integer({ min: 1, max: 25 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const world = await createWorld(programme(), at('09:50'));
        await world.speak('grace', grace);
        await world.star('grace', '1');
        let now = at('09:50');
        for (const { kind, minutes } of steps) {
          const start = at('10:30') + minutes * MINUTE_MS;
          if (kind === 'take') {
            await world.take(programme({ 1: { start, end: start + 25 * MINUTE_MS } }));
          }
          if (kind === 'delay') await world.delay('a', minutes);
          if (kind === 'run') now += minutes * MINUTE_MS;
          await world.run(now + 1);
        }
        const keys = world.posts.flatMap(({ deliveries }) => deliveries.map(({ key }) => key));
        const onStage = keys.filter((key) => key.includes('|onStage|'));
        expect(onStage).toEqual([...new Set(onStage)]);
        const changes = world.posts.flatMap(({ deliveries }) =>
          deliveries.flatMap(({ subject, key }) =>
            subject.kind === 'ownChange' || subject.kind === 'notice'
              ? [`${key.split('|').find((part) => /^\d+$/.test(part))} ${subject.change.talk}`]
              : [],
          ),
        );
        expect(changes).toEqual([...new Set(changes)]);
      }),
      { numRuns: runs(10) },
    );
  });
});
