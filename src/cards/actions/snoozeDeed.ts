import type { Instant } from '../../clock.ts';
import { INSTANT } from './numberWords.ts';

/** After how many minutes a reminder may come again. */
export const SNOOZE_MINUTES = [5, 10] as const;
export type SnoozeMinutes = (typeof SNOOZE_MINUTES)[number];

/**
 * Has the reminder of what starts at `start` come again, for the `again`th time; so that it comes once
 * however often this is pressed.
 */
export interface SnoozeDeed {
  readonly kind: 'snooze';
  readonly minutes: SnoozeMinutes;
  readonly start: Instant;
  readonly again: number;
}

export function snoozeWords(deed: SnoozeDeed): readonly string[] {
  return [deed.kind, String(deed.minutes), String(deed.start), String(deed.again)];
}

/** The inverse of {@link snoozeWords}; undefined for words it never wrote. */
export function snoozeDeed([typed = '', start = '', again = '']: readonly string[]):
  | SnoozeDeed
  | undefined {
  const minutes = SNOOZE_MINUTES.find((one) => String(one) === typed);
  if (minutes === undefined || !INSTANT.test(start) || !/^[1-9]\d?$/.test(again)) return undefined;
  return { kind: 'snooze', minutes, start: Number(start), again: Number(again) };
}
