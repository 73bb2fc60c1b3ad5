/** About one day of a conference, counted from 1, or about no day in particular. */
export type DayDeed =
  /** How many starred what, as files; without a day, of all. */
  | { readonly kind: 'exportInterest'; readonly day?: number }
  /** Draws a day of the member's list; without one, the day that is or comes next. */
  | { readonly kind: 'drawDay'; readonly day?: number };

export function dayDeed(kind: DayDeed['kind'], day: string): DayDeed | undefined {
  if (day === '') return { kind };
  return /^[1-9]\d{0,2}$/u.test(day) ? { kind, day: Number(day) } : undefined;
}

export function dayWords({ kind, day }: DayDeed): readonly string[] {
  return [kind, day === undefined ? '' : String(day)];
}
