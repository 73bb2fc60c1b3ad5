import { type Block, type Card, paragraph } from '../../../cards/cards.ts';
import type { Frame } from '../../../cards/frame.ts';
import { openMenu } from '../../../cards/openMenu.ts';
import { talkRow } from '../../../cards/talkRow.ts';
import { localName } from '../../../cards/wording/localName.ts';
import { watchLine } from '../../../cards/wording/talkWords.ts';
import { clockWords } from '../../../cards/wording/time.ts';
import type { Programme } from '../../../programme/programme.ts';
import { crowdAt } from '../../../schedule/crowd.ts';
import type { RoomSlug, Talk } from '../../../schedule/schedule.ts';

const MOST_OTHERS = 3;

/**
 * To whoever starred the talk: the room is full where it is next; what runs at the same time where there
 * is room, and where it is watched. Undefined once that is not so, or the talk is on their list no more.
 */
export function roomFullCard(
  talk: Talk | undefined,
  slug: RoomSlug,
  { timetable, conference }: Pick<Programme, 'timetable' | 'conference'>,
  frame: Frame,
): Card | undefined {
  const room = conference.rooms.find((one) => one.slug === slug);
  const isThere = talk !== undefined && talk.room === room?.name && frame.starred.has(talk.id);
  const crowd = isThere ? crowdAt(talk, conference, frame.now) : undefined;
  if (talk === undefined || room === undefined || crowd?.kind !== 'full') return undefined;
  const { room: words } = frame.messages;
  const title = words.isFull(localName(room.name, frame));
  const clock = clockWords(talk.start, conference.timeZone, frame.messages);
  const next = words.nextThere(clock, talk.title);
  const others = timetable
    .overlapping(talk)
    .filter((other) => crowdAt(other, conference, frame.now)?.kind !== 'full')
    .slice(0, MOST_OTHERS);
  const watch = watchLine(talk, frame);
  return {
    kind: 'notice',
    title,
    summary: `${title}. ${next}`,
    blocks: [
      paragraph(next),
      ...(watch === undefined ? [] : [paragraph(...watch)]),
      ...meanwhile(others, frame),
    ],
  };
}

function meanwhile(others: readonly Talk[], frame: Frame): readonly Block[] {
  if (others.length === 0) return [];
  return [
    { kind: 'heading', text: frame.messages.room.meanwhile },
    ...others.map((other) => talkRow(other, frame, { when: 'time', room: true, lasting: true })),
    ...openMenu(others, frame),
  ];
}
