import { html } from 'hono/html';
import type { Instant } from '../../../src/clock.ts';
import type { Conference, Day } from '../../../src/schedule/schedule.ts';
import { dayAmong } from '../../../src/schedule/timetable.ts';
import type { PageFrame } from './frame.ts';
import { type Html, layout } from './layout.ts';
import { dayLinks, footer, navigation } from './navigation.ts';
import { talkItem, talksByTime } from './talks.ts';

/** The programme of one day as a list. */
export function programmePage(frame: PageFrame, selector: string | undefined): Html {
  const { base, messages, programme } = frame;
  const day = dayMeant(programme.conference, selector, frame.now);
  const talks = day === undefined ? [] : programme.timetable.talksOfDay(day);
  const content = html`${day === undefined ? '' : dayLinks(frame, base, day)}
${talks.length === 0 ? html`<p>${messages.web.page.nothing}</p>` : talksByTime(talks, frame)}`;
  const { title } = programme.conference;
  return layout({ title, navigation: navigation(frame), content, footer: footer(frame) }, messages);
}

/** What runs, and what is next in each room. */
export function nowPage(frame: PageFrame): Html {
  const { messages, now, programme } = frame;
  const words = messages.web.page;
  const running = programme.timetable.running(now);
  const next = programme.timetable.nextByRoom(now);
  const list = (talks: typeof running, otherwise: string) =>
    talks.length === 0
      ? html`<p>${otherwise}</p>`
      : html`<ul class="talks">
${talks.map((talk) => talkItem(talk, frame))}</ul>`;
  const content = html`<h2>${words.now}</h2>
${list(running, words.nothingNow)}
<h2>${words.next}</h2>
${list(next, messages.lists.nothingNext)}`;
  return layout(
    {
      title: words.nowNext,
      of: programme.conference.title,
      navigation: navigation(frame),
      content,
      footer: footer(frame),
    },
    messages,
  );
}

/** The day that was asked for by its number; else today, the next one, or the last. */
export function dayMeant(
  { days }: Pick<Conference, 'days'>,
  selector: string | undefined,
  now: Instant,
): Day | undefined {
  const asked = days.find(({ index }) => String(index) === selector);
  return asked ?? dayAmong(days, now) ?? days.find(({ start }) => start > now) ?? days.at(-1);
}
