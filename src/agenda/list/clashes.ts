import type { Talk } from '../../schedule/schedule.ts';

/**
 * Which of these talks nobody can attend both of, on both sides; talks without a clash
 * are left out. Canceled talks clash with nothing, nor do talks that follow each other directly.
 */
export function clashesOf(talks: readonly Talk[]): ReadonlyMap<Talk, readonly Talk[]> {
  const scheduled = talks
    .filter(({ status }) => status === 'scheduled')
    .toSorted((one, other) => one.start - other.start);
  const clashes = new Map<Talk, Talk[]>();
  scheduled.forEach((talk, index) => {
    for (const later of following(scheduled, index, talk)) {
      note(clashes, talk, later);
      note(clashes, later, talk);
    }
  });
  return clashes;
}

/** The talks after `index` that clash with `talk`: sorted by start, they come in one run. */
function following(sorted: readonly Talk[], index: number, talk: Talk): readonly Talk[] {
  const rest = sorted.slice(index + 1);
  const end = rest.findIndex((later) => later.start !== talk.start && later.start >= talk.end);
  return end === -1 ? rest : rest.slice(0, end);
}

function note(clashes: Map<Talk, Talk[]>, talk: Talk, other: Talk): void {
  clashes.set(talk, [...(clashes.get(talk) ?? []), other]);
}
