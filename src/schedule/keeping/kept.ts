import type { Instant } from '../../clock.ts';
import type { Refused } from '../../messages/refusalWords.ts';
import type { Flaw } from '../comparing/succession.ts';
import type { Source } from '../source.ts';
import { versionNamed } from '../sources/conferenceName.ts';
import type { Seen } from '../sources/find.ts';
import type { Version } from '../versions.ts';

export type SourceProblem =
  /** Unreachable or unreadable, or else what went wrong in words of its own. */
  | { readonly kind: 'unreadable'; readonly reason: Refused | string; readonly since: Instant }
  /** The last version could not be loaded, and the source was not asked since. */
  | { readonly kind: 'setAside'; readonly since: Instant }
  | (Flaw & { readonly since: Instant });

export interface SourceStatus {
  readonly source: Source;
  readonly number: number;
  /** When the present version was taken over, and when the source was last asked. */
  readonly takenAt: Instant;
  readonly checkedAt: Instant | undefined;
  /** Why the source's present version is not in use. */
  readonly problem: SourceProblem | undefined;
}

/** A conference in use, as the keeper has it. */
export interface Kept {
  source: Source;
  /** As it was taken over, and as it is called. */
  taken: Version;
  version: Version;
  /** What its source was last seen to have that says the same. */
  seen: Seen;
  checkedAt: Instant | undefined;
  refreshAt: Instant;
  problem: SourceProblem | undefined;
  refreshing: Promise<void> | undefined;
}

export function statusOf({ source, version, checkedAt, problem }: Kept): SourceStatus {
  const { number, takenAt } = version;
  return { source, number, takenAt, checkedAt, problem };
}

/** A version that was taken over, of the source that was asked. */
export function inUse(
  operators: Source,
  taken: Version,
  source: Source,
): Pick<Kept, 'taken' | 'version' | 'seen'> {
  const { fingerprint, validators } = taken;
  const version = versionNamed(operators, taken, source);
  return { taken, version, seen: { fingerprint, validators } };
}

export function seenIn({ fingerprint, validators, glance }: Seen): Seen {
  return { fingerprint, validators, glance };
}
