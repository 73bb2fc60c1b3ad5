import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/cards.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { at } from '../support/instants.ts';
import { roomSlug } from '../support/names.ts';
import { createWorld, MINUTE_MS, told, type World } from '../support/world.ts';

const TEN = at('2020-02-01T10:00Z');
const NINE = at('2020-02-01T09:00Z');

describe('a day as planned', () => {
  it('is announced at the lead, what starts together in one message', async () => {
    const world = await worldOf([
      talkAt('1', TEN),
      talkAt('2', TEN, { room: 'B' }),
      talkAt('3', TEN + 5 * MINUTE_MS, { status: 'canceled' }),
    ]);
    await world.subscribe('#all');
    await world.subscribe('#b', { rooms: [roomSlug('b')], leadMinutes: 3, since: NINE });

    await world.run(TEN + 30 * MINUTE_MS);

    expect(told(world.posts)).toEqual([
      '09:50 #all announcement 1',
      '09:50 #all announcement 2',
      '09:57 #b announcement 2',
    ]);
    expect(world.posts).toHaveLength(2);
  });

  it('has a digest at eight, for those who asked for it', async () => {
    const world = await worldOf([talkAt('1', TEN)], at('2020-02-01T07:00Z'));
    await world.subscribe('#all', { kinds: ['digest'] });
    await world.subscribe('#quiet', { kinds: ['notices'] });

    await world.run(TEN);

    expect(told(world.posts)).toEqual(['08:00 #all digest 2020-02-01']);
  });

  it('has no digest where nothing of it takes place', async () => {
    const world = await worldOf(
      [talkAt('1', TEN, { status: 'canceled' }), talkAt('2', TEN, { room: 'B' })],
      at('2020-02-01T07:00Z'),
    );
    await world.subscribe('#a', { kinds: ['digest'], rooms: [roomSlug('a')] });
    await world.subscribe('#b', { kinds: ['digest'], rooms: [roomSlug('b')] });

    await world.run(TEN);

    expect(told(world.posts)).toEqual(['08:00 #b digest 2020-02-01']);
  });
});

describe('a member', () => {
  it('who is quiet hears what happens to the talk; who is silent, nothing at all', async () => {
    const world = await worldOf([talkAt('1', TEN), talkAt('2', TEN)], at('2020-02-01T07:00Z'));
    for (const member of ['full', 'quiet', 'silent'] as const) {
      await world.star(member, '1');
      await world.star(member, '2');
      await world.wantDigest(member);
      await world.setVolume(member, member);
    }
    await world.run(NINE);
    await world.take(conferenceOf([talkAt('1', TEN, { status: 'canceled' }), talkAt('2', TEN)]));
    await world.run(TEN);

    expect(told(world.posts)).toEqual([
      '08:00 full digest 2020-02-01',
      '09:00 full canceled 1',
      '09:00 quiet canceled 1',
      '09:50 full reminder 2',
    ]);
  });

  it('who turns the volume down is spared what was on its way', async () => {
    const world = await worldOf([talkAt('1', TEN), talkAt('2', TEN)]);
    for (const member of ['quiet', 'silent'] as const) await world.star(member, '1');
    await world.take(conferenceOf([talkAt('1', TEN, { status: 'canceled' }), talkAt('2', TEN)]));
    for (const member of ['quiet', 'silent'] as const) {
      await world.star(member, '2');
      await world.setVolume(member, member);
    }
    await world.tick();

    expect(told(world.posts)).toEqual(['09:00 quiet canceled 1']);
  });
});

describe('whom an organiser chose', () => {
  it('is mentioned when talks are announced, and at no other time', async () => {
    const world = await worldOf([talkAt('1', TEN), talkAt('2', TEN)], at('2020-02-01T07:00Z'));
    const kinds = ['announcements', 'notices', 'digest'] as const;
    await world.subscribe('#all', { mention: 'everyone', kinds });
    await world.run(NINE);
    await world.take(conferenceOf([talkAt('1', TEN, { status: 'canceled' }), talkAt('2', TEN)]));
    await world.run(TEN - 5 * MINUTE_MS);
    await world.delay('a', 10);
    await world.tick();

    const mentioning = world.posts.map(
      ({ deliveries: [first] }) => `${first?.subject.kind} ${first?.mention}`,
    );
    expect(mentioning).toEqual([
      'digest undefined',
      'notice undefined',
      'announcement everyone',
      'roomDelay undefined',
      'correction undefined',
    ]);
  });
});

describe('a message', () => {
  it('says who reads it, as far as that is known', async () => {
    const world = await worldOf([talkAt('1', TEN)]);
    await world.subscribe('#all');
    await world.star('ada', '1');

    await world.run(TEN);

    expect(world.posts.map(({ card }) => [card.kind, card.reader])).toEqual([
      ['announcement', { locale: 'en' }],
      ['reminder', { locale: 'en', timeZone: 'Asia/Tokyo' }],
    ]);
  });
});

describe('a channel', () => {
  it('hears all in its language: announcements, changes, corrections, digests, also once muted', async () => {
    const world = await worldOf([talkAt('1', TEN)], at('2020-02-01T07:59Z'));
    const kinds = ['announcements', 'notices', 'digest'] as const;
    await world.subscribe('#deutsch', { kinds, language: 'de' });
    await world.run(TEN - 5 * MINUTE_MS);

    await world.take(conferenceOf([talkAt('1', TEN + 60 * MINUTE_MS)]));
    await world.tick();
    await world.mute('#deutsch');
    await world.take(conferenceOf([talkAt('1', TEN, { status: 'canceled' })]));
    await world.tick();

    expect(world.posts.map(({ card }) => [card.title, card.reader])).toEqual(
      [
        'Guten Morgen! Sa., 1. Feb.',
        'Beginnt in 10 Min.',
        'Verschoben',
        'Angekündigt für 10:00, seither geändert',
        'Angekündigt für 10:00, seither geändert',
      ].map((title) => [title, { locale: 'de' }]),
    );
  });
});

describe('an outage of ninety minutes', () => {
  it('ends with what is still of use, honestly worded; the rest is dropped', async () => {
    const starts = [5, 20, 60, 86, 88, 95, 120].map((minutes) => TEN + minutes * MINUTE_MS);
    const world = await worldOf(starts.map((start, index) => talkAt(String(index), start)));
    await world.subscribe('#all');
    for (const [index] of starts.entries()) await world.star('ada', String(index));
    await world.run(TEN);
    const before = world.posts.length;

    world.jump(TEN + 90 * MINUTE_MS);
    await world.tick();
    const caughtUp = world.posts.slice(before);

    expect(told(caughtUp).toSorted()).toEqual([
      '11:30 #all announcement 3',
      '11:30 #all announcement 4',
      '11:30 #all announcement 5',
      '11:30 ada reminder 3',
      '11:30 ada reminder 4',
      '11:30 ada reminder 5',
    ]);
    expect(
      caughtUp
        .filter(({ card }) => card.kind === 'announcement')
        .map(({ card }) => card.title)
        .toSorted(),
    ).toEqual(['Started 2 min ago', 'Started 4 min ago', 'Starts in 5 min']);
    await world.run(TEN + 150 * MINUTE_MS);
    expect(told(world.posts.slice(before + caughtUp.length))).toEqual([
      '11:50 #all announcement 6',
      '11:50 ada reminder 6',
    ]);
  });
});

describe('a change', () => {
  it('into the lead is told and announced at once', async () => {
    const world = await starred(talkAt('1', TEN + 60 * MINUTE_MS));

    await world.take(conferenceOf([talkAt('1', NINE + 35 * MINUTE_MS)]));
    await world.run(TEN + 90 * MINUTE_MS);

    expect(told(world.posts).toSorted()).toEqual([
      '09:30 #all announcement 1',
      '09:30 #all moved 1',
      '09:30 ada moved 1',
      '09:30 ada reminder 1',
    ]);
  });

  it('to later, after the reminder, is told and reminded of again; the announcement is corrected', async () => {
    const world = await starred(talkAt('1', TEN), TEN - 5 * MINUTE_MS);

    await world.take(conferenceOf([talkAt('1', TEN + 60 * MINUTE_MS)]));
    await world.run(TEN + 90 * MINUTE_MS);

    expect(told(world.posts).toSorted()).toEqual([
      '09:50 #all announcement 1',
      '09:50 ada reminder 1',
      '09:55 #all correction 1',
      '09:55 #all moved 1',
      '09:55 ada moved 1',
      '10:50 #all announcement 1',
      '10:50 ada reminder 1',
    ]);
    const [correction] = corrections(world);
    expect(correction?.card.title).toBe('Announced for 10:00, changed since');
    expect(marks(correction)).toEqual(['moved to 11:00']);
  });

  it('to another room shows in the announcement that is out, beside the talks that stay', async () => {
    const stays = talkAt('2', TEN, { room: 'Annex' });
    const world = await starred(talkAt('1', TEN, { room: 'Main' }), TEN - 5 * MINUTE_MS, [stays]);

    await world.take(conferenceOf([talkAt('1', TEN, { room: 'Annex' }), stays]));
    await world.tick();

    const [correction] = corrections(world);
    expect(correction?.card.title).toBe('2 talks start in 5 min');
    expect(marks(correction)).toEqual(['room changed, was Main', undefined]);
  });

  it('of something else leaves the mark of a room that is not the one that was told', async () => {
    const other = talkAt('2', TEN, { room: 'Annex' });
    const world = await starred(talkAt('1', TEN, { room: 'Main' }), TEN - 8 * MINUTE_MS, [other]);
    const rooms = ['Attic', 'Cellar'] as const;
    for (const room of rooms) {
      await world.take(conferenceOf([talkAt('1', TEN, { room }), other]));
      await world.tick();
    }
    const retitled = { ...other, title: 'Another title' };

    await world.take(conferenceOf([talkAt('1', TEN, { room: 'Cellar' }), retitled]));
    await world.tick();
    expect(marks(corrections(world).at(-1))).toEqual([undefined, 'room changed, was Main']);

    await world.take(conferenceOf([talkAt('1', TEN, { room: 'Main' }), retitled]));
    await world.tick();
    expect(marks(corrections(world).at(-1))).toEqual([undefined, undefined]);
  });

  it('of the room before an announcement that is late shows in it', async () => {
    const world = await worldOf([talkAt('1', TEN, { room: 'Main' })], TEN - 10 * MINUTE_MS);
    await world.subscribe('#all');
    await world.plan();

    await world.take(conferenceOf([talkAt('1', TEN, { room: 'Annex' })]));
    await world.tick();

    const [announcement] = world.posts.filter(({ card }) => card.kind === 'announcement');
    expect(marks(announcement)).toEqual(['room changed, was Main']);
  });

  it('to another day is told now and announced then', async () => {
    const world = await starred(talkAt('1', TEN), TEN - 5 * MINUTE_MS);
    const tomorrow = TEN + 24 * 60 * MINUTE_MS;

    await world.take(conferenceOf([talkAt('1', tomorrow)]));
    await world.tick();
    world.jump(tomorrow - 11 * MINUTE_MS);
    await world.run(tomorrow);

    expect(told(world.posts).slice(2).toSorted()).toEqual([
      '09:50 #all announcement 1',
      '09:50 ada reminder 1',
      '09:55 #all correction 1',
      '09:55 #all moved 1',
      '09:55 ada moved 1',
    ]);
  });

  it('that cancels after the reminder is told at once, and nothing comes later', async () => {
    const world = await starred(talkAt('1', TEN), TEN - 5 * MINUTE_MS);

    await world.take(conferenceOf([talkAt('1', TEN, { status: 'canceled' })]));
    await world.run(TEN + 30 * MINUTE_MS);

    expect(told(world.posts).slice(2).toSorted()).toEqual([
      '09:55 #all canceled 1',
      '09:55 #all correction 1',
      '09:55 ada canceled 1',
    ]);
  });

  it('that takes a cancellation back is told, and the talk is announced at its time', async () => {
    const world = await starred(talkAt('1', TEN), NINE + 10 * MINUTE_MS);
    await world.take(conferenceOf([talkAt('1', TEN, { status: 'canceled' })]));
    await world.run(NINE + 20 * MINUTE_MS);

    await world.take(conferenceOf([talkAt('1', TEN)]));
    await world.run(TEN + 30 * MINUTE_MS);

    expect(told(world.posts).toSorted()).toEqual([
      '09:10 #all canceled 1',
      '09:10 ada canceled 1',
      '09:20 #all reinstated 1',
      '09:20 ada reinstated 1',
      '09:50 #all announcement 1',
      '09:50 ada reminder 1',
    ]);
  });

  it('into the rooms of a channel, within its lead, is announced there at once', async () => {
    const world = await worldOf([talkAt('1', TEN, { room: 'B' }), talkAt('2', TEN)]);
    await world.subscribe('#a', { rooms: [roomSlug('a')], kinds: ['announcements'] });
    await world.run(TEN - 5 * MINUTE_MS);

    await world.take(conferenceOf([talkAt('1', TEN), talkAt('2', TEN)]));
    await world.tick();

    expect(told(world.posts)).toEqual(['09:50 #a announcement 2', '09:55 #a announcement 1']);
  });

  it('that is told late is told for every talk that is not over', async () => {
    const runs = talkAt('runs', NINE);
    const talks = [runs, talkAt('1', TEN), talkAt('2', TEN, { room: 'B' })];
    const world = await worldOf(talks, runs.end - MINUTE_MS);
    await world.subscribe('#all', { kinds: ['notices'] });

    await world.take(conferenceOf(talks.map((talk) => ({ ...talk, room: 'B' }))));
    world.jump(runs.end + MINUTE_MS);
    await world.tick();

    expect(told(world.posts)).toEqual(['09:26 #all moved 1', '09:26 #all moved runs']);
  });

  it('that is taken back before it was noticed leaves everything as it was', async () => {
    const world = await worldOf([talkAt('1', TEN)], TEN - 10 * MINUTE_MS);
    await world.subscribe('#all', { kinds: ['announcements'] });
    await world.star('ada', '1');
    await world.plan();
    await world.take(conferenceOf([talkAt('1', TEN + 60 * MINUTE_MS)]));
    await world.tick();

    await world.take(conferenceOf([talkAt('1', TEN)]));
    await world.tick();

    expect(told(world.posts).toSorted()).toEqual([
      '09:50 #all announcement 1',
      '09:50 ada moved 1',
      '09:50 ada moved 1',
      '09:50 ada reminder 1',
    ]);
  });

  it.each([
    [20, Array.from({ length: 20 }, (_, index) => `09:00 #all moved ${index}`)],
    [21, ['09:00 #all 21 changes']],
  ])('of %i talks becomes one message; a first load tells nothing', async (count, lines) => {
    const talks = Array.from({ length: count }, (_, index) => talkAt(String(index), TEN));
    const other = talkAt('other', TEN, { room: 'B' });
    const world = await worldOf([...talks, other]);
    await world.subscribe('#all', { kinds: ['notices'] });
    await world.tick();
    expect(world.posts).toEqual([]);

    await world.take(conferenceOf([...talks.map((talk) => ({ ...talk, room: 'B' })), other]));
    await world.tick();

    expect(told(world.posts).toSorted()).toEqual(lines.toSorted());
    expect(world.posts).toHaveLength(1);
  });

  it('followed by another before the next tick is told as it went, and announced as it is', async () => {
    const world = await worldOf([talkAt('1', TEN)]);
    await world.subscribe('#all');
    await world.star('ada', '1');

    await world.take(conferenceOf([talkAt('1', TEN + 30 * MINUTE_MS)]));
    await world.take(conferenceOf([talkAt('1', TEN - 15 * MINUTE_MS)]));
    await world.run(TEN + 60 * MINUTE_MS);

    expect(told(world.posts).toSorted()).toEqual([
      '09:00 #all moved 1',
      '09:00 #all moved 1',
      '09:00 ada moved 1',
      '09:00 ada moved 1',
      '09:35 #all announcement 1',
      '09:35 ada reminder 1',
    ]);
  });

  it("is not taken over, and tells nobody anything, when it is last year's", async () => {
    const talks = Array.from({ length: 10 }, (_, index) => talkAt(String(index), TEN));
    const world = await worldOf(talks);
    await world.subscribe('#all');
    const lastYear = talks.map(({ id, start }) => talkAt(id, start - 365 * 24 * 60 * MINUTE_MS));

    expect(await world.take(conferenceOf(lastYear))).toBe('refused');
    await world.tick();

    expect(told(world.posts)).toEqual([]);
    expect(world.conference()).toEqual(conferenceOf(talks));
  });

  it('is not taken over when more than 30 % of what is to come is gone', async () => {
    const talks = Array.from({ length: 10 }, (_, index) => talkAt(String(index), TEN));
    const world = await worldOf(talks);

    expect(await world.take(conferenceOf(talks.slice(4)))).toBe('refused');
    expect(world.conference().talks).toHaveLength(10);
    expect(await world.take(conferenceOf(talks.slice(3)))).toBe('taken');
    expect(
      world
        .conference()
        .talks.map(({ status }) => status)
        .filter((one) => one === 'canceled'),
    ).toHaveLength(3);
  });
});

describe('a delay', () => {
  it('shifts what is still to come in that room, tells of it once, and can be taken back', async () => {
    const world = await worldOf([
      talkAt('runs', NINE),
      talkAt('1', TEN),
      talkAt('2', TEN + 30 * MINUTE_MS, { room: 'B' }),
    ]);
    await world.subscribe('#all');
    await world.star('ada', '1');
    await world.run(NINE + 20 * MINUTE_MS);

    await world.delay('a', 20);
    await world.run(NINE + 30 * MINUTE_MS);
    await world.delay('a', 5);
    await world.run(TEN + 60 * MINUTE_MS);

    expect(told(world.posts).toSorted()).toEqual([
      '09:20 #all A 20 min late',
      '09:20 ada moved 1',
      '09:30 #all A 5 min late',
      '09:30 ada moved 1',
      '09:55 #all announcement 1',
      '09:55 ada reminder 1',
      '10:20 #all announcement 2',
    ]);
  });
});

describe('a room that runs late', () => {
  const late = async () => {
    const world = await worldOf([
      talkAt('1', TEN),
      talkAt('2', TEN + 30 * MINUTE_MS),
      talkAt('3', TEN + 24 * 60 * MINUTE_MS),
    ]);
    await world.subscribe('#all');
    await world.run(NINE + 20 * MINUTE_MS);
    await world.delay('a', 20);
    await world.tick();
    return world;
  };

  it('reminds by the clock of the community in which a talk was starred, on every platform', async () => {
    const world = await worldOf([talkAt('1', TEN)]);
    await world.star('ada', '1');
    await world.link('ada', 'mail');
    await world.delay('a', 20);
    await world.run(TEN + 20 * MINUTE_MS);

    expect(told(world.posts).toSorted()).toEqual([
      '09:00 ada (mail) moved 1',
      '09:00 ada moved 1',
      '10:10 ada (mail) reminder 1',
      '10:10 ada reminder 1',
    ]);
  });

  it('reminds by its own clock, also when a new version has other ids', async () => {
    const world = await worldOf([talkAt('1', TEN)]);
    await world.star('ada', '1');
    await world.delay('a', 20);
    await world.tick();
    await world.take(conferenceOf([{ ...talkAt('1', TEN), id: 'one' }]));

    await world.run(TEN + 20 * MINUTE_MS);

    expect(told(world.posts)).toEqual(['09:00 ada moved 1', '10:10 ada reminder one']);
  });

  it('is later still when the schedule moves as well', async () => {
    const world = await worldOf([talkAt('1', TEN)]);
    await world.subscribe('#all');
    await world.star('ada', '1');
    await world.delay('a', 20);
    await world.take(conferenceOf([talkAt('1', TEN + 10 * MINUTE_MS)]));
    await world.run(TEN + 60 * MINUTE_MS);

    expect(told(world.posts).toSorted()).toEqual([
      '09:00 #all A 20 min late',
      '09:00 #all moved 1',
      '09:00 ada moved 1',
      '09:00 ada moved 1',
      '10:20 #all announcement 1',
      '10:20 ada reminder 1',
    ]);
  });

  it('is on time again the next morning', async () => {
    const world = await late();
    world.jump(TEN + 23 * 60 * MINUTE_MS);
    await world.run(TEN + 24 * 60 * MINUTE_MS);

    expect(told(world.posts)).toEqual(['09:20 #all A 20 min late', '09:50 #all announcement 3']);
  });

  it('again the next day holds back what is still to come then, and nothing that began', async () => {
    const nextDay = TEN + 24 * 60 * MINUTE_MS;
    const world = await worldOf([
      talkAt('1', TEN),
      talkAt('runs', nextDay - 30 * MINUTE_MS),
      talkAt('2', nextDay + 30 * MINUTE_MS),
    ]);
    await world.delay('a', 60);
    world.jump(nextDay);
    await world.subscribe('#all');

    await world.delay('a', 60);
    await world.tick();
    world.jump(nextDay + 5 * MINUTE_MS);
    await world.delay('a', 40);
    await world.tick();

    expect(told(world.posts)).toEqual(['10:00 #all A 60 min late', '10:05 #all A 40 min late']);
  });

  it('tells how many talks that concerns, of the very day that is shifted', async () => {
    const night = at('2020-02-02T03:50Z');
    const world = await worldOf([
      talkAt('1', TEN),
      talkAt('late', night),
      talkAt('2', night + 6 * 60 * MINUTE_MS),
    ]);
    expect(await world.delay('a', 30)).toBe(2);
    world.jump(night + 20 * MINUTE_MS);
    await world.subscribe('#all', { kinds: ['notices'] });

    expect(await world.delay('a', 40)).toBe(1);
    await world.tick();

    expect(told(world.posts)).toEqual(['04:10 #all A 40 min late']);
  });
});

describe('the message that a room runs late', () => {
  const minute = (count: number) => TEN + count * MINUTE_MS;
  const day = () =>
    worldOf([
      ...Array.from({ length: 7 }, (_, index) => talkAt(String(index), minute(30 * index))),
      talkAt('elsewhere', minute(30), { room: 'B' }),
      talkAt('tomorrow', minute(24 * 60)),
    ]);
  const edits = (world: Awaited<ReturnType<typeof day>>) =>
    world.posts.flatMap(({ deliveries: [first], card, messageId }) =>
      first?.subject.kind === 'roomDelay' ? [[messageId, card.title]] : [],
    );
  const rows = (card: Card | undefined) =>
    card?.blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));

  it('is one, shows the next five talks there, and leads to the others', async () => {
    const world = await day();
    await world.subscribe('#all', { kinds: ['notices'] });
    await world.delay('a', 20);
    await world.tick();

    const [{ card } = {}, ...others] = world.posts;
    expect(others).toEqual([]);
    expect([card?.title, card?.summary, rows(card)]).toEqual([
      'A runs 20 min late',
      'A runs 20 min late. Next there, at 10:20: Talk 0',
      ['Talk 0', 'Talk 1', 'Talk 2', 'Talk 3', 'Talk 4'],
    ]);
    expect(JSON.stringify(card?.blocks)).toContain('and 2 more');
    const [button] =
      card?.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : [])) ?? [];
    expect(button).toMatchObject({ label: 'All in this room', id: 'h1:world:open:schedule:1:1:a' });
  });

  it('is edited until the room is on time again, and is another one after that', async () => {
    const world = await day();
    await world.subscribe('#all', { kinds: ['notices'] });
    for (const [index, minutes] of [20, 35, 0, 0, 15].entries()) {
      world.jump(NINE + index * MINUTE_MS);
      await world.delay('a', minutes);
      await world.tick();
    }
    const [[one] = [], , , [other] = []] = edits(world);

    expect(one).not.toBe(other);
    expect(edits(world)).toEqual([
      [one, 'A runs 20 min late'],
      [one, 'A runs 35 min late'],
      [one, 'A is on time again'],
      [other, 'A runs 15 min late'],
    ]);
  });

  it('is one of its own for each room, each day and each channel that hears of something there', async () => {
    const world = await day();
    await world.subscribe('#a', { kinds: ['notices'], rooms: [roomSlug('a')] });
    await world.subscribe('#both', { kinds: ['notices'] });
    await world.subscribe('#starts', { kinds: ['announcements'] });
    await world.delay('a', 20);
    await world.delay('b', 5);
    await world.tick();
    world.jump(minute(23 * 60));
    await world.delay('a', 20);
    await world.tick();

    expect(told(world.posts).toSorted()).toEqual(
      [
        '09:00 #a A 20 min late',
        '09:00 #both A 20 min late',
        '09:00 #both B 5 min late',
        '09:00 #a A 20 min late',
        '09:00 #both A 20 min late',
      ].toSorted(),
    );
    expect(new Set(edits(world).map(([messageId]) => messageId)).size).toBe(5);
  });

  it('tells whoever starred what is next there, from ten minutes on', async () => {
    const world = await day();
    await world.star('next', '0');
    await world.star('next', '3');
    await world.star('later', '3');
    await world.star('elsewhere', 'elsewhere');
    await world.star('silent', '0');
    await world.setVolume('silent', 'silent');
    await world.tick();
    for (const [index, minutes] of [9, 19, 28].entries()) {
      world.jump(NINE + (index + 1) * MINUTE_MS);
      await world.delay('a', minutes);
      await world.tick();
    }

    expect(told(world.posts)).toEqual(['09:02 next moved 0', '09:02 next moved 3']);
  });
});

describe('the calendar', () => {
  it.each([
    ['the night the clocks go forward', 'Europe/Brussels', '2024-03-31T00:30', '2024-03-31T04:30'],
    ['the night the clocks go back', 'Europe/Brussels', '2024-10-27T00:30', '2024-10-27T04:30'],
    ['midnight', 'Europe/Berlin', '2014-12-28T22:00', '2014-12-29T02:00'],
    ['the date line', 'Pacific/Kiritimati', '2024-05-01T22:00', '2024-05-02T02:00'],
    [
      'the other side of the date line',
      'Pacific/Pago_Pago',
      '2024-05-01T22:00',
      '2024-05-02T02:00',
    ],
  ])('never confuses announcements: %s', async (_name, timeZone, first, last) => {
    const from = Temporal.PlainDateTime.from(first).toZonedDateTime(timeZone).epochMilliseconds;
    const to = Temporal.PlainDateTime.from(last).toZonedDateTime(timeZone).epochMilliseconds;
    const talks = Array.from({ length: Math.floor((to - from) / (30 * MINUTE_MS)) }, (_, index) =>
      talkAt(String(index), from + (15 + 30 * index) * MINUTE_MS),
    );
    const world = await createWorld(conferenceOf(talks, timeZone), from);
    await world.subscribe('#all');

    await world.run(to);

    expect(world.posts.map((post) => [post.at, post.deliveries.length])).toEqual(
      talks.map(({ start }) => [start - 10 * MINUTE_MS, 1]),
    );
  });
});

function corrections({ posts }: World): World['posts'] {
  return posts.filter(({ deliveries }) => deliveries[0]?.subject.kind === 'correction');
}

async function worldOf(talks: readonly Talk[], from = NINE): Promise<World> {
  return createWorld(conferenceOf(talks), from);
}

/** A channel that hears everything and a member who starred the talk, at 09:30 or the given instant. */
/** What each row of an announcement says beside the talk itself. */
function marks(post: World['posts'][number] | undefined): readonly (string | undefined)[] {
  return (post?.card.blocks ?? []).flatMap((block) => {
    if (block.kind !== 'row') return [];
    const [mark] = block.details[1] ?? [];
    return [typeof mark === 'object' && mark.kind === 'strong' ? mark.text : undefined];
  });
}

async function starred(
  talk: Talk,
  until = NINE + 30 * MINUTE_MS,
  others: readonly Talk[] = [],
): Promise<World> {
  const world = await worldOf([talk, ...others]);
  await world.subscribe('#all');
  await world.star('ada', talk.id);
  await world.run(until);
  return world;
}
