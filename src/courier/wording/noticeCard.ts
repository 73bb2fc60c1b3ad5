import { type Block, type Card, quiet, type TalkRow, type Text } from '../../cards/cards.ts';
import { openTalkId, rowOptions, viewButton } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { dotted, speakerWords } from '../../cards/talkWords.ts';
import { dateWords, durationWords, spanTime } from '../../cards/time.ts';
import type { Instant } from '../../clock.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Placing, ToldChange } from '../../outbox/delivery.ts';
import type { Talk } from '../../schedule/schedule.ts';

/** A change, and the talk as it is now where it is still known. */
export interface Noticed {
  readonly change: ToldChange;
  readonly talk: Talk | undefined;
  /** What else is on the reader's list at its new time, and was not at its former. */
  readonly clashes?: readonly Talk[];
}

/** So many are all named; of a flood of changes only the weightiest are. */
const MOST_NAMED = 20;
const MOST_OF_FLOOD = 10;
const MOST_SPEAKERS = 5;
/** What people must act on comes first. */
const WEIGHT = { canceled: 0, moved: 1, reinstated: 2, new: 3, edited: 4 } as const;

/** What changed in the schedule: the weightiest first, then by time; of a flood the rest is counted. */
export function noticeCard(noticed: readonly Noticed[], frame: Frame): Card {
  const sorted = noticed.toSorted(
    (a, b) => WEIGHT[a.change.kind] - WEIGHT[b.change.kind] || startOf(a) - startOf(b),
  );
  const shown = sorted.length > MOST_NAMED ? sorted.slice(0, MOST_OF_FLOOD) : sorted;
  const [only] = noticed;
  const shift = shiftWords(noticed, frame);
  const isOne = noticed.length === 1 && only !== undefined;
  return {
    kind: 'notice',
    ...(isOne ? one(only, frame) : many(noticed, shift, frame)),
    blocks: [
      ...(isOne || shift !== undefined ? [] : [quiet(counts(noticed, frame))]),
      ...shown.map((each) =>
        shift === undefined ? row(each, !isOne, frame) : shiftedRow(each, frame),
      ),
      ...openMenu(
        shown.flatMap(({ talk }) => talk ?? []),
        frame,
      ),
      ...rest(noticed.length - shown.length, frame),
    ],
  };
}

function startOf({ change: { before, after } }: Noticed): Instant {
  return after?.start ?? before?.start ?? 0;
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
    ? { title: manyTitle(noticed.length, frame), summary: counts(noticed, frame) }
    : { title: shift, summary: shift };
}

/** A room that runs late: all that changed is there, and by the same span. */
function shiftWords(noticed: readonly Noticed[], { messages }: Frame): string | undefined {
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
  return words(noticed.length, room, durationWords(Math.abs(by), messages));
}

function shiftOf({ kind, before, after }: ToldChange): number | undefined {
  return kind === 'moved' && before !== undefined && after !== undefined
    ? after.start - before.start
    : undefined;
}

function manyTitle(count: number, { audience, messages }: Frame): string {
  const { changes, changesOfYours } = messages.announcements;
  return audience === 'everyone' ? changes(count) : changesOfYours(count);
}

function counts(noticed: readonly Noticed[], { messages }: Frame): string {
  const { kinds } = messages.announcements;
  return (['canceled', 'moved', 'reinstated', 'new', 'edited'] as const)
    .map((kind) => [kind, noticed.filter(({ change }) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => kinds[kind](count))
    .join(', ');
}

/** Below a title that says what happened to all of them, and where. */
function shiftedRow(noticed: Noticed, frame: Frame): TalkRow {
  const { before, after } = noticed.change;
  const isPlaced = before !== undefined && after !== undefined;
  const details = isPlaced ? [times(before, after, frame), ...clashLine(noticed, frame)] : [];
  return { ...row(noticed, false, frame), details };
}

function row(noticed: Noticed, namesKind: boolean, frame: Frame): TalkRow {
  const { change, talk } = noticed;
  const { change: words } = frame.messages.announcements;
  const details = [
    places(change, frame),
    ...otherwise(change, frame),
    ...clashLine(noticed, frame),
  ];
  return {
    kind: 'row',
    title: namesKind ? words[change.kind](change.title) : change.title,
    struck: change.kind === 'canceled',
    details: details.filter((line) => line.length > 0),
    ...(talk === undefined ? {} : { open: openTalkId(frame, talk), more: rowOptions(frame, talk) }),
  };
}

function clashLine({ clashes = [] }: Noticed, { messages }: Frame): readonly Text[] {
  const { clash, quoted } = messages.agenda;
  if (clashes.length === 0) return [];
  const titles = clashes.map(({ title }) => quoted(title)).join(', ');
  return [[{ kind: 'strong', text: clash(titles) }]];
}

/** `Sat 1 Feb, 10:00–10:25 → 11:00–11:25 · H.1301 → Janson`; what stayed, the day too, is said once. */
function places({ before, after }: ToldChange, frame: Frame): Text {
  const { arrow, noRoom } = frame.messages.announcements;
  const now = after ?? before;
  if (now === undefined) return [];
  const roomNow = now.room ?? noRoom;
  if (before === undefined || after === undefined) return dotted([time(now, frame), roomNow]);
  const roomBefore = before.room ?? noRoom;
  const room = roomBefore === roomNow ? roomNow : arrow(roomBefore, roomNow);
  return [...times(before, after, frame), ' · ', room];
}

function times(before: Placing, after: Placing, frame: Frame): Text {
  const isSameTime = before.start === after.start && before.end === after.end;
  const style = isSameDay(before, after, frame) ? 'time' : 'dateTime';
  return [time(before, frame), ...(isSameTime ? [] : [' → ', time(after, frame, style)])];
}

function placesLine({ change }: Noticed, frame: Frame): string {
  return places(change, frame)
    .map((inline) =>
      typeof inline === 'string' ? inline : inline.kind === 'time' ? inline.venue : '',
    )
    .join('');
}

function time(
  placing: Placing,
  { messages, now, programme }: Frame,
  style: 'time' | 'dateTime' = 'dateTime',
) {
  return spanTime(placing, programme.conference.timeZone, style, messages, now);
}

function isSameDay(one: Placing, other: Placing, { messages, programme }: Frame): boolean {
  const { timeZone } = programme.conference;
  return dateWords(one.start, timeZone, messages) === dateWords(other.start, timeZone, messages);
}

/** What else changed; another length shows in the times. */
function otherwise(
  { formerTitle, fields, speakers }: ToldChange,
  { messages }: Frame,
): readonly Text[] {
  const { otherSpeakers, wasTitled } = messages.announcements;
  const who = speakers === undefined ? otherSpeakers : speakersWords(speakers, messages);
  const said = [
    ...(formerTitle === undefined ? [] : [wasTitled(formerTitle)]),
    ...(fields.includes('speakers') ? [who] : []),
  ];
  return said.length === 0 ? [] : [[said.join(', ')]];
}

/** `Ada → Bo`; who is named on both sides stays. */
function speakersWords(
  { before, after }: NonNullable<ToldChange['speakers']>,
  messages: Messages,
): string {
  const { arrow, speakers, nobody } = messages.announcements;
  const named = (names: readonly string[]) =>
    names.length === 0
      ? nobody
      : speakerWords({ speakers: names.map((name) => ({ name })) }, MOST_SPEAKERS, messages);
  return speakers(arrow(named(before), named(after)));
}

function rest(count: number, frame: Frame): readonly Block[] {
  if (count <= 0) return [];
  const { andMoreTalks, wholeSchedule } = frame.messages.announcements;
  return [
    quiet(andMoreTalks(count)),
    {
      kind: 'buttons',
      buttons: [viewButton(frame, { kind: 'schedule', page: 1 }, wholeSchedule)],
    },
  ];
}
