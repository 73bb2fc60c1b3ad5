import type { APIButtonComponent } from 'discord-api-types/v10';
import { decodeAction } from '../../../src/cards/actions/action.ts';
import type {
  Block,
  Button,
  Card,
  Inline,
  MenuOption,
  Reader,
  TalkRow,
  Text,
} from '../../../src/cards/cards.ts';
import { excerpt } from '../../../src/cards/markup/excerpt.ts';
import { type Marks, markdownWriter } from '../../../src/cards/markup/markdown.ts';
import { readerWords } from '../../../src/cards/wording/time.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { cut, plain, webAddress } from '../../../src/platform/text.ts';
import { buttonComponent, buttonRows, type ControlRow, menuRow } from './controls.ts';
import { escapeMarkup } from './escape.ts';
import { EVERYONE } from './identity.ts';

/** What a card is laid out from, before it is known how much of it fits. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** Untrusted CommonMark that may be shown in part. */
  | { readonly kind: 'abstract'; readonly source: string; readonly text: string }
  | { readonly kind: 'row'; readonly text: string; readonly button?: APIButtonComponent }
  | { readonly kind: 'divider' }
  | { readonly kind: 'controls'; readonly row: ControlRow };

const TITLE = 300;
const HEADING = 200;
const LABEL = 100;

export function titleOf(card: Card): string {
  return heading(run(card.title, TITLE), 2);
}

/** The card's blocks in order; no id is given to two components. */
export function piecesOf(card: Card): readonly Piece[] {
  const taken = new Set<string>();
  return spreadOut(card.blocks).flatMap((block, index) =>
    blockPieces(block, index, taken, card.reader),
  );
}

/**
 * A menu of one talk would hide what can be done with it: where a card has no buttons of its own,
 * they take its place. Such cards come by themselves, where there is nobody to share them with.
 */
function spreadOut(blocks: readonly Block[]): readonly Block[] {
  const [row, another] = blocks.filter((block) => block.kind === 'row');
  const more = (row?.more ?? []).filter(({ id }) => decodeAction(id)?.deed.kind !== 'share');
  const isBusy = another !== undefined || blocks.some(({ kind }) => kind === 'buttons');
  if (isBusy || more.length === 0) return blocks;
  return blocks.map((block) =>
    block.kind === 'menu' && block.options.length === 1
      ? { kind: 'buttons', buttons: [], more }
      : block,
  );
}

function blockPieces(
  block: Block,
  index: number,
  taken: Set<string>,
  reader: Reader | undefined,
): readonly Piece[] {
  switch (block.kind) {
    case 'divider':
      return [{ kind: 'divider' }];
    case 'heading':
      return [{ kind: 'text', text: heading(run(block.text, HEADING), 3) }];
    case 'text':
      return texts(
        block.tone === 'quiet'
          ? quiet(renderText(block.text, reader))
          : renderText(block.text, reader),
      );
    case 'facts':
      return texts(
        block.facts
          .map(({ label, value }) => `**${run(label, LABEL)}** ${renderText(value, reader)}`)
          .join('\n'),
      );
    case 'markdown':
      return [abstractPiece(block.source)];
    case 'row': {
      const [button] = free(block.button === undefined ? [] : [block.button], taken);
      return [
        { kind: 'row', text: rowText(block, reader), ...(button === undefined ? {} : { button }) },
      ];
    }
    case 'buttons': {
      const all = [...block.buttons, ...(block.more ?? []).map(quietButton)];
      return buttonRows(free(all, taken)).map((row) => ({ kind: 'controls', row }));
    }
    case 'menu': {
      const row = menuRow(block, `menu:${index}`);
      return row === undefined ? [] : [{ kind: 'controls', row }];
    }
    default:
      return block satisfies never;
  }
}

/** Discord has no menu that folds away beside buttons; there is room for all of it. */
function quietButton({ id, label }: MenuOption): Button {
  return { kind: 'action', id, label, style: 'secondary' };
}

/** Discord refuses a message in which two components share an id. */
function free(buttons: readonly Button[], taken: Set<string>): readonly APIButtonComponent[] {
  return buttons.flatMap((button) => {
    const component = buttonComponent(button);
    const id = button.kind === 'action' ? button.id : undefined;
    if (component === undefined || (id !== undefined && taken.has(id))) return [];
    if (id !== undefined) taken.add(id);
    return [component];
  });
}

/** The abstract in at most `limit` characters once it is rendered; cut where no emphasis or code is open. */
export function abstractPiece(source: string, limit = Number.POSITIVE_INFINITY): Piece {
  let shown = source;
  let text = renderAbstract(shown);
  while (text.length > limit && shown !== '') {
    const share = Math.min(0.9, limit / text.length);
    shown = share * shown.length < 1 ? '' : excerpt(shown, Math.floor(share * shown.length)).source;
    text = shown === '' ? '' : `${renderAbstract(shown)} …`;
  }
  return { kind: 'abstract', source, text };
}

function rowText(row: TalkRow, reader: Reader | undefined): string {
  const title = `**${run(row.title, TITLE)}**`;
  const details = row.details
    .map((line) => renderText(line.map(clockOnly), reader))
    .filter((line) => line !== '');
  return [row.struck ? `~~${title}~~` : title, ...details.map(quiet)].join('\n');
}

/** Beside the venue's date, a row has no place for the reader's. */
function clockOnly(inline: Inline): Inline {
  return typeof inline !== 'string' && inline.kind === 'time'
    ? { ...inline, style: 'time' }
    : inline;
}

function texts(text: string): readonly Piece[] {
  return text.trim() === '' ? [] : [{ kind: 'text', text }];
}

function heading(text: string, level: 2 | 3): string {
  return `${'#'.repeat(level)} ${text.replaceAll('\n', ' ')}`;
}

function quiet(text: string): string {
  return text.replace(/^(?=.)/gmu, '-# ');
}

const MARKS: Marks = {
  text: escapeMarkup,
  strong: (rendered) => `**${rendered}**`,
  emphasis: (rendered) => `*${rendered}*`,
  quote: (rendered) => rendered.replace(/^/gmu, '> '),
  struck: (rendered) => `~~${rendered}~~`,
  item: (rendered, marker) =>
    `${marker} ${rendered.replaceAll('\n', `\n${' '.repeat(marker.length + 1)}`)}`,
  address: (url) => address(url) ?? run(url),
  code: codeSpan,
  codeBlock: (source) => `\`\`\`\n${plain(source).replaceAll('```', 'ˋˋˋ')}\n\`\`\``,
};

/** An untrusted abstract in Discord's markdown: emphasis and lists stay, addresses are seen as what they are, mentions are words. */
export const renderAbstract = markdownWriter(MARKS);

type Time = Extract<Inline, { readonly kind: 'time' }>;

/** Longer runs are nobody's name or title; cut before they are escaped, no backslash is torn off. */
const LONGEST_RUN = 600;

/** A line of a card in Discord's markdown. */
export function renderText(text: Text, reader?: Reader): string {
  return text.map((inline) => renderInline(inline, reader)).join('');
}

/** One run of untrusted text. */
export function run(text: string, limit: number = LONGEST_RUN): string {
  return escapeMarkup(cut(text, limit));
}

function renderInline(inline: Inline, reader: Reader | undefined): string {
  if (typeof inline === 'string') return run(inline);
  switch (inline.kind) {
    case 'strong':
      return `**${run(inline.text)}**`;
    case 'struck':
      return `~~${run(inline.text)}~~`;
    case 'code':
      return codeSpan(cut(inline.text, LONGEST_RUN));
    case 'command':
      return inline.id === undefined ? codeSpan(inline.typed) : `</${inline.words}:${inline.id}>`;
    case 'link':
      return link(inline.text, inline.url);
    case 'time':
      return run(inline.venue) + readerClock(inline, reader);
    case 'channel':
      return `<#${inline.id}>`;
    case 'member':
      return `<@${inline.id}>`;
    case 'mention':
      return inline.id === EVERYONE ? `@${EVERYONE}` : `<@&${inline.id}>`;
    default:
      return inline satisfies never;
  }
}

/**
 * Beside the venue's clock, that of the reader's device, which Discord shows by itself. A zone is one
 * that they chose: Discord tells none.
 */
function readerClock(time: Time, reader: Reader | undefined): string {
  const { at, style } = time;
  if (reader?.timeZone === undefined) {
    return ` (<t:${Math.floor(at / 1000)}:${style === 'time' ? 't' : 'f'}>)`;
  }
  const own = readerWords(time, reader.timeZone, messagesFor(reader.locale));
  return own === undefined ? '' : ` (${own})`;
}

function codeSpan(source: string): string {
  return `\`${plain(source).replaceAll('`', 'ˋ')}\``;
}

/** Discord shows a link raw when its words look like another address, so those go without words. */
function link(text: string, url: string): string {
  const target = address(url);
  if (target === undefined) return run(text);
  if (text === url || /:\/\/|discord\.gg/iu.test(text)) return target;
  return `[${run(text)}](${target})`;
}

/** An address that opens and shows no preview. */
function address(url: string): string | undefined {
  const target = webAddress(url, LONGEST_RUN);
  return target === undefined ? undefined : `<${target}>`;
}
