import type { Card } from '../cards/cards.ts';
import { listCard, PAGE_SIZE, pageOf } from '../cards/listCard.ts';
import { breaksUntil } from '../cards/wording/breakWords.ts';
import { localName } from '../cards/wording/localName.ts';
import { weekdayClockWords } from '../cards/wording/time.ts';
import { breaksAt } from '../schedule/breaks.ts';
import type { Break, Talk } from '../schedule/schedule.ts';
import type { Context } from './context.ts';
import { jointly } from './jointly.ts';
import { placeNames } from './places.ts';
import { type RoomView, roomCommand } from './roomCommand.ts';

const UPCOMING_SHOWN = 3;

/** What runs now, by room, with how long it still runs; a break, with when it ends and what comes then. */
export const nowCommand = roomCommand('now', drawNow);

export async function drawNow(view: RoomView, asked: Context): Promise<Card> {
  const context = jointly(asked);
  const { messages, now, programme } = context;
  const { room } = placeNames(view, context);
  const running = inRoomOrder(programme.timetable.running(now, room), context);
  const breaks = breaksAt(programme.conference, now, room);
  const { items, page, pages } = pageOf(running, view.page, PAGE_SIZE);
  const clock = weekdayClockWords(now, programme.conference.timeZone, messages);
  const base = {
    title:
      room === undefined
        ? messages.lists.now(clock)
        : messages.lists.nowInRoom(localName(room, context), clock),
    view: { ...view, page },
  };
  if (items.length > 0) {
    const rows = items.map((talk) => ({ talk }));
    const style = { when: 'time', room: room === undefined } as const;
    const intro = breaks.length === 0 ? {} : { intro: [breaksUntil(breaks, context)] };
    return listCard({ ...base, ...intro, rows, pages, style }, context);
  }
  const next = programme.timetable.nextByRoom(now, room).slice(0, UPCOMING_SHOWN);
  const intro = introOf(breaks, next, context);
  return listCard(
    {
      ...base,
      intro: [intro],
      rows: next.map((talk) => ({ talk })),
      pages: 1,
      style: { when: 'dateTime', room: room === undefined },
    },
    context,
  );
}

/** Said above what comes next, where no talk is running. */
function introOf(breaks: readonly Break[], next: readonly Talk[], context: Context): string {
  const { lists } = context.messages;
  if (breaks.length === 0) return next.length === 0 ? lists.nothingNext : lists.nothingNow;
  const told = breaksUntil(breaks, context);
  return next.length === 0 ? lists.breakLast(told) : lists.breakThen(told);
}

function inRoomOrder(talks: readonly Talk[], { programme }: Context): readonly Talk[] {
  const order = new Map(programme.conference.rooms.map(({ name }, index) => [name, index]));
  const place = ({ room }: Talk) => order.get(room ?? '') ?? order.size;
  return talks.toSorted((a, b) => place(a) - place(b) || a.start - b.start);
}
