import { drawn, GAP, type Script, scriptOf } from '../../src/agenda/picture/letters.ts';

/** What is drawn takes no letters from another font: each run names the one of its script. */
export interface Run {
  readonly text: string;
  readonly font: string;
}

const FAMILY = 'Noto Sans';
const FONTS: Readonly<Record<Script, string>> = {
  european: FAMILY,
  arabic: `${FAMILY} Arabic`,
  hebrew: `${FAMILY} Hebrew`,
};

/** As a paragraph from right to left, whatever it is a part of, and its end (Unicode, UAX #9). */
const FROM_RIGHT = '\u{2067}';
const END = '\u{2069}';

/** By its first letter; a line of a longer text goes as the whole of it does. */
export function isFromRight(text: string): boolean {
  const first = /\p{L}/u.exec(drawn(text))?.[0];
  const script = first === undefined ? undefined : scriptOf(first);
  return script === 'arabic' || script === 'hebrew';
}

/** The runs as they stand in a text from right to left. */
export function fromRight(runs: readonly Run[]): readonly Run[] {
  return runs.map(({ text, font }, at) => {
    const before = at === 0 ? FROM_RIGHT : '';
    return { text: `${before}${text}${at === runs.length - 1 ? END : ''}`, font };
  });
}

/** The text in runs of one font each; letters that no font has are a gap, other signs that none has are nothing. */
export function runsOf(text: string): readonly Run[] {
  const runs: { text: string; font: string }[] = [];
  for (const letter of drawn(text)) {
    const script = scriptOf(letter);
    const font = script && FONTS[script];
    const last = runs.at(-1);
    if (last !== undefined && (font === undefined || font === last.font)) last.text += letter;
    else runs.push({ text: letter, font: font ?? FAMILY });
  }
  return runs;
}

/** Widths of letters by the size of the font, rather too wide than too narrow. */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijl.,:;'|!()[\] \u{a0}]/u, 0.32],
  [/[frt/\\"-]/u, 0.42],
  [/[mwMW@%…—]/u, 0.94],
  [/[\p{Lu}\d&]/u, 0.68],
  [/\p{Mn}/u, 0],
];
const USUAL_WIDTH = 0.6;

/** About how wide a text is drawn, for a font of this size. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) {
    width += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? USUAL_WIDTH;
  }
  return width * size;
}

/** In lines of at most this width, as many as there is room for; what is cut off ends in dots. */
export function linesOf(
  text: string,
  size: number,
  width: number,
  most: number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of drawn(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, size) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  lines.push(line);
  const kept = lines.slice(0, most).map((each) => fitting(each, size, width));
  const last = kept.at(-1);
  if (lines.length <= most || last === undefined) return kept;
  return [...kept.slice(0, -1), fitting(`${last.replace(/…$/u, '')} ${GAP}`, size, width)];
}

function fitting(line: string, size: number, width: number): string {
  if (widthOf(line, size) <= width) return line;
  const letters = [...line.replace(/\s*…$/u, '')];
  while (letters.length > 0 && widthOf(`${letters.join('')}${GAP}`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}${GAP}`;
}
