import type { ShortRef } from '../../../cards/actions/reference.ts';
import type { Shown } from '../question.ts';
import { type Lexeme, signOf } from '../words/lexemes.ts';

/** `the second one`, `the last`, `2`: of the talks that were shown. */
export function pickedTalk(lexemes: readonly Lexeme[], { talks }: Shown): ShortRef | undefined {
  for (const lexeme of lexemes) {
    if (signOf(lexeme, 'last') !== undefined) return talks.at(-1);
    const place =
      signOf(lexeme, 'ordinal')?.value ??
      (signOf(lexeme, 'first') === undefined ? signOf(lexeme, 'number')?.value : '1');
    if (place !== undefined) return talks[Number(place) - 1];
  }
  return undefined;
}
