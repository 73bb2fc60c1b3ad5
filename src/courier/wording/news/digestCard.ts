import { type Card, paragraph, quiet } from '../../../cards/cards.ts';
import { viewButton } from '../../../cards/controls.ts';
import type { Frame } from '../../../cards/frame.ts';
import { PAGE_SIZE } from '../../../cards/listCard.ts';
import { openMenu } from '../../../cards/openMenu.ts';
import { talkRow } from '../../../cards/talkRow.ts';
import { dayTitle } from '../../../cards/wording/talkWords.ts';
import { clockWords } from '../../../cards/wording/time.ts';
import type { Day, Talk } from '../../../schedule/schedule.ts';

/** The morning of a conference day: what a channel is about, or what is on a member's list, today. */
export function digestCard(day: Day, talks: readonly Talk[], frame: Frame): Card {
  const { announcements } = frame.messages;
  const intro = introduction(talks, frame);
  const title = announcements.digest(dayTitle(day, frame));
  const shown = talks.slice(0, PAGE_SIZE);
  const rest = talks.length - shown.length;
  return {
    kind: 'digest',
    title,
    summary: `${title}. ${intro}`,
    blocks: [
      paragraph(intro),
      ...shown.map((talk) => talkRow(talk, frame, { when: 'time', room: true })),
      ...(rest > 0 ? [quiet(announcements.andMoreTalks(rest))] : []),
      ...openMenu(shown, frame),
      {
        kind: 'buttons',
        buttons: [
          viewButton(
            frame,
            { kind: 'schedule', day: day.index, page: 1 },
            announcements.wholeSchedule,
          ),
        ],
      },
    ],
  };
}

function introduction(talks: readonly Talk[], { audience, messages, programme }: Frame): string {
  const { digestMine, digestTalks } = messages.announcements;
  const [first] = talks;
  const clock =
    first === undefined ? '' : clockWords(first.start, programme.conference.timeZone, messages);
  const rooms = new Set(talks.map(({ room }) => room)).size;
  return audience === 'everyone'
    ? digestTalks(talks.length, rooms, clock)
    : digestMine(talks.length, clock);
}
