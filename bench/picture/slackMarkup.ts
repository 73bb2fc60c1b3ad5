import { applyRules, escapeHtml, type Rule } from './html.ts';

/** Slack's mrkdwn as HTML, as far as Hallway's messages use it; for pictures, not for clients. */
export function html(mrkdwn: string, timeZone: string): string {
  const lines = mrkdwn.split('\n').map((line) => inline(line, timeZone));
  return lines.map((line) => `<div class="line">${line}</div>`).join('');
}

/** In the order of precedence; `&`, `<` and `>` come escaped, as HTML has them. */
const RULES: readonly Rule[] = [
  [/^&(?:amp|lt|gt);/, ([entity]) => entity],
  [/^<!date\^(\d+)\^([^|]+)\|[^>]+>/, ([, at = '0', format = ''], zone) => date(at, format, zone)],
  [/^<!subteam\^[^>]+>/, () => '<span class="mention">@devroom</span>'],
  [/^<#[^>]+>/, () => '<span class="mention">#announcements</span>'],
  [/^<https?:[^|>]+\|([^>]+)>/, ([, words = '']) => `<a>${words}</a>`],
  [/^<(https?:[^>]+)>/, ([, url = '']) => `<a>${url}</a>`],
  [/^`([^`]+)`/, ([, code = '']) => `<code>${code}</code>`],
  [/^\*([^*]+)\*/, ([, text = ''], zone) => `<b>${inline(text, zone)}</b>`],
  [/^_([^_]+)_/, ([, text = ''], zone) => `<i>${inline(text, zone)}</i>`],
  [/^~([^~]+)~/, ([, text = ''], zone) => `<s>${inline(text, zone)}</s>`],
  [/^[\p{L}\p{N}]+[*_~`]?(?=[\p{L}\p{N}])|^[^&<`*_~]|^./su, ([text]) => escapeHtml(text)],
];

function inline(text: string, timeZone: string): string {
  return applyRules(RULES, text, timeZone);
}

/** As the reader's client shows it, in the reader's zone. */
function date(seconds: string, format: string, timeZone: string): string {
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone }).format(Number(seconds) * 1_000);
  return format
    .replace('{date_short_pretty}', words({ dateStyle: 'medium' }))
    .replace('{time}', words({ timeStyle: 'short' }));
}
