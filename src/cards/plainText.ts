import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { messagesFor } from '../messages/messages.ts';
import {
  type Block,
  type Button,
  type Buttons,
  type Card,
  type Fact,
  type Inline,
  isControl,
  type Menu,
  type MenuOption,
  type TalkRow,
  type Text,
} from './cards.ts';
import { type InlineStyle, NO_PAINT, plainInline, plainMarkdown } from './plainInline.ts';

export interface PlainStyle extends InlineStyle {
  /** Columns. */
  readonly width: number;
}

/** A card in plain text within the width, without its buttons: fallbacks, logs, rehearsals. */
export function plainText(card: Card, style: PlainStyle): string {
  return layOut(card, style, undefined);
}

export interface NumberedText {
  readonly text: string;
  /** Action ids in the order of their numbers: `!1` is the first. */
  readonly actions: readonly string[];
}

/**
 * The same with numbered buttons, for platforms without any to press. A `letter` before the numbers
 * sets them apart from those of other cards: `!b1`.
 */
export function numberedText(card: Card, style: PlainStyle, letter = ''): NumberedText {
  const actions: string[] = [];
  return { text: layOut(card, style, { letter, actions }), actions };
}

interface Numbers {
  readonly letter: string;
  /** Action ids, collected while they are numbered. */
  readonly actions: string[];
}

/** Undefined where buttons are left out. */
type Numbering = Numbers | undefined;

const INDENT = '  ';
/** Where text is not wrapped by columns, a line that was would go on for lines. */
const LONGEST_RULE = 80;
const SHORTEST_TITLE = 20;

function layOut(card: Card, around: PlainStyle, numbering: Numbering): string {
  const style = readIn(around, card);
  const { strong } = style.paint ?? NO_PAINT;
  const title = wrap(strong(plainInline(card.title, style)), style.width);
  const body = card.blocks.flatMap((block, index) => {
    const lines = blockLines(block, style, numbering);
    return lines.length > 0 && isApart(block, card.blocks[index - 1]) ? ['', ...lines] : lines;
  });
  return [...title, ...body].join('\n');
}

/** Whoever a card is for has their own clocks and words. */
function readIn(style: PlainStyle, { reader }: Card): PlainStyle {
  if (reader === undefined) return style;
  const { locale, timeZone = style.timeZone } = reader;
  return { ...style, timeZone, messages: messagesFor(locale) };
}

function isApart(block: Block, before: Block | undefined): boolean {
  if (before === undefined) return false;
  const isNewTopic = block.kind === 'heading' || block.kind === 'markdown' || isControl(block);
  const isAfterProse =
    before.kind === 'markdown' || (before.kind === 'text' && block.kind === 'facts');
  return (isNewTopic && before.kind !== 'heading' && !isControl(before)) || isAfterProse;
}

function blockLines(block: Block, style: PlainStyle, numbering: Numbering): readonly string[] {
  const { strong, quiet } = style.paint ?? NO_PAINT;
  switch (block.kind) {
    case 'heading':
      return indented(strong(plainInline(block.text, style)), style);
    case 'text': {
      const text = block.text.map((inline) => plainInline(inline, style)).join('');
      return indented(block.tone === 'quiet' ? quiet(text) : text, style, !block.text.some(isLink));
    }
    case 'facts':
      return factLines(block.facts, style);
    case 'markdown':
      return markdownLines(block.source, style);
    case 'row':
      return rowLines(block, style, numbering);
    case 'divider': {
      const columns = Math.min(LONGEST_RULE, style.width - INDENT.length);
      return [INDENT + quiet('─'.repeat(Math.max(1, columns)))];
    }
    case 'buttons':
      return numbering === undefined ? [] : buttonLines(block, style, numbering);
    case 'menu':
      return numbering === undefined ? [] : menuLines(block, style, numbering);
  }
}

function factLines(facts: readonly Fact[], style: PlainStyle): readonly string[] {
  const { quiet } = style.paint ?? NO_PAINT;
  const labels = facts.map(({ label }) => plainInline(label, style));
  const column = Math.max(0, ...labels.map((label) => stringWidth(label))) + 2;
  const margin = INDENT.length + column;
  return facts.flatMap(({ value }, index) => {
    const label = labels[index] ?? '';
    const head = INDENT + quiet(label) + ' '.repeat(column - stringWidth(label));
    const links = value.filter(isLink);
    if (links.length > 0)
      return beside(
        head,
        links.map((link) => plainInline(link, style)),
        margin,
      );
    const text = value.map((inline) => plainInline(inline, style)).join('');
    return hanging(head, text, margin, style.width);
  });
}

function rowLines(row: TalkRow, style: PlainStyle, numbering: Numbering): readonly string[] {
  const { strong, struck, quiet } = style.paint ?? NO_PAINT;
  const open = numbering === undefined || row.open === undefined ? '' : mark(row.open, numbering);
  const margin = numbering === undefined ? INDENT.length : `!1  ${numbering.letter}`.length;
  const name = plainInline(row.title, style);
  const title = row.struck ? struck(name) : strong(name);
  const star =
    numbering === undefined || row.button === undefined
      ? ''
      : buttonWords(row.button, style, numbering);
  const room = Math.max(SHORTEST_TITLE, style.width - margin - stringWidth(star) - 1);
  const head = `${open} `.padEnd(margin);
  const [first = '', ...rest] = hanging(head, title, margin, room + margin);
  const gap = ' '.repeat(Math.max(1, style.width - stringWidth(first) - stringWidth(star)));
  const details = row.details.flatMap(linkByLink).filter((detail) => detail.some(isSaid));
  return [
    star === '' ? first : first + gap + star,
    ...rest,
    ...details.flatMap((detail) => {
      const text = quiet(detail.map((inline) => plainInline(inline, style)).join(''));
      const head = ' '.repeat(margin);
      return hanging(head, text, margin, style.width, !detail.some(isLink));
    }),
  ];
}

/** Several links with nothing but dots between them are a line each. */
function linkByLink(text: Text): readonly Text[] {
  const links = text.filter(isLink);
  return text.every((inline) => isLink(inline) || inline === ' · ')
    ? links.map((link) => [link])
    : [text];
}

function isLink(inline: Inline | undefined): inline is Extract<Inline, { kind: 'link' }> {
  return typeof inline === 'object' && inline.kind === 'link';
}

function isSaid(inline: Inline): boolean {
  return inline !== '';
}

function buttonLines(
  { buttons, more = [] }: Buttons,
  style: PlainStyle,
  numbering: Numbers,
): readonly string[] {
  const actions = buttons.filter(({ kind }) => kind === 'action');
  const links = buttons.filter(({ kind }) => kind === 'link');
  const words = (button: Button) => buttonWords(button, style, numbering);
  return [
    ...flowing(
      [...actions.map(words), ...more.map((each) => optionWords(each, style, numbering))],
      style,
    ),
    ...links.map((button) => INDENT + words(button)),
  ];
}

/** Options that have a number already (a row's) are not listed again. */
function menuLines(menu: Menu, style: PlainStyle, numbering: Numbers): readonly string[] {
  const options = menu.options.filter(({ id }) => !numbering.actions.includes(id));
  if (options.length === 0) return [];
  const lines = options.map((option) => optionWords(option, style, numbering));
  const { quiet } = style.paint ?? NO_PAINT;
  return [INDENT + quiet(plainInline(menu.placeholder, style)), ...flowing(lines, style)];
}

function optionWords(
  { id, label, description, isChosen = false }: MenuOption,
  style: PlainStyle,
  numbering: Numbers,
): string {
  const extra = description === undefined ? '' : ` · ${plainInline(description, style)}`;
  const chosen = isChosen ? '✓ ' : '';
  return `${mark(id, numbering)} ${chosen}${plainInline(label, style)}${extra}`;
}

function buttonWords(button: Button, style: PlainStyle, numbering: Numbers): string {
  const label = plainInline(button.label, style);
  return button.kind === 'link'
    ? `${label}${style.messages.marks.colon}${plainInline(button.url, style)}`
    : `${mark(button.id, numbering)} ${label}`;
}

function mark(id: string, { letter, actions }: Numbers): string {
  const known = actions.indexOf(id);
  return `!${letter}${known >= 0 ? known + 1 : actions.push(id)}`;
}

/** Pieces side by side, three blanks apart, as many a line as fit. */
function flowing(pieces: readonly string[], style: PlainStyle): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const joined = last === undefined ? undefined : `${last}   ${piece}`;
    if (joined !== undefined && stringWidth(joined) <= style.width)
      lines[lines.length - 1] = joined;
    else lines.push(...indented(piece, style));
  }
  return lines;
}

function indented(text: string, style: PlainStyle, hard = true): readonly string[] {
  return wrap(text, style.width - INDENT.length, hard).map((line) =>
    line === '' ? '' : INDENT + line,
  );
}

/** What a line of an abstract begins with: the indentation of lists and code, marks of quotes and items. */
const LINE_HEAD = /^(?:[ >]*(?:- |\d{1,9}\. )?)*/u;

/** Lines stay lines; what is too long for the width goes on under its own beginning. */
function markdownLines(source: string, style: PlainStyle): readonly string[] {
  return plainMarkdown(source, style.paint)
    .split('\n')
    .flatMap((line) => {
      const head = LINE_HEAD.exec(line)?.[0] ?? '';
      const rest = line.slice(head.length);
      const first = INDENT + (head.length < style.width / 2 ? head : '');
      const next = first.replace(/[^>]/gu, ' ');
      return wrap(rest, style.width - first.length).map((each, at) =>
        ((at === 0 ? first : next) + each).trimEnd(),
      );
    });
}

/** The first line begins with `head`; the others are indented to `margin` columns. */
function hanging(
  head: string,
  text: string,
  margin: number,
  width: number,
  hard = true,
): readonly string[] {
  return wrap(text, width - margin, hard).map((line, index) =>
    index === 0 ? head + line : ' '.repeat(margin) + line,
  );
}

/** Each on a line of its own, unbroken: a broken address opens nothing. */
function beside(head: string, lines: readonly string[], margin: number): readonly string[] {
  return lines.map((line, index) => (index === 0 ? head : ' '.repeat(margin)) + line);
}

/** Before what would make no sense alone: `10 min`, `1 Feb`, a dot between facts, an ellipsis. */
const TIE = /(?<=\d) (?=[^\s\p{Cc}]{1,4}(?:[\s\p{Cc}]|$))| (?=[…·])/gu;
const NO_BREAK = '\u00A0';

/** Unless it is `hard`, words that are longer than a line stay whole: a broken address opens nothing. */
function wrap(text: string, width: number, hard = true): readonly string[] {
  const tied = text.replace(TIE, NO_BREAK);
  return wrapAnsi(tied, Math.max(1, width), { hard }).replaceAll(NO_BREAK, ' ').split('\n');
}
