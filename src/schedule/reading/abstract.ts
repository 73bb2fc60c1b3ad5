import type { Findings } from './findings.ts';
import {
  looksLikeHtml,
  MAX_HTML_DEPTH,
  markdownOfTree,
  plainParagraphs,
  simpleParagraphs,
  tagDepth,
} from './html.ts';

/** How much markup one abstract and one schedule may hold before they are taken as plain text, which bounds the time. */
const MAX_MARKS_EACH = 4_000;
const MAX_MARKS = 60_000;

/** Makes CommonMark of what a talk says about itself: HTML, Markdown or plain text, from short to long. */
export type AbstractReader = (texts: readonly string[], path: string) => string;

export function createAbstractReader(findings: Findings): AbstractReader {
  let budget = MAX_MARKS;
  const readHtml = (html: string, path: string): string => {
    const simple = simpleParagraphs(html);
    if (simple !== undefined) return simple;
    const marks = html.match(/[<*_`[\\]/g)?.length ?? 0;
    if (marks <= MAX_MARKS_EACH && marks <= budget && tagDepth(html) <= MAX_HTML_DEPTH) {
      budget -= marks;
      return markdownOfTree(html);
    }
    findings.note('abstract-plain', path);
    return plainParagraphs(html);
  };
  const read = (text: string, path: string): string =>
    looksLikeHtml(text) ? readHtml(text, path) : tidyMarkdown(text);
  /** What recurs is read once, and its text shared. */
  const known = new Map<readonly string[], string>();
  return (texts, path) => {
    const abstract =
      known.get(texts) ?? withoutRepeats(texts.map((text) => read(text, path))).join('\n\n');
    known.set(texts, abstract);
    return abstract;
  };
}

/** Schedules often repeat the abstract at the head of the description, or the other way round. */
function withoutRepeats(texts: readonly string[]): readonly string[] {
  const told = [...new Set(texts)].filter((text) => text !== '');
  return told.filter((text) => !told.some((other) => other !== text && other.startsWith(text)));
}

const NAMES =
  'abbr|b|big|cite|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|var';
const ATTRIBUTE = '\\s+[\\w:-]+(?:\\s*=\\s*(?:"[^"<>]*"|\'[^\'<>]*\'|[^\\s"\'<>=]+))?';
/** Not `a<b && c>d`, whose middle only begins like one. */
const INLINE_TAG = new RegExp(
  `<(?:(?:${NAMES})(?:${ATTRIBUTE})*\\s*|/(?:${NAMES})\\s*|/?code|/?a)>`,
  'gi',
);
const ANCHOR =
  /<a\s[^<>]{0,200}?href\s?=\s?["']?(https?:[^"'\s<>]{1,2000})["']?[^<>]{0,500}>([^<>]*)<\/a>/gi;
const OTHER_TAG = /<(?=\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>)/gi;
const CODE = /(```[\s\S]*?```|`[^`\n]*`)/;

/**
 * Markdown or plain text, as CommonMark without HTML in it: inline tags vanish,
 * links are written out, and what merely looks like a tag (`vector<int>`) becomes text.
 */
export function tidyMarkdown(text: string): string {
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const lines = unix.includes('<') ? withoutTags(unix) : unix;
  return lines.trim();
}

function withoutTags(text: string): string {
  return text
    .split(CODE)
    .map((piece, index) => (index % 2 === 1 ? piece : proseWithoutTags(piece)))
    .join('');
}

function proseWithoutTags(text: string): string {
  return withoutComments(text)
    .replace(ANCHOR, (_, url: string, words: string) => `[${words.trim() || url}](${url})`)
    .replace(INLINE_TAG, '')
    .replace(OTHER_TAG, '\\<');
}

function withoutComments(text: string): string {
  let rest = '';
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    const end = text.indexOf('-->', start);
    if (end < 0) break;
    rest += text.slice(at, start);
    at = end + 3;
  }
  return rest + text.slice(at);
}
