import { type Block, type Card, paragraph, quiet, type TalkRow } from '../../cards/cards.ts';
import { fitsView, shareButtons, starButton, viewButton } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { PAGE_SIZE, pageLine, pageOf, turnButtons } from '../../cards/listCard.ts';
import { openMenu } from '../../cards/openMenu.ts';
import type { ChangedView } from '../../cards/view.ts';
import { conferenceLabel, conferenceWords } from '../../cards/wording/conferenceWords.ts';
import { localName } from '../../cards/wording/localName.ts';
import { clockWords, dateWords } from '../../cards/wording/time.ts';
import { DAY_MS, type Instant } from '../../clock.ts';
import { changeCounts, changeRow, type Noticed } from '../../courier/wording/news/changeRow.ts';
import type { RoomDelay } from '../../programme/delays.ts';
import type { Rename } from '../../schedule/comparing/renames.ts';
import { morningOf } from '../asking/time/since.ts';
import { queryWords } from '../talk/sought.ts';

/** A change and when the schedule showed it. */
export interface ChangedRow {
  readonly at: Instant;
  readonly noticed: Noticed;
}

export interface Changed {
  /** The last changed first. */
  readonly rows: readonly ChangedRow[];
  readonly renames: readonly Rename[];
  /** Rooms that do not run on time today. */
  readonly late: readonly RoomDelay[];
  /** All changes are known from here on; undefined where none ever are. */
  readonly knownFrom: Instant | undefined;
  readonly lastRead: Instant | undefined;
  /** The same of each of the community's other conferences. */
  readonly beside: readonly {
    readonly context: Frame;
    readonly changed: Omit<Changed, 'beside'>;
  }[];
}

export function changedCard(changed: Changed, view: ChangedView, frame: Frame): Card {
  const { changed: words } = frame.messages;
  const when = sinceWords(view.since, frame);
  const { items, page, pages } = pageOf(changed.rows, view.page, PAGE_SIZE);
  const paged = { view: { ...view, page }, pages };
  const { length } = changed.rows;
  const talks = items.flatMap(({ noticed: { talk } }) => talk ?? []);
  const of =
    view.query === undefined ? (conferenceWords(frame) ?? '') : queryWords(view.query, frame);
  const title = titleOf(length === 0 ? words.nothing(when) : words.title(length, when), of, frame);
  const buttons = [
    ...turnButtons(paged, frame),
    ...earlierButtons(changed, view, frame),
    ...(length === 0 || isOfStars(view) ? [] : shareButtons(frame, paged.view)),
  ];
  return {
    kind: 'notice',
    title,
    summary: length === 0 ? title : countsOf(changed, frame),
    blocks: [
      ...(length === 0 ? [] : [quiet(countsOf(changed, frame))]),
      ...otherLines(changed, frame),
      ...items.map((row) => rowOf(row, paged.view, frame)),
      ...knowledge(changed, view, frame),
      ...pageLine(paged, frame),
      ...openMenu(talks, frame),
      ...besideBlocks(changed, view, frame),
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } satisfies Block]),
    ],
  };
}

/** What is of somebody's list is theirs. */
function isOfStars({ query = '' }: ChangedView): boolean {
  return /(^| )is:starred/.test(query);
}

/** `Fringe: 2 changes today`, and the button that shows them. */
function besideBlocks(
  { beside }: Changed,
  view: ChangedView,
  { messages, ...frame }: Frame,
): readonly Block[] {
  const told = beside.flatMap(({ context, changed: { rows, late, renames } }) => {
    if (rows.length + late.length + renames.length === 0) return [];
    const label = conferenceLabel(context.programme.conference);
    const when = sinceWords(view.since, { messages, ...frame });
    const count =
      rows.length === 0 ? '' : messages.marks.colon + messages.changed.title(rows.length, when);
    const first = { ...view, page: 1 };
    const buttons = fitsView(context, first) ? [viewButton(context, first, label)] : [];
    return [{ line: paragraph(`${label}${count}`), buttons }];
  });
  const buttons = told.flatMap((one) => one.buttons);
  return [
    ...told.map(({ line }) => line),
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } satisfies Block]),
  ];
}

/** `Janson: 2 changes today` */
function titleOf(said: string, of: string, { messages }: Frame): string {
  return of === '' ? said : of + messages.marks.colon + said;
}

/** `2 canceled, 3 moved; one of them on your list` */
function countsOf({ rows }: Changed, frame: Frame): string {
  const counts = changeCounts(
    rows.map(({ noticed }) => noticed),
    frame,
  );
  const mine = rows.filter(({ noticed: { change } }) => frame.starred.has(change.talk)).length;
  return mine === 0 ? counts : frame.messages.changed.ofYours(counts, mine);
}

function rowOf({ at, noticed }: ChangedRow, view: ChangedView, frame: Frame): TalkRow {
  const { changed: words } = frame.messages;
  const { talk, change } = noticed;
  const row = changeRow(noticed, true, frame);
  const told = words.at(momentWords(at, frame));
  const isMine = frame.starred.has(change.talk);
  const mark = [' · ', { kind: 'strong', text: words.mine }] as const;
  return {
    ...row,
    details: [...row.details, [told, ...(isMine ? mark : [])]],
    ...(talk === undefined ? {} : { button: starButton(frame, talk, view) }),
  };
}

/** So many in one line; the programme shows the rest. */
const MOST_NAMED = 8;

/** What is no talk's own change: rooms that run late, and other names. */
function otherLines({ late, renames }: Changed, frame: Frame): readonly Block[] {
  const { announcements, changed: words } = frame.messages;
  const { rooms } = frame.programme.conference;
  const lates = late.map(({ room, minutes }) =>
    announcements.late(
      localName(rooms.find(({ slug }) => slug === room)?.name ?? room, frame),
      minutes,
    ),
  );
  const named = renames.map(({ before, after }) =>
    announcements.renamed(before, localName(after, frame)),
  );
  return [
    ...(lates.length === 0 ? [] : [paragraph(words.byOrganisers(joined(lates)))]),
    ...(named.length === 0 ? [] : [paragraph(joined(named))]),
  ];
}

function joined(parts: readonly string[]): string {
  return [...parts.slice(0, MOST_NAMED), ...(parts.length > MOST_NAMED ? ['…'] : [])].join(' · ');
}

/** How far what is known reaches, where the answer would say more than that. */
function knowledge(
  { knownFrom, lastRead, rows }: Changed,
  { since }: ChangedView,
  frame: Frame,
): readonly Block[] {
  const { changed: words } = frame.messages;
  const from = knownFrom !== undefined && knownFrom > since ? momentWords(knownFrom, frame) : '';
  const lines = [
    ...(knownFrom === undefined ? [words.unknown] : []),
    ...(from === '' ? [] : [words.knownFrom(from)]),
    ...(rows.length === 0 && lastRead !== undefined
      ? [words.lastRead(momentWords(lastRead, frame))]
      : []),
  ];
  return lines.length === 0 ? [] : [quiet(lines.join(' '))];
}

/** The next longer time, as long as more is known of it. */
function earlierButtons({ knownFrom }: Changed, view: ChangedView, frame: Frame) {
  const { changed: words } = frame.messages;
  const { now, programme } = frame;
  const present = { conference: programme.conference, now };
  const earlier = [
    { since: morningOf(present, 0), label: words.today },
    { since: morningOf(present, 1), label: words.sinceYesterday },
    { since: now - WEEK_MS, label: words.lastWeek },
  ].find(({ since }) => since < view.since);
  if (earlier === undefined || knownFrom === undefined || knownFrom >= view.since) return [];
  const wider: ChangedView = { ...view, since: earlier.since, page: 1 };
  return fitsView(frame, wider) ? [viewButton(frame, wider, earlier.label)] : [];
}

const WEEK_MS = 7 * DAY_MS;

/** `today`, `since 09:00`, `since Fri 31 Jan`, `since Fri 31 Jan, 14:00` */
export function sinceWords(since: Instant, frame: Frame): string {
  const { messages, now, programme } = frame;
  const present = { conference: programme.conference, now };
  const { changed: words } = messages;
  if (since === morningOf(present, 0)) return words.inDay;
  const { timeZone } = programme.conference;
  const isMorning = since === morningOf({ ...present, now: since }, 0);
  return words.since(
    isMorning ? dateWords(since, timeZone, messages, now) : momentWords(since, frame),
  );
}

/** `09:00`; of another date, `Fri 31 Jan, 14:00`. */
function momentWords(at: Instant, { messages, now, programme }: Frame): string {
  const { timeZone } = programme.conference;
  const clock = clockWords(at, timeZone, messages);
  const [date, today] = [at, now].map((each) => dateWords(each, timeZone, messages));
  return date === today ? clock : `${dateWords(at, timeZone, messages, now)}, ${clock}`;
}
