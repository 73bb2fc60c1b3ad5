import type { Inline, Text } from '../../src/cards/card.ts';
import { escapeMarkup, webAddress } from './escape.ts';

/** A line of a card in Slack's mrkdwn. */
export function renderText(text: Text): string {
  return text.map(renderInline).join('');
}

function renderInline(inline: Inline): string {
  if (typeof inline === 'string') return escapeMarkup(inline);
  switch (inline.kind) {
    case 'strong':
      return wrap('*', inline.text);
    case 'struck':
      return wrap('~', inline.text);
    case 'code':
      return `\`${escapeMarkup(inline.text)}\``;
    case 'link':
      return link(inline.text, inline.url);
    case 'time':
      return `${escapeMarkup(inline.venue)} (${dateToken(inline)})`;
    case 'channel':
      return `<#${inline.id}>`;
    case 'mention':
      return `<!subteam^${inline.id}>`;
    default:
      return inline satisfies never;
  }
}

/** Slack's own date token, shown in the reader's zone and locale. */
function dateToken(time: Extract<Inline, { kind: 'time' }>): string {
  const format = time.style === 'time' ? '{time}' : '{date_short_pretty} {time}';
  const fallback = escapeMarkup(time.venue).replaceAll('|', '¦');
  return `<!date^${Math.floor(time.at / 1000)}^${format}|${fallback}>`;
}

/** Emphasis that holds no blank at its ends and no line break, as mrkdwn wants it. */
export function wrap(mark: '*' | '_' | '~', text: string): string {
  const inner = escapeMarkup(text).replaceAll('\n', ' ').trim();
  return inner === '' ? '' : `${mark}${inner}${mark}`;
}

/** Words that look like another address are left out, so that nobody is led astray. */
function link(text: string, url: string): string {
  const address = webAddress(url);
  if (address === undefined) return escapeMarkup(text);
  const target = address.replaceAll('&', '&amp;').replace(/[<>|]/gu, encodeURIComponent);
  if (text === url || /:\/\//u.test(text)) return `<${target}>`;
  return `<${target}|${escapeMarkup(text).replaceAll('|', '¦')}>`;
}
