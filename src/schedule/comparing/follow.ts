import type { Steps } from '../../clock/steps.ts';
import type { Talk } from '../schedule.ts';

/** One talk in two versions of a schedule. */
export interface Pair {
  readonly before: Talk;
  readonly after: Talk;
}

export interface Followed {
  readonly pairs: readonly Pair[];
  /** In the old version only. */
  readonly gone: readonly Talk[];
  /** In the new version only. */
  readonly added: readonly Talk[];
}

/** A talk with all that people see of it besides its time and place: title and speakers in one. */
interface Marked {
  readonly talk: Talk;
  readonly words: string;
}

/**
 * The marks a talk is known again by, the most trustworthy first. What people see of it comes before
 * its id: a source that gives several talks one id numbers the rest anew when the first is gone.
 */
const marks: readonly ((marked: Marked) => readonly string[])[] = [
  ({ talk, words }) => [[words, talk.start, talk.room].join('\n')],
  ({ talk }) => [talk.id],
  ({ talk }) => present(talk.guid),
  ({ talk }) => [...present(talk.slug), ...present(talk.code)],
  ({ words }) => [words],
];

/**
 * Follows every talk into a new version: by all that people see of it, then id, then guid, then
 * slug or code, then title with speakers. A mark that several talks of one version bear tells nothing,
 * except that the same number of bearers on both sides are paired by start. An id
 * that was given to a wholly different talk is not followed.
 */
export function* followTalks(before: readonly Talk[], after: readonly Talk[]): Steps<Followed> {
  const pairs: Pair[] = [];
  let gone = yield* markAll(before);
  let added = yield* markAll(after);
  for (const mark of marks) {
    const found = yield* pairUp(yield* byMark(gone, mark), yield* byMark(added, mark));
    pairs.push(...found);
    const left = new Set(found.map((pair) => pair.before));
    const right = new Set(found.map((pair) => pair.after));
    gone = gone.filter(({ talk }) => !left.has(talk));
    added = added.filter(({ talk }) => !right.has(talk));
  }
  return { pairs, gone: gone.map(({ talk }) => talk), added: added.map(({ talk }) => talk) };
}

function* markAll(talks: readonly Talk[]): Steps<readonly Marked[]> {
  const marked: Marked[] = [];
  for (const talk of talks) {
    const speakers = talk.speakers.map(({ name }) => folded(name)).sort();
    marked.push({ talk, words: `${folded(talk.title)}\n${speakers}` });
    yield;
  }
  return marked;
}

type ByMark = ReadonlyMap<string, readonly Talk[]>;

function* pairUp(before: ByMark, after: ByMark): Steps<readonly Pair[]> {
  const taken = new Set<Talk>();
  const pairs: Pair[] = [];
  for (const [key, olds] of before) {
    yield;
    const news = after.get(key) ?? [];
    if (olds.length !== news.length) continue;
    for (const [index, old] of olds.entries()) {
      const next = news[index];
      if (next === undefined || taken.has(next) || taken.has(old) || isAnother(old, next)) continue;
      taken.add(next).add(old);
      pairs.push({ before: old, after: next });
    }
  }
  return pairs;
}

function* byMark(
  marked: readonly Marked[],
  mark: (marked: Marked) => readonly string[],
): Steps<ByMark> {
  const groups = new Map<string, Talk[]>();
  for (const each of marked) {
    for (const key of new Set(mark(each))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each.talk]);
      else group.push(each.talk);
    }
    yield;
  }
  for (const group of groups.values()) group.sort((a, b) => a.start - b.start);
  return groups;
}

/** Sources that number talks anew reuse ids: nothing but the number is the same then. */
export function isAnother(before: Talk, after: Talk): boolean {
  return (
    before.id === after.id &&
    folded(before.title) !== folded(after.title) &&
    differ(before.guid, after.guid, before.code, after.code, before.slug, after.slug) &&
    !before.speakers.some(({ name }) => after.speakers.some((other) => other.name === name))
  );
}

/** Whether one of the given pairs of marks, both present, differs and none agrees. */
function differ(...values: readonly (string | undefined)[]): boolean {
  const pairs = [0, 2, 4]
    .map((index) => [values[index], values[index + 1]] as const)
    .filter(([before, after]) => before !== undefined && after !== undefined);
  return pairs.length > 0 && pairs.every(([before, after]) => before !== after);
}

function present(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
