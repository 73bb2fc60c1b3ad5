import { type Card, type Menu, MOST_MENU_OPTIONS } from '../cards/cards.ts';
import { actionId } from '../cards/controls.ts';
import { type ListedTalk, listCard, PAGE_SIZE, pageOf } from '../cards/listCard.ts';
import type { ScheduleView } from '../cards/view.ts';
import { breakLine } from '../cards/wording/breakWords.ts';
import { localName } from '../cards/wording/localName.ts';
import { dayTitle } from '../cards/wording/talkWords.ts';
import type { Instant } from '../clock.ts';
import { answered, refused } from '../platform/replies.ts';
import { breaksOf } from '../schedule/breaks.ts';
import type { Break, Day, Talk } from '../schedule/schedule.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { jointly } from './jointly.ts';
import { placeNames, type Sought, seekDay, seekRoom, seekTrack } from './places.ts';

/** The programme of a day, paged, from what has not ended yet. */
export const scheduleCommand: Command = {
  shows: 'programme',
  spec: {
    name: 'schedule',
    access: 'everyone',
    options: [
      { name: 'day', kind: 'day', required: false },
      { name: 'room', kind: 'room', required: false },
      { name: 'track', kind: 'track', required: false },
    ],
    subcommands: [],
  },
  async run(request, readContext) {
    const context = jointly(await readContext());
    const selection = select(request.args, context);
    if (selection.kind === 'refused') return refused(context.messages, selection.sentence);
    const view: ScheduleView = { kind: 'schedule', page: 1, ...selection.value };
    return answered(await openSchedule(view, context), context);
  },
};

/** On the page with what runs or is to come. */
export function openSchedule(view: ScheduleView, asked: Context): Promise<Card> {
  const context = jointly(asked);
  return drawSchedule({ ...view, page: currentPage(view, context) }, context);
}

type Selection = Pick<ScheduleView, 'day' | 'room' | 'track'>;

/** Where it is typed, the day is often left out: a first word that is no day may be a room or a track. */
function select(
  { day: when, room, track }: Readonly<Record<string, string>>,
  context: Context,
): Sought<Selection> {
  const day = seekDay(when, context);
  if (day.kind === 'found') return selectPlaces({ room, track }, day.value, context);
  const readings = [
    { room: room ?? when, track },
    { room, track: track ?? when },
  ].map((places) => selectPlaces(places, undefined, context));
  return readings.find(({ kind }) => kind === 'found') ?? day;
}

function selectPlaces(
  places: { readonly room: string | undefined; readonly track: string | undefined },
  day: Day | undefined,
  context: Context,
): Sought<Selection> {
  const room = seekRoom(places.room, context);
  if (room.kind === 'refused') return room;
  const track = seekTrack(places.track, context);
  if (track.kind === 'refused') return track;
  return {
    kind: 'found',
    value: {
      ...(day === undefined ? {} : { day: day.index }),
      ...(room.value === undefined ? {} : { room: room.value }),
      ...(track.value === undefined ? {} : { track: track.value }),
    },
  };
}

/** The page with the first talk that has not ended; the first page on other days. */
function currentPage(view: ScheduleView, context: Context): number {
  const talks = talksOf(view, context);
  const index = talks.findIndex(({ end }) => end > context.now);
  return index < 0 ? 1 : Math.floor(index / PAGE_SIZE) + 1;
}

export async function drawSchedule(view: ScheduleView, asked: Context): Promise<Card> {
  const context = jointly(asked);
  const { lists } = context.messages;
  const day = shownDay(view, context);
  const talks = talksOf(view, context);
  const { items, page, pages } = pageOf(talks, view.page, PAGE_SIZE);
  const breaks = day === undefined ? [] : breaksBeside(view, day, context);
  const { room, track } = placeNames(view, context);
  const shown: ScheduleView = { ...view, page };
  const places = [room, track]
    .flatMap((name) => (name ? localName(name, context) : []))
    .join(' · ');
  return listCard(
    {
      title: lists.schedule(
        day === undefined ? context.programme.conference.title : dayTitle(day, context),
        places,
      ),
      ...(items.length === 0 ? { intro: [lists.noTalks] } : {}),
      rows: withBreaks(items, talks, breaks, context),
      view: shown,
      pages,
      menus: otherDays(shown, day, context),
      style: { when: 'time', room: room === undefined },
    },
    context,
  );
}

/** In a track there are none. */
function breaksBeside(view: ScheduleView, day: Day, context: Context): readonly Break[] {
  const { room, track } = placeNames(view, context);
  return track === undefined ? breaksOf(context.programme.conference, day, room) : [];
}

/** More lines on one page would be more than the tightest platform takes. */
const MOST_BREAKS = 6;

/** The talks of a page, each below the breaks that begin since the talk before; after the last of all, the rest. */
function withBreaks(
  page: readonly Talk[],
  all: readonly Talk[],
  breaks: readonly Break[],
  context: Context,
): readonly ListedTalk[] {
  let left = MOST_BREAKS;
  const lines = (from: Instant, to: Instant) => {
    const told = breaks.filter(({ start }) => from < start && start <= to).slice(0, left);
    left -= told.length;
    return told.map((one) => breakLine(one, context, { room: true }));
  };
  const first = page[0] === undefined ? 0 : all.indexOf(page[0]);
  return page.map((talk, at) => {
    const before = all[first + at - 1]?.start ?? Number.NEGATIVE_INFINITY;
    const above = lines(before, talk.start);
    const isLast = first + at === all.length - 1;
    const below = isLast ? lines(talk.start, Number.POSITIVE_INFINITY) : [];
    return {
      talk,
      ...(above.length === 0 ? {} : { above }),
      ...(below.length === 0 ? {} : { below }),
    };
  });
}

function talksOf(view: ScheduleView, context: Context): readonly Talk[] {
  const day = shownDay(view, context);
  if (day === undefined) return [];
  return context.programme.timetable.talksOfDay(day, placeNames(view, context));
}

/** Without a day: today or the next one on which something is there, else the first such. */
function shownDay(view: ScheduleView, context: Context): Day | undefined {
  const { conference, timetable } = context.programme;
  if (view.day !== undefined) return conference.days.find(({ index }) => index === view.day);
  const places = placeNames(view, context);
  const days = conference.days.filter((day) => timetable.talksOfDay(day, places).length > 0);
  return days.find(({ end }) => end > context.now) ?? days[0];
}

function otherDays(view: ScheduleView, shown: Day | undefined, context: Context): readonly Menu[] {
  const others = context.programme.conference.days.filter(({ index }) => index !== shown?.index);
  if (others.length === 0) return [];
  const kind = context.audience === 'caller' ? 'turn' : 'open';
  return [
    {
      kind: 'menu',
      placeholder: context.messages.lists.otherDays,
      options: others.slice(0, MOST_MENU_OPTIONS).map((day) => ({
        label: dayTitle(day, context),
        id: actionId(context, { kind, view: { ...view, day: day.index, page: 1 } }),
      })),
    },
  ];
}
