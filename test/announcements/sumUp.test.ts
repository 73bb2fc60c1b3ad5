import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldChange } from '../../src/announcements/versions/change.ts';
import { sumUp } from '../../src/announcements/versions/sumUp.ts';
import { atOnce } from '../../src/clock/steps.ts';
import type { ChangeStep } from '../../src/outbox/changeLog.ts';
import type { ToldChange } from '../../src/outbox/delivery.ts';
import { changeOf } from '../../src/schedule/comparing/changes.ts';
import { succeed } from '../../src/schedule/comparing/succession.ts';
import type { Conference, Talk, TalkId } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { runs } from '../support/thorough.ts';

const MINUTE = 60_000;
const TEN = Date.UTC(2020, 1, 1, 10);
const NINE = TEN - 60 * MINUTE;
const OTHERS = Array.from({ length: 8 }, (_, index) =>
  talkAt(`other ${index}`, TEN + index * 30 * MINUTE, { room: 'C' }),
);

describe('the changes of several versions, summed up', () => {
  it('tell of a talk that moved twice once, from its first place to its last', () => {
    expect(over([talk({}), talk({ start: TEN + 30 * MINUTE }), talk({ room: 'B' })])).toEqual([
      'moved Talk 1: 10:00 A → 10:00 B, at 2',
    ]);
    expect(
      over([talk({}), talk({ start: TEN + 30 * MINUTE }), talk({ start: TEN + 60 * MINUTE })]),
    ).toEqual(['moved Talk 1: 10:00 A → 11:00 A, at 2']);
  });

  it('tell nothing of what was changed back', () => {
    expect(over([talk({}), talk({ start: TEN + 30 * MINUTE }), talk({})])).toEqual([]);
    expect(over([talk({}), talk({ title: 'Typo' }), talk({})])).toEqual([]);
    expect(over([talk({}), talk({ status: 'canceled' }), talk({})])).toEqual([]);
    expect(over([talk({ status: 'canceled' }), talk({}), talk({ status: 'canceled' })])).toEqual(
      [],
    );
  });

  it('tell of a new talk where it is now, and that one was canceled which was new', () => {
    expect(over([undefined, talk({}), talk({ room: 'B' })])).toEqual([
      'new Talk 1: → 10:00 B, at 2',
    ]);
    expect(over([undefined, talk({}), talk({ status: 'canceled' })])).toEqual([
      'canceled Talk 1: 10:00 A →, at 2',
    ]);
    expect(over([undefined, talk({}), undefined, talk({ room: 'B' })])).toEqual([
      'new Talk 1: → 10:00 B, at 3',
    ]);
  });

  it('tell that a talk takes place after all, where it is by then', () => {
    expect(over([talk({ status: 'canceled' }), talk({}), talk({ room: 'B' })])).toEqual([
      'reinstated Talk 1: 10:00 A → 10:00 B, at 2',
    ]);
  });

  it('name the first title, and the speakers of before', () => {
    const speakers = [{ name: 'Ada' }];
    const [sum] = summed([
      talk({ title: 'One' }),
      talk({ title: 'Two' }),
      talk({ title: 'Three', speakers }),
    ]);
    expect(sum?.change).toEqual({
      kind: 'edited',
      talk: '1',
      title: 'Three',
      formerTitle: 'One',
      before: { start: TEN, end: TEN + 25 * MINUTE, room: 'A' },
      after: { start: TEN, end: TEN + 25 * MINUTE, room: 'A' },
      fields: ['title', 'speakers'],
      speakers: { before: ['Speaker of 1'], after: ['Ada'] },
    });
  });

  it('follow a talk to its other id, and a room to its other name', () => {
    const guid = 'g';
    const inD = (id: string, minutes: number) =>
      talkAt(id, TEN + minutes * MINUTE, { room: 'D', guid: id });
    const versions = [
      [talk({ guid }), inD('2', 0), inD('3', 30)],
      [talk({ guid, room: 'D', start: TEN + 90 * MINUTE }), inD('2', 0), inD('3', 30)],
      [
        { ...talk({ guid, room: 'Dome', start: TEN + 90 * MINUTE }), id: '99' },
        { ...inD('2', 0), room: 'Dome' },
        { ...inD('3', 30), room: 'Dome' },
      ],
    ];
    const sums = sumUp(history(versions.map((talks) => conferenceOf([...talks, ...OTHERS]))).steps);
    expect(sums.map(({ change: { talk: id, kind, after } }) => [id, kind, after?.room])).toEqual([
      ['99', 'moved', 'Dome'],
    ]);
  });

  it('put the last changed first, and those of one version by time', () => {
    const at = (one: number, two: number, three: number) =>
      conferenceOf([
        ...[one, two, three].map((minutes, index) =>
          talkAt(String(index), TEN + minutes * MINUTE, { room: 'A' }),
        ),
        ...OTHERS,
      ]);
    const { steps } = history([at(0, 30, 60), at(5, 35, 60), at(5, 35, 65)]);
    expect(sumUp(steps).map(({ change }) => change.talk)).toEqual(['2', '0', '1']);
  });

  it('are what a comparison of the first version with the last finds, whatever came between', () => {
    fc.assert(
      fc.property(fc.array(conferences, { minLength: 2, maxLength: 6 }), (versions) => {
        const { steps, originals, last } = history(versions);
        const sums = new Map(sumUp(steps).map(({ change }) => [change.talk, change]));
        for (const talk of last.talks) {
          const original = originals.get(talk.id);
          const sum = sums.get(talk.id);
          if (original === undefined && talk.status === 'canceled') {
            expect(sum?.kind ?? 'canceled').toBe('canceled');
          } else {
            const change = changeOf(original, talk);
            expect(core(sum)).toEqual(core(change && toldChange(change)));
          }
          sums.delete(talk.id);
        }
        expect([...sums.keys()]).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** What else becomes of a talk while it is canceled is told nowhere. */
function core(change: ToldChange | undefined) {
  if (change === undefined) return undefined;
  const { talk, title, kind, before, after } = change;
  if (kind === 'reinstated') return { talk, kind, after };
  return kind === 'canceled' ? { talk, kind, before } : { talk, title, kind, before, after };
}

const conferences = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 6 }).map(String),
      half: fc.integer({ min: 0, max: 3 }),
      room: fc.constantFrom('A', 'B'),
      status: fc.constantFrom('scheduled' as const, 'scheduled' as const, 'canceled' as const),
    }),
    { maxLength: 6, selector: ({ id }) => id },
  )
  .map((talks) =>
    conferenceOf([
      ...talks.map(({ id, half, ...rest }) => talkAt(id, TEN + half * 30 * MINUTE, rest)),
      ...OTHERS,
    ]),
  );

function talk(rest: Partial<Talk>): Talk {
  const start = rest.start ?? TEN;
  return { ...talkAt('1', start), ...rest };
}

/** What became of one talk among others that stay. */
function over(states: readonly (Talk | undefined)[]): readonly string[] {
  return summed(states).map(({ change: { kind, title, before, after }, at }) => {
    const place = (one: ToldChange['before']) =>
      one === undefined ? '' : `${new Date(one.start).toISOString().slice(11, 16)} ${one.room}`;
    const places = `${place(before)} → ${place(after)}`.trim();
    return `${kind} ${title}: ${places}, at ${at}`;
  });
}

function summed(states: readonly (Talk | undefined)[]) {
  const versions = states.map((state) =>
    conferenceOf([...(state === undefined ? [] : [state]), ...OTHERS]),
  );
  return sumUp(history(versions).steps);
}

/** Takes one version after the other; the originals are the talks of the first by the ids and names of the last. */
function history([first, ...versions]: readonly Conference[]) {
  if (first === undefined) throw new Error('There is no version');
  let last = first;
  let originals = new Map<TalkId, Talk>(first.talks.map((one) => [one.id, one]));
  const steps: ChangeStep[] = [];
  for (const [index, fresh] of versions.entries()) {
    const succession = atOnce(succeed(last, fresh, NINE));
    if (succession.kind === 'refused') continue;
    const { changes, ids, renames, conference } = succession;
    const rooms = new Map(renames.map(({ before, after }) => [before, after]));
    originals = new Map(
      [...originals].map(([id, one]) => {
        const { room = '' } = one;
        return [ids.get(id) ?? id, { ...one, room: rooms.get(room) ?? room }];
      }),
    );
    steps.push({
      number: index + 2,
      at: index + 1,
      changes: changes.flatMap((change) => toldChange(change) ?? []),
      ids: new Map([...ids].filter(([from, to]) => from !== to)),
      renames,
    });
    // What comes canceled takes place after all later, and is not new then.
    const known = new Set(ids.values());
    for (const one of conference.talks) {
      if (one.status === 'canceled' && !known.has(one.id)) originals.set(one.id, one);
    }
    last = conference;
  }
  return { steps, originals, last };
}
