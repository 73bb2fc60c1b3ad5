import { followTalks, type Pair } from './follow.ts';
import type { Conference, Talk } from './model.ts';

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
  /** By the new start (the old one where there is none), then id. */
  readonly changes: readonly Change[];
  /** Old id to new id, for every talk that is still there. */
  readonly ids: ReadonlyMap<string, string>;
}

/** A talk that moved has another start or room; all else, its end included, is an edit. */
export function diffSchedules(before: Conference, after: Conference): ScheduleDiff {
  const { pairs, gone, added } = followTalks(before.talks, after.talks);
  const changes: Change[] = [
    ...pairs.flatMap(changeOf),
    ...added
      .filter(({ status }) => status === 'scheduled')
      .map((talk): Change => ({ kind: 'new', after: talk })),
    ...gone
      .filter(({ status }) => status === 'scheduled')
      .map((talk): Change => ({ kind: 'canceled', before: talk })),
  ];
  return {
    changes: changes.sort(byStart),
    ids: new Map(pairs.map((pair) => [pair.before.id, pair.after.id])),
  };
}

/** The talk as it is now, or was last. */
export function talkOf(change: Change): Talk {
  return change.kind === 'canceled' ? (change.after ?? change.before) : change.after;
}

function changeOf({ before, after }: Pair): readonly Change[] {
  if (after.status === 'canceled') {
    return before.status === 'canceled' ? [] : [{ kind: 'canceled', before, after }];
  }
  const fields = changedFields(before, after);
  if (before.status === 'canceled') return [{ kind: 'reinstated', before, after, fields }];
  if (fields.length === 0) return [];
  const kind = fields.includes('start') || fields.includes('room') ? 'moved' : 'edited';
  return [{ kind, before, after, fields }];
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
  ['links', (talk) => JSON.stringify(talk.links.map(({ url }) => url))],
  ['url', (talk) => talk.url],
];

function byStart(a: Change, b: Change): number {
  const [left, right] = [talkOf(a), talkOf(b)];
  return left.start - right.start || (left.id < right.id ? -1 : 1);
}
