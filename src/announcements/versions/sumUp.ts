import type { Instant } from '../../clock.ts';
import type { ChangeStep } from '../../outbox/changeLog.ts';
import type { Placing, ToldChange } from '../../outbox/delivery.ts';
import { isToldRename, type Rename } from '../../schedule/comparing/renames.ts';
import type { TalkId } from '../../schedule/schedule.ts';

/** What became of one talk over several versions, and when it last changed. */
export interface SummedChange {
  readonly change: ToldChange;
  readonly at: Instant;
}

/** A talk's changes in their order, at least one. */
interface History {
  readonly changes: readonly ToldChange[];
  /** Of the last. */
  readonly at: Instant;
}

/**
 * Each talk that is otherwise after these steps than before them, once: from its first place to its
 * last. What was changed back is none; what is new and canceled since is canceled, as it may have been
 * heard of. The last changed first, those of one version by time.
 */
export function sumUp(steps: readonly ChangeStep[]): readonly SummedChange[] {
  let histories = new Map<TalkId, History>();
  for (const step of steps) {
    const { at, changes } = step;
    histories = underNewNames(histories, step);
    for (const change of changes) {
      const { changes: earlier = [] } = histories.get(change.talk) ?? {};
      histories.set(change.talk, { changes: [...earlier, change], at });
    }
  }
  return [...histories]
    .flatMap(([talk, { changes, at }]) => {
      const change = summed(changes);
      return change === undefined ? [] : [{ change: { ...change, talk }, at }];
    })
    .sort((a, b) => b.at - a.at || startOf(a.change) - startOf(b.change));
}

/** Rooms and tracks that have other names after these steps than before them, once each. */
export function sumUpRenames(steps: readonly ChangeStep[]): readonly Rename[] {
  let sums: readonly Rename[] = [];
  for (const next of steps.flatMap(({ renames }) => renames)) {
    const isFormer = (one: Rename) => one.kind === next.kind && one.after === next.before;
    const former = sums.find(isFormer);
    const sum = { ...next, before: former?.before ?? next.before };
    sums = [...sums.filter((one) => one !== former), sum];
  }
  return sums.filter(isToldRename);
}

function underNewNames(histories: Map<TalkId, History>, step: ChangeStep): Map<TalkId, History> {
  const { ids, renames } = step;
  if (ids.size === 0 && renames.length === 0) return histories;
  const renamed = renaming(step);
  return new Map(
    [...histories].map(([talk, history]) => [ids.get(talk) ?? talk, renamed(history)]),
  );
}

/** Rooms by the names that they have since. */
function renaming({ renames }: ChangeStep): (history: History) => History {
  const names = new Map(
    renames.flatMap((one) => (one.kind === 'room' ? [[one.before, one.after] as const] : [])),
  );
  if (names.size === 0) return (history) => history;
  const called = (placing: Placing | undefined) =>
    placing?.room === undefined
      ? placing
      : { ...placing, room: names.get(placing.room) ?? placing.room };
  return ({ changes, at }) => ({
    changes: changes.map(({ before, after, ...change }) => ({
      ...change,
      ...withPlaces(called(before), called(after)),
    })),
    at,
  });
}

function withPlaces(before: Placing | undefined, after: Placing | undefined) {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function startOf({ before, after }: ToldChange): Instant {
  return after?.start ?? before?.start ?? 0;
}

function summed(changes: History['changes']): ToldChange | undefined {
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { talk, title, after } = last;
  const { before } = first;
  if (last.kind === 'canceled') return canceled(first, last);
  if (after === undefined) return undefined;
  if (before === undefined) return { kind: 'new', talk, title, after, fields: [] };
  const rest = otherwise(changes, first, last);
  const fields = [...(before.end === after.end ? [] : ['end']), ...Object.keys(rest).map(fieldOf)];
  const isMoved = before.start !== after.start || before.room !== after.room;
  const kind = first.kind === 'reinstated' ? first.kind : isMoved ? 'moved' : 'edited';
  if (kind === 'edited' && fields.length === 0) return undefined;
  return { kind, talk, title, before, after, fields, ...rest };
}

/** Nothing where it was canceled before already. */
function canceled(first: ToldChange, last: ToldChange): ToldChange | undefined {
  const before = first.before ?? last.before;
  if (first.kind === 'reinstated' || before === undefined) return undefined;
  return { kind: 'canceled', talk: last.talk, title: last.title, before, fields: [] };
}

/** What else than its time and place is another. */
function otherwise(
  changes: History['changes'],
  first: ToldChange,
  { title }: ToldChange,
): Pick<ToldChange, 'formerTitle' | 'speakers'> {
  const formerTitle = first.formerTitle ?? (first.kind === 'canceled' ? title : first.title);
  const speakers = speakersOf(changes);
  return {
    ...(formerTitle === title ? {} : { formerTitle }),
    ...(speakers === undefined ? {} : { speakers }),
  };
}

function fieldOf(key: string): string {
  return key === 'formerTitle' ? 'title' : key;
}

function speakersOf(changes: History['changes']): ToldChange['speakers'] {
  const told = changes.flatMap(({ speakers }) => speakers ?? []);
  const before = told[0]?.before ?? [];
  const after = told.at(-1)?.after ?? [];
  return sorted(before) === sorted(after) ? undefined : { before, after };
}

function sorted(names: readonly string[]): string {
  return JSON.stringify(names.map((name) => name.toLowerCase()).sort());
}
