/** One word of a typed line. */
export interface Word {
  /** Without its quotation marks. */
  readonly text: string;
  /** The name before `:` or `=`, in lower case, when the word has that shape and is no address. */
  readonly name?: string;
  /** What follows the name, or all of it. */
  readonly value: string;
  /** Where the word and its value begin in the line. */
  readonly start: number;
  readonly valueStart: number;
}

export type Words =
  | { readonly kind: 'words'; readonly words: readonly Word[] }
  /** `text` is what follows a quotation mark that is never closed. */
  | { readonly kind: 'unclosed'; readonly text: string };

/** Chat programs turn straight quotation marks into curly ones while people type. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };
const NAME = /^([a-zA-Z]+)[:=](?!\/\/)/;

/** Splits a line at blanks; quotation marks hold words together, also after `name:`. */
export function splitWords(line: string): Words {
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    at += line.slice(at).match(/^\s*/)?.[0].length ?? 0;
    if (at >= line.length) return { kind: 'words', words };
    const named = NAME.exec(line.slice(at));
    const valueStart = at + (named?.[0].length ?? 0);
    const value = readValue(line, valueStart);
    if (value === undefined) return { kind: 'unclosed', text: line.slice(valueStart + 1) };
    const head = line.slice(at, valueStart);
    words.push({
      text: head + value.text,
      ...(named?.[1] === undefined ? {} : { name: named[1].toLowerCase() }),
      value: value.text,
      start: at,
      valueStart,
    });
    at = value.end;
  }
}

function readValue(line: string, start: number): { text: string; end: number } | undefined {
  const closing = QUOTES[line.charAt(start)];
  if (closing === undefined) {
    const text = line.slice(start).match(/^\S*/)?.[0] ?? '';
    return { text, end: start + text.length };
  }
  const end = line.slice(start + 1).search(closing === '"' ? /"/ : new RegExp(`[${closing}"]`));
  if (end < 0) return undefined;
  return { text: line.slice(start + 1, start + 1 + end), end: start + end + 2 };
}
