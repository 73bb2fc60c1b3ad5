import { z } from 'zod';
import { type Block, type Card, isControl, quiet } from '../../../src/cards/cards.ts';
import { numberedText } from '../../../src/cards/plainText.ts';
import { type Messages, messagesFor } from '../../../src/messages/messages.ts';
import { cut, plain } from '../../../src/platform/text.ts';
import { renderHtml } from './html.ts';
import { CARD_BYTES, FAR_TOO_MUCH, LONGEST_TEXT, LONGEST_TITLE } from './limits.ts';

/** Under which Hallway keeps beside a message what can be chosen there, so that it works after weeks and restarts. */
export const ACTIONS_KEY = 'im.hallway.actions';

/** What a message says, in both of its forms. */
export interface CardContent {
  readonly body: string;
  readonly format: 'org.matrix.custom.html';
  readonly formatted_body: string;
  /** Action ids in the order of their numbers. */
  readonly [ACTIONS_KEY]: readonly string[];
}

const actions = z.array(z.string()).catch([]);

/** The choices in a message's content, in the order of their numbers. */
export function actionsIn(content: Readonly<Record<string, unknown>>): readonly string[] {
  return actions.parse(content[ACTIONS_KEY]);
}

/** Wide enough that clients break the lines, and not we; columns stand under each other in no client's letters. */
const WIDTH = 400;
/** In plain text a channel has a mark before it, and a room's id has one of its own. */
const ROOM = /#(![\w-]+)/gu;
const COLUMNS = /(?<=\S) {4,}(?=\S)/gu;

/**
 * A card as Matrix shows it: HTML, and plain text that reads well by itself. Where an event has no room
 * for all of it, long texts are cut, the last rows and texts go first, and choices last; that something
 * was left out is said.
 */
export function renderCard(card: Card): CardContent {
  const whole = sizeOf(card) <= FAR_TOO_MUCH ? layOut(card) : undefined;
  if (whole !== undefined && bytesOf(whole) <= CARD_BYTES) return whole;
  const blocks = card.blocks.map(shortened);
  const short = { ...card, title: cut(card.title, LONGEST_TITLE), blocks };
  let [kept, beyond] = [0, blocks.length + 1];
  while (beyond - kept > 1) {
    const middle = (kept + beyond) >>> 1;
    if (fits(cutTo(short, middle))) kept = middle;
    else beyond = middle;
  }
  return layOut(cutTo(short, kept));
}

function fits(card: Card): boolean {
  return sizeOf(card) <= FAR_TOO_MUCH && bytesOf(layOut(card)) <= CARD_BYTES;
}

/** Before anything is laid out, which for very long texts takes long. */
function sizeOf(card: Card): number {
  return JSON.stringify(card).length;
}

function shortened(block: Block): Block {
  switch (block.kind) {
    case 'markdown':
      return { ...block, source: cut(block.source, LONGEST_TEXT) };
    case 'heading':
      return { ...block, text: cut(block.text, LONGEST_TITLE) };
    case 'row':
      return { ...block, title: cut(block.title, LONGEST_TITLE) };
    default:
      return block;
  }
}

function layOut(card: Card): CardContent {
  const { locale = 'en', timeZone } = card.reader ?? {};
  const style = { width: WIDTH, messages: messagesFor(locale), timeZone };
  const shown = explained(card, style.messages);
  const { text, actions } = numberedText(shown, style);
  const numberOf = (id: string) => {
    const at = actions.indexOf(id);
    return at < 0 ? undefined : at + 1;
  };
  return {
    body: plain(text.replaceAll(COLUMNS, '   ').replaceAll(ROOM, '$1')),
    format: 'org.matrix.custom.html',
    formatted_body: renderHtml(shown, numberOf),
    [ACTIONS_KEY]: actions,
  };
}

/** Of numbers nobody knows what they are for: the welcome and the help, which come first, say it. */
function explained(card: Card, { numbered }: Messages): Card {
  const isFirst = card.kind === 'help' && card.blocks.some(isControl);
  return isFirst ? { ...card, blocks: [...card.blocks, quiet(numbered.choose)] } : card;
}

function bytesOf(content: CardContent): number {
  return Buffer.byteLength(JSON.stringify(content));
}

/** So many of its blocks: choices before all else, and of what is read the first. */
function cutTo(card: Card, count: number): Card {
  const { read = [], controls = [] } = Object.groupBy(card.blocks, (block) =>
    isControl(block) ? 'controls' : 'read',
  );
  const kept = new Set([...controls, ...read].slice(0, count));
  const rest: Block = { kind: 'text', text: ['…'], tone: 'quiet' };
  const blocks = card.blocks.filter((block) => kept.has(block));
  return { ...card, blocks: blocks.length === card.blocks.length ? blocks : [...blocks, rest] };
}
