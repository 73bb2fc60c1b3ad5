import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { runs } from '../support/thorough.ts';
import { createWorld, MINUTE_MS, type World } from '../support/world.ts';

const at = (time: string) => Date.parse(`2020-02-01T${time}:00Z`);
const START = at('10:00');
const programme = (rest: Readonly<Record<string, Partial<Talk>>> = {}): Conference =>
  conferenceOf([
    talkAt('1', START, rest['1']),
    talkAt('2', START, { room: 'b', ...rest['2'] }),
    talkAt('3', at('10:30'), rest['3']),
  ]);
/** What reminders showed and when, one line each. */
const reminders = (world: World) =>
  world.posts
    .filter(({ card }) => card.kind === 'reminder')
    .map(({ at: sentAt, card }) => {
      const clock = new Date(sentAt).toISOString().slice(11, 16);
      const talks = card.blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));
      return `${clock} ${talks.join(', ')}`;
    });
const snoozes = (world: World) =>
  world.posts
    .at(-1)
    ?.card.blocks.flatMap((block) =>
      block.kind === 'buttons'
        ? block.buttons.map(({ label }) => label).filter((label) => label.startsWith('Again'))
        : [],
    );

/** Ada starred both talks that start at ten and is reminded of them at 09:45. */
async function reminded() {
  const world = await createWorld(programme(), at('09:00'));
  for (const id of ['1', '2']) await world.star('ada', id);
  await world.setLead('ada', 15);
  await world.run(at('09:46'));
  return world;
}

describe('a reminder that is snoozed', () => {
  it('comes once more, with all that it spoke of, and again as often as it is asked for', async () => {
    const world = await reminded();
    expect(snoozes(world)).toEqual(['Again in 5 min', 'Again in 10 min']);

    expect(await world.snooze('ada', { minutes: 5, start: START, again: 1 })).toBe('snoozed');
    await world.run(at('09:52'));
    expect(snoozes(world)).toEqual(['Again in 5 min']);
    expect(await world.snooze('ada', { minutes: 5, start: START, again: 2 })).toBe('snoozed');
    await world.run(at('10:10'));

    expect(reminders(world)).toEqual([
      '09:45 Talk 1, Talk 2',
      '09:51 Talk 1, Talk 2',
      '09:57 Talk 1, Talk 2',
    ]);
    expect(snoozes(world)).toEqual([]);
  });

  it('comes once, pressed twice, whichever of the buttons', async () => {
    const world = await reminded();
    expect(await world.snooze('ada', { minutes: 10, start: START, again: 1 })).toBe('snoozed');
    expect(await world.snooze('ada', { minutes: 10, start: START, again: 1 })).toBe('already');
    expect(await world.snooze('ada', { minutes: 5, start: START, again: 1 })).toBe('already');
    await world.run(at('10:10'));
    expect(await world.snooze('ada', { minutes: 5, start: START, again: 1 })).toBe('tooLate');

    expect(reminders(world).slice(1)).toEqual(['09:56 Talk 1, Talk 2']);
  });

  it('never comes at the start or past it, however late it is sent', async () => {
    const world = await reminded();
    world.jump(at('09:50'));
    expect(await world.snooze('ada', { minutes: 10, start: START, again: 1 })).toBe('tooLate');
    expect(await world.snooze('ada', { minutes: 5, start: START, again: 1 })).toBe('snoozed');
    world.jump(START);
    await world.run(at('10:10'));

    expect(reminders(world)).toHaveLength(1);
  });

  it('is of the talks that still start then: one that moved is reminded of by its own start', async () => {
    const world = await reminded();
    await world.snooze('ada', { minutes: 10, start: START, again: 1 });
    await world.take(programme({ 1: { start: at('10:20'), end: at('10:45') } }));
    await world.run(at('10:10'));

    expect(reminders(world).slice(1)).toEqual(['09:56 Talk 2', '10:05 Talk 1']);
  });

  it('comes for a talk that goes by another id meanwhile', async () => {
    const world = await reminded();
    await world.snooze('ada', { minutes: 5, start: START, again: 1 });
    const renamed = programme();
    await world.take({
      ...renamed,
      talks: renamed.talks.map((talk) => (talk.id === '1' ? { ...talk, id: '7' } : talk)),
    });
    await world.run(at('10:10'));

    expect(reminders(world).slice(1)).toEqual(['09:51 Talk 1, Talk 2']);
  });

  it('does not come to who has unstarred its talks or made the list quiet meanwhile', async () => {
    const world = await reminded();
    await world.snooze('ada', { minutes: 5, start: START, again: 1 });
    await world.unstar('ada', '1');
    await world.run(at('09:52'));
    expect(reminders(world).slice(1)).toEqual(['09:51 Talk 2']);

    await world.snooze('ada', { minutes: 5, start: START, again: 2 });
    await world.setVolume('ada', 'quiet');
    await world.run(at('10:10'));
    expect(reminders(world)).toHaveLength(2);
  });

  it('is of what was sent alone: nothing comes of a button that was never there', async () => {
    const world = await reminded();
    expect(await world.snooze('ada', { minutes: 5, start: START, again: 3 })).toBe('gone');
    expect(await world.snooze('bob', { minutes: 5, start: START, again: 1 })).toBe('gone');
    expect(await world.snooze('ada', { minutes: 5, start: at('10:30'), again: 1 })).toBe('gone');
  });

  it('holds where its talk runs late: the start that was told counts', async () => {
    const world = await createWorld(programme(), at('09:00'));
    await world.star('ada', '1');
    await world.run(at('09:20'));
    await world.delay('a', 20);
    await world.run(at('10:11'));
    const late = at('10:20');
    expect(await world.snooze('ada', { minutes: 5, start: late, again: 1 })).toBe('snoozed');
    await world.run(at('10:30'));

    expect(reminders(world)).toEqual(['10:10 Talk 1', '10:16 Talk 1']);
  });
});

it('whatever is pressed and whatever moves, each reminder is told once a press and before its start', async () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('press' as const),
      minutes: fc.constantFrom(5 as const, 10 as const),
      again: fc.integer({ min: 1, max: 3 }),
      talk: fc.constantFrom('1', '2', '3'),
    }),
    fc.record({
      kind: fc.constant('move' as const),
      talk: fc.constantFrom('1', '2', '3'),
      minutes: fc.integer({ min: -10, max: 20 }),
    }),
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 12 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const world = await reminded();
      await world.star('ada', '3');
      let now = at('09:46');
      for (const one of steps) {
        const talk = world.conference().talks.find(({ id }) => 'talk' in one && id === one.talk);
        if (one.kind === 'wait') {
          now += one.minutes * MINUTE_MS;
          await world.run(now);
        } else if (talk !== undefined && one.kind === 'press') {
          await world.snooze('ada', { ...one, start: talk.start });
          await world.snooze('ada', { ...one, start: talk.start });
        } else if (talk !== undefined && one.kind === 'move') {
          const start = talk.start + one.minutes * MINUTE_MS;
          await world.take({
            ...world.conference(),
            talks: world
              .conference()
              .talks.map((each) => (each === talk ? { ...talk, start, end: start + 1 } : each)),
          });
        }
      }
      await world.run(at('11:30'));

      const said = world.posts.flatMap(({ at: sentAt, deliveries }) =>
        deliveries.flatMap(({ subject }) =>
          subject.kind === 'reminder' ? [{ ...subject, sentAt }] : [],
        ),
      );
      const names = said.map(({ talk, start, again = 0 }) => `${talk} ${start} ${again}`);
      expect(names).toEqual([...new Set(names)]);
      expect(said.filter(({ again, sentAt, start }) => again && sentAt >= start)).toEqual([]);
    }),
    { numRuns: runs(25) },
  );
});
