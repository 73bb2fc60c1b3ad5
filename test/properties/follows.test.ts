import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TalkAct } from '../../src/programme/byHand.ts';
import type { FollowSubject } from '../../src/programme/following.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { runs } from '../support/thorough.ts';
import { createWorld, MINUTE_MS } from '../support/world.ts';
import { createFollowOracle, LENGTH_MS, type Shown } from './followOracle.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const TALKS = 6;
const LEADS = new Map([
  ['ada', 10],
  ['bob', 25],
]);
const MEMBERS = [...LEADS.keys()];
const SUBJECTS: readonly FollowSubject[] = [
  { kind: 'speaker', name: 'Sue' },
  { kind: 'track', slug: 'b', name: 'B' },
  { kind: 'words', name: 'rust' },
];

type Step =
  | { readonly kind: 'pass' | 'outage'; readonly minutes: number }
  | { readonly kind: 'star' | 'unstar'; readonly member: string; readonly talk: number }
  | { readonly kind: 'follow' | 'unfollow'; readonly member: string; readonly subject: number }
  | { readonly kind: 'version'; readonly mutations: readonly Mutation[] }
  | { readonly kind: 'delay'; readonly minutes: number }
  | {
      readonly kind: 'byHand';
      readonly act: 'cancel' | 'move' | 'rename' | 'restore';
      readonly talk: number;
      readonly byMinutes: number;
    };
interface Mutation {
  readonly kind: 'move' | 'retitle' | 'speaker' | 'track' | 'cancel' | 'renumber';
  readonly talk: number;
  readonly byMinutes: number;
}

const talk = fc.integer({ min: 0, max: TALKS - 1 });
const minutes = fc.integer({ min: 1, max: 40 });
const member = fc.constantFrom(...MEMBERS);
const byMinutes = fc.integer({ min: -20, max: 60 });
const follow = fc.record({
  kind: fc.constantFrom('follow' as const, 'follow' as const, 'unfollow' as const),
  member,
  subject: fc.integer({ min: 0, max: SUBJECTS.length - 1 }),
});
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('move', 'retitle', 'speaker', 'track', 'cancel', 'renumber'),
  talk,
  byMinutes,
});
/** What organisers of the community do. */
const overlay: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('delay' as const),
    minutes: fc.constantFrom(0, 5, 10, 30, -10),
  }),
  fc.record({
    kind: fc.constant('byHand' as const),
    act: fc.constantFrom('cancel' as const, 'move' as const, 'rename' as const, 'restore' as const),
    ...{ talk, byMinutes },
  }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outage' as const), minutes }) },
  { weight: 3, arbitrary: follow },
  { weight: 3, arbitrary: overlay },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('star' as const, 'unstar' as const),
      member,
      talk,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('version' as const),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }),
    }),
  },
);

/** Found by one follow and, that one given up, by another: at one instant it is told once. */
const FOUND_AGAIN: Step[] = [
  { kind: 'follow', member: 'bob', subject: 0 },
  { kind: 'version', mutations: [{ kind: 'track', talk: 1, byMinutes: 0 }] },
  { kind: 'unfollow', member: 'bob', subject: 1 },
  { kind: 'version', mutations: [{ kind: 'speaker', talk: 1, byMinutes: 0 }] },
];

/** The same with another talk, which no other message tells of, at that instant and later. */
const WITH_ANOTHER: Step = {
  kind: 'version',
  mutations: [
    { kind: 'speaker', talk: 1, byMinutes: 0 },
    { kind: 'speaker', talk: 2, byMinutes: 0 },
  ],
};
const FOUND_AGAIN_AT_ONCE = [...FOUND_AGAIN.slice(0, 3), WITH_ANOTHER];
const FOUND_AGAIN_LATER: Step[] = [
  ...FOUND_AGAIN.slice(0, 3),
  { kind: 'pass', minutes: 2 },
  WITH_ANOTHER,
];

/** Held up past the time that the schedule has, it is to come still, and so it is told. */
const HELD_UP: Step[] = [
  { kind: 'pass', minutes: 40 },
  { kind: 'delay', minutes: 30 },
  { kind: 'pass', minutes: 5 },
  { kind: 'version', mutations: [{ kind: 'track', talk: 1, byMinutes: 0 }] },
];

it('reminds once of every talk that is followed, starred or both, and tells once of each new one', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(follow, { minLength: 1, maxLength: 4 }),
      fc.array(step, { minLength: 3, maxLength: 20 }),
      async (follows, steps) => {
        const { told, expected } = await play([...follows, ...steps]);

        expect(told).toEqual(expected);
      },
    ),
    {
      numRuns: runs(25),
      interruptAfterTimeLimit: 290_000,
      examples: [FOUND_AGAIN, FOUND_AGAIN_AT_ONCE, FOUND_AGAIN_LATER, HELD_UP].map(
        (steps): [Step[], Step[]] => [[{ kind: 'follow', member: 'bob', subject: 1 }], steps],
      ),
    },
  );
});

async function play(steps: readonly Step[]) {
  let source: readonly Shown[] = Array.from({ length: TALKS }, (_, index) => ({
    uid: `u${index}`,
    id: `u${index}-0`,
    isRust: index % 2 === 0,
    speaker: index % 3 === 0 ? 'Sue' : 'Tom',
    track: index % 4 === 0 ? 'B' : 'A',
    start: NINE + (20 + 23 * index) * MINUTE_MS,
    isCanceled: false,
  }));
  let now = NINE;
  let versions = 1;
  const world = await createWorld(conference(source), now);
  const oracle = createFollowOracle(LEADS);
  let seen = source;
  /** What changed for the community, by its organisers or by the source. */
  const look = async () => {
    const before = seen;
    const { conference: own } = await world.seen();
    const placed = new Map(own.talks.map((one) => [one.guid, one]));
    seen = source.map((one) => {
      const { start = one.start, status } = placed.get(one.uid) ?? {};
      return { ...one, start, isCanceled: status === 'canceled' };
    });
    oracle.version(before, seen, now);
  };
  const tick = async () => {
    await world.tick();
    oracle.tick(seen, now);
  };
  for (const [name, lead] of LEADS) await world.setLead(name, lead);
  for (const one of steps) {
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
      case 'star':
      case 'unstar': {
        const { uid = '', id = '' } = source[one.talk] ?? {};
        await world[one.kind](one.member, id);
        oracle[one.kind](one.member, uid, now);
        break;
      }
      case 'follow':
      case 'unfollow': {
        const subject = SUBJECTS[one.subject];
        if (subject === undefined) break;
        await world[one.kind](one.member, subject);
        oracle[one.kind](one.member, subject, seen, now);
        break;
      }
      case 'version': {
        versions += 1;
        const after = one.mutations.reduce((all, each) => mutate(all, each, versions), source);
        if ((await world.take(conference(after))) !== 'taken') break;
        source = after;
        await look();
        await tick();
        break;
      }
      case 'delay':
        await world.delay('r', one.minutes);
        await look();
        await tick();
        break;
      case 'byHand': {
        const { id = '', uid = '', isRust = false, start = now } = source[one.talk] ?? {};
        await world.change(id, actOf(one.act, titleOf(uid, isRust), start, one.byMinutes));
        await look();
        await tick();
      }
    }
  }
  return { told: said(world.posts), expected: oracle.expected.toSorted() };
}

/** A talk that is renamed keeps the word that is followed. */
function actOf(kind: TalkAct['kind'], title: string, start: number, moved: number): TalkAct {
  switch (kind) {
    case 'move':
      return { kind, start: start + moved * MINUTE_MS };
    case 'rename':
      return { kind, title: `${title}, by hand` };
    default:
      return { kind };
  }
}

function titleOf(uid: string, isRust: boolean): string {
  return `${isRust ? 'Rust' : 'Trust'} for ${uid}`;
}

function mutate(
  source: readonly Shown[],
  { kind, talk: index, byMinutes }: Mutation,
  count: number,
) {
  const change = (one: Shown): Shown => {
    switch (kind) {
      case 'move':
        return { ...one, start: one.start + byMinutes * MINUTE_MS };
      case 'retitle':
        return { ...one, isRust: !one.isRust };
      case 'speaker':
        return { ...one, speaker: one.speaker === 'Sue' ? 'Tom' : 'Sue' };
      case 'track':
        return { ...one, track: one.track === 'B' ? 'A' : 'B' };
      case 'cancel':
        return { ...one, isCanceled: !one.isCanceled };
      case 'renumber':
        return { ...one, id: `${one.uid}-${count}` };
    }
  };
  return source.map((one, at) => (at === index ? change(one) : one));
}

/** Beside talks that keep all tracks alive, which nobody lives to hear. */
function conference(source: readonly Shown[]): Conference {
  const talks = source.map(({ uid, id, isRust, speaker, track, start, isCanceled }) =>
    talkAt(id, start, {
      guid: uid,
      title: titleOf(uid, isRust),
      ...{ track, room: 'R', speakers: [{ name: speaker }] },
      end: start + LENGTH_MS,
      status: isCanceled ? 'canceled' : 'scheduled',
    }),
  );
  const ever = ['A', 'B', 'A', 'B', 'A', 'B'].map((track, index) =>
    talkAt(`ever-${index}`, NINE + (48 + index) * 60 * MINUTE_MS, {
      title: 'Ever',
      track,
      room: 'R',
    }),
  );
  return conferenceOf([...talks, ...ever]);
}

function said(posts: Awaited<ReturnType<typeof createWorld>>['posts']): readonly string[] {
  const uid = (id: string) => id.split('-', 1)[0] ?? '';
  return posts
    .flatMap(({ at, deliveries }) =>
      deliveries.flatMap(({ subject, target }) => {
        const who = target.kind === 'member' ? target.member : '';
        if (subject.kind === 'reminder') return [`${at} ${who} reminder ${uid(subject.talk)}`];
        if (subject.kind !== 'followNews') return [];
        return subject.talks.map((id) => `${at} ${who} new ${uid(id)}`);
      }),
    )
    .filter((line) => !line.endsWith(' ever'))
    .toSorted();
}
