import type { Steps } from '../../clock/steps.ts';
import type { Instant } from '../../clock.ts';
import type { Conference, Day, Talk, TalkId } from '../schedule.ts';
import { inProgrammeOrder } from '../timetable.ts';
import { type Change, diffSchedules, type ScheduleDiff, type TalkField } from './changes.ts';
import { withTold } from './lacking.ts';
import { type Rename, renamesOf, withNewNames, withSameSlugs } from './renames.ts';

/** More than this share of the talks still to come gone at once is taken for a broken source. */
const LARGEST_LOSS = 0.3;
/** Of the last few talks of a conference, one or two that vanish are canceled, however large their share. */
const FEW = 2;
/** What makes news of a move even when the talk has begun both by the old time and by the new. */
const MORE_THAN_TIME: ReadonlySet<TalkField> = new Set(['room', 'title', 'speakers']);

/**
 * Why a version is not believed: of the talks still to come, so many are not in it any more
 * (`shrunken`), or are over already if it is right (`past`), as in last year's file.
 */
export interface Flaw {
  readonly kind: 'shrunken' | 'past';
  readonly lost: number;
  readonly of: number;
}

export type Succession =
  | {
      readonly kind: 'taken';
      /** What was there, its rooms and tracks by their new names. */
      readonly before: Conference;
      readonly conference: Conference;
      readonly renames: readonly Rename[];
      readonly changes: ScheduleDiff['changes'];
      readonly ids: ScheduleDiff['ids'];
    }
  | { readonly kind: 'refused'; readonly flaw: Flaw };

/**
 * What becomes of a conference when its source shows a new version at `now`.
 * Talks that vanished stay: canceled when they were still to come, so that those
 * who starred them see it, and untouched when they were over, as some sources drop
 * what is past. A version that lost more than 30 % of what is to come is refused,
 * unless that is a talk or two out of many, and so is one that has it in the past.
 * A room or track of another name is the same, and its talks have not moved. What was a talk and is
 * a break now is no talk that was canceled. What either version lacks, because its source was asked in
 * another way, it has of the other. What is believed, as organisers looked at it, is never refused.
 */
export function* succeed(
  earlier: Conference,
  shown: Conference,
  now: Instant,
  { isBelieved = false } = {},
): Steps<Succession> {
  const known = withTold(withoutBreaks(earlier, shown), shown);
  yield;
  const fresh = withTold(shown, known);
  yield;
  const first = yield* diffSchedules(known, fresh);
  const renames = yield* renamesOf(known, fresh, first.pairs);
  const before = withNewNames(known, renames);
  yield;
  const diff = renames.length === 0 ? first : yield* diffSchedules(before, fresh);
  const vanished = before.talks.filter(({ id }) => !diff.ids.has(id));
  const flaw = isBelieved ? undefined : flawOf(before, fresh, diff.ids, now);
  if (flaw !== undefined) return { kind: 'refused', flaw };
  yield;
  // What is kept of it is in rooms by their new names.
  const after = withSameSlugs(before, withTold(shown, before));
  const taken = new Set(after.talks.map(({ id }) => id));
  const kept = new Map(vanished.map((talk) => [talk.id, keep(talk, freeId(talk.id, taken), now)]));
  yield;
  return {
    kind: 'taken',
    before,
    conference: withKept(before, after, [...kept.values()]),
    renames,
    changes: diff.changes.map((change) => withAfter(change, kept)),
    ids: new Map([...diff.ids, ...[...kept].map(([id, talk]): [TalkId, TalkId] => [id, talk.id])]),
  };
}

/** A source may mark its breaks later, and older versions of Hallway took all for talks. */
function withoutBreaks(before: Conference, { breaks, talks }: Conference): Conference {
  if (breaks.length === 0) return before;
  const ids = new Set(talks.map(({ id }) => id));
  const titles = new Set(breaks.map(({ title }) => title));
  const isBreak = ({ id, title, speakers }: Talk) =>
    titles.has(title) && speakers.length === 0 && !ids.has(id);
  return before.talks.some(isBreak)
    ? { ...before, talks: before.talks.filter((talk) => !isBreak(talk)) }
    : before;
}

function flawOf(
  before: Conference,
  after: Conference,
  ids: ScheduleDiff['ids'],
  now: Instant,
): Flaw | undefined {
  const coming = before.talks.filter((talk) => isComing(talk, now));
  const of = coming.length;
  const vanished = coming.filter(({ id }) => !ids.has(id)).length;
  if (isBroken(vanished, of, before.talks.length)) return { kind: 'shrunken', lost: vanished, of };
  const over = new Set<TalkId | undefined>();
  for (const { id, end } of after.talks) if (end <= now) over.add(id);
  const lost = coming.filter(({ id }) => over.has(ids.get(id))).length;
  const isAllOver = of > 0 && over.size === after.talks.length;
  const isBehind = isAllOver || isBroken(lost, of, before.talks.length);
  return isBehind ? { kind: 'past', lost: isAllOver ? of : lost, of } : undefined;
}

function isBroken(lost: number, coming: number, all: number): boolean {
  return lost > coming * LARGEST_LOSS && (lost > FEW || lost > all * LARGEST_LOSS);
}

function isComing(talk: Talk, now: Instant): boolean {
  return talk.status === 'scheduled' && talk.end > now;
}

/** Whether anybody can still make use of it: the talk is not over, nor merely said to have begun at another time. */
export function isNews(change: Change, now: Instant): boolean {
  switch (change.kind) {
    case 'new':
      return change.after.end > now;
    case 'canceled':
      return change.before.end > now;
    case 'moved':
    case 'reinstated':
    case 'edited': {
      const { before, after, fields } = change;
      if (before.end <= now && after.end <= now) return false;
      const isMore = fields.some((field) => MORE_THAN_TIME.has(field));
      return change.kind !== 'moved' || isMore || before.start >= now || after.start >= now;
    }
  }
}

/** The id, or one made of it where another talk has it now; taken from here on. */
function freeId(id: TalkId, taken: Set<TalkId>): TalkId {
  let free = id;
  while (taken.has(free)) free = `${free}-gone`;
  taken.add(free);
  return free;
}

function keep(talk: Talk, id: TalkId, now: Instant): Talk {
  return { ...talk, id, status: talk.end > now ? 'canceled' : talk.status };
}

function withAfter(change: Change, kept: ReadonlyMap<TalkId, Talk>): Change {
  if (change.kind !== 'canceled' || change.after !== undefined) return change;
  const after = kept.get(change.before.id);
  return after === undefined ? change : { ...change, after };
}

/** A room or track that only canceled talks are in is none of the conference's any more. */
function withKept(before: Conference, after: Conference, kept: readonly Talk[]): Conference {
  if (kept.length === 0) return after;
  const past = kept.filter(({ status }) => status === 'scheduled');
  const rooms = before.rooms.filter(
    ({ name, slug }) =>
      past.some(({ room }) => room === name) &&
      !after.rooms.some((room) => room.name === name || room.slug === slug),
  );
  const tracks = before.tracks.filter(
    ({ name, slug }) =>
      past.some(({ track }) => track === name) &&
      !after.tracks.some((track) => track.name === name || track.slug === slug),
  );
  return {
    ...after,
    rooms: [...after.rooms, ...rooms],
    tracks: [...after.tracks, ...tracks],
    days: withDaysOf(before.days, after.days, kept),
    talks: [...after.talks, ...kept].sort(inProgrammeOrder),
  };
}

/** Every talk starts within a day, those that were kept too. */
function withDaysOf(
  before: readonly Day[],
  after: readonly Day[],
  kept: readonly Talk[],
): readonly Day[] {
  const needed = before.filter(
    (day) =>
      kept.some(({ start }) => day.start <= start && start < day.end) &&
      !after.some(({ start, end }) => start < day.end && day.start < end),
  );
  return [...after, ...needed]
    .sort((a, b) => a.start - b.start)
    .map((day, index) => ({ ...day, index: index + 1 }));
}
