import type {
  Block,
  Button,
  Buttons,
  Card,
  Inline,
  Menu,
  MenuOption,
  Reader,
  TalkRow,
  Text,
} from '../../../src/cards/cards.ts';
import { type Marks, renderMarkdown } from '../../../src/cards/markup/markdown.ts';
import { readerWords } from '../../../src/cards/wording/time.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { plain, webAddress } from '../../../src/platform/text.ts';
import { LONGEST_URL } from './limits.ts';

/** The number by which a choice is taken; undefined for what cannot be. */
export type NumberOf = (actionId: string) => number | undefined;

/**
 * A card in the HTML that Matrix's clients show (client-server API, "m.room.message msgtypes"): no
 * element of it is one that some client drops with what it holds. Choices bear their numbers.
 */
export function renderHtml({ title, blocks, reader }: Card, numberOf: NumberOf): string {
  const pen: Pen = { reader, numberOf, shown: new Set() };
  const body = blocks.map((block) => renderBlock(block, pen));
  return [`<h4>${escaped(title)}</h4>`, ...body].filter((part) => part !== '').join('\n');
}

interface Pen {
  readonly reader: Reader | undefined;
  readonly numberOf: NumberOf;
  /** Choices that stand in the text already: what a row offers is not offered again below. */
  readonly shown: Set<string>;
}

export function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/gu, (letter) => ENTITIES[letter] ?? letter);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function renderBlock(block: Block, pen: Pen): string {
  switch (block.kind) {
    case 'heading':
      return `<h5>${escaped(block.text)}</h5>`;
    case 'text':
      return paragraph(renderText(block.text, pen.reader));
    case 'facts':
      return paragraph(
        block.facts
          .map(({ label, value }) => `${strong(escaped(label))} ${renderText(value, pen.reader)}`)
          .join('<br>'),
      );
    case 'markdown':
      return renderAbstract(block.source);
    case 'row':
      return renderRow(block, pen);
    case 'divider':
      return '<hr>';
    case 'buttons':
      return renderButtons(block, pen);
    case 'menu':
      return renderMenu(block, pen);
  }
}

function paragraph(html: string): string {
  return html.trim() === '' ? '' : `<p>${html}</p>`;
}

function strong(html: string): string {
  return `<strong>${html}</strong>`;
}

function renderText(text: Text, reader: Reader | undefined): string {
  return text.map((inline) => renderInline(inline, reader)).join('');
}

function renderInline(inline: Inline, reader: Reader | undefined): string {
  if (typeof inline === 'string') return escaped(inline);
  switch (inline.kind) {
    case 'strong':
      return strong(escaped(inline.text));
    case 'struck':
      return `<del>${escaped(inline.text)}</del>`;
    case 'code':
      return `<code>${escaped(inline.text)}</code>`;
    case 'command':
      return `<code>${escaped(inline.typed)}</code>`;
    case 'link':
      return link(inline.text, inline.url);
    case 'time': {
      const zone = reader?.timeZone;
      const own = zone && readerWords(inline, zone, messagesFor(reader?.locale ?? 'en'));
      return escaped(own === undefined || own === '' ? inline.venue : `${inline.venue} (${own})`);
    }
    case 'channel':
      return `<a href="https://matrix.to/#/${encodeURIComponent(inline.id)}">${escaped(inline.name ?? inline.id)}</a>`;
    case 'member':
    case 'mention':
      // Nobody is pinged by what a card says: a link to a user would be a pill.
      return escaped(inline.id);
  }
}

/** Words that look like another address are left out, so that nobody is led astray. */
function link(text: string, url: string): string {
  const address = webAddress(url, LONGEST_URL);
  if (address === undefined) return escaped(text);
  const words = text === url || text.includes('://') ? address : text;
  return `<a href="${escaped(address)}">${escaped(words)}</a>`;
}

function renderRow(row: TalkRow, pen: Pen): string {
  const open = row.open === undefined ? '' : `${numbered(row.open, pen)} `;
  const title = strong(escaped(row.title));
  const head = `${open}${row.struck ? `<del>${title}</del>` : title}`;
  const button = row.button === undefined ? [] : [renderButton(row.button, pen)];
  const details = row.details.map((detail) => renderText(detail, pen.reader));
  return paragraph([head, ...details, ...button].filter((part) => part !== '').join('<br>'));
}

function renderButtons({ buttons, more = [] }: Buttons, pen: Pen): string {
  const shown = buttons.map((button) => renderButton(button, pen));
  const options = more.map((option) => renderOption(option, pen));
  return paragraph([...shown, ...options].join(' · '));
}

/** As in plain text: what a row offers already is not listed again. */
function renderMenu({ placeholder, options }: Menu, pen: Pen): string {
  const fresh = options.filter(({ id }) => !pen.shown.has(id));
  if (fresh.length === 0) return '';
  const lines = fresh.map((option) => renderOption(option, pen));
  return paragraph([escaped(placeholder), ...lines].join('<br>'));
}

function renderButton(button: Button, pen: Pen): string {
  if (button.kind === 'link') return link(button.label, button.url);
  return `${numbered(button.id, pen)} ${escaped(button.label)}`;
}

function renderOption({ id, label, description, isChosen }: MenuOption, pen: Pen): string {
  const extra = description === undefined ? '' : ` · ${escaped(description)}`;
  return `${numbered(id, pen)} ${isChosen === true ? '✓ ' : ''}${escaped(label)}${extra}`;
}

function numbered(id: string, { numberOf, shown }: Pen): string {
  shown.add(id);
  const number = numberOf(id);
  return number === undefined ? '' : `<code>${number}</code>`;
}

const MARKS: Marks = {
  text: escaped,
  strong,
  emphasis: (rendered) => `<em>${rendered}</em>`,
  struck: (rendered) => `<del>${rendered}</del>`,
  quote: (rendered) => rendered.replace(/^/gmu, '&gt; '),
  item: (rendered, marker) => `${marker === '-' ? '•' : marker} ${rendered}`,
  address: (url) => link(url, url),
  code: (source) => `<code>${escaped(source)}</code>`,
  codeBlock: (source) => `<code>${escaped(source)}</code>`,
};

/** Beyond this, a text is folded where a client can fold it. */
const LONG_TEXT = 600;

/** An untrusted abstract: its lines stay, addresses are seen as what they are. */
function renderAbstract(source: string): string {
  const paragraphs = renderMarkdown(source, MARKS)
    .split('\n\n')
    .map((each) => paragraph(each.replaceAll('\n', '<br>')));
  const [first = '', ...rest] = paragraphs;
  const isLong = rest.length > 0 && source.length > LONG_TEXT;
  return isLong
    ? `${first}\n<details><summary>…</summary>${rest.join('\n')}</details>`
    : paragraphs.join('\n');
}
