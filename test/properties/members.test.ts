import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Post } from '../../src/cli/rehearsing/recording.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { runs } from '../support/thorough.ts';
import { createWorld, MINUTE_MS } from '../support/world.ts';
import { createOracle, LENGTH_MS, type SourceTalk, takesPlace } from './oracle.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const TALKS = 6;
const MEMBERS = ['ada', 'bob'];
const LEADS = new Map([
  ['ada', 10],
  ['bob', 25],
]);

type Mutation =
  | { readonly kind: 'move'; readonly talk: number; readonly byMinutes: number }
  | { readonly kind: 'room' | 'retitle' | 'cancel' | 'restore' | 'renumber'; readonly talk: number }
  | { readonly kind: 'drop'; readonly talk: number };
type Step =
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'outage'; readonly minutes: number }
  | { readonly kind: 'setBack'; readonly minutes: number }
  | { readonly kind: 'star' | 'unstar'; readonly member: string; readonly talk: number }
  | { readonly kind: 'version'; readonly mutations: readonly Mutation[] };

const talk = fc.integer({ min: 0, max: TALKS - 1 });
const minutes = fc.integer({ min: 1, max: 40 });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    talk,
    byMinutes: fc.integer({ min: -60, max: 60 }),
  }),
  fc.record({
    kind: fc.constantFrom('room', 'retitle', 'cancel', 'restore', 'renumber', 'drop'),
    talk,
  }),
);
const star = fc.record({
  kind: fc.constantFrom('star' as const, 'star' as const, 'unstar' as const),
  member: fc.constantFrom(...MEMBERS),
  talk,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes }) },
  { weight: 4, arbitrary: star },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('version' as const),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outage' as const), minutes }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('setBack' as const), minutes }) },
);

/** Over when it leaves, and not over any more when it comes back. */
const BACK_BY_ANOTHER_TIME: Step[] = [
  { kind: 'pass', minutes: 27 },
  { kind: 'pass', minutes: 18 },
  {
    kind: 'version',
    mutations: [
      { kind: 'move', talk: 0, byMinutes: 1 },
      { kind: 'drop', talk: 0 },
    ],
  },
  { kind: 'star', member: 'ada', talk: 0 },
  {
    kind: 'version',
    mutations: [
      { kind: 'restore', talk: 0 },
      { kind: 'room', talk: 0 },
    ],
  },
  { kind: 'outage', minutes: 1 },
];

/** Canceled when its start was to come, and back with an earlier one, by which it is over. */
const BACK_WHEN_OVER: Step[] = [
  { kind: 'pass', minutes: 24 },
  { kind: 'star', member: 'ada', talk: 1 },
  {
    kind: 'version',
    mutations: [
      { kind: 'move', talk: 1, byMinutes: -44 },
      { kind: 'drop', talk: 1 },
    ],
  },
  { kind: 'version', mutations: [{ kind: 'restore', talk: 1 }] },
];

it('reminds every member once of every starred talk, and tells of every change once, whatever happens', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(star, { maxLength: 6 }),
      fc.array(step, { minLength: 3, maxLength: 25 }),
      async (stars, steps) => {
        const { posts, expected } = await play([...stars, ...steps]);

        expect(posts).toEqual(expected);
      },
    ),
    {
      ...{ numRuns: runs(80), interruptAfterTimeLimit: 290_000 },
      examples: [BACK_BY_ANOTHER_TIME, BACK_WHEN_OVER].map((steps): [[], Step[]] => [[], steps]),
    },
  );
});

async function play(steps: readonly Step[]) {
  let source: readonly SourceTalk[] = Array.from({ length: TALKS }, (_, index) => ({
    uid: `u${index}`,
    id: `u${index}-0`,
    title: `Talk ${index}`,
    room: 'A',
    start: NINE + (20 + 23 * index) * MINUTE_MS,
    canceled: false,
    listed: true,
  }));
  let now = NINE;
  let versions = 1;
  const world = await createWorld(conference(source), now);
  const oracle = createOracle(MEMBERS, LEADS);
  const tick = async () => {
    await world.tick();
    oracle.tick(source, now);
  };
  for (const member of MEMBERS) await world.setLead(member, LEADS.get(member) ?? 10);
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
      case 'setBack':
        if (one.kind === 'outage') now += one.minutes * MINUTE_MS;
        else now = Math.max(now - one.minutes * MINUTE_MS, Math.min(now, oracle.lastGone()));
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
      case 'version': {
        let after = source;
        for (const each of withoutShrinking(one.mutations, source, now)) {
          versions += 1;
          const next = mutate(after, each, versions);
          if (!liesBehind(source, next, now)) after = next;
        }
        await world.take(conference(after));
        oracle.version(source, after, now);
        source = after;
        await tick();
      }
    }
  }
  return { posts: said(world.posts), expected: oracle.expected.toSorted() };
}

function mutate(
  source: readonly SourceTalk[],
  { kind, talk: index, ...rest }: Mutation,
  count: number,
): readonly SourceTalk[] {
  const old = source[index];
  if (old === undefined) return source;
  const change = (to: Partial<SourceTalk>) =>
    source.map((one) => (one.uid === old.uid ? { ...one, ...to } : one));
  switch (kind) {
    case 'move': {
      const byMinutes = 'byMinutes' in rest ? rest.byMinutes : 0;
      return change({ start: old.start + byMinutes * MINUTE_MS });
    }
    case 'room':
      return change({ room: old.room === 'A' ? 'B' : 'A' });
    case 'retitle':
      return change({ title: `${old.title}!` });
    case 'cancel':
      return old.listed ? change({ canceled: true }) : source;
    case 'restore':
      return change({ canceled: false, listed: true });
    case 'renumber':
      return old.listed ? change({ id: `${old.uid}-${count}` }) : source;
    case 'drop':
      return change({ listed: false });
  }
}

/** Versions that lost more than 30 % of what is to come are refused: another test's concern. */
function withoutShrinking(
  mutations: readonly Mutation[],
  source: readonly SourceTalk[],
  now: number,
): readonly Mutation[] {
  const coming = source.filter((one) => takesPlace(one) && one.start + LENGTH_MS > now).length;
  const [firstDrop] = mutations.filter(({ kind }) => kind === 'drop');
  return mutations.filter((one) => one.kind !== 'drop' || (one === firstDrop && coming >= 4));
}

/** Nor is one believed that has in the past what was still to come: of these few talks, more than one or the last. */
function liesBehind(
  before: readonly SourceTalk[],
  after: readonly SourceTalk[],
  now: number,
): boolean {
  const isOver = ({ start }: SourceTalk) => start + LENGTH_MS <= now;
  const coming = before.filter((one) => takesPlace(one) && !isOver(one));
  const behind = coming.filter(({ uid }) => after.some((one) => one.uid === uid && isOver(one)));
  const isAllOver = after.every((one) => !one.listed || isOver(one));
  return behind.length > 1 || (coming.length > 0 && isAllOver);
}

function conference(source: readonly SourceTalk[]): Conference {
  return conferenceOf(
    source
      .filter(({ listed }) => listed)
      .map(({ uid, id, title, room, start, canceled }) =>
        talkAt(id, start, {
          guid: uid,
          speakers: [{ name: uid }],
          title,
          room,
          end: start + LENGTH_MS,
          status: canceled ? 'canceled' : 'scheduled',
        }),
      ),
  );
}

/** What members were told: instant, member, kind and the talk's `uid`, which its ids begin with. */
function said(posts: readonly Post[]): readonly string[] {
  return posts
    .flatMap(({ at, deliveries }) =>
      deliveries.flatMap(({ subject, target }) => {
        const member = target.kind === 'member' ? target.member : '';
        const uid = (id: string) => id.split('-', 1)[0] ?? '';
        if (subject.kind === 'reminder') return [`${at} ${member} reminder ${uid(subject.talk)}`];
        if (subject.kind !== 'notice') return [];
        return [`${at} ${member} ${subject.change.kind} ${uid(subject.change.talk)}`];
      }),
    )
    .toSorted();
}
