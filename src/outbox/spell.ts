import { HOUR_MS, type Instant, MINUTE_MS } from '../clock.ts';

/** A trouble that a process sees now. One that is not grave is no news, but does not let another one be over. */
export interface Sighting<T> {
  readonly trouble: T;
  readonly since: Instant;
  readonly isGrave: boolean;
}

/** A trouble as all processes remember it: the last spell of it. */
export interface Spell<T> {
  readonly trouble: T;
  readonly since: Instant;
  /** When some process saw it last. */
  readonly seenAt: Instant;
  /** When it was told that it is over; undefined while it is not. */
  readonly overAt?: Instant | undefined;
  /** How often it has come back, each time soon after it was over. */
  readonly returns: number;
}

/** What follows from one look. */
export interface Outlook<T, S extends Spell<T>> {
  readonly begun: readonly Spell<T>[];
  /** Seen again. */
  readonly lasting: readonly S[];
  /** Over as of `seenAt`. */
  readonly over: readonly S[];
}

/** What is told of troubles. */
export interface Outlooking<T> {
  /** Of each name there is one at a time. */
  readonly nameOf: (trouble: T) => string;
  /** For how long it must be unseen, by every process, to be over; what all see alike is over at once. */
  readonly calmMs?: (trouble: T) => number;
}

export const CALM_MS = 3 * MINUTE_MS;
/** Whatever comes back within that time, once over, has to be gone for longer: it flaps. */
export const SOON_MS = HOUR_MS;
const MOST_RETURNS = 19;

/**
 * What is told after a look: each trouble once when it begins, and once when it is over, in whatever
 * order processes look and however often they are begun anew. `known` holds the last spell of each.
 */
export function outlook<T, S extends Spell<T>>(
  seenNow: readonly Sighting<T>[],
  known: readonly S[],
  now: Instant,
  { nameOf, calmMs = () => CALM_MS }: Outlooking<T>,
): Outlook<T, S> {
  const seen = new Map(seenNow.map((one) => [nameOf(one.trouble), one]));
  const spells = new Map(known.map((one) => [nameOf(one.trouble), one]));
  const open = known.filter(({ overAt }) => overAt === undefined);
  const isOpen = (trouble: T) => open.some((spell) => nameOf(spell.trouble) === nameOf(trouble));
  const isSeen = ({ trouble }: S) => seen.has(nameOf(trouble));
  const isOver = ({ trouble, seenAt, returns }: S) =>
    now - seenAt >= calmMs(trouble) * (1 + returns);
  return {
    begun: [...seen].flatMap(([name, one]) =>
      one.isGrave && !isOpen(one.trouble) ? [begin(one, spells.get(name), now)] : [],
    ),
    // Of a clock that was set back nothing is said but what it says from then on.
    lasting: open.flatMap((spell) =>
      isSeen(spell) || spell.seenAt > now ? [{ ...spell, seenAt: now }] : [],
    ),
    over: open.flatMap((spell) =>
      !isSeen(spell) && spell.seenAt <= now && isOver(spell) ? [{ ...spell, overAt: now }] : [],
    ),
  };
}

/** No two spells of a trouble have begun at the same moment: by that they are told apart. */
function begin<T>(
  { trouble, since }: Sighting<T>,
  former: Spell<T> | undefined,
  now: Instant,
): Spell<T> {
  if (former?.overAt === undefined) return { trouble, since, seenAt: now, returns: 0 };
  const isSoon = Math.abs(now - former.overAt) < SOON_MS;
  return {
    trouble,
    since: Math.max(since, former.seenAt + 1, former.since + 1),
    seenAt: now,
    returns: isSoon ? Math.min(former.returns + 1, MOST_RETURNS) : 0,
  };
}
