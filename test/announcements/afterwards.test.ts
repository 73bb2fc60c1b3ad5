import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/cli/rehearsing/recording.ts';
import { type FollowSubject, speakerSubject } from '../../src/programme/following.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference, Link, Talk } from '../../src/schedule/schedule.ts';
import { recordingsOf } from '../../src/schedule/talkLinks.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { roomSlug } from '../support/names.ts';
import { areRealSchedulesHere } from '../support/realSchedules.ts';
import { sharedPath } from '../support/shared.ts';
import { runs } from '../support/thorough.ts';
import { createWorld, MINUTE_MS, told } from '../support/world.ts';

const at = (time: string, day = 1) => Date.parse(`2020-02-0${day}T${time}:00Z`);
const RECORDING: Link = { title: 'Video recording (mp4)', url: 'https://video.fosdem.org/1.mp4' };
const SLIDES: Link = { title: 'Slides', url: 'https://slides.example/1' };
const FEEDBACK = { feedbackUrl: 'https://feedback.example/1' };
/** Ends at 10:25, 10:55 and 12:25. */
const programme = (rest: Readonly<Record<string, Partial<Talk>>> = {}): Conference =>
  conferenceOf([
    talkAt('1', at('10:00'), rest['1']),
    talkAt('2', at('10:30'), rest['2']),
    talkAt('3', at('12:00'), rest['3']),
    talkAt('4', at('10:00', 2), rest['4']),
  ]);
const about = (posts: readonly Post[], kind: 'recording' | 'feedback') =>
  told(posts).filter((line) => line.includes(` ${kind} `));
const messages = (posts: readonly Post[], kind: string) =>
  posts.filter(({ deliveries: [first] }) => first?.subject.kind === kind);

const RECORDINGS = 'Tell me when recordings are up (keeps my list up to 180 days)';
const ASK = 'Ask me afterwards how talks were';
const labels = (posts: readonly Post[]) =>
  messages(posts, 'reminder').map(({ card }) =>
    card.blocks
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : []))
      .filter((label) => !/^(Again in|Unfollow) /.test(label)),
  );

describe('a recording', () => {
  it('is told once to who wished for it and starred its talk, all of one hour in one message', async () => {
    const world = await createWorld(programme(), at('09:00'));
    for (const member of ['ada', 'bob'])
      for (const id of ['1', '2', '3']) await world.star(member, id);
    await world.wish('ada', 'recordings');
    await world.run(at('13:05'));

    await world.take(programme({ 1: { links: [SLIDES, RECORDING] } }));
    await world.run(at('13:40'));
    await world.take(programme({ 1: { links: [RECORDING] }, 2: { links: [RECORDING] } }));
    await world.run(at('14:10'));
    await world.take(programme({ 1: { links: [RECORDING] }, 2: { links: [] } }));
    await world.take(programme({ 1: { links: [RECORDING] }, 2: { links: [RECORDING] } }));
    await world.run(at('16:00'));

    expect(about(world.posts, 'recording')).toEqual([
      '14:00 ada recording 1',
      '14:00 ada recording 2',
    ]);
    expect(messages(world.posts, 'recording')).toHaveLength(1);
  });

  it('is not told of a talk that is still to come, nor of slides', async () => {
    const world = await createWorld(programme(), at('09:00'));
    for (const id of ['1', '2', '3']) await world.star('ada', id);
    await world.wish('ada', 'recordings');
    await world.run(at('11:00'));

    await world.take(programme({ 1: { links: [SLIDES] }, 3: { links: [RECORDING] } }));
    await world.run(at('12:10'));
    expect(about(world.posts, 'recording')).toEqual([]);
  });

  it('that was linked while its talk ran is told of with the next version', async () => {
    const world = await createWorld(programme(), at('09:00'));
    await world.star('ada', '1');
    await world.wish('ada', 'recordings');
    await world.run(at('10:10'));
    await world.take(programme({ 1: { links: [RECORDING] } }));
    await world.run(at('10:40'));
    await world.take(programme({ 1: { links: [RECORDING] }, 3: { title: 'Another' } }));
    await world.run(at('12:00'));

    expect(about(world.posts, 'recording')).toEqual(['11:00 ada recording 1']);
  });

  it('that is there before a late talk is over is told of when it is', async () => {
    const world = await createWorld(programme(), at('09:00'));
    for (const id of ['1', '2']) await world.star('ada', id);
    await world.wish('ada', 'recordings');
    await world.run(at('10:05'));
    await world.delay('a', 20);
    await world.run(at('10:57'));
    await world.take(programme({ 1: { links: [RECORDING] }, 2: { links: [RECORDING] } }));
    await world.run(at('13:00'));

    expect(about(world.posts, 'recording')).toEqual([
      '11:00 ada recording 1',
      '12:00 ada recording 2',
    ]);
  });

  it('is told to who is quiet, and neither to who is silent nor to who took the star back', async () => {
    const world = await createWorld(programme(), at('09:00'));
    for (const member of ['ada', 'bob', 'cy']) {
      await world.star(member, '1');
      await world.wish(member, 'recordings');
    }
    await world.setVolume('ada', 'quiet');
    await world.setVolume('bob', 'silent');
    await world.run(at('11:05'));
    await world.take(programme({ 1: { links: [RECORDING] } }));
    await world.unstar('cy', '1');
    await world.run(at('13:00'));

    expect(about(world.posts, 'recording')).toEqual(['12:00 ada recording 1']);
  });
});

describe('whoever follows something', () => {
  const B: FollowSubject = { kind: 'room', name: 'B', slug: roomSlug('b') };
  const own = (links: readonly Link[] = []) =>
    programme({ 1: { ...FEEDBACK, links }, 2: { ...FEEDBACK, links }, 3: { room: 'B', links } });

  it('hears of its recordings, once a talk that is starred and followed twice over, and is asked of what is starred', async () => {
    const world = await createWorld(own(), at('09:00'));
    for (const wish of ['recordings', 'feedback'] as const) await world.wish('ada', wish);
    await world.star('ada', '1');
    await world.follow('ada', { kind: 'room', name: 'A', slug: roomSlug('a') });
    await world.follow('ada', { kind: 'words', name: 'Talk' });
    await world.follow('ada', B);
    await world.follow('bob', B);
    await world.run(at('13:05'));
    await world.unfollow('ada', B);
    await world.unfollow('ada', { kind: 'words', name: 'Talk' });
    await world.take(own([RECORDING]));
    await world.run(at('15:00'));

    expect(about(world.posts, 'feedback')).toEqual(['11:00 ada feedback 1']);
    expect(about(world.posts, 'recording')).toEqual([
      '14:00 ada recording 1',
      '14:00 ada recording 2',
    ]);
    expect(messages(world.posts, 'recording')).toHaveLength(1);
    const said = JSON.stringify(messages(world.posts, 'recording').map(({ card }) => card.blocks));
    expect(said.match(/because you follow \w+/g)).toEqual(['because you follow A']);
  });

  it('is offered recordings below reminders, and to be asked below the first of what is on the list', async () => {
    const world = await createWorld(programme({ 1: FEEDBACK, 2: FEEDBACK }), at('09:00'));
    for (const member of ['ada', 'bob']) {
      await world.follow(member, { kind: 'room', name: 'A', slug: roomSlug('a') });
    }
    await world.star('ada', '2');
    await world.run(at('12:30'));

    const offered = (member: string) =>
      labels(
        world.posts.filter(
          ({ deliveries: [first] }) =>
            first?.target.kind === 'member' && first.target.member === member,
        ),
      );
    expect(offered('ada')).toEqual([[], [ASK], [RECORDINGS]]);
    expect(offered('bob')).toEqual([[], [], [RECORDINGS]]);
  });
});

describe('what is left out of a message', () => {
  it('is not counted as told: a recording that was taken down is told of when it is there again', async () => {
    const world = await createWorld(programme(), at('09:00'));
    for (const id of ['1', '2']) await world.star('ada', id);
    await world.wish('ada', 'recordings');
    await world.run(at('11:05'));
    await world.take(programme({ 1: { links: [RECORDING] }, 2: { links: [RECORDING] } }));
    await world.take(programme({ 1: { links: [RECORDING] } }));
    await world.run(at('12:30'));
    await world.take(programme({ 1: { links: [RECORDING] }, 2: { links: [RECORDING] } }));
    await world.run(at('13:30'));

    expect(about(world.posts, 'recording')).toEqual([
      '12:00 ada recording 1',
      '13:00 ada recording 2',
    ]);
  });

  it('is asked at the end of a talk that takes longer after all', async () => {
    const world = await createWorld(programme({ 1: FEEDBACK, 2: FEEDBACK }), at('09:00'));
    for (const id of ['1', '2']) await world.star('ada', id);
    await world.wish('ada', 'feedback');
    await world.run(at('10:30'));
    world.jump(at('11:00'));
    await world.plan();
    await world.take(programme({ 1: FEEDBACK, 2: { ...FEEDBACK, end: at('11:25') } }));
    await world.run(at('13:00'));

    expect(about(world.posts, 'feedback')).toEqual([
      '11:00 ada feedback 1',
      '12:00 ada feedback 2',
    ]);
  });
});

describe('how a talk was', () => {
  const asked = programme({ 1: FEEDBACK, 2: FEEDBACK, 3: FEEDBACK, 4: { links: [SLIDES] } });

  it('is asked once after its end, of talks of one hour together, and by who wishes it alone', async () => {
    const world = await createWorld(asked, at('09:00'));
    for (const member of ['ada', 'bob'])
      for (const id of ['1', '2', '3']) await world.star(member, id);
    await world.wish('ada', 'feedback');
    await world.run(at('14:00'));

    expect(about(world.posts, 'feedback')).toEqual([
      '11:00 ada feedback 1',
      '11:00 ada feedback 2',
      '13:00 ada feedback 3',
    ]);
    expect(messages(world.posts, 'feedback')).toHaveLength(2);
  });

  it('is asked by the clock of a room that runs late, also when it is on time again meanwhile', async () => {
    const world = await createWorld(asked, at('09:00'));
    for (const id of ['1', '2']) await world.star('ada', id);
    await world.wish('ada', 'feedback');
    await world.run(at('09:50'));
    await world.delay('a', 90);
    await world.run(at('11:10'));
    expect(about(world.posts, 'feedback')).toEqual([]);
    await world.take(programme({ 1: { ...FEEDBACK, room: 'B' }, 2: FEEDBACK, 3: FEEDBACK }));
    await world.run(at('14:00'));

    expect(about(world.posts, 'feedback')).toEqual([
      '12:00 ada feedback 1',
      '13:00 ada feedback 2',
    ]);
  });

  it('is asked late after an outage, and not the next day', async () => {
    const world = await createWorld(asked, at('09:00'));
    for (const id of ['1', '3']) await world.star('ada', id);
    await world.wish('ada', 'feedback');
    await world.run(at('10:50'));
    world.jump(at('12:40'));
    await world.tick();
    world.jump(at('02:00', 2));
    await world.tick();

    expect(about(world.posts, 'feedback')).toEqual(['12:40 ada feedback 1']);
  });

  it('is not asked of a talk that was canceled, nor where nobody wants to know', async () => {
    const world = await createWorld(asked, at('09:00'));
    for (const id of ['1', '4']) await world.star('ada', id);
    await world.wish('ada', 'feedback');
    await world.take(
      programme({ 1: { ...FEEDBACK, status: 'canceled' }, 2: FEEDBACK, 3: FEEDBACK }),
    );
    await world.run(at('11:30'));
    world.jump(at('10:20', 2));
    await world.run(at('11:30', 2));

    expect(about(world.posts, 'feedback')).toEqual([]);
  });
});

describe('a reminder', () => {
  it('offers feedback below the first, and recordings below the last of the first day', async () => {
    const world = await createWorld(programme({ 3: FEEDBACK }), at('09:00'));
    for (const id of ['1', '2', '3', '4']) await world.star('ada', id);
    await world.run(at('12:30'));
    world.jump(at('09:40', 2));
    await world.run(at('10:30', 2));

    expect(labels(world.posts)).toEqual([[ASK], [], [RECORDINGS], []]);
  });

  it('offers nothing to who has asked for it, and no feedback where there is none to give', async () => {
    const world = await createWorld(programme(), at('09:00'));
    await world.star('ada', '1');
    await world.star('bob', '1');
    await world.wish('ada', 'recordings');
    await world.run(at('10:30'));

    expect(labels(world.posts)).toEqual([[], [RECORDINGS]]);
  });
});

type Step =
  | { readonly kind: 'pass' | 'outage'; readonly minutes: number }
  | { readonly kind: 'delay'; readonly minutes: number }
  | { readonly kind: 'follow' | 'unfollow' }
  | { readonly kind: 'star' | 'unstar' | 'link' | 'unlink' | 'shift'; readonly talk: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('pass' as const, 'pass' as const, 'outage' as const),
    minutes: fc.integer({ min: 1, max: 70 }),
  }),
  fc.record({ kind: fc.constant('delay' as const), minutes: fc.integer({ min: -20, max: 70 }) }),
  fc.record({
    kind: fc.constantFrom('star', 'star', 'unstar', 'link', 'link', 'unlink', 'shift'),
    talk: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({ kind: fc.constantFrom('follow', 'unfollow') }),
);

const ROOM_A: FollowSubject = { kind: 'room', name: 'A', slug: roomSlug('a') };

it('nobody hears of a recording or is asked twice, and whoever keeps a star or a follow hears of what it is for, whatever happens', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      let source = Array.from({ length: 5 }, (_, index) =>
        talkAt(`t${index}`, at('09:20') + index * 31 * MINUTE_MS, {
          guid: `g${index}`,
          ...FEEDBACK,
        }),
      );
      let now = at('09:00');
      const world = await createWorld(conferenceOf(source), now);
      for (const wish of ['recordings', 'feedback'] as const) {
        for (const member of ['ada', 'fred']) await world.wish(member, wish);
      }
      for (const member of ['fred', 'gil']) await world.follow(member, ROOM_A);
      for (const { id } of source) await world.star('eve', id);
      const unstarred = new Set<string>();
      const change = async (index: number, to: (talk: Talk) => Partial<Talk>) => {
        source = source.map((talk, at) => (at === index ? { ...talk, ...to(talk) } : talk));
        await world.take(conferenceOf(source));
      };
      await world.star('ada', 't0');
      for (const one of steps) {
        switch (one.kind) {
          case 'pass':
            now += one.minutes * MINUTE_MS;
            await world.run(now);
            break;
          case 'outage':
            now += one.minutes * MINUTE_MS;
            world.jump(now);
            await world.tick();
            break;
          case 'delay':
            await world.delay('a', one.minutes);
            break;
          case 'star':
            await world.star('ada', `t${one.talk}`);
            break;
          case 'unstar':
            unstarred.add(`t${one.talk}`);
            await world.unstar('ada', `t${one.talk}`);
            break;
          case 'follow':
            await world.follow('ada', ROOM_A);
            break;
          case 'unfollow':
            await world.unfollow('ada', ROOM_A);
            break;
          case 'link':
          case 'unlink':
            await change(one.talk, () => ({ links: one.kind === 'link' ? [RECORDING] : [] }));
            break;
          case 'shift':
            await change(one.talk, ({ start, end }) => ({
              start: start + 10 * MINUTE_MS,
              end: end + 10 * MINUTE_MS,
            }));
        }
      }
      // Everything is over, every recording there, and nothing else happens.
      now = Math.max(now, at('15:00'));
      await world.run(now);
      for (const index of source.keys()) await change(index, () => ({ links: [] }));
      for (const index of source.keys()) await change(index, () => ({ links: [RECORDING] }));
      await world.run(now + 130 * MINUTE_MS);

      const heard = [...about(world.posts, 'recording'), ...about(world.posts, 'feedback')].map(
        (line) => line.slice('10:00 '.length),
      );
      expect(heard.toSorted()).toEqual([...new Set(heard)].toSorted());
      expect(heard.filter((line) => !/^(ada|fred) /.test(line))).toEqual([]);
      expect(heard).toContain('fred recording t0');
      expect(heard.filter((line) => line.startsWith('fred feedback'))).toEqual([]);
      const [kept] = ['t0'].filter((id) => !unstarred.has(id));
      if (kept !== undefined) {
        expect(heard).toContain(`ada recording ${kept}`);
        expect(heard).toContain(`ada feedback ${kept}`);
      }
    }),
    { numRuns: runs(15) },
  );
});

describe.skipIf(!areRealSchedulesHere)('FOSDEM 2024', () => {
  it('tells every recording once to who starred or follows it: 500 stars and 100 follows of 25 people are 25 messages', {
    timeout: 120_000,
  }, async () => {
    const read = (file: string) =>
      decodeSchedule(readFileSync(sharedPath(`schedules/${file}`) ?? '')).conference;
    const [before, after] = [read('fosdem-2024.rev1.xml'), read('fosdem-2024.rev2.xml')];
    const [day] = before.days;
    const world = await createWorld(before, (day?.start ?? 0) - MINUTE_MS);
    const people = Array.from({ length: 25 }, (_, index) => `person${index}`);
    const starred = people.map((_, index) =>
      Array.from(
        { length: 20 },
        (_, of) => before.talks[(index * 37 + of * 43) % before.talks.length],
      ),
    );
    /** Two speakers and two tracks each. */
    const followed = (index: number): readonly FollowSubject[] => [
      ...[0, 300]
        .flatMap((of) => {
          const talks = before.talks.slice(index * 11 + of);
          return talks.find(({ speakers }) => speakers.length > 0)?.speakers.slice(0, 1) ?? [];
        })
        .map(speakerSubject),
      ...[0, 1].flatMap((of): readonly FollowSubject[] => {
        const track = before.tracks[(index * 2 + of) % before.tracks.length];
        return track === undefined ? [] : [{ kind: 'track', ...track }];
      }),
    ];
    const isFollowed = (talk: Talk, index: number) =>
      followed(index).some((subject) =>
        subject.kind === 'speaker'
          ? talk.speakers.some(({ id }) => id === subject.id)
          : talk.track === subject.name,
      );
    for (const [index, person] of people.entries()) {
      await world.wish(person, 'recordings');
      await world.setVolume(person, 'quiet');
      for (const talk of starred[index] ?? []) await world.star(person, talk?.id ?? '');
      for (const subject of followed(index)) await world.follow(person, subject);
    }
    const later = (before.days.at(-1)?.end ?? 0) + 24 * 60 * MINUTE_MS;
    world.jump(later);
    await world.tick();
    expect(await world.take(after)).toBe('taken');
    await world.run(later + 61 * MINUTE_MS);

    const recorded = new Set(
      world
        .conference()
        .talks.filter((talk) => recordingsOf(talk, later).length > 0)
        .map(({ id }) => id),
    );
    const expected = people.flatMap((person, index) =>
      before.talks
        .filter((talk) => starred[index]?.includes(talk) || isFollowed(talk, index))
        .flatMap(({ id }) => (recorded.has(id) ? [`${person} recording ${id}`] : [])),
    );
    const heard = about(world.posts, 'recording').map((line) => line.slice('10:00 '.length));
    expect(heard.toSorted()).toEqual(expected.toSorted());
    expect(messages(world.posts, 'recording')).toHaveLength(people.length);
    const follows = people.flatMap((_, index) => followed(index));
    expect([recorded.size, follows.length, heard.length]).toEqual([842, 100, 1_206]);
  });
});
