import { html, raw } from 'hono/html';
import { type Action, decodeAction } from '../../../src/cards/actions/action.ts';
import { partRef } from '../../../src/cards/actions/reference.ts';
import type { Block, Button, Card, Inline, TalkRow, Text } from '../../../src/cards/cards.ts';
import { type Marks, renderMarkdown } from '../../../src/cards/markup/markdown.ts';
import { isoOf } from '../../../src/clock.ts';
import { plain, webAddress } from '../../../src/platform/text.ts';
import { conferenceRef } from '../../../src/schedule/source.ts';
import type { PageFrame } from './frame.ts';
import type { Html } from './layout.ts';

/**
 * What a card says, as a page: the same answer as in the chat. What leads to another page is a link; what
 * is done by pressing is done in the chat, and left out.
 */
export function renderCard({ blocks }: Card, frame: PageFrame): Html {
  return html`${blocks.map((block) => renderBlock(block, frame))}`;
}

function renderBlock(block: Block, frame: PageFrame): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${plain(block.text)}</h2>
`;
    case 'text':
      return html`<p${block.tone === 'quiet' ? html` class="quiet"` : ''}>${renderText(block.text)}</p>
`;
    case 'facts':
      return html`<dl>${block.facts.map(({ label, value }) => html`<dt>${plain(label)}</dt><dd>${renderText(value)}</dd>`)}</dl>
`;
    case 'markdown':
      return html`<div class="abstract">${raw(renderMarkdown(block.source, MARKS))}</div>
`;
    case 'row':
      return renderRow(block, frame);
    case 'divider':
      return html`<hr>
`;
    case 'buttons': {
      const links = block.buttons.flatMap((button) => linkOf(button, frame) ?? []);
      return links.length === 0
        ? html``
        : html`<p>${links}</p>
`;
    }
    case 'menu':
      return html``;
  }
}

function renderRow({ title, struck, details, open }: TalkRow, frame: PageFrame): Html {
  const path = open === undefined ? undefined : pathOf(decodeAction(open), frame);
  const name = path === undefined ? plain(title) : html`<a href="${path}">${plain(title)}</a>`;
  return html`<p class="row">${struck ? html`<s>${name}</s>` : name}${details.map((detail) => html`<br>${renderText(detail)}`)}</p>
`;
}

function renderText(text: Text): Html {
  return html`${text.map(renderInline)}`;
}

function renderInline(inline: Inline): Html | string {
  if (typeof inline === 'string') return plain(inline);
  switch (inline.kind) {
    case 'strong':
      return html`<strong>${plain(inline.text)}</strong>`;
    case 'struck':
      return html`<s>${plain(inline.text)}</s>`;
    case 'code':
      return html`<code>${plain(inline.text)}</code>`;
    case 'command':
      return html`<code>${plain(inline.typed)}</code>`;
    case 'link':
      return link(inline.text, inline.url);
    case 'time':
      return html`<time datetime="${isoOf(inline.at)}">${inline.venue}</time>`;
    case 'channel':
    case 'member':
    case 'mention':
      return plain(inline.id);
  }
}

function linkOf(button: Button, frame: PageFrame): readonly Html[] | undefined {
  if (button.kind === 'link') return [html`${link(button.label, button.url)} `];
  const path = pathOf(decodeAction(button.id), frame);
  return path === undefined ? undefined : [html`<a href="${path}">${plain(button.label)}</a> `];
}

const LONGEST_URL = 2_000;

/** Words that look like another address are left out, so that nobody is led astray. */
function link(text: string, url: string): Html | string {
  const address = webAddress(url, LONGEST_URL);
  if (address === undefined) return plain(text);
  const words = text === url || text.includes('://') ? address : plain(text);
  return html`<a href="${address}" rel="noreferrer nofollow">${words}</a>`;
}

/** Where a page shows what the action would; undefined for what is done in the chat. */
function pathOf(action: Action | undefined, frame: PageFrame): string | undefined {
  if (action === undefined || !('view' in action.deed)) return undefined;
  const { kind, view } = action.deed;
  if ((kind !== 'open' && kind !== 'turn') || view === undefined) return undefined;
  if (view.kind === 'search') {
    return `${frame.base}?q=${encodeURIComponent(view.query)}&page=${view.page}`;
  }
  if (view.kind !== 'talk') return undefined;
  const others = (frame.beside ?? []).filter(
    ({ programme }) => programme.key !== frame.programme.key,
  );
  const other = others.find(({ programme }) => conferenceRef(programme.key) === action.conference);
  const ref = other === undefined ? view.talk : partRef(view.talk, other.programme.key);
  return `${frame.base}/talk/${encodeURIComponent(ref)}`;
}

/** The library escapes; what it returns is put together, and never escaped again. */
const text = (words: string) => String(html`${plain(words)}`);

const MARKS: Marks = {
  text,
  strong: (rendered) => `<strong>${rendered}</strong>`,
  emphasis: (rendered) => `<em>${rendered}</em>`,
  struck: (rendered) => `<s>${rendered}</s>`,
  quote: (rendered) => `<q>${rendered}</q>`,
  item: (rendered, marker) => `${marker === '-' ? '•' : marker} ${rendered}`,
  address: (url) => String(link(url, url)),
  code: (source) => `<code>${text(source)}</code>`,
  codeBlock: (source) => `<code>${text(source)}</code>`,
};
