import type { Instant } from '../clock.ts';
import type { Break, Conference, Day } from './schedule.ts';

/** The breaks that begin on a day, in order; those of a room are its own and those of all rooms. */
export function breaksOf(
  { breaks }: Pick<Conference, 'breaks'>,
  { start, end }: Pick<Day, 'start' | 'end'>,
  room?: string,
): readonly Break[] {
  return onceEach(breaks.filter((one) => start <= one.start && one.start < end && isIn(one, room)));
}

/** The breaks under way, as {@link breaksOf} has them; the one that ends first comes first. */
export function breaksAt(
  { breaks }: Pick<Conference, 'breaks'>,
  now: Instant,
  room?: string,
): readonly Break[] {
  const running = breaks.filter((one) => one.start <= now && now < one.end && isIn(one, room));
  return onceEach(running).toSorted((a, b) => a.end - b.end);
}

function isIn(one: Break, room: string | undefined): boolean {
  return room === undefined || one.room === undefined || one.room === room;
}

/** A break that empties several rooms at once is one, of no room. */
function onceEach(breaks: readonly Break[]): readonly Break[] {
  const groups = Map.groupBy(breaks, ({ title, start, end }) =>
    JSON.stringify([title, start, end]),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { title, start, end } = first;
    return [others.length === 0 ? first : { title, start, end }];
  });
}
