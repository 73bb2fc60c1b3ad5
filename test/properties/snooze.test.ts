import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FollowSubject } from '../../src/programme/following.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { runs } from '../support/thorough.ts';
import { createWorld, MINUTE_MS, type World } from '../support/world.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const TALKS = 4;
const SUE: FollowSubject = { kind: 'speaker', name: 'Sue' };
/** What they are reminded of long enough ahead to put it off. */
const LEADS = new Map([
  ['ada', 20],
  ['bob', 35],
]);

type Step =
  | { readonly kind: 'pass' | 'outage' | 'delay'; readonly minutes: number }
  | {
      readonly kind: 'star' | 'unstar' | 'quiet' | 'loud';
      readonly member: string;
      readonly talk: number;
    }
  | { readonly kind: 'follow' | 'unfollow'; readonly member: string }
  | { readonly kind: 'move'; readonly talk: number; readonly byMinutes: number }
  | { readonly kind: 'cancel' | 'restore' | 'renumber' | 'byHand'; readonly talk: number }
  | Press;
interface Press {
  readonly kind: 'press';
  readonly member: string;
  /** Which of the reminders that they have, the latest first. */
  readonly back: number;
  readonly minutes: 5 | 10;
  /** So many further than its own button says: as none that is shown. */
  readonly astray: number;
}

const talk = fc.integer({ min: 0, max: TALKS - 1 });
const member = fc.constantFrom(...LEADS.keys());
const press: fc.Arbitrary<Press> = fc.record({
  kind: fc.constant('press' as const),
  ...{ member, minutes: fc.constantFrom(5 as const, 5 as const, 10 as const) },
  back: fc.constantFrom(0, 0, 0, 1, 2),
  astray: fc.constantFrom(0, 0, 0, 0, 1),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.integer({ min: 1, max: 15 }),
    }),
  },
  { weight: 5, arbitrary: press },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('outage' as const),
      minutes: fc.integer({ min: 1, max: 15 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delay' as const),
      minutes: fc.integer({ min: -5, max: 15 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('star', 'unstar', 'quiet', 'loud'),
      member,
      talk,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('follow', 'unfollow'), member }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      talk,
      byMinutes: fc.integer({ min: -10, max: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('cancel', 'restore', 'renumber', 'byHand'),
      talk,
    }),
  },
);

it('a snoozed reminder is told once a press, of what still starts then and is still wanted, whatever happens', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const { told, expected } = await play(steps);

      expect(told).toEqual(expected);
    }),
    { numRuns: runs(12) },
  );
});

/** One talk of a reminder that is to come once more. */
interface Snoozed {
  readonly member: string;
  readonly uid: string;
  readonly start: number;
  readonly again: number;
  readonly dueAt: number;
}

async function play(steps: readonly Step[]) {
  let source: readonly Talk[] = Array.from({ length: TALKS }, (_, index) =>
    talkAt(`u${index}-0`, NINE + (25 + 12 * Math.floor(index / 2)) * MINUTE_MS, {
      ...{ guid: `u${index}`, room: index === 0 ? 'R' : 'S' },
      speakers: [{ name: index % 2 === 0 ? 'Sue' : 'Tom' }],
    }),
  );
  let now = NINE;
  let versions = 1;
  const world = await createWorld(conference(source), now);
  const wanted = createWanted();
  /** Once asked for, not again while it is to come or was told. */
  const asked = new Map<string, Snoozed>();
  const waiting = new Set<Snoozed>();
  const expected: string[] = [];
  const tick = async () => {
    const seen = await placesIn(world);
    await world.tick();
    for (const one of [...waiting].filter(({ dueAt }) => dueAt <= now)) {
      waiting.delete(one);
      const holds = seen.get(one.uid) === one.start && now < one.start;
      if (holds && wanted.by(one.member, one.uid, source)) expected.push(line(now, one));
      // Withdrawn, and so to be had once more by another press.
      else asked.delete(key(one));
    }
  };
  const pressed = async ({ member: name, back, minutes, astray }: Press) => {
    const own = saidOf(world).filter((one) => one.member === name);
    const shown = own.at(-1 - back);
    if (shown === undefined) return;
    const { start } = shown;
    const again = shown.again + 1 + astray;
    const before = own.filter((one) => one.start === start && one.again === again - 1);
    const dueAt = now + minutes * MINUTE_MS;
    const fresh = before.filter((one) => !asked.has(key({ ...one, again })));
    const done = await world.snooze(name, { minutes, start, again });
    if (dueAt >= start) expect(done).toBe('tooLate');
    else if (before.length === 0) expect(done).toBe('gone');
    else expect(done).toBe(fresh.length === 0 ? 'already' : 'snoozed');
    if (done !== 'snoozed') return;
    for (const one of fresh) {
      const snoozed = { ...one, again, dueAt };
      asked.set(key(snoozed), snoozed);
      waiting.add(snoozed);
    }
  };
  const change = async (index: number, to: (talk: Talk) => Partial<Talk>) => {
    const after = source.map((one, at) => (at === index ? { ...one, ...to(one) } : one));
    if ((await world.take(conference(after))) === 'taken') source = after;
    await tick();
  };

  for (const [name, lead] of LEADS) await world.setLead(name, lead);
  for (const one of [...BEGINNING, ...steps]) {
    switch (one.kind) {
      case 'pass':
        for (const end = now + one.minutes * MINUTE_MS; now < end; ) {
          now += MINUTE_MS;
          world.jump(now);
          await tick();
        }
        break;
      case 'outage':
        now += one.minutes * MINUTE_MS;
        world.jump(now);
        await tick();
        break;
      case 'delay':
        await world.delay('r', one.minutes);
        await tick();
        break;
      case 'star':
      case 'unstar':
        await world[one.kind](one.member, source[one.talk]?.id ?? '');
        wanted[one.kind](one.member, `u${one.talk}`);
        break;
      case 'quiet':
      case 'loud':
        await world.setVolume(one.member, one.kind === 'quiet' ? 'quiet' : 'full');
        wanted.setQuiet(one.member, one.kind === 'quiet');
        break;
      case 'follow':
      case 'unfollow':
        await world[one.kind](one.member, SUE);
        wanted.setFollowing(one.member, one.kind === 'follow');
        break;
      case 'move':
        await change(one.talk, ({ start, end }) => ({
          start: start + one.byMinutes * MINUTE_MS,
          end: end + one.byMinutes * MINUTE_MS,
        }));
        break;
      case 'cancel':
      case 'restore':
        await change(one.talk, () => ({
          status: one.kind === 'cancel' ? 'canceled' : 'scheduled',
        }));
        break;
      case 'renumber':
        versions += 1;
        await change(one.talk, () => ({ id: `u${one.talk}-${versions}` }));
        break;
      case 'byHand':
        await world.change(source[one.talk]?.id ?? '', { kind: 'cancel' });
        await tick();
        break;
      case 'press':
        await pressed(one);
    }
  }
  for (const end = now + 30 * MINUTE_MS; now < end; now += MINUTE_MS) {
    world.jump(now);
    await tick();
  }
  const told = saidOf(world).filter(({ again }) => again > 0);
  return { told: told.map((one) => line(one.at, one)).toSorted(), expected: expected.toSorted() };
}

/** So that there is something to put off. */
const BEGINNING: readonly Step[] = [
  { kind: 'star', member: 'ada', talk: 0 },
  { kind: 'star', member: 'ada', talk: 1 },
  { kind: 'follow', member: 'bob' },
  { kind: 'pass', minutes: 6 },
];

/** Which talks members want to be reminded of, found without stores. */
function createWanted() {
  const stars = new Map([...LEADS.keys()].map((name) => [name, new Set<string>()]));
  const followers = new Set<string>();
  const quiet = new Set<string>();
  const turn = (all: Set<string>, name: string, isOn: boolean) => {
    if (isOn) all.add(name);
    else all.delete(name);
  };
  return {
    star: (name: string, uid: string) => void stars.get(name)?.add(uid),
    unstar: (name: string, uid: string) => void stars.get(name)?.delete(uid),
    setFollowing: (name: string, isOn: boolean) => turn(followers, name, isOn),
    setQuiet: (name: string, isOn: boolean) => turn(quiet, name, isOn),
    by: (name: string, uid: string, talks: readonly Talk[]) => {
      const isBySue = talks.some(
        ({ guid, speakers }) => guid === uid && speakers.some((one) => one.name === SUE.name),
      );
      const isWanted = stars.get(name)?.has(uid) || (followers.has(name) && isBySue);
      return isWanted && !quiet.has(name);
    },
  };
}

/** When each talk that takes place starts, as the community sees it. */
async function placesIn(world: World): Promise<ReadonlyMap<string, number>> {
  const { conference } = await world.seen();
  const taking = conference.talks.filter(({ status }) => status === 'scheduled');
  return new Map(taking.map(({ guid, start }) => [guid ?? '', start]));
}

function saidOf(world: World) {
  return world.posts.flatMap(({ at, deliveries }) =>
    deliveries.flatMap(({ subject, target }) => {
      if (subject.kind !== 'reminder' || target.kind !== 'member') return [];
      const { talk: id, start, again = 0 } = subject;
      return [{ at, member: target.member, uid: id.split('-', 1)[0] ?? '', start, again }];
    }),
  );
}

function key({ member: name, uid, start, again }: Omit<Snoozed, 'dueAt'>): string {
  return `${name} ${uid} ${start} ${again}`;
}

function line(at: number, one: Omit<Snoozed, 'dueAt'>): string {
  return `${(at - NINE) / MINUTE_MS} ${key({ ...one, start: (one.start - NINE) / MINUTE_MS })}`;
}

/** Beside one that keeps the conference alive, of which nobody hears. */
function conference(talks: readonly Talk[]): Conference {
  return conferenceOf([...talks, talkAt('ever', NINE + 48 * 60 * MINUTE_MS, { room: 'S' })]);
}
