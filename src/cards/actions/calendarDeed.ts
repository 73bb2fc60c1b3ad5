import type { ShortRef } from './reference.ts';

export type CalendarDeed =
  /** A calendar file of the talk; without one, of the member's list. */
  | { readonly kind: 'exportCalendar'; readonly talk?: ShortRef }
  /** Shows the address at which calendars follow the member's list, or makes another one. */
  | { readonly kind: 'followCalendar' | 'renewCalendar' };
