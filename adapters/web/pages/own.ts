import { html } from 'hono/html';
import { calendarPath } from '../../../src/agenda/calendar/address.ts';
import { joinLists } from '../../../src/agenda/list/memberList.ts';
import type { OwnPage } from '../../../src/app/web.ts';
import {
  dayTitle,
  dotted,
  roomWords,
  speakerWords,
  standing,
} from '../../../src/cards/wording/talkWords.ts';
import { spanTime } from '../../../src/cards/wording/time.ts';
import { contextOfTalk } from '../../../src/commands/jointly.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import { plain } from '../../../src/platform/text.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { dayAmong } from '../../../src/schedule/timetable.ts';
import { apartFrame, type PageFrame } from './frame.ts';
import { type Html, layout } from './layout.ts';

const MOST_SPEAKERS = 3;

/** One's own list by day, clashes on both sides; found by its secret alone. */
export function ownPage({ lists, now }: OwnPage, secret: string, messages: Messages): Html {
  const words = messages.web.page;
  const [first, ...others] = lists;
  const about = html`<p><a href="${calendarPath(secret)}">${words.follow}</a></p>
<p class="quiet">${words.mineCaution}</p>`;
  if (first === undefined) {
    const content = html`<p>${words.mineEmpty}</p>${about}`;
    return layout({ title: words.mine, content, isOwn: true }, messages);
  }
  const programmes = [first.programme, ...others.map(({ programme }) => programme)] as const;
  const frame = apartFrame('', { programmes, now }, messages);
  const { talks, clashes } = joinLists([first.list, ...others.map(({ list }) => list)]);
  const byDay = Map.groupBy(talks, (talk) => dayOf(talk, frame));
  const content = html`${[...byDay].map(
    ([day, together]) => html`<h2>${day}</h2>
<ul class="talks">
${together.map((talk) => item(talk, clashes.get(talk) ?? [], frame))}</ul>
`,
  )}${about}`;
  return layout({ title: words.mine, content, isOwn: true }, messages);
}

function dayOf(talk: Talk, frame: PageFrame): string {
  const own = contextOfTalk(talk, frame);
  const day = dayAmong(own.programme.conference.days, talk.start);
  return day === undefined ? own.programme.conference.title : dayTitle(day, own);
}

function item(talk: Talk, clashing: readonly Talk[], frame: PageFrame): Html {
  const { messages } = frame;
  const { agenda } = messages;
  const own = contextOfTalk(talk, frame);
  const titles = clashing.map(({ title }) => agenda.quoted(title)).join(', ');
  const marks = [standing(talk, own), clashing.length === 0 ? undefined : agenda.clash(titles)];
  const title = talk.status === 'canceled' ? html`<s>${plain(talk.title)}</s>` : plain(talk.title);
  const { venue } = spanTime(talk, own.programme.conference.timeZone, 'time', messages);
  const speakers = speakerWords(talk, MOST_SPEAKERS, messages);
  const facts = dotted([venue, roomWords(talk, own), speakers]);
  const shown = marks.filter((one) => one !== undefined).join(' · ');
  return html`<li>${title}
<span>${plain(facts.join(''))}</span>
${shown === '' ? '' : html`<strong>${plain(shown)}</strong>`}</li>
`;
}
