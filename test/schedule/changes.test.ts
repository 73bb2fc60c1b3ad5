import { describe, expect, it } from 'vitest';
import { atOnce } from '../../src/clock/steps.ts';
import { diffSchedules } from '../../src/schedule/comparing/changes.ts';
import { succeed } from '../../src/schedule/comparing/succession.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const HOUR = 3_600_000;

describe('a comparison of two versions', () => {
  it('finds what is new, canceled, taken back, moved and edited, one change a talk', () => {
    const before = [
      talkAt('same', TEN),
      talkAt('canceled', TEN),
      talkAt('vanished', TEN),
      talkAt('back', TEN, { status: 'canceled' }),
      talkAt('later', TEN),
      talkAt('elsewhere', TEN),
      talkAt('longer', TEN),
      talkAt('retitled', TEN),
    ];
    const after = [
      talkAt('same', TEN),
      talkAt('canceled', TEN, { status: 'canceled' }),
      talkAt('back', TEN),
      talkAt('later', TEN + HOUR, { title: 'Later and retitled' }),
      talkAt('elsewhere', TEN, { room: 'B' }),
      talkAt('longer', TEN, { end: TEN + HOUR }),
      talkAt('retitled', TEN, { title: 'Another title' }),
      talkAt('new', TEN),
    ];

    expect(changes(before, after)).toEqual([
      'back reinstated ',
      'canceled canceled',
      'elsewhere moved room',
      'later moved title,start,end',
      'longer edited end',
      'new new',
      'retitled edited title',
      'vanished canceled',
    ]);
  });

  it.each<readonly [string, Partial<Talk>, Partial<Talk>]>([
    ['its guid', { guid: 'g' }, { guid: 'g', title: 'Other', speakers: [] }],
    ['its slug', { slug: 's' }, { slug: 's', title: 'Other', speakers: [] }],
    ['its code', { code: 'ABC' }, { code: 'ABC', title: 'Other', speakers: [] }],
    [
      'title and speakers',
      { title: 'A  Talk', speakers: [{ name: 'Ada' }, { name: 'Bob' }] },
      { title: 'a talk', speakers: [{ name: 'bob' }, { name: 'ADA' }] },
    ],
  ])('follows a talk whose id changed by %s', (_by, before, after) => {
    const found = diff(
      conferenceOf([talkAt('1', TEN, before), talkAt('2', TEN)]),
      conferenceOf([talkAt('2', TEN), talkAt('9', TEN, after)]),
    );

    expect(Object.fromEntries(found.ids)).toEqual({ 1: '9', 2: '2' });
    expect(found.changes.filter(({ kind }) => kind !== 'edited')).toEqual([]);
  });

  it('does not follow an id that was given to a wholly different talk', () => {
    const before = [talkAt('1', TEN, { guid: 'a' }), talkAt('2', TEN, { guid: 'b' })];
    const after = [
      talkAt('2', TEN, { guid: 'a', title: 'Talk 1', speakers: [{ name: 'Speaker of 1' }] }),
      talkAt('1', TEN, { guid: 'b', title: 'Talk 2', speakers: [{ name: 'Speaker of 2' }] }),
    ];

    const found = diff(conferenceOf(before), conferenceOf(after));

    expect(Object.fromEntries(found.ids)).toEqual({ 1: '2', 2: '1' });
    expect(found.changes).toEqual([]);
  });

  it('takes two talks of one title and speaker for what they are', () => {
    const twice = (id: string, start: number) =>
      talkAt(id, start, { title: 'Soldering workshop', speakers: [{ name: 'Mitch' }] });

    const found = diff(
      conferenceOf([twice('1', TEN), twice('2', TEN + HOUR)]),
      conferenceOf([twice('8', TEN + HOUR), twice('9', TEN)]),
    );

    expect(Object.fromEntries(found.ids)).toEqual({ 1: '9', 2: '8' });
    expect(found.changes).toEqual([]);
  });
});

describe('several talks to which the source gives one id', () => {
  const morning = (id: string, day: number) =>
    talkAt(id, TEN + day * 24 * HOUR, { title: 'Registration', speakers: [] });

  it('are followed by what people see, when the first is gone and the rest are numbered anew', () => {
    const found = diff(
      conferenceOf([morning('7', 0), morning('7-2', 1), morning('7-3', 2)]),
      conferenceOf([morning('7', 1), morning('7-2', 2)]),
    );

    expect(Object.fromEntries(found.ids)).toEqual({ '7-2': '7', '7-3': '7-2' });
    expect(found.changes).toEqual([{ kind: 'canceled', before: morning('7', 0) }]);
  });
});

describe('a new version', () => {
  it('keeps what vanished, canceled when it was to come, as it was when it was over', () => {
    const before = [
      talkAt('over', TEN - 2 * HOUR, { room: 'Gone' }),
      talkAt('1', TEN, { room: 'Gone' }),
      ...['2', '3', '4', '5'].map((id) => talkAt(id, TEN)),
    ];

    const next = succession(conferenceOf(before), conferenceOf(before.slice(2)), TEN - HOUR);

    if (next.kind !== 'taken') throw new Error('It was refused');
    expect(
      next.conference.talks.slice(0, 3).map(({ id, status, room }) => [id, status, room]),
    ).toEqual([
      ['over', 'scheduled', 'Gone'],
      ['2', 'scheduled', 'A'],
      ['3', 'scheduled', 'A'],
    ]);
    expect(next.conference.talks.at(-1)).toMatchObject({ id: '1', status: 'canceled' });
    expect(next.conference.rooms.map(({ name }) => name)).toEqual(['A', 'Gone']);
    expect(next.changes.map(({ kind }) => kind)).toEqual(['canceled', 'canceled']);
  });

  it('has no room that only canceled talks are in', () => {
    const before = [
      talkAt('1', TEN, { room: 'Gone', track: 'Lost' }),
      ...['2', '3', '4', '5'].map((id) => talkAt(id, TEN)),
    ];

    const next = succession(conferenceOf(before), conferenceOf(before.slice(1)), TEN - HOUR);

    if (next.kind !== 'taken') throw new Error('It was refused');
    const { rooms, tracks, talks } = next.conference;
    expect(rooms.map(({ name }) => name)).toEqual(['A']);
    expect(tracks).toEqual([]);
    expect(talks.find(({ id }) => id === '1')).toMatchObject({ room: 'Gone', status: 'canceled' });
  });

  it('gives a vanished talk another id where its own was given away', () => {
    const before = [
      talkAt('1', TEN, { guid: 'a' }),
      ...['2', '3', '4'].map((id) => talkAt(id, TEN)),
    ];
    const after = [
      talkAt('1', TEN, { guid: 'z', title: 'Something else', speakers: [] }),
      ...before.slice(1),
    ];

    const next = succession(conferenceOf(before), conferenceOf(after), TEN - HOUR);

    if (next.kind !== 'taken') throw new Error('It was refused');
    expect(next.ids.get('1')).toBe('1-gone');
    expect(next.conference.talks.map(({ id, status }) => `${id} ${status}`)).toContain(
      '1-gone canceled',
    );
  });

  it('gives each vanished talk an id of its own, however often ids are given away', () => {
    const reused = (guid: string) => talkAt('1', TEN, { guid, title: guid, speakers: [] });
    const rest = ['2', '3', '4', '5'].map((id) => talkAt(id, TEN));
    let conference = conferenceOf([reused('a'), ...rest]);
    for (const guid of ['b', 'c', 'd']) {
      const next = succession(conference, conferenceOf([reused(guid), ...rest]), TEN - HOUR);
      if (next.kind !== 'taken') throw new Error('It was refused');
      expect(new Set(next.ids.values()).size).toBe(next.ids.size);
      conference = next.conference;
    }

    expect(conference.talks.map(({ id, title }) => [id, title])).toEqual(
      expect.arrayContaining([
        ['1', 'd'],
        ['1-gone', 'c'],
        ['1-gone-gone', 'b'],
        ['1-gone-gone-gone', 'a'],
      ]),
    );
  });

  it('may lose one of the last few talks, which is no broken source', () => {
    const past = Array.from({ length: 20 }, (_, index) => talkAt(`past${index}`, TEN - 5 * HOUR));
    const last = ['1', '2', '3'].map((id) => talkAt(id, TEN));
    const from = conferenceOf([...past, ...last]);

    expect(succession(from, conferenceOf([...past, ...last.slice(1)]), TEN - HOUR).kind).toBe(
      'taken',
    );
    expect(succession(from, conferenceOf(past), TEN - HOUR)).toEqual({
      kind: 'refused',
      flaw: { kind: 'shrunken', lost: 3, of: 3 },
    });
    expect(succession(conferenceOf(last), conferenceOf(last.slice(1)), TEN - HOUR)).toEqual({
      kind: 'refused',
      flaw: { kind: 'shrunken', lost: 1, of: 3 },
    });
  });

  it('is refused when more than 30 % of what is to come is gone; what is past does not count', () => {
    const past = Array.from({ length: 10 }, (_, index) => talkAt(`past${index}`, TEN - 5 * HOUR));
    const coming = Array.from({ length: 10 }, (_, index) => talkAt(`${index}`, TEN));
    const from = conferenceOf([...past, ...coming]);

    expect(succession(from, conferenceOf(coming), TEN - HOUR).kind).toBe('taken');
    expect(succession(from, conferenceOf(coming.slice(3)), TEN - HOUR).kind).toBe('taken');
    expect(succession(from, conferenceOf([...past, ...coming.slice(4)]), TEN - HOUR)).toEqual({
      kind: 'refused',
      flaw: { kind: 'shrunken', lost: 4, of: 10 },
    });
  });

  it("is refused when it has in the past what was still to come, as last year's file has", () => {
    const year = 365 * 24 * HOUR;
    const past = Array.from({ length: 10 }, (_, index) => talkAt(`past${index}`, TEN - 5 * HOUR));
    const coming = Array.from({ length: 10 }, (_, index) => talkAt(`${index}`, TEN));
    const earlier = (talks: readonly Talk[]) =>
      talks.map(({ id, start }) => talkAt(id, start - year));
    const from = conferenceOf([...past, ...coming]);
    const taken = (talks: readonly Talk[], before = from, now = TEN - HOUR) => {
      const next = succession(before, conferenceOf(talks), now);
      return next.kind === 'refused' ? next.flaw : next.kind;
    };

    expect(taken(earlier([...past, ...coming]))).toEqual({ kind: 'past', lost: 10, of: 10 });
    expect(taken([...past, ...earlier(coming.slice(4)), ...coming.slice(0, 4)])).toEqual({
      kind: 'past',
      lost: 6,
      of: 10,
    });
    expect(taken([...earlier(past), ...earlier(coming.slice(7)), ...coming.slice(0, 7)])).toBe(
      'taken',
    );
    const last = conferenceOf([...past, talkAt('last', TEN)]);
    const isOver = { kind: 'past', lost: 1, of: 1 };
    expect(taken([...past, talkAt('last', TEN - 2 * HOUR)], last)).toEqual(isOver);
    expect(taken([...past, talkAt('last', TEN - 2 * HOUR)], last, TEN + 5 * HOUR)).toBe('taken');
  });

  it('tells nothing of breaks: neither of one that moves, nor of one that was taken for a talk', () => {
    const talks = ['1', '2', '3'].map((id) => talkAt(id, TEN + HOUR));
    const lunch = { title: 'Lunch', start: TEN + 2 * HOUR, end: TEN + 3 * HOUR };
    const asTalk = talkAt('lunch', lunch.start, { title: 'Lunch', speakers: [] });
    const talkOfLunch = talkAt('eat', TEN, { title: 'Lunch' });
    const withLunch = (start: number) => ({
      ...conferenceOf(talks),
      breaks: [{ ...lunch, start }],
    });
    const told = (...versions: readonly [Conference, Conference]) => {
      const next = succession(...versions, TEN);
      if (next.kind === 'refused') return next.flaw;
      const { talks: kept, breaks } = next.conference;
      const changed = next.changes.map(({ kind }) => kind);
      return [changed, kept.map(({ id }) => id), breaks.map(({ start }) => start)];
    };

    const asItIs = [[], ['1', '2', '3'], [lunch.start]];
    expect(told(conferenceOf(talks), withLunch(lunch.start))).toEqual(asItIs);
    expect(told(withLunch(TEN), withLunch(lunch.start))).toEqual(asItIs);
    expect(told(withLunch(TEN), conferenceOf(talks))).toEqual([[], ['1', '2', '3'], []]);
    expect(told(conferenceOf([...talks, asTalk]), withLunch(lunch.start))).toEqual(asItIs);
    // One that somebody gives is canceled, whatever is served at the same time.
    expect(told(conferenceOf([...talks, talkOfLunch]), withLunch(lunch.start))).toEqual([
      ['canceled'],
      ['eat', '1', '2', '3'],
      [lunch.start],
    ]);
  });
});

function changes(before: readonly Talk[], after: readonly Talk[]): readonly string[] {
  return diff(conferenceOf(before), conferenceOf(after))
    .changes.map((change) => {
      const { id } = change.kind === 'canceled' ? change.before : change.after;
      return 'fields' in change
        ? `${id} ${change.kind} ${change.fields.join()}`
        : `${id} ${change.kind}`;
    })
    .toSorted();
}

function diff(...versions: Parameters<typeof diffSchedules>) {
  return atOnce(diffSchedules(...versions));
}

function succession(...versions: Parameters<typeof succeed>) {
  return atOnce(succeed(...versions));
}
