import type { Inline, Text } from '../../src/cards/card.ts';
import { escapeMarkup } from './escape.ts';

/** A line of a card in Discord's markdown. */
export function renderText(text: Text): string {
  return text.map(renderInline).join('');
}

function renderInline(inline: Inline): string {
  if (typeof inline === 'string') return escapeMarkup(inline);
  switch (inline.kind) {
    case 'strong':
      return `**${escapeMarkup(inline.text)}**`;
    case 'struck':
      return `~~${escapeMarkup(inline.text)}~~`;
    case 'code':
      return `\`${inline.text.replaceAll('`', 'ˋ')}\``;
    case 'link':
      return `[${escapeMarkup(inline.text)}](<${encodeURI(decodeSafely(inline.url)).replaceAll('>', '%3E')}>)`;
    case 'time':
      return `${escapeMarkup(inline.venue)} (<t:${Math.floor(inline.at / 1000)}:${inline.style === 'time' ? 't' : 'f'}>)`;
    case 'channel':
      return `<#${inline.id}>`;
    case 'mention':
      return `<@&${inline.id}>`;
    default:
      return inline satisfies never;
  }
}

/** Addresses arrive encoded or not; encoding twice would break them. */
function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
