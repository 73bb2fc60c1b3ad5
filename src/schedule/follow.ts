import type { Talk } from './model.ts';

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

type Keys = (talk: Talk) => readonly string[];

/**
 * The marks a talk is known again by, the most trustworthy first. What people see of it comes before
 * its id: a source that gives several talks one id numbers the rest anew when the first is gone.
 */
const marks: readonly Keys[] = [
  (talk) => [[words(talk), talk.start, talk.room].join('\n')],
  (talk) => [talk.id],
  (talk) => present(talk.guid),
  (talk) => [...present(talk.slug), ...present(talk.code)],
  (talk) => [words(talk)],
];

function words({ title, speakers }: Talk): string {
  return `${folded(title)}\n${speakers.map(({ name }) => folded(name)).sort()}`;
}

/**
 * Follows every talk into a new version: by all that people see of it, then id, then guid, then
 * slug or code, then title with speakers. A mark that several talks of one version bear tells nothing,
 * except that the same number of bearers on both sides are paired by start. An id
 * that was given to a wholly different talk is not followed.
 */
export function followTalks(before: readonly Talk[], after: readonly Talk[]): Followed {
  const pairs: Pair[] = [];
  let gone = before;
  let added = after;
  for (const mark of marks) {
    const found = pairUp(gone, added, mark);
    pairs.push(...found);
    const left = new Set(found.map((pair) => pair.before));
    const right = new Set(found.map((pair) => pair.after));
    gone = gone.filter((talk) => !left.has(talk));
    added = added.filter((talk) => !right.has(talk));
  }
  return { pairs, gone, added };
}

function pairUp(before: readonly Talk[], after: readonly Talk[], mark: Keys): readonly Pair[] {
  const candidates = byMark(after, mark);
  const taken = new Set<Talk>();
  const pairs: Pair[] = [];
  for (const [key, olds] of byMark(before, mark)) {
    const news = candidates.get(key) ?? [];
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

function byMark(talks: readonly Talk[], mark: Keys): ReadonlyMap<string, readonly Talk[]> {
  const groups = new Map<string, Talk[]>();
  for (const talk of talks) {
    for (const key of new Set(mark(talk))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [talk]);
      else group.push(talk);
    }
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
