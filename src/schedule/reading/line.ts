/** More than any title or name has; a bound on what every list, index and card must carry. */
const MAX_LINE = 1_000;

/** Neither a format character, a filler of Hangul, nor Braille's empty cell: these are drawn as nothing. */
const VISIBLE = /[^\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u{2800}]/u;

/**
 * One line of at most `most` characters without blanks around it, which every database and chat
 * can hold; `undefined` when nothing that can be seen is left.
 */
export function lineOf(text: string | undefined, most = MAX_LINE): string | undefined {
  const line =
    text
      ?.trim()
      .slice(0, 4 * most)
      .replace(/[\s\p{Cc}]+/gu, oneLine)
      .trim() || undefined;
  if (line === undefined || !VISIBLE.test(line)) return undefined;
  const short = line.length > most ? `${line.slice(0, most - 1)}…` : line;
  return short.toWellFormed();
}

function oneLine(gap: string): string {
  return /[\p{Cc}\u{2028}\u{2029}]/u.test(gap) ? ' ' : gap;
}

/** What people and programs call the languages of talks. */
const NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  englisch: 'en',
  anglais: 'en',
  german: 'de',
  deutsch: 'de',
  ger: 'de',
  french: 'fr',
  français: 'fr',
  französisch: 'fr',
  fre: 'fr',
  spanish: 'es',
  español: 'es',
  dutch: 'nl',
  nederlands: 'nl',
  dut: 'nl',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  português: 'pt',
};

/** BCP 47's primary language of `de`, `de_AT`, `de-formal`, `deu` and `German`; other words are not languages. */
export function languageOf(text: string | undefined): string | undefined {
  const name = text?.trim().toLowerCase() ?? '';
  const named = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  const code = named ?? /^([a-z]{2,3})(?:[-_].*)?$/.exec(name)?.[1];
  return code === undefined ? undefined : new Intl.Locale(code).language;
}
