/** Scripts that a picture has letters of. */
export type Script = 'european' | 'arabic' | 'hebrew';

const SCRIPTS: Readonly<Record<Script, RegExp>> = {
  european: /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Devanagari}]/u,
  arabic: /\p{sc=Arabic}/u,
  hebrew: /\p{sc=Hebrew}/u,
};

/** Signs of all scripts that the fonts have: no emoji, arrows or mathematics. They go with what stands before. */
const SIGN =
  /[\u{20}-\u{7e}\u{a0}-\u{ff}\u{2010}-\u{2027}\u{2030}-\u{205e}\u{20ac}\p{sc=Inherited}]/u;

/** By ISO 15924 code, letters for which there is no font: the files of some have fifty megabytes. */
const LEFT_OUT: readonly (readonly [code: string, letters: RegExp])[] = [
  ['Jpan', /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
  ['Hani', /\p{sc=Han}/u],
  ['Kore', /\p{sc=Hangul}/u],
  ['Thai', /\p{sc=Thai}/u],
  ['Geor', /\p{sc=Georgian}/u],
  ['Armn', /\p{sc=Armenian}/u],
  ['Beng', /\p{sc=Bengali}/u],
  ['Taml', /\p{sc=Tamil}/u],
  ['Telu', /\p{sc=Telugu}/u],
  ['Ethi', /\p{sc=Ethiopic}/u],
  ['Khmr', /\p{sc=Khmer}/u],
];

/** Stands for letters that are left out. */
export const GAP = '…';

/** Of which of its scripts a letter is; undefined for signs, which all of them share. */
export function scriptOf(letter: string): Script | undefined {
  const [found] = Object.entries(SCRIPTS).find(([, letters]) => letters.test(letter)) ?? [];
  return found as Script | undefined;
}

/** What of a text is drawn. */
export function drawn(text: string): string {
  const letters = [...text.normalize('NFC')].map((letter) => {
    if (SIGN.test(letter) || Object.values(SCRIPTS).some((some) => some.test(letter)))
      return letter;
    return /\p{L}/u.test(letter) ? GAP : '';
  });
  return letters
    .join('')
    .replaceAll(/…(?:\s*…)+/gu, GAP)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** ISO 15924 codes of the scripts of which letters are left out. */
export function scriptsLeftOut(texts: readonly string[]): readonly string[] {
  const all = texts.join(' ');
  return LEFT_OUT.flatMap(([code, letters]) => (letters.test(all) ? [code] : []));
}
