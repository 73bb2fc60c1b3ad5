import table from '../../../../data/asking/kinds.json' with { type: 'json' };
import { wordsOf } from '../words/tokens.ts';

let made: readonly ReadonlySet<string>[] | undefined;

/** What each kind of talk is called in every language, its words written together. */
export function kinds(): readonly ReadonlySet<string>[] {
  made ??= Object.values(table).map(
    (names) => new Set(names.split(',').map((name) => wordsOf(name).join(''))),
  );
  return made;
}
