import type { Talk } from '../../../schedule/schedule.ts';
import { writtenWords } from '../../language/words.ts';

/** Where words of a talk stand, best first; also the order of their words in the index. */
export const FIELDS = [
  'title',
  'subtitle',
  'speakers',
  'track',
  'room',
  'type',
  'abstract',
] as const;
export type Field = (typeof FIELDS)[number];

export function fieldText(talk: Talk, field: Field): string {
  switch (field) {
    case 'title':
    case 'subtitle':
    case 'track':
    case 'room':
    case 'type':
      return talk[field] ?? '';
    case 'speakers':
      return talk.speakers.map(({ name }) => name).join(', ');
    case 'abstract':
      return plainAbstract(talk.abstract);
  }
}

/** What stands in a field of a talk. */
export interface WrittenField {
  readonly field: Field;
  readonly text: string;
  readonly words: readonly string[];
}

/** Everything that a talk says, in the order of {@link FIELDS}: taken apart once, whatever is made of it. */
export function writtenFields(talk: Talk): readonly WrittenField[] {
  return FIELDS.map((field) => {
    const text = fieldText(talk, field);
    return { field, text, words: writtenWords(text) };
  });
}

const LINK = /!?\[([^\][]{0,200})\]\([^()\s]{0,500}(?:\s[^()]{0,200})?\)/g;
const SCHEME = /\b(?:https?|ftp|mailto):(?:\/\/)?/gi;
const ESCAPE = /\\(?=[!-/:-@[-`{-~])|\\$/gm;
const EMPHASIS = /[*`]+|~~/g;
const BLOCK_MARK = /^[ \t]*(?:#{1,6}|>|[-+]|\d{1,3}[.)])[ \t]+/gm;

/**
 * A CommonMark abstract as words to search and to quote, near enough for both and a hundred
 * times faster than parsing a thousand of them. Emphasis within a word leaves no gap.
 */
function plainAbstract(markdown: string): string {
  return markdown
    .replace(LINK, '$1')
    .replace(SCHEME, '')
    .replace(EMPHASIS, '')
    .replace(ESCAPE, '')
    .replace(BLOCK_MARK, '');
}
