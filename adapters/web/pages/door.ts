import { html } from 'hono/html';
import { localName } from '../../../src/cards/wording/localName.ts';
import { speakerWords } from '../../../src/cards/wording/talkWords.ts';
import { clockWords, spanTime } from '../../../src/cards/wording/time.ts';
import { plain } from '../../../src/platform/text.ts';
import { roomNow } from '../../../src/programme/rooms/roomStates.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import type { PageFrame } from './frame.ts';
import { type Html, layout } from './layout.ts';
import { marksOf } from './talks.ts';

export const DOOR_REFRESH_SECONDS = 30;
const MOST_SPEAKERS = 4;

/** A screen beside a door, read from ten metres; undefined where there is no such room. A header has it look anew. */
export function doorPage(frame: PageFrame, slug: string): Html | undefined {
  const { messages, now, programme } = frame;
  const { conference } = programme;
  const room = conference.rooms.find((one) => one.slug === slug);
  if (room === undefined) return undefined;
  const words = messages.web.page;
  const { running, next } = roomNow(conference, room.name, now);
  const clock = clockWords(now, conference.timeZone, messages);
  const content = html`<p class="clock"><time>${clock}</time></p>
<section class="now"><h2>${words.now}</h2>
${running === undefined ? html`<p>${words.nothingNow}</p>` : shown(running, frame)}</section>
<section class="next"><h2>${words.next}</h2>
${next === undefined ? html`<p>${words.nothingNext}</p>` : shown(next, frame)}</section>`;
  const title = localName(room.name, frame);
  return layout({ title, of: conference.title, content, look: 'door' }, messages);
}

function shown(talk: Talk, frame: PageFrame): Html {
  const { messages, programme } = frame;
  const span = spanTime(talk, programme.conference.timeZone, 'time', messages);
  const marks = marksOf(talk, frame);
  return html`<p class="title">${plain(talk.title)}</p>
<p>${plain(speakerWords(talk, MOST_SPEAKERS, messages))}</p>
<p><time>${span.venue}</time>${marks.length === 0 ? '' : html` <strong>${plain(marks.join(' · '))}</strong>`}</p>`;
}
