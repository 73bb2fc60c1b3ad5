import type { Findings } from './findings.ts';
import {
  looksLikeHtml,
  MAX_HTML_DEPTH,
  markdownOfTree,
  plainParagraphs,
  simpleParagraphs,
  tagDepth,
} from './html.ts';
import { tidyMarkdown } from './markdown.ts';

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
  return (texts, path) => withoutRepeats(texts.map((text) => read(text, path))).join('\n\n');
}

/** Schedules often repeat the abstract at the head of the description, or the other way round. */
function withoutRepeats(texts: readonly string[]): readonly string[] {
  const told = [...new Set(texts)].filter((text) => text !== '');
  return told.filter((text) => !told.some((other) => other !== text && other.startsWith(text)));
}
