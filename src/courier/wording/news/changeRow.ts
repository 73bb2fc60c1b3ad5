import type { TalkRow, Text } from '../../../cards/cards.ts';
import { openTalkId, rowOptions } from '../../../cards/controls.ts';
import type { Frame } from '../../../cards/frame.ts';
import { localName } from '../../../cards/wording/localName.ts';
import { dotted, speakerWords } from '../../../cards/wording/talkWords.ts';
import { dateWords, spanTime } from '../../../cards/wording/time.ts';
import type { Instant } from '../../../clock.ts';
import type { Messages } from '../../../messages/messages.ts';
import type { Placing, ToldChange } from '../../../outbox/delivery.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import type { Timetable } from '../../../schedule/timetable.ts';

/** A change, and the talk as it is now where it is still known. */
export interface Noticed {
  readonly change: ToldChange;
  readonly talk: Talk | undefined;
  /** What else is on the reader's list at its new time, and was not at its former. */
  readonly clashes?: readonly Talk[];
}

const MOST_SPEAKERS = 5;
/** What people must act on comes first. */
const WEIGHT = { canceled: 0, moved: 1, reinstated: 2, new: 3, edited: 4 } as const;

/** By weight, then by time. */
export function weightiestFirst(noticed: readonly Noticed[]): readonly Noticed[] {
  return noticed.toSorted(
    (a, b) => WEIGHT[a.change.kind] - WEIGHT[b.change.kind] || startOf(a) - startOf(b),
  );
}

function startOf({ change: { before, after } }: Noticed): Instant {
  return after?.start ?? before?.start ?? 0;
}

/** Changes beside what has become of their talks; `clashes` are those of the reader's list, by talk. */
export function noticedOf(
  changes: readonly ToldChange[],
  timetable: Pick<Timetable, 'talk'>,
  clashes: ReadonlyMap<Talk, readonly Talk[]>,
): readonly Noticed[] {
  const former = new Map(changes.map(({ talk, before }) => [talk, before]));
  const wasAt = (talk: Talk) => (former.has(talk.id) ? former.get(talk.id) : talk);
  return changes.map((change) => {
    const talk = timetable.talk(change.talk);
    const now = (talk && clashes.get(talk)) ?? [];
    return { change, talk, clashes: now.filter((other) => !overlap(change.before, wasAt(other))) };
  });
}

function overlap(one: ToldChange['before'], other: ToldChange['before']): boolean {
  return one !== undefined && other !== undefined && one.start < other.end && other.start < one.end;
}

export function changesTitle(
  count: number,
  whose: 'mine' | 'everyones',
  { messages }: Pick<Frame, 'messages'>,
): string {
  const { changes, changesOfYours } = messages.announcements;
  return whose === 'mine' ? changesOfYours(count) : changes(count);
}

/** `2 canceled, 79 moved` */
export function changeCounts(
  noticed: readonly Noticed[],
  { messages }: Pick<Frame, 'messages'>,
): string {
  const { kinds } = messages.announcements;
  return (['canceled', 'moved', 'reinstated', 'new', 'edited'] as const)
    .map((kind) => [kind, noticed.filter(({ change }) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => kinds[kind](count))
    .join(', ');
}

/** What happened to a talk: where and when it was and is, and what else is different. */
export function changeRow(noticed: Noticed, namesKind: boolean, frame: Frame): TalkRow {
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

export function clashLine({ clashes = [] }: Noticed, { messages }: Frame): readonly Text[] {
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
  const roomOf = ({ room }: Placing) => (room === undefined ? noRoom : localName(room, frame));
  const roomNow = roomOf(now);
  if (before === undefined || after === undefined) return dotted([time(now, frame), roomNow]);
  const roomBefore = roomOf(before);
  const room = roomBefore === roomNow ? roomNow : arrow(roomBefore, roomNow);
  return [...times(before, after, frame), ' · ', room];
}

export function times(before: Placing, after: Placing, frame: Frame): Text {
  const isSameTime = before.start === after.start && before.end === after.end;
  const style = isSameDay(before, after, frame) ? 'time' : 'dateTime';
  return [time(before, frame), ...(isSameTime ? [] : [' → ', time(after, frame, style)])];
}

export function placesLine({ change }: Noticed, frame: Frame): string {
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
