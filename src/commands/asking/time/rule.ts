import type { Lexeme } from '../words/lexemes.ts';
import type { TimeWish } from './wish.ts';

/** Some lexemes in a row that speak of time. */
export interface TimePhrase {
  readonly at: number;
  readonly length: number;
  readonly wish: TimeWish;
  /** Beside words of a topic it may be one of them: `evening classes`, `last mile`. */
  readonly isWeak: boolean;
}

export type Found = Omit<TimePhrase, 'at' | 'isWeak'> & { readonly isWeak?: boolean };
export type Rule = (lexemes: readonly Lexeme[], at: number) => Found | undefined;
