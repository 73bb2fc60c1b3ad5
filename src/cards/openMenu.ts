import type { Talk } from '../schedule/schedule.ts';
import { type Menu, MOST_MENU_OPTIONS } from './cards.ts';
import { openTalkId } from './controls.ts';
import type { Frame } from './frame.ts';
import { ownFrame } from './ownFrame.ts';
import { localName } from './wording/localName.ts';
import { weekdayClockWords } from './wording/time.ts';

/** Opens one of these talks, where a row cannot be opened by itself; nothing where there are none. */
export function openMenu(talks: readonly Talk[], frame: Frame): readonly Menu[] {
  if (talks.length === 0) return [];
  const { messages } = frame;
  return [
    {
      kind: 'menu',
      placeholder: messages.lists.open,
      options: talks.slice(0, MOST_MENU_OPTIONS).map((talk) => ({
        label: `${weekdayClockWords(talk.start, ownFrame(talk, frame).programme.conference.timeZone, messages)} ${talk.title}`,
        ...(talk.room === undefined ? {} : { description: localName(talk.room, frame) }),
        id: openTalkId(frame, talk),
      })),
    },
  ];
}
