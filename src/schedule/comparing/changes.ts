import type { Steps } from '../../clock/steps.ts';
import type { Conference, Talk, TalkId } from '../schedule.ts';
import { followTalks, type Pair } from './follow.ts';

export type TalkField =
  | 'title'
  | 'subtitle'
  | 'type'
  | 'language'
  | 'track'
  | 'room'
  | 'start'
  | 'end'
  | 'speakers'
  | 'abstract'
  | 'links'
  | 'url';

/** What happened to one talk between two versions; one change a talk, the weightiest kind. */
export type Change =
  | { readonly kind: 'new'; readonly after: Talk }
  /** Without `after`, the talk is no longer in the schedule at all. */
  | { readonly kind: 'canceled'; readonly before: Talk; readonly after?: Talk }
  | {
      readonly kind: 'reinstated' | 'moved' | 'edited';
      readonly before: Talk;
      readonly after: Talk;
      readonly fields: readonly TalkField[];
    };

export interface ScheduleDiff {
  /** {@link inOrder}. */
  readonly changes: readonly Change[];
  /** Old id to new id, for every talk that is still there. */
  readonly ids: ReadonlyMap<TalkId, TalkId>;
  readonly pairs: readonly Pair[];
}

/** Compares all talks of two versions, each with itself. */
export function* diffSchedules(before: Conference, after: Conference): Steps<ScheduleDiff> {
  const { pairs, gone, added } = yield* followTalks(before.talks, after.talks);
  const changes: (Change | undefined)[] = added.map((talk) => changeOf(undefined, talk));
  for (const pair of pairs) {
    changes.push(changeOf(pair.before, pair.after));
    yield;
  }
  for (const talk of gone) {
    if (talk.status === 'scheduled') changes.push({ kind: 'canceled', before: talk });
  }
  yield;
  return {
    changes: inOrder(changes),
    pairs,
    ids: new Map(pairs.map((pair) => [pair.before.id, pair.after.id])),
  };
}

/**
 * What happened to a talk that was followed from one version to the next, or is new there. One that
 * moved has another start or room; all else, its end included, is an edit.
 */
export function changeOf(before: Talk | undefined, after: Talk): Change | undefined {
  if (before === after) return undefined;
  if (before === undefined)
    return after.status === 'scheduled' ? { kind: 'new', after } : undefined;
  if (after.status === 'canceled') {
    return before.status === 'canceled' ? undefined : { kind: 'canceled', before, after };
  }
  const fields = changedFields(before, after);
  if (before.status === 'canceled') return { kind: 'reinstated', before, after, fields };
  if (fields.length === 0) return undefined;
  const kind = fields.includes('start') || fields.includes('room') ? 'moved' : 'edited';
  return { kind, before, after, fields };
}

/** Those that there are, by the new start (the old one where there is none), then id. */
export function inOrder(changes: readonly (Change | undefined)[]): readonly Change[] {
  return changes.filter((change) => change !== undefined).sort(byStart);
}

/** The talk as it is now, or was last. */
export function talkOf(change: Change): Talk {
  return change.kind === 'canceled' ? (change.after ?? change.before) : change.after;
}

function changedFields(before: Talk, after: Talk): readonly TalkField[] {
  return comparisons.filter(([, of]) => of(before) !== of(after)).map(([field]) => field);
}

const comparisons: readonly (readonly [TalkField, (talk: Talk) => unknown])[] = [
  ['title', (talk) => talk.title],
  ['subtitle', (talk) => talk.subtitle],
  ['type', (talk) => talk.type],
  ['language', (talk) => talk.language],
  ['track', (talk) => talk.track],
  ['room', (talk) => talk.room],
  ['start', (talk) => talk.start],
  ['end', (talk) => talk.end],
  [
    'speakers',
    (talk) => JSON.stringify(talk.speakers.map(({ name }) => name.toLowerCase()).sort()),
  ],
  ['abstract', (talk) => talk.abstract],
  ['links', (talk) => JSON.stringify(talk.links.map(({ url }) => url).sort())],
  ['url', (talk) => talk.url],
];

function byStart(a: Change, b: Change): number {
  const [left, right] = [talkOf(a), talkOf(b)];
  return left.start - right.start || (left.id < right.id ? -1 : 1);
}
