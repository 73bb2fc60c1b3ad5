import type { Messages } from '../messages/messages.ts';
import { visible } from '../schedule/naming/slug.ts';
import type { Inline } from './cards.ts';
import { renderMarkdown } from './markup/markdown.ts';
import { readerWords } from './wording/time.ts';

/** How a terminal sets words apart; each function is given and gives one run of text. */
export interface Paint {
  strong(text: string): string;
  quiet(text: string): string;
  struck(text: string): string;
}

/** Without colours a struck title is marked in words. */
export const NO_PAINT: Paint = {
  strong: (text) => text,
  quiet: (text) => text,
  struck: (text) => `✗ ${text}`,
};

/** Control characters would move a terminal's cursor. */
const UNSAFE = /[\p{Cc}\u2028\u2029]+/gu;

export function plainWords(words: string): string {
  return visible(words).replace(UNSAFE, ' ');
}

export interface InlineStyle {
  readonly messages: Messages;
  /** The reader's IANA zone, to show their own clock beside the venue's where it differs. */
  readonly timeZone?: string | undefined;
  readonly paint?: Paint;
}

export function plainInline(inline: Inline, style: InlineStyle): string {
  if (typeof inline === 'string') return plainWords(inline);
  const paint = style.paint ?? NO_PAINT;
  switch (inline.kind) {
    case 'strong':
      return paint.strong(plainWords(inline.text));
    case 'struck':
      return paint.struck(plainWords(inline.text));
    case 'code':
      return plainWords(inline.text);
    case 'command':
      return plainWords(inline.typed);
    case 'link':
      return inline.text === inline.url
        ? plainWords(inline.url)
        : plainWords(inline.text) + style.messages.marks.colon + plainWords(inline.url);
    case 'time': {
      const own =
        style.timeZone === undefined
          ? undefined
          : readerWords(inline, style.timeZone, style.messages);
      const venue = plainWords(inline.venue);
      return own === undefined ? venue : `${venue} (${own})`;
    }
    case 'channel':
      return `#${plainWords(inline.name ?? inline.id)}`;
    case 'member':
    case 'mention':
      return `@${plainWords(inline.id)}`;
  }
}

/** An abstract as paragraphs of plain text, in lines that are not wrapped yet. */
export function plainMarkdown(source: string, paint: Paint = NO_PAINT): string {
  return renderMarkdown(source, {
    text: plainLines,
    strong: paint.strong,
    emphasis: (rendered) => rendered,
    struck: paint === NO_PAINT ? (rendered) => `~~${rendered}~~` : paint.struck,
    quote: (rendered) => rendered.replace(/^/gm, '> '),
    item: (rendered, marker) =>
      `${marker} ${rendered.replaceAll('\n', `\n${' '.repeat(marker.length + 1)}`)}`,
    address: plainWords,
    code: plainWords,
    codeBlock: plainLines,
  });
}

const TAB = '    ';

function plainLines(words: string): string {
  return words.replaceAll('\t', TAB).split('\n').map(plainWords).join('\n');
}
