import { fold } from '../schedule/slug.ts';

/** A word as it stands in a text, and the forms it can be found by. */
export interface Word {
  /** Folded and written together: `kubeproxy`, `c++`, `webassembly`. */
  readonly joined: string;
  /** Folded pieces of a word made of several, none for a plain word: `kube` `proxy`, `web` `assembly`. */
  readonly parts: readonly string[];
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Letters and digits, held together by single connectors; `++`, `#` and a leading dot belong to names of languages. */
const WORD =
  /(?:(?<![\p{L}\p{N}])\.(?=\p{L}))?[\p{L}\p{N}\p{M}]+(?:[-_./‐‑][\p{L}\p{N}\p{M}]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

/** Where a word written in one piece has a seam: `webAssembly`, `HTTPServer`, `python3`. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})|(?<=\p{L}{4})(?=\p{N})/u;

const PLAIN = /^[a-z]+$/;
const ASCII = /^[!-~]+$/;

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [written] = match;
    words.push(wordFrom(written, match.index));
  }
  return words;
}

function wordFrom(written: string, start: number): Word {
  const end = start + written.length;
  if (PLAIN.test(written)) return { joined: written, parts: NO_PARTS, start, end };
  const pieces = written.split(/[-_./‐‑]/).flatMap((piece) => piece.split(SEAM));
  const folded = pieces.filter((piece) => piece !== '').map(foldWord);
  const joined = written.startsWith('.') ? `.${folded.join('')}` : folded.join('');
  // Single letters are found as part of the whole only: the `O` of `CRI-O` is no word.
  const parts = folded.filter((part) => part.length > 1 || /\p{N}/u.test(part));
  return {
    joined,
    parts: folded.length > 1 || joined !== folded[0] ? parts : NO_PARTS,
    start,
    end,
  };
}

const NO_PARTS: readonly string[] = [];

export function foldWord(word: string): string {
  return ASCII.test(word) ? word.toLowerCase() : fold(word);
}

/** A word of more pieces than this is an address; only its pieces are found. */
const MOST_JOINED = 5;

/** What a word can be found by: itself and, if it has several, its parts. */
export function formsOf({ joined, parts }: Word): readonly string[] {
  if (parts.length === 0) return [joined];
  return parts.length > MOST_JOINED ? parts : [joined, ...parts];
}
