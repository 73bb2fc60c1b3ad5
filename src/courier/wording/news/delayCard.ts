import { shortRef } from '../../../cards/actions/reference.ts';
import { type Card, quiet } from '../../../cards/cards.ts';
import { viewButton } from '../../../cards/controls.ts';
import type { Frame } from '../../../cards/frame.ts';
import { openMenu } from '../../../cards/openMenu.ts';
import { talkRow } from '../../../cards/talkRow.ts';
import { localName } from '../../../cards/wording/localName.ts';
import { clockWords } from '../../../cards/wording/time.ts';
import type { ToldDelay } from '../../../outbox/delivery.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import { dayAmong } from '../../../schedule/timetable.ts';

const MOST_TALKS = 5;

/** How late a room runs, and what of that is still `coming` there, in order, by the clock on the wall. */
export function delayCard(delay: ToldDelay, coming: readonly Talk[], frame: Frame): Card {
  const { conference } = frame.programme;
  const { announcements } = frame.messages;
  const name = conference.rooms.find(({ slug }) => slug === delay.room)?.name ?? delay.name;
  const title = announcements.late(localName(name, frame), delay.minutes);
  const shown = coming.slice(0, MOST_TALKS);
  const [next] = shown;
  if (next === undefined) {
    return { kind: 'notice', title, summary: title, blocks: [quiet(announcements.nothingThere)] };
  }
  const clock = clockWords(next.start, conference.timeZone, frame.messages);
  return {
    kind: 'notice',
    title,
    summary: `${title}. ${announcements.nextThere(clock, next.title)}`,
    blocks: [
      ...shown.map((talk) => talkRow(talk, frame, { when: 'time', room: false, lasting: true })),
      ...openMenu(shown, frame),
      ...(coming.length > shown.length
        ? rest(coming.length - shown.length, delay, next, frame)
        : []),
    ],
  };
}

function rest(count: number, { room }: ToldDelay, next: Talk, frame: Frame): Card['blocks'] {
  const { andMoreTalks, wholeRoom } = frame.messages.announcements;
  const day = dayAmong(frame.programme.conference.days, next.start)?.index;
  const view = { kind: 'schedule', room: shortRef(room), page: 1 } as const;
  return [
    quiet(andMoreTalks(count)),
    {
      kind: 'buttons',
      buttons: [viewButton(frame, day === undefined ? view : { ...view, day }, wholeRoom)],
    },
  ];
}
