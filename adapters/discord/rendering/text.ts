import type { Inline, Text } from '../../../src/cards/card.ts';
import { escapeMarkup } from './escape.ts';
import { cut } from './limits.ts';

/** Longer runs are nobody's name or title; cut before they are escaped, no backslash is torn off. */
const LONGEST_RUN = 600;

/** A line of a card in Discord's markdown. */
export function renderText(text: Text): string {
  return text.map(renderInline).join('');
}

/** One run of untrusted text. */
export function run(text: string, limit: number = LONGEST_RUN): string {
  return escapeMarkup(cut(text, limit));
}

function renderInline(inline: Inline): string {
  if (typeof inline === 'string') return run(inline);
  switch (inline.kind) {
    case 'strong':
      return `**${run(inline.text)}**`;
    case 'struck':
      return `~~${run(inline.text)}~~`;
    case 'code':
      return `\`${cut(inline.text, LONGEST_RUN).replaceAll('`', 'ˋ')}\``;
    case 'link':
      return link(inline.text, inline.url);
    case 'time':
      return `${run(inline.venue)} (<t:${Math.floor(inline.at / 1000)}:${inline.style === 'time' ? 't' : 'f'}>)`;
    case 'channel':
      return `<#${inline.id}>`;
    case 'mention':
      return `<@&${inline.id}>`;
    default:
      return inline satisfies never;
  }
}

/** Discord shows a link raw when its words look like another address, so those go without words. */
function link(text: string, url: string): string {
  const address = webAddress(url);
  if (address === undefined) return run(text);
  if (text === url || /:\/\/|discord\.gg/iu.test(text)) return `<${address}>`;
  return `[${run(text)}](<${address}>)`;
}

function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && href.length <= LONGEST_RUN
    ? href.replace(/[<>]/gu, encodeURIComponent)
    : undefined;
}
