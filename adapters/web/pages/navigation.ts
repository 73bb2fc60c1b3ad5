import { html } from 'hono/html';
import { dayTitle } from '../../../src/cards/wording/talkWords.ts';
import { plain } from '../../../src/platform/text.ts';
import type { Day } from '../../../src/schedule/schedule.ts';
import type { PageFrame } from './frame.ts';
import type { Html } from './layout.ts';

/** The way to everything, with the search on every page. */
export function navigation(frame: PageFrame, query = ''): Html {
  const { base, messages } = frame;
  const words = messages.web.page;
  return html`<header>
<nav aria-label="${words.programme}">
<a href="${base}">${words.programme}</a>
<a href="${base}/grid">${words.grid}</a>
<a href="${base}/now">${words.nowNext}</a>
</nav>
<form role="search" action="${base}" method="get">
<input type="search" name="q" value="${query}" aria-label="${words.searchLabel}" placeholder="${words.searchLabel}" required maxlength="200">
<button>${words.search}</button>
</form>
</header>`;
}

/** One of them is the page's own. */
export function dayLinks(frame: PageFrame, path: string, shown: Day): Html {
  const { days } = frame.programme.conference;
  if (days.length < 2) return html`<p class="day">${dayTitle(shown, frame)}</p>`;
  return html`<nav class="days" aria-label="${frame.messages.web.page.days}">
${days.map(
  (
    day,
  ) => html`<a href="${path}?day=${day.index}"${day.index === shown.index ? html` aria-current="page"` : ''}>${dayTitle(day, frame)}</a>
`,
)}</nav>`;
}

/** Whose times they are, and calendars of all of it. */
export function footer({ base, messages, programme }: PageFrame): Html {
  const words = messages.web.page;
  const { timeZone, title } = programme.conference;
  return html`<p>${words.zone(timeZone)}</p>
<p><a href="${base}/calendars">${words.calendars}</a> · ${plain(title)}</p>`;
}
