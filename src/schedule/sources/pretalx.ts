import { hash } from 'node:crypto';
import type { Body } from '../feed.ts';
import { MAX_SCHEDULE_BYTES } from '../reading/limits.ts';
import { ScheduleFormatError } from '../refusal.ts';
import type { Source } from '../source.ts';
import { createTour, type Document, type Tour, type TourParts } from './tour.ts';

/**
 * pretalx's export has talks; its public API, or else the data of its widget, has breaks, answers and
 * names in several languages beside them (issue 15 §2). The talks are always those of the export: what
 * stands beside it may fail, and holds up none of their changes.
 */

/** Pages that are read beside one export, whatever an API says of more, and the time for them. */
const MOST_PAGES = { requests: 50, ms: 30_000 };
/** A look before the export is read: a release is a few hundred characters. */
const ONE_LOOK = { requests: 3, ms: 10_000 };
/** Of one page, or of the widget's data. */
const MOST_PAGE_BYTES = 4 * 2 ** 20;

const SLOTS_AT_ONCE = 100;
/** Both are understood by some release as the number of slots in an answer. */
const SLOTS = new URLSearchParams({
  limit: `${SLOTS_AT_ONCE}`,
  page_size: `${SLOTS_AT_ONCE}`,
  expand: [
    ...['room', 'schedule', 'submission', 'submission.track', 'submission.submission_type'],
    ...['submission.resources', 'submission.answers', 'submission.answers.question'],
  ].join(),
});

type Ports = Pick<TourParts, 'feed' | 'stopwatch'>;

interface Place {
  readonly slots: URL;
  readonly latest: URL;
  readonly widget: URL;
}

/** Where else pretalx answers, told from the address of its export. */
function placeOf({ address }: Pick<Source, 'address'>): Place | undefined {
  const url = URL.parse(address);
  const path = /^(.*)\/([\w.-]+)\/schedule\/export\/schedule\.json$/.exec(url?.pathname ?? '');
  if (url === null || path === null) return undefined;
  const [, root, event] = path;
  const api = `${url.origin}${root}/api/events/${event}`;
  return {
    slots: new URL(`${api}/slots/?${SLOTS}`),
    latest: new URL(`${api}/schedules/latest/`),
    widget: new URL(`${url.origin}${root}/${event}/schedule/widgets/schedule.json`),
  };
}

export function isPretalxExport(source: Pick<Source, 'address'>): boolean {
  return placeOf(source) !== undefined;
}

/**
 * The export with what its server tells beside it, in one document that the decoder knows. Where that
 * tells nothing, or where this is no export of pretalx, the same again.
 */
export async function withBeside<B extends Body>(
  source: Pick<Source, 'address' | 'trust'>,
  body: B,
  ports: Ports,
): Promise<B> {
  const place = placeOf(source);
  if (place === undefined || !IS_PRETALX.test(headOf(body))) return body;
  const tour = tourOf(source, ports, MOST_PAGES);
  const beside =
    (await ifItAnswers(pagesOf(tour, place))) ?? (await ifItAnswers(widgetOf(tour, place)));
  if (beside === undefined) return body;
  const bytes = Buffer.concat(['{"export":', plain(body.bytes), ...beside, '}'].map(bufferOf));
  if (bytes.length > MAX_SCHEDULE_BYTES) return body;
  return { ...body, bytes, fingerprint: hash('sha256', bytes) };
}

const IS_PRETALX = /"generator":\s*\{\s*"name":\s*"pretalx"/;
const HEAD = 2_000;

function headOf({ bytes }: Pick<Body, 'bytes'>): string {
  return Buffer.from(bytes.subarray(0, HEAD)).toString();
}

/** A byte order mark may only stand at the beginning. */
function plain(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef ? bytes.subarray(3) : bytes;
}

function bufferOf(part: Uint8Array | string): Uint8Array {
  return typeof part === 'string' ? Buffer.from(part) : part;
}

function tourOf(
  { address, trust }: Pick<Source, 'address' | 'trust'>,
  ports: Ports,
  bounds: typeof MOST_PAGES,
): Tour {
  return createTour({ ...ports, named: new URL(address), trust }, bounds);
}

/** A server that refuses, fails or is too slow tells nothing. */
async function ifItAnswers<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    return undefined;
  }
}

type Parts = readonly (Uint8Array | string)[];

/** All pages or none: of half a list nobody could say what is not in it. */
async function pagesOf(tour: Tour, { slots }: Place): Promise<Parts> {
  const parts: (Uint8Array | string)[] = [];
  let length = 0;
  for (let url: URL | undefined = slots; url !== undefined; ) {
    const page = await visit(tour, url);
    length += page.bytes.length;
    refuseLonger(length, MAX_SCHEDULE_BYTES);
    parts.push(parts.length === 0 ? ',"slots":[' : ',', page.bytes);
    const [, next] = NEXT.exec(headOf(page)) ?? [];
    // Behind a proxy pretalx may not know its own address: what comes next is told by the query alone.
    url = next === undefined ? undefined : new URL(new URL(next, slots).search, slots);
  }
  return [...parts, ']'];
}

const NEXT = /"next":\s*"([^"\\]{1,1000})"/;

async function widgetOf(tour: Tour, { widget }: Place): Promise<Parts> {
  return [',"widget":', (await visit(tour, widget)).bytes];
}

/** What is no JSON is refused: one document is made of it and the export. */
async function visit(tour: Tour, url: URL): Promise<Document> {
  const page = await tour.visit(url);
  if (page.isPage) throw new ScheduleFormatError({ kind: 'webPage', facts: [] });
  refuseLonger(page.bytes.length, MOST_PAGE_BYTES);
  return page;
}

function refuseLonger(length: number, most: number): void {
  if (length > most) throw new ScheduleFormatError({ kind: 'tooLarge', facts: [length, most] });
}

/** What a release was last seen to be, and when, by the stopwatch, the whole was read with it. */
export interface Glance {
  readonly release: string;
  readonly wholeAt: number;
}

/** Texts change without a release: by the usual rhythm the whole is read within a quarter of an hour. */
const WHOLE_AFTER_MS = 9 * 60_000;

/** The release that pretalx's API tells of, in a few hundred bytes; nothing where there is none. */
export async function releaseAt(source: Source, ports: Ports): Promise<string | undefined> {
  const place = placeOf(source);
  if (place === undefined) return undefined;
  const seen = await ifItAnswers(visit(tourOf(source, ports, ONE_LOOK), place.latest));
  return seen?.text;
}

/** Whether the whole need not be read again. */
export function isSeen(
  release: string | undefined,
  glance: Glance | undefined,
  now: number,
): boolean {
  return (
    release !== undefined && release === glance?.release && now < glance.wholeAt + WHOLE_AFTER_MS
  );
}

/** What to remember of a look; nothing where what was read is of another release, out of a cache perhaps. */
export function glanceOf(
  release: string | undefined,
  body: Body,
  wholeAt: number,
): Glance | undefined {
  const [version] = /"version":\s*"(?:[^"\\]|\\.){1,200}"/.exec(release ?? '') ?? [];
  const isOfIt =
    version !== undefined && headOf(body).replace(/\s/g, '').includes(version.replace(/\s/g, ''));
  return isOfIt && release !== undefined ? { release, wholeAt } : undefined;
}
