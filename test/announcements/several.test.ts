import { describe, expect, it } from 'vitest';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { roomSlug } from '../support/names.ts';
import { createWorld, told, type World } from '../support/world.ts';

const at = (time: string) => Date.parse(`2020-02-01T${time}:00Z`);
const main = conferenceOf([talkAt('1', at('10:00')), talkAt('2', at('12:00'))]);
const fringe = (start = at('10:30')) => ({
  ...conferenceOf([talkAt('f', start), talkAt('g', at('12:00'), { room: 'B' })]),
  title: 'Fringe',
});

/** A main conference, and a fringe beside it from nine on. */
async function stage(from = at('09:00')): Promise<World> {
  const world = await createWorld(main, from);
  await world.fringe.take(fringe());
  await world.fringe.choose();
  return world;
}

const linesOf = ({ posts }: World) => told(posts).filter((line) => !line.includes(' list'));

describe('a community with several conferences', () => {
  it('announces all of them, each talk once, two that start together in a message each', async () => {
    const world = await stage();
    await world.subscribe('hall');
    await world.subscribe('b', { rooms: [roomSlug('b')] });
    await world.run(at('12:01'));

    expect(linesOf(world).toSorted()).toEqual([
      '09:50 hall announcement 1',
      '10:20 hall announcement f',
      '11:50 b announcement g',
      '11:50 hall announcement 2',
      '11:50 hall announcement g',
    ]);
  });

  it('announces at once what is about to start there when it is added', async () => {
    const world = await createWorld(main, at('09:00'));
    await world.fringe.take(fringe());
    await world.subscribe('hall');
    await world.run(at('10:25'));
    expect(linesOf(world)).toEqual(['09:50 hall announcement 1']);

    await world.fringe.choose();
    await world.run(at('10:27'));

    expect(linesOf(world).slice(1)).toEqual(['10:25 hall announcement f']);
  });

  it('tells a change of one of them once, and shifts the rooms of that one alone', async () => {
    const world = await stage();
    await world.subscribe('hall');
    await world.fringe.star('ada', 'f');
    await world.star('ada', '2');
    await world.fringe.take(fringe(at('11:00')));
    await world.take(main);
    await world.run(at('09:10'));
    expect(linesOf(world).toSorted()).toEqual(['09:00 ada moved f', '09:00 hall moved f']);

    // Both have a room of that name.
    await world.fringe.delay('a', 15);
    await world.run(at('12:10'));

    expect(linesOf(world).slice(2).toSorted()).toEqual([
      '09:10 ada moved f',
      '09:10 hall A 15 min late',
      '09:50 hall announcement 1',
      '11:05 ada reminder f',
      '11:05 hall announcement f',
      '11:50 ada reminder 2',
      '11:50 hall announcement 2',
      '11:50 hall announcement g',
    ]);
  });

  it('has a digest of each, for channels and members that asked', async () => {
    const world = await stage(at('06:00'));
    await world.subscribe('hall', { kinds: ['digest'] });
    await world.star('ada', '1');
    await world.fringe.star('ada', 'f');
    await world.wantDigest('ada');
    await world.run(at('09:00'));

    expect(linesOf(world).toSorted()).toEqual(
      ['ada', 'ada', 'hall', 'hall'].map((whom) => `08:00 ${whom} digest 2020-02-01`),
    );
  });

  it('hears nothing more of what it drops, whose stars are kept and remind all the same', async () => {
    const world = await stage();
    await world.subscribe('hall');
    await world.fringe.star('ada', 'f');
    await world.run(at('10:05'));

    await world.fringe.drop();
    await world.fringe.take(fringe(at('10:40')));
    await world.run(at('12:01'));

    expect(linesOf(world)).toEqual([
      '09:50 hall announcement 1',
      '10:05 ada moved f',
      '10:30 ada reminder f',
      '11:50 hall announcement 2',
    ]);
  });

  it('says in every post of which conference it is, and nothing where there is one', async () => {
    const world = await createWorld(main, at('06:00'));
    await world.subscribe('hall', { kinds: ['announcements', 'notices', 'digest'] });
    await world.fringe.take(fringe());
    await world.fringe.star('ada', 'f');
    await world.star('ada', '2');
    await world.run(at('09:00'));
    expect(labelsOf(world)).toEqual([
      'hall -: Good morning! Sat 1 Feb. 2 talks in one room, from 10:00 on.',
    ]);

    await world.fringe.choose();
    await world.fringe.take(fringe(at('10:40')));
    await world.fringe.delay('a', 5);
    await world.run(at('12:01'));

    expect(labelsOf(world).slice(1).toSorted()).toEqual([
      'ada A conference: A conference: On your list: starts in 10 min: Talk 2, Sat 1 Feb, 12:00–12:25, A',
      'ada Fringe: Fringe: Moved: Talk f · Sat 1 Feb, 10:30–10:55 → 10:40–11:05 · A',
      'ada Fringe: Fringe: On your list: starts in 10 min: Talk f, Sat 1 Feb, 10:45–11:10, A',
      'hall A conference: A conference: Starts in 10 min: Talk 1, Sat 1 Feb, 10:00–10:25, A',
      'hall A conference: A conference: Starts in 10 min: Talk 2, Sat 1 Feb, 12:00–12:25, A',
      'hall Fringe: Fringe: A runs 5 min late. Next there, at 10:45: Talk f',
      'hall Fringe: Fringe: Moved: Talk f · Sat 1 Feb, 10:30–10:55 → 10:40–11:05 · A',
      'hall Fringe: Fringe: Starts in 10 min: Talk f, Sat 1 Feb, 10:45–11:10, A',
      'hall Fringe: Fringe: Starts in 10 min: Talk g, Sat 1 Feb, 12:00–12:25, B',
    ]);
  });
});

/** Of each post but lists: to whom, what stands above it, and what it says in one line. */
function labelsOf({ posts }: World): readonly string[] {
  return posts
    .filter(({ deliveries }) => deliveries.every(({ subject }) => subject.kind !== 'list'))
    .map(({ deliveries: [first], card: { blocks, summary } }) => {
      const target = first?.target;
      const whom = target?.kind === 'channel' ? target.channel : target?.member;
      const [top] = blocks;
      const label = top?.kind === 'text' && top.tone === 'quiet' ? top.text.join('') : '-';
      return `${whom} ${label}: ${summary}`;
    });
}
