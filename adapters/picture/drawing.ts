import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { DayPicture, Entry } from '../../src/agenda/picture/dayPicture.ts';
import type { Placed } from '../../src/agenda/picture/lanes.ts';
import { HOUR_MS } from '../../src/clock.ts';
import { fromRight, isFromRight, linesOf, runsOf } from './lettering.ts';

/** In pixels, for a phone held upright. */
const WIDTH = 720;
const MARGIN = 24;
const CLOCKS = 76;
const HEAD = 116;
const NOTE = 30;
const TALLEST = 2_400;
const SHORTEST_ENTRY = 64;
const HOUR = { least: 110, most: 320 } as const;
const GAP = 6;

const SIZES = { title: 34, conference: 20, entry: 22, place: 18, clock: 18, note: 17 } as const;
/** Between two lines, by the size of the font. */
const LEADING = 1.24;

const INK = '#1b1b1f';
const QUIET = '#55585f';
const LOOKS = {
  plain: { fill: '#e3edfd', edge: '#1a56c4', ink: INK, dash: 'none' },
  clash: { fill: '#fdecd8', edge: '#a64200', ink: INK, dash: '10 5' },
  canceled: { fill: '#f0f0f2', edge: '#8a8d94', ink: QUIET, dash: 'none' },
} as const;

/** One's day as a timetable, in SVG: hours from top to bottom, what clashes side by side. */
export function svgOf(day: DayPicture): string {
  const hour = hourHeight(day);
  const yOf = (at: number) => HEAD + ((at - day.from) / HOUR_MS) * hour;
  const foot = yOf(day.until) + MARGIN;
  const height = Math.ceil(foot + day.notes.length * NOTE + MARGIN / 2);
  return toXml(
    x(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height },
      x('rect', { width: WIDTH, height, fill: '#ffffff' }),
      ...head(day),
      ...day.hours.flatMap(({ at, clock }) => hourLine(clock, yOf(at))),
      ...day.entries.flatMap((entry) => box(entry, yOf)),
      ...day.notes.flatMap((note, at) => line(note, MARGIN, foot + at * NOTE + 12, NOTES)),
    ),
  );
}

/** High enough that the shortest talk can be read, as far as the whole stays on a screen or three. */
function hourHeight({ from, until, entries }: DayPicture): number {
  const lengths = entries.map(({ item }) => item.end - item.start).filter((ms) => ms > 0);
  const wanted = (SHORTEST_ENTRY * HOUR_MS) / Math.min(...lengths, HOUR_MS);
  const most = Math.min(HOUR.most, (TALLEST * HOUR_MS) / (until - from));
  return Math.max(Math.min(wanted, most), Math.min(HOUR.least, most));
}

interface Pen {
  readonly size: number;
  readonly fill: string;
  readonly weight?: 'bold';
  readonly anchor?: 'end';
  readonly struck?: boolean;
  /** Of which the line is a part; without it, it is the whole. */
  readonly of?: string;
}

const NOTES: Pen = { size: SIZES.note, fill: QUIET };

function head({ title, conference }: DayPicture): readonly Element[] {
  const titles: Pen = { size: SIZES.title, fill: INK, weight: 'bold' };
  const names: Pen = { size: SIZES.conference, fill: QUIET };
  return [...line(title, MARGIN, 50, titles), ...line(conference, MARGIN, 82, names)];
}

function hourLine(clock: string, y: number): readonly Element[] {
  const pen: Pen = { size: SIZES.clock, fill: QUIET, anchor: 'end' };
  return [
    x('line', { x1: CLOCKS + 8, x2: WIDTH - MARGIN, y1: y, y2: y, stroke: '#d9dbe0' }),
    ...line(clock, CLOCKS, y + SIZES.clock / 3, pen),
  ];
}

function box({ item, lane, lanes }: Placed<Entry>, yOf: (at: number) => number) {
  const { fill, edge, ink, dash } = LOOKS[item.look];
  const left = CLOCKS + 12;
  const width = (WIDTH - MARGIN - left - (lanes - 1) * GAP) / lanes;
  const at = { x: left + lane * (width + GAP), y: yOf(item.start) + 1 };
  const height = Math.max(yOf(item.end) - yOf(item.start) - 2, 14);
  return [
    x('rect', {
      ...{ ...at, width, height, rx: 6, fill, stroke: edge },
      'stroke-width': 2,
      'stroke-dasharray': dash,
    }),
    x('rect', { ...at, width: 6, height, rx: 3, fill: edge }),
    ...words(item, { x: at.x + 16, y: at.y, width: width - 24, height }, ink),
  ];
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The title in as many lines as there is room for, and below it when and where, in two lines if it must. */
function words({ title, place, look }: Entry, room: Room, ink: string): readonly Element[] {
  const size = Math.min(SIZES.entry, room.height - 4);
  const titled: Pen = { size, fill: ink, weight: 'bold', struck: look === 'canceled', of: title };
  const placed: Pen = { size: SIZES.place, fill: ink, of: place };
  const [titleStep, placeStep] = [size * LEADING, placed.size * LEADING];
  const free = room.height - 10 - titleStep;
  const places = linesOf(place, placed.size, room.width, 2).slice(0, Math.floor(free / placeStep));
  const most = 1 + Math.max(Math.floor((free - places.length * placeStep) / titleStep), 0);
  const titles = linesOf(title, size, room.width, most);
  const top = room.y + Math.min(4, (room.height - size) / 2) + size;
  const below = top + (titles.length - 1) * titleStep + placeStep + 2;
  return [
    ...titles.flatMap((each, at) => line(each, room.x, top + at * titleStep, titled)),
    ...places.flatMap((each, at) => line(each, room.x, below + at * placeStep, placed)),
  ];
}

function line(text: string, left: number, y: number, pen: Pen): readonly Element[] {
  const { size, fill, weight = 'normal', anchor = 'start', struck = false, of = text } = pen;
  const [fitting = ''] = linesOf(
    text,
    size,
    WIDTH - MARGIN - left + (anchor === 'end' ? left : 0),
    1,
  );
  const look = { fill, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor };
  const through = struck ? { 'text-decoration': 'line-through' } : {};
  const inFonts = runsOf(fitting);
  const runs = (isFromRight(of) ? fromRight(inFonts) : inFonts).map(({ text: run, font }) =>
    x('tspan', { 'font-family': font }, run),
  );
  return runs.length === 0 ? [] : [x('text', { x: left, y, ...look, ...through }, ...runs)];
}
