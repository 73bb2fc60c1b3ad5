import type { PickedTalk as Picked } from '../../../search/query/filterMeaning.ts';

/** Which of those that fit. */
export type PickedTalk = Exclude<Picked, 'next'>;

/** When somebody wants something to be, as it was said; {@link resolveTime} makes moments of it. */
export interface TimeWish {
  readonly day?: DayWish;
  readonly at?: ClockWish;
  readonly after?: ClockWish;
  readonly before?: ClockWish;
  /** Half an hour each way. */
  readonly around?: ClockWish;
  readonly part?: PartOfDay;
  /** The part is that of today: “this morning”. */
  readonly isThis?: true;
  /** From now to the day's end. */
  readonly later?: true;
  readonly inMinutes?: number;
  readonly withinMinutes?: number;
  readonly pick?: PickedTalk;
  /** Of the whole conference, not of a day. */
  readonly whole?: true;
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

export type DayWish =
  | { readonly kind: 'relative'; readonly days: number }
  /** 1 for Monday. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'edge'; readonly edge: 'first' | 'last' }
  | { readonly kind: 'iso'; readonly date: string }
  /** Without a month, of whichever the conference is in. */
  | { readonly kind: 'date'; readonly day: number; readonly month?: number };

/** A time of day; of an inexact one it is open which half of the day it lies in. */
export type ClockWish =
  | { readonly kind: 'clock'; readonly minutes: number; readonly exact: boolean }
  | { readonly kind: 'meal'; readonly meal: Meal };

export const MEALS = ['breakfast', 'lunch', 'dinner'] as const;
export type Meal = (typeof MEALS)[number];
