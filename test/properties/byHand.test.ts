import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TalkAct } from '../../src/programme/byHand.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { roomSlug } from '../support/names.ts';
import { runs } from '../support/thorough.ts';
import { createWorld, MINUTE_MS, told, type World } from '../support/world.ts';
import { createByHandOracle, type Facts, type View } from './byHandOracle.ts';

const FOUR = Date.UTC(2020, 1, 1, 4);
const HOUR_MS = 60 * MINUTE_MS;
/** Longer than an alert that is over waits for whether it comes back. */
const STEP_MS = HOUR_MS + 5 * MINUTE_MS;
const EIGHT = FOUR + 16 * HOUR_MS;
const NINE = EIGHT + HOUR_MS;
const FIRST: View = {
  p: { status: 'scheduled', start: EIGHT, title: 'Pods', room: 'A' },
  n: { status: 'scheduled', start: EIGHT, title: 'Nodes', room: 'B' },
  c: { status: 'scheduled', start: NINE, title: 'Clouds', room: 'A' },
};

interface Changed {
  readonly talk: string;
  readonly to: Partial<Facts>;
}

type Step =
  | { readonly kind: 'act'; readonly talk: string; readonly act: TalkAct }
  | {
      readonly kind: 'version';
      readonly changed: readonly Changed[];
      /** All talks have other ids. */
      readonly isRenumbered: boolean;
    }
  | { readonly kind: 'delay'; readonly minutes: number };

/** Most of what is said is of one talk: of several, hardly anybody contradicts anybody. */
const talk = fc.constantFrom('p', 'p', 'p', 'n', 'c');
const start = fc.constantFrom(EIGHT, NINE, NINE + 30 * MINUTE_MS);
const act: fc.Arbitrary<TalkAct> = fc.oneof(
  fc.constant({ kind: 'cancel' } as const),
  fc.constant({ kind: 'restore' } as const),
  fc.record({ kind: fc.constant('rename' as const), title: fc.constantFrom('Peas', 'Pods') }),
  {
    weight: 2,
    arbitrary: fc.record(
      { kind: fc.constant('move' as const), start, room: fc.constantFrom('a', 'b').map(roomSlug) },
      { requiredKeys: ['kind', 'start'] },
    ),
  },
);
/** What a version says otherwise of one talk: one thing, or several at once. */
const to: fc.Arbitrary<Partial<Facts>> = fc.record(
  {
    start,
    room: fc.constantFrom('A', 'B'),
    title: fc.constantFrom('Peas', 'Pods', 'Nodes', 'Clouds'),
    status: fc.constantFrom('scheduled' as const, 'canceled' as const),
  },
  { requiredKeys: [] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('act' as const), talk, act }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('version' as const),
      changed: fc.uniqueArray(fc.record({ talk, to }), {
        ...{ minLength: 1, maxLength: 3, selector: (one: Changed) => one.talk },
      }),
      isRenumbered: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('delay' as const), minutes: fc.constantFrom(0, 15) }),
  },
);

const does = (act: TalkAct): Step => ({ kind: 'act', talk: 'p', act });
const says = (to: Partial<Facts>, isRenumbered = false): Step => ({
  ...{ kind: 'version', changed: [{ talk: 'p', to }] },
  isRenumbered,
});
const MOVE = { kind: 'move', start: NINE } as const;
/** What it takes many runs to find. */
const EXAMPLES: readonly Step[][] = [
  // Asked once, whatever ids the talk has meanwhile.
  [does({ kind: 'rename', title: 'Peas' }), says({ title: 'Beans' }, true), says({}, true)],
  // What was agreed on is not asked about, until the source says otherwise again.
  [does({ ...MOVE, room: roomSlug('b') }), says({ start: NINE }), says({ start: EIGHT })],
  // Another room of a talk that was moved to another time is another word on where and when it is.
  [does(MOVE), says({ room: 'B' })],
  // Organisers who move it again have answered.
  [does(MOVE), says({ start: NINE + 30 * MINUTE_MS }), does(MOVE)],
];

it('versions, changes by hand, delays and restores in any order end in what the last of each means, and each difference is told once', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { seen, expected } = await play(steps);

      expect(seen).toEqual(expected);
    }),
    {
      numRuns: runs(25),
      interruptAfterTimeLimit: 290_000,
      examples: EXAMPLES.map((steps): [Step[]] => [steps]),
    },
  );
});

/** After each step, what the community sees, and what its channel, a member and its organisers are told. */
interface Outcome {
  readonly view: View;
  /** Of a delay, people hear only where it makes a difference to them soon. */
  readonly news: readonly string[] | undefined;
  readonly memberNews: readonly string[] | undefined;
  readonly alerts: number;
}

async function play(steps: readonly Step[]) {
  const oracle = createByHandOracle(FIRST);
  const asking = createAsking();
  let number = 0;
  const idOf = (uid: string) => `${uid}${number}`;
  const world = await createWorld(conference(FIRST, idOf), FOUR);
  await world.subscribe('#all');
  await world.alertIn('#alerts');
  for (const uid of Object.keys(FIRST)) await world.star('ada', idOf(uid));
  await world.tick();
  const seen: Outcome[] = [];
  const expected: Outcome[] = [];
  for (const [index, one] of steps.entries()) {
    world.jump(FOUR + (index + 1) * STEP_MS);
    const { length } = world.posts;
    const before = oracle.view();
    switch (one.kind) {
      case 'act':
        oracle.hear(one);
        await world.change(idOf(one.talk), one.act);
        break;
      case 'delay':
        oracle.hear(one);
        await world.delay('a', one.minutes);
        break;
      case 'version':
        oracle.hear({ kind: 'version', source: changed(oracle.source(), one.changed) });
        if (one.isRenumbered) number += 1;
        await world.take(conference(oracle.source(), idOf));
    }
    await world.tick();
    const lines = told(world.posts.slice(length)).map((line) => line.replace(/^\S+ /, ''));
    const isDelay = one.kind === 'delay';
    const newsTo = (whom: string) => (isDelay ? undefined : newsIn(lines, whom));
    const news = isDelay ? undefined : differences(before, oracle.view());
    seen.push({
      view: await viewOf(world),
      ...{ news: newsTo('#all'), memberNews: newsTo('ada') },
      alerts: lines.filter((line) => line === '#alerts alert').length,
    });
    expected.push({
      ...{ view: oracle.view(), news, memberNews: news },
      alerts: asking.after(oracle.contradicted(), index),
    });
  }
  return { seen, expected };
}

/** How many messages ask of contradictions anew, or say that one is over: those that began together share one. */
function createAsking() {
  let asked = new Map<string, number>();
  return {
    after: (contradicted: readonly string[], now: number): number => {
      const over = [...asked].filter(([uid]) => !contradicted.includes(uid));
      const before = asked;
      asked = new Map(contradicted.map((uid) => [uid, before.get(uid) ?? now]));
      const isNew = contradicted.some((uid) => !before.has(uid));
      return new Set(over.map(([, since]) => since)).size + (isNew ? 1 : 0);
    },
  };
}

function changed(source: View, all: readonly Changed[]): View {
  const own = all.map(({ talk: uid, to: facts }) => [uid, { ...source[uid], ...facts }]);
  return { ...source, ...Object.fromEntries(own) };
}

/** Beside talks that keep both rooms alive, of which nobody hears. */
function conference(view: View, idOf: (uid: string) => string): Conference {
  const shown = Object.entries(view).map(([uid, facts]) =>
    talkAt(idOf(uid), facts.start, { guid: uid, speakers: [{ name: uid }], ...facts }),
  );
  const ever = ['A', 'B'].map((room) => talkAt(`ever${room}`, FOUR + 48 * HOUR_MS, { room }));
  return conferenceOf([...shown, ...ever]);
}

async function viewOf(world: World): Promise<View> {
  const { talks } = (await world.seen()).conference;
  const own = talks.filter(({ guid }) => guid !== undefined);
  return Object.fromEntries(
    own.map(({ guid, status, start: at, title, room = '' }) => [
      guid,
      { status, start: at, title, room },
    ]),
  );
}

/** `moved p`, for each talk that is otherwise. */
function differences(before: View, after: View): readonly string[] {
  return Object.entries(after)
    .flatMap(([uid, now]) => {
      const was = before[uid];
      const kind = was && differenceOf(was, now);
      return kind === undefined ? [] : [`${kind} ${uid}`];
    })
    .toSorted();
}

function differenceOf(was: Facts, now: Facts): string | undefined {
  if (was.status === 'canceled' && now.status === 'canceled') return undefined;
  if (was.status !== now.status) return now.status === 'canceled' ? 'canceled' : 'reinstated';
  if (was.start !== now.start || was.room !== now.room) return 'moved';
  return was.title === now.title ? undefined : 'edited';
}

function newsIn(lines: readonly string[], whom: string): readonly string[] {
  return lines
    .flatMap((line) => {
      const [to, kind = '', id = ''] = line.split(' ');
      const isNews = ['canceled', 'reinstated', 'moved', 'edited', 'new'].includes(kind);
      return to === whom && isNews ? [`${kind} ${id.replace(/\d+$/, '')}`] : [];
    })
    .toSorted();
}
