import { inSlices } from '../../clock/steps.ts';
import type { Refusal } from '../../messages/refusalWords.ts';
import type { Body } from '../feed.ts';
import { ScheduleFormatError } from '../refusal.ts';
import type { Source } from '../source.ts';
import { type Candidate, candidatesIn, candidatesOn, exportsOf, namedAt } from './candidates.ts';
import { readPage } from './page.ts';
import { shownSource } from './shownSource.ts';
import { createTour, type Document, type Tour, type TourParts } from './tour.ts';

export interface WalkPorts<T> extends Pick<TourParts, 'feed' | 'stopwatch'> {
  /**
   * Rejects with a `ScheduleFormatError` where what came from the address is no schedule, or takes
   * longer to read. What is read by several requests is read here, from the first of them; they do not
   * count for the walk.
   */
  readonly read: (body: Body, address: string, withinMs?: number) => Promise<Whole<T>>;
}

/** A schedule, and what tells all that it was read from. */
export interface Whole<T> extends Pick<Body, 'fingerprint' | 'validators'> {
  readonly schedule: T;
}

/** Whatever pages hold, nobody is sent round for longer. */
const MOST = { requests: 6, ms: 10_000 };

/** What was asked, and why it is no schedule; no reason where it is one, or only tells of others. */
export interface Step {
  readonly address: string;
  /** Whether it was asked for as data. */
  readonly asData: boolean;
  readonly refusal?: Refusal;
}

/** The best schedule that could be read, and where it was. */
export interface Walked<T> extends Whole<T> {
  readonly address: string;
  /** Whose it is, where that is known. */
  readonly system?: string;
  /** Other schedules that the page offers as much as that one; nobody has asked for them. */
  readonly others: readonly Candidate[];
  /** In the order of asking. */
  readonly steps: readonly Step[];
}

/**
 * From an address to its schedule: what is known of such addresses, the address itself, the same as
 * data (HTTP's content negotiation), and then the page's own words, best first (issue 15 §1). Bounded
 * by its {@link createTour tour}. Throws a `ScheduleFormatError` that says what was looked for.
 */
export async function walk<T>(
  { address, trust }: Pick<Source, 'address' | 'trust'>,
  ports: WalkPorts<T>,
): Promise<Walked<T>> {
  const named = new URL(address);
  const queue = [...exportsOf(named), namedAt(address)];
  const search: Search<T> = {
    ports,
    trust,
    tour: createTour({ ...ports, named, trust }, MOST),
    queue,
    steps: [],
  };
  const asked = new Set<string>();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const what = `${next.kind === 'data'} ${next.address}`;
    if (asked.has(what)) continue;
    if (search.tour.isOver()) break;
    asked.add(what);
    const found = await attempt(search, next);
    if (found !== undefined) return found;
  }
  throw search.almost ?? search.own ?? withoutSchedule(search);
}

interface Search<T> {
  readonly ports: WalkPorts<T>;
  readonly trust: Source['trust'];
  readonly tour: Tour;
  /** Best first. */
  readonly queue: Candidate[];
  readonly steps: Step[];
  /** Why the named address is no schedule, where it is no page either. */
  own?: ScheduleFormatError;
  /** Why something is a schedule that cannot be read. */
  almost?: ScheduleFormatError;
}

async function attempt<T>(search: Search<T>, one: Candidate): Promise<Walked<T> | undefined> {
  const { steps } = search;
  const step = { address: one.address, asData: one.kind === 'data' };
  try {
    const found = await ask(search, one);
    steps.push(step);
    return found;
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    steps.push({ ...step, refusal: error.refusal });
    if (one.kind === 'named') search.own = error;
    else if (isAlmost(error.refusal)) {
      search.almost ??= new ScheduleFormatError(
        error.refusal,
        error.path || shownSource(one.address),
      );
    }
    return undefined;
  }
}

async function ask<T>(search: Search<T>, one: Candidate): Promise<Walked<T> | undefined> {
  const { tour } = search;
  const url = new URL(one.address);
  switch (one.kind) {
    case 'schedule':
      return read(search, await tour.visit(url), one);
    case 'named':
      return readNamed(search, await tour.visit(url, { named: true }), one);
    case 'data': {
      const document = await tour.visit(url, { accept: 'application/json' });
      const { href } = document.url;
      // What has no address of its own could not be asked for again.
      return href === url.href ? undefined : read(search, document, { ...one, address: href });
    }
    case 'page':
      await explore(search, await tour.visit(url));
      return undefined;
    case 'script': {
      const { text } = await tour.visit(url);
      enqueue(search, candidatesIn(text, new URL('/', url)));
      return undefined;
    }
  }
}

async function readNamed<T>(
  search: Search<T>,
  document: Document,
  named: Candidate,
): Promise<Walked<T> | undefined> {
  const { url } = document;
  enqueue(search, [
    ...(url.href === named.address ? [] : exportsOf(url)),
    { ...named, address: url.href, kind: 'data' },
  ]);
  if (!document.isPage) return read(search, document, named);
  await explore(search, document);
  return undefined;
}

async function explore<T>(search: Search<T>, { text, url }: Document): Promise<void> {
  enqueue(search, candidatesOn(await inSlices(readPage(text, url)), url));
}

function enqueue<T>({ queue, trust }: Search<T>, more: readonly Candidate[]): void {
  const safe = more.map((one) =>
    trust === 'chat' ? { ...one, address: one.address.replace(/^http:/, 'https:') } : one,
  );
  queue.push(...safe);
  queue.sort((a, b) => a.rank - b.rank);
}

async function read<T>(
  { ports, tour, queue, steps }: Search<T>,
  document: Document,
  candidate: Candidate,
): Promise<Walked<T>> {
  if (document.isPage) throw new ScheduleFormatError({ kind: 'webPage', facts: [] });
  const { address, system, kind } = candidate;
  const { fingerprint, validators, schedule } = await (kind === 'named'
    ? ports.read(document, address)
    : ports.read(document, address, tour.left()));
  return {
    ...{ address, fingerprint, validators, schedule, steps },
    ...(system === undefined ? {} : { system }),
    others: othersOf(queue, candidate),
  };
}

const MOST_OTHERS = 4;

/** One of each schedule that stands where the one taken stands. */
function othersOf(queue: readonly Candidate[], { group, rank }: Candidate): readonly Candidate[] {
  const groups = new Set([group]);
  const others = queue.filter((one) => {
    const isOther = one.kind === 'schedule' && one.rank === rank && !groups.has(one.group);
    groups.add(one.group);
    return isOther;
  });
  return others.slice(0, MOST_OTHERS);
}

/** It is a schedule, and a person can do something about the rest. */
function isAlmost({ kind }: Refusal): boolean {
  switch (kind) {
    case 'zoneNeeded':
    case 'noTalks':
    case 'noneScheduled':
    case 'tooMany':
    case 'tooLarge':
      return true;
    default:
      return false;
  }
}

function withoutSchedule<T>({ steps }: Search<T>): ScheduleFormatError {
  const asked = new Set(steps.map(({ address }) => shownSource(address)));
  return new ScheduleFormatError({ kind: 'pageWithoutSchedule', facts: [[...asked].join(', ')] });
}
