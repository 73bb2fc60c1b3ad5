import type { Instant } from '../clock.ts';

export function collected(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

/** A moment with its offset (`2020-02-01T10:15+01:00`, `…Z`), else undefined. */
export function instantOf(text: string): Instant | undefined {
  try {
    return Temporal.Instant.from(text.trim()).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** A number within the bounds, else undefined. */
export function numberWithin(text: string, min: number, max: number): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return number >= min && number <= max ? number : undefined;
}

/** `WHAT@MOMENT`: another version of the schedule and when it appears, or a room and when it is full. */
export function instantAfter(
  text: string,
): { readonly what: string; readonly at: Instant } | undefined {
  const parting = text.lastIndexOf('@');
  const at = parting < 1 ? undefined : instantOf(text.slice(parting + 1));
  return at === undefined ? undefined : { what: text.slice(0, parting), at };
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}
