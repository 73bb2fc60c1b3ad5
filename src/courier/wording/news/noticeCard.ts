import { type Block, type Card, paragraph, quiet, type TalkRow } from '../../../cards/cards.ts';
import { viewButton } from '../../../cards/controls.ts';
import type { Frame } from '../../../cards/frame.ts';
import { openMenu } from '../../../cards/openMenu.ts';
import type { ChangedView } from '../../../cards/view.ts';
import { localName } from '../../../cards/wording/localName.ts';
import { durationWords } from '../../../cards/wording/time.ts';
import type { ToldChange } from '../../../outbox/delivery.ts';
import {
  changeCounts,
  changeRow,
  changesTitle,
  clashLine,
  type Noticed,
  placesLine,
  times,
  weightiestFirst,
} from './changeRow.ts';

/** So many are all named; of a flood of changes only the weightiest are. */
const MOST_NAMED = 20;
const MOST_OF_FLOOD = 10;
/** What changed in the schedule: the weightiest first, then by time; of a flood the rest is counted, and `all` opens it.
 * `comment` is what the organisers say of the version that brought it all. */
export function noticeCard(
  noticed: readonly Noticed[],
  frame: Frame,
  all?: ChangedView,
  comment?: string,
): Card {
  const sorted = weightiestFirst(noticed);
  const shown = sorted.length > MOST_NAMED ? sorted.slice(0, MOST_OF_FLOOD) : sorted;
  const [only] = noticed;
  const shift = shiftWords(noticed, frame);
  const isOne = noticed.length === 1 && only !== undefined;
  return {
    kind: 'notice',
    ...(isOne ? one(only, frame) : many(noticed, shift, frame)),
    blocks: [
      ...(comment === undefined ? [] : [paragraph(comment)]),
      ...(isOne || shift !== undefined ? [] : [quiet(changeCounts(noticed, frame))]),
      ...shown.map((each) =>
        shift === undefined ? changeRow(each, !isOne, frame) : shiftedRow(each, frame),
      ),
      ...openMenu(
        shown.flatMap(({ talk }) => talk ?? []),
        frame,
      ),
      ...rest(noticed.length, shown.length, frame, all),
    ],
  };
}

function one(noticed: Noticed, frame: Frame): Pick<Card, 'title' | 'summary'> {
  const { heading, change: words } = frame.messages.announcements;
  const { kind, title } = noticed.change;
  return { title: heading[kind], summary: `${words[kind](title)} · ${placesLine(noticed, frame)}` };
}

function many(
  noticed: readonly Noticed[],
  shift: string | undefined,
  frame: Frame,
): Pick<Card, 'title' | 'summary'> {
  return shift === undefined
    ? {
        title: changesTitle(
          noticed.length,
          frame.audience === 'caller' ? 'mine' : 'everyones',
          frame,
        ),
        summary: changeCounts(noticed, frame),
      }
    : { title: shift, summary: shift };
}

/** A room that runs late: all that changed is there, and by the same span. */
function shiftWords(noticed: readonly Noticed[], frame: Frame): string | undefined {
  const { messages } = frame;
  const shifts = new Set(noticed.map(({ change }) => shiftOf(change)));
  const rooms = new Set(
    noticed.flatMap(({ change: { before, after } }) => [before?.room, after?.room]),
  );
  const [by] = shifts;
  const [room] = rooms;
  if (noticed.length < 2 || shifts.size > 1 || rooms.size > 1) return undefined;
  if (by === undefined || by === 0 || room === undefined) return undefined;
  const { earlier, later } = messages.announcements;
  const words = by > 0 ? later : earlier;
  return words(noticed.length, localName(room, frame), durationWords(Math.abs(by), messages));
}

function shiftOf({ kind, before, after }: ToldChange): number | undefined {
  return kind === 'moved' && before !== undefined && after !== undefined
    ? after.start - before.start
    : undefined;
}

/** Below a title that says what happened to all of them, and where. */
function shiftedRow(noticed: Noticed, frame: Frame): TalkRow {
  const { before, after } = noticed.change;
  const isPlaced = before !== undefined && after !== undefined;
  const details = isPlaced ? [times(before, after, frame), ...clashLine(noticed, frame)] : [];
  return { ...changeRow(noticed, false, frame), details };
}

function rest(
  count: number,
  shown: number,
  frame: Frame,
  all: ChangedView | undefined,
): readonly Block[] {
  if (count <= shown) return [];
  const { allChanges, andMoreTalks, wholeSchedule } = frame.messages.announcements;
  return [
    quiet(andMoreTalks(count - shown)),
    {
      kind: 'buttons',
      buttons: [
        ...(all === undefined ? [] : [viewButton(frame, all, allChanges)]),
        viewButton(frame, { kind: 'schedule', page: 1 }, wholeSchedule),
      ],
    },
  ];
}
