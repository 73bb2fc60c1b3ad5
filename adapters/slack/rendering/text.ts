import {
  type Card,
  type Inline,
  linesIn,
  type Reader,
  type Text,
} from '../../../src/cards/cards.ts';
import { dateWords, instantTime, readerWords } from '../../../src/cards/wording/time.ts';
import type { Instant } from '../../../src/clock.ts';
import { type Messages, messagesFor } from '../../../src/messages/messages.ts';
import { webAddress } from '../../../src/platform/text.ts';
import { teamAndUser } from '../workspaces/identity.ts';
import { escapeCode, escapeMarkup } from './escape.ts';
import { LIMITS } from './limits.ts';
import { groupName } from './mention.ts';

type Time = Extract<Inline, { readonly kind: 'time' }>;

/** A line of a card in Slack's mrkdwn. */
export function renderText(text: Text, reader: Reader | undefined): string {
  return text.map((inline) => renderInline(inline, reader)).join('');
}

function renderInline(inline: Inline, reader: Reader | undefined): string {
  if (typeof inline === 'string') return escapeMarkup(inline);
  switch (inline.kind) {
    case 'strong':
      return wrap('*', inline.text);
    case 'struck':
      return wrap('~', inline.text);
    case 'code':
      return `\`${escapeCode(inline.text)}\``;
    case 'command':
      return `\`${escapeCode(inline.typed)}\``;
    case 'link':
      return link(inline.text, inline.url);
    case 'time':
      return escapeMarkup(inline.venue) + readerClock(inline, reader);
    case 'channel':
      return `<#${inline.id}>`;
    case 'member':
      return `<@${escapeMarkup(teamAndUser(inline.id).user)}>`;
    case 'mention':
      return groupName(inline.id) ?? `@${escapeMarkup(inline.id)}`;
    default:
      return inline satisfies never;
  }
}

/** Beside the venue's clock, that of a reader elsewhere; where many read, {@link manyClocks} is for them. */
function readerClock(time: Time, reader: Reader | undefined): string {
  if (reader?.timeZone === undefined) return '';
  const messages = messagesFor(reader.locale);
  if (readerWords(time, reader.timeZone, messages) === undefined) return '';
  const isSameDate = time.venue.startsWith(dateWords(time.at, reader.timeZone, messages));
  const style = isSameDate ? 'time' : time.style;
  return ` (${messages.time.yourTime(dateToken(time.at, style, messages))})`;
}

/**
 * For readers in zones that are not known: what the card's first time is on their own clocks, said
 * once; of a line that tells an old and a new time, the new one. Undefined for a card without
 * times, or one whose reader's zone is known.
 */
export function manyClocks({ blocks, reader }: Card): string | undefined {
  if (reader?.timeZone !== undefined) return undefined;
  const time = blocks
    .flatMap(linesIn)
    .find((line) => line.some(isTime))
    ?.findLast(isTime);
  if (time === undefined) return undefined;
  const messages = messagesFor(reader?.locale ?? 'en');
  const [venue = ''] = time.venue.split('–');
  const own = dateToken(time.at, 'dateTime', messages);
  return messages.time.elsewhere(escapeMarkup(venue), own);
}

function isTime(inline: Inline): inline is Time {
  return typeof inline !== 'string' && inline.kind === 'time';
}

const FORMATS = { time: '{time}', dateTime: '{date_short_pretty} {time}' } as const;

/** Slack's own date token, shown in the reader's zone and locale, and in UTC where it cannot be shown. */
function dateToken(at: Instant, style: Time['style'], messages: Messages): string {
  const { venue: utc } = instantTime(at, 'UTC', style, messages);
  return `<!date^${Math.floor(at / 1000)}^${FORMATS[style]}|${utc} UTC>`;
}

/** Emphasis that holds no blank at its ends and no line break, as mrkdwn wants it. */
export function wrap(mark: '*' | '_' | '~', text: string): string {
  const inner = escapeMarkup(text).replaceAll('\n', ' ').trim();
  return inner === '' ? '' : `${mark}${inner}${mark}`;
}

/** Words that look like another address are left out, so that nobody is led astray. */
export function link(text: string, url: string): string {
  const address = webAddress(url, LIMITS.url);
  if (address === undefined) return escapeMarkup(text);
  const target = address.replaceAll('&', '&amp;').replace(/[<>|]/gu, encodeURIComponent);
  if (text === url || /:\/\//u.test(text)) return `<${target}>`;
  return `<${target}|${escapeMarkup(text).replaceAll('|', '¦')}>`;
}
