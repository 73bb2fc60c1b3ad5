import { applyRules, escapeHtml, type Rule } from './html.ts';

/** Discord's markdown as HTML, as far as Hallway's messages use it; for pictures, not for clients. */
export function html(markdown: string, timeZone: string): string {
  const lines = markdown.split('\n').map((line) => {
    const [, mark = '', text = ''] = /^(#{1,3} |-# |- |> )?(.*)$/s.exec(line) ?? [];
    return `<div class="${CLASSES[mark.trim()] ?? 'line'}">${inline(text, timeZone)}</div>`;
  });
  return lines.join('');
}

const CLASSES: Readonly<Record<string, string>> = {
  '#': 'h1',
  '##': 'h2',
  '###': 'h3',
  '-#': 'subtext',
  '-': 'item',
  '>': 'quote',
};

/** In the order of precedence; each is tried where the text stands. */
const RULES: readonly Rule[] = [
  [/^\\([^\p{L}\p{N}\s])/u, ([, character = '']) => escapeHtml(character)],
  [/^`([^`]+)`/, ([, code = '']) => `<code>${escapeHtml(code)}</code>`],
  [/^\[((?:\\.|[^\]\\])+)\]\(<([^>]+)>\)/, ([, text = ''], zone) => `<a>${inline(text, zone)}</a>`],
  [/^<(https?:[^>]+)>/, ([, url = '']) => `<a>${escapeHtml(url)}</a>`],
  [/^<t:(\d+):([tf])>/, ([, at = '0', style = 't'], zone) => time(Number(at), style, zone)],
  [/^<@&(\d+)>/, () => '<span class="mention">@devroom</span>'],
  [/^<#(\d+)>/, () => '<span class="mention">#announcements</span>'],
  [/^\*\*((?:\\.|[^\\])+?)\*\*/s, ([, text = ''], zone) => `<b>${inline(text, zone)}</b>`],
  [/^\*((?:\\.|[^\\*])+?)\*/s, ([, text = ''], zone) => `<i>${inline(text, zone)}</i>`],
  [/^~~((?:\\.|[^\\])+?)~~/s, ([, text = ''], zone) => `<s>${inline(text, zone)}</s>`],
  [/^[^\\`[<*~]+|^./su, ([text]) => escapeHtml(text)],
];

function inline(text: string, timeZone: string): string {
  return applyRules(RULES, text, timeZone);
}

/** As the reader's client shows it, in the reader's zone. */
function time(seconds: number, style: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...(style === 'f' ? { dateStyle: 'long' } : {}),
    timeStyle: 'short',
  });
  return `<span class="time">${format.format(seconds * 1_000)}</span>`;
}
