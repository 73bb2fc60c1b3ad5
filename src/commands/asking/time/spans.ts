import { type Lexeme, signOf } from '../words/lexemes.ts';
import { numberIn, signIn } from './clockPhrase.ts';
import type { Rule } from './rule.ts';

/** `20 minutes`, `an hour`, `half an hour`; within one, the unit alone will do. */
export function spanAt(
  lexemes: readonly Lexeme[],
  at: number,
  unitAlone = false,
): { readonly length: number; readonly minutes: number } | undefined {
  const first = lexemes[at];
  if (first === undefined) return undefined;
  if (unitAlone && signIn(first, 'hour')) return { length: 1, minutes: 60 };
  const article = signIn(first, 'single') ? 1 : 0;
  const span = signOf(lexemes[at + article] ?? first, 'span')?.value;
  if (span !== undefined) return { length: article + 1, minutes: Number(span) };
  const fraction = signOf(first, 'fraction')?.value;
  const isHour = signIn(lexemes[at + 1], 'hour');
  if (fraction !== undefined && isHour) return { length: 2, minutes: Number(fraction) };
  const count = numberIn(first) ?? (signIn(first, 'single') ? 1 : undefined);
  if (count === undefined) return undefined;
  if (isHour) return { length: 2, minutes: count * 60 };
  return signIn(lexemes[at + 1], 'minute') ? { length: 2, minutes: count } : undefined;
}

/** `I have half an hour`, `ich hab noch 20 Minuten Zeit`: what begins in it. */
export const spare: Rule = (lexemes, at) => {
  if (!signIn(lexemes[at], 'spare')) return undefined;
  const skip = signIn(lexemes[at + 1], 'filler') && !signIn(lexemes[at + 1], 'single') ? 1 : 0;
  const plain = spanAt(lexemes, at + 1);
  const span = plain ?? spanAt(lexemes, at + 1 + skip);
  if (span === undefined) return undefined;
  const length = 1 + span.length + (plain === undefined ? skip : 0);
  const isSaid = signIn(lexemes[at + length], 'spareTime');
  return { length: length + (isSaid ? 1 : 0), wish: { withinMinutes: span.minutes } };
};

/** `in 20 minutes`, `in an hour`, `within the next hour`. */
export const duration: Rule = (lexemes, at) => {
  const isWithin = signIn(lexemes[at], 'within');
  if (!isWithin && !signIn(lexemes[at], 'in')) return undefined;
  const skip = isWithin && signIn(lexemes[at + 1], 'filler') ? 1 : 0;
  const plain = spanAt(lexemes, at + 1, isWithin);
  const span = plain ?? spanAt(lexemes, at + 1 + skip, isWithin);
  if (span === undefined) return undefined;
  const { minutes } = span;
  const length = span.length + (plain === undefined ? skip : 0);
  const wish = isWithin ? { withinMinutes: minutes } : { inMinutes: minutes };
  return { length: 1 + length, wish, isWeak: !isWithin };
};
