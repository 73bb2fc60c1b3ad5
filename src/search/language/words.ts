import { fold } from '../../schedule/naming/slug.ts';

/** Letters and digits, held together by single connectors; `++`, `#` and a dot in front belong to names of languages. */
const WORD =
  /(?<![\p{L}\p{N}])\.(?=\p{L}{2})[\p{L}\p{N}]+|[\p{L}\p{N}\p{M}]+(?:[-_./‐‑][\p{L}\p{N}\p{M}]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

/** The same for texts without other letters, which is a good deal faster. */
const ASCII_WORD =
  /(?<![a-z\d])\.(?=[a-z]{2})[a-z\d]+|[a-z\d]+(?:[-_./][a-z\d]+)*(?:\+\+|#(?![a-z\d]))?/gi;

/** Where a word written in one piece has a seam: `webAssembly`, `HTTPServer`, `python3`. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})|(?<=\p{L}{4})(?=\p{N})/u;

/** Tells most words that have no seam, fast. */
const MAYBE_SEAM = /[^ -~]|[a-z][A-Z]|[A-Z]{3}[a-z]{2}|[A-Za-z]{4}\d/;

const CONNECTOR = /[-_./‐‑]/;
const PLAIN = /^(?:[A-Z]?[a-z]+|[A-Z]+)$/;
const ASCII = /^[\t\n\r -~]*$/;

/** The words of a text as they are written. */
export function writtenWords(text: string): readonly string[] {
  return text.match(patternFor(text)) ?? [];
}

/** A word and where it begins in the text. */
export interface PlacedWord {
  readonly written: string;
  readonly start: number;
}

export function placedWords(text: string): readonly PlacedWord[] {
  return Array.from(text.matchAll(patternFor(text)), ({ 0: written, index }) => ({
    written,
    start: index,
  }));
}

function patternFor(text: string): RegExp {
  return ASCII.test(text) ? ASCII_WORD : WORD;
}

/** Every run of letters and digits, folded; of `RISC-V` the `V` too, so that a half-typed text is a beginning. */
export function runsOf(text: string): readonly string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(/[a-z\d]+(?:\+\+|#)?/g) ?? [];
  return (text.match(/[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu) ?? []).map(fold);
}

/** What a written word can be found by, folded. */
export interface WordForms {
  /** Written together: `kubeproxy`, `c++`, `webassembly`. */
  readonly joined: string;
  /** The pieces of a word made of several, none of a plain word: `kube` `proxy`, `web` `assembly`. */
  readonly parts: readonly string[];
}

export function formsOf(written: string): WordForms {
  if (PLAIN.test(written)) return { joined: written.toLowerCase(), parts: [] };
  const pieces = written.split(CONNECTOR);
  const seamless = MAYBE_SEAM.test(written) ? pieces.flatMap((piece) => piece.split(SEAM)) : pieces;
  const folded = seamless.filter((piece) => piece !== '').map(fold);
  const joined = folded.join('');
  if (written.startsWith('.')) return { joined: `.${joined}`, parts: [joined] };
  if (folded.length < 2) return { joined, parts: [] };
  // Single letters are found as part of the whole only: the `O` of `CRI-O` is no word.
  return { joined, parts: folded.filter((part) => part.length > 1 || /\p{N}/u.test(part)) };
}

/** A word of more pieces than this is an address; only its pieces are found. */
const MOST_JOINED = 5;

/** All forms of a written word: itself and, if it has several, its parts. */
export function allFormsOf(written: string): readonly string[] {
  const { joined, parts } = formsOf(written);
  if (parts.length === 0) return [joined];
  return parts.length > MOST_JOINED ? parts : [joined, ...parts];
}
