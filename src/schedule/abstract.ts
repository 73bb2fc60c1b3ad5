import type { Findings } from './findings.ts';
import {
  looksLikeHtml,
  MAX_HTML_DEPTH,
  markdownOfHtml,
  plainParagraphs,
  tagDepth,
} from './html.ts';
import { tidyMarkdown } from './markdown.ts';

/** How much HTML one abstract and one schedule may hold before it is taken as plain text, which bounds the time. */
const MAX_ABSTRACT = 64 * 1024;
const MAX_TOTAL = 4 * 1024 * 1024;

/** Makes CommonMark of what a talk says about itself: HTML, Markdown or plain text, from short to long. */
export type AbstractReader = (texts: readonly string[], path: string) => string;

export function createAbstractReader(findings: Findings): AbstractReader {
  let budget = MAX_TOTAL;
  const read = (text: string, path: string): string => {
    if (!looksLikeHtml(text)) return tidyMarkdown(text);
    budget -= text.length;
    if (text.length <= MAX_ABSTRACT && budget >= 0 && tagDepth(text) <= MAX_HTML_DEPTH) {
      return markdownOfHtml(text);
    }
    findings.note('abstract-plain', path);
    return plainParagraphs(text);
  };
  return (texts, path) => withoutRepeats(texts.map((text) => read(text, path))).join('\n\n');
}

/** Schedules often repeat the abstract at the head of the description. */
function withoutRepeats(texts: readonly string[]): readonly string[] {
  const told = texts.filter((text) => text !== '');
  return told.filter(
    (text, index) => !told.slice(index + 1).some((later) => later.startsWith(text)),
  );
}
