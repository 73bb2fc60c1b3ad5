import { html } from 'hono/html';
import { localName } from '../../../src/cards/wording/localName.ts';
import {
  crowdWords,
  isRunning,
  speakerWords,
  standing,
} from '../../../src/cards/wording/talkWords.ts';
import { clockWords, spanTime } from '../../../src/cards/wording/time.ts';
import { isoOf, MINUTE_MS } from '../../../src/clock.ts';
import { contextOfTalk } from '../../../src/commands/jointly.ts';
import { plain } from '../../../src/platform/text.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { type PageFrame, talkPath } from './frame.ts';
import type { Html } from './layout.ts';

const MOST_SPEAKERS = 3;

/** Talks by the time at which they start. */
export function talksByTime(talks: readonly Talk[], frame: PageFrame): Html {
  const { timeZone } = frame.programme.conference;
  const starts = Map.groupBy(talks, ({ start }) => start);
  return html`${[...starts].map(
    ([start, together]) => html`<h2>${clockWords(start, timeZone, frame.messages)}</h2>
<ul class="talks">
${together.map((talk) => talkItem(talk, frame))}</ul>
`,
  )}`;
}

/** One talk of a list, with what is to be said of it beside. */
export function talkItem(talk: Talk, frame: PageFrame, beside: readonly string[] = []): Html {
  const { messages } = frame;
  const { conference } = contextOfTalk(talk, frame).programme;
  const span = spanTime(talk, conference.timeZone, 'time', messages);
  const facts = [
    talk.room === undefined ? '' : localName(talk.room, frame),
    speakerWords(talk, MOST_SPEAKERS, messages),
    conference === frame.programme.conference ? '' : conference.title,
  ];
  const marks = [...marksOf(talk, frame), ...beside];
  const looks = [
    ...(talk.status === 'canceled' ? ['canceled'] : []),
    ...(talk.status === 'scheduled' && isRunning(talk, frame) ? ['running'] : []),
    ...(talk.end <= frame.now ? ['over'] : []),
  ];
  return html`<li class="${looks.join(' ')}"><a href="${talkPath(frame, talk)}">${plain(talk.title)}</a>
<span><time datetime="${isoOf(talk.start)}">${span.venue}</time>${facts.filter((one) => one !== '').map((one) => html` · ${plain(one)}`)}</span>
${marks.length === 0 ? '' : html`<strong>${plain(marks.join(' · '))}</strong>`}</li>
`;
}

/** How it stands, how late it is, and that there is no room; what is over is seen by its time. */
export function marksOf(talk: Talk, frame: PageFrame): readonly string[] {
  const own = contextOfTalk(talk, frame);
  const late = lateWords(talk, frame);
  const words = [
    talk.status === 'scheduled' && talk.end <= frame.now ? undefined : standing(talk, own),
    talk.status === 'canceled' ? undefined : late,
    crowdWords(talk, own),
    talk.mark,
  ];
  return words.filter((one) => one !== undefined);
}

/** By how much the talk is not when it was planned for. */
export function lateWords(talk: Talk, frame: PageFrame): string | undefined {
  const { planned } = contextOfTalk(talk, frame).programme;
  const { late, early } = frame.messages.web.page;
  const start = planned.talks.find(({ id }) => id === talk.id)?.start ?? talk.start;
  const minutes = Math.round((talk.start - start) / MINUTE_MS);
  if (minutes === 0) return undefined;
  return minutes > 0 ? late(minutes) : early(-minutes);
}
