import type { Body, Feed } from '../feed.ts';
import { isWebPage } from '../reading/webPage.ts';
import { ScheduleFormatError } from '../refusal.ts';
import type { Source } from '../source.ts';

/** For all of a tour, redirects included: whatever pages hold, it is not sent round for longer. */
export interface TourBounds {
  readonly requests: number;
  readonly ms: number;
}

/** As many characters of a document are looked at before it is known to be a schedule. */
const MOST_LOOKED_AT = 2 * 2 ** 20;

export interface TourParts extends Pick<Source, 'trust'> {
  /** What a person named. */
  readonly named: URL;
  readonly feed: Pick<Feed, 'ask'>;
  /** Milliseconds from any origin. */
  readonly stopwatch: () => number;
}

export interface Document extends Body {
  /** Where it was after all redirects. */
  readonly url: URL;
  /** From its beginning, as far as a page is looked at. */
  readonly text: string;
  readonly isPage: boolean;
}

/** The requests of one search; each hop counts, and is guarded by itself. */
export interface Tour {
  /**
   * The document there; throws a `ScheduleFormatError`. The address that a person `named` may take its
   * usual time, unless it is a web page: it may be the schedule itself, and slow.
   */
  visit(url: URL, how?: { readonly accept?: string; readonly named?: boolean }): Promise<Document>;
  isOver(): boolean;
  /** Milliseconds that are left, at least 0. */
  left(): number;
}

export function createTour(
  { feed, stopwatch, named: start, trust }: TourParts,
  most: TourBounds,
): Tour {
  const begun = stopwatch();
  /** Where the named address led: what the operator trusts, also in a network of the operator's own. */
  const home = new Set([start.hostname]);
  let requests = 0;
  const left = () => Math.max(0, begun + most.ms - stopwatch());
  const ask = (url: URL, accept: string | undefined, named: boolean) => {
    requests += 1;
    if (named) home.add(url.hostname);
    return feed.ask({
      url,
      trust: home.has(url.hostname) ? trust : 'chat',
      ...(accept === undefined ? {} : { accept }),
      within: { ms: named ? Number.POSITIVE_INFINITY : left(), pageMs: left() },
    });
  };
  return {
    left,
    isOver: () => requests >= most.requests || left() === 0,
    visit: async (address, { accept, named = false } = {}) => {
      const passed = new Set<string>();
      for (let url = address; requests < most.requests && !passed.has(url.href); ) {
        passed.add(url.href);
        const answer = await ask(url, accept, named);
        if (answer.kind === 'document') return documentOf(url, answer, answer.type);
        url = answer.to;
      }
      throw new ScheduleFormatError({ kind: 'tooManyRedirects', facts: [most.requests - 1] });
    },
  };
}

/** How all formats begin, whatever the server calls them. */
const DATA = /^(?:BEGIN:VCALENDAR|[[{]|<\?xml|<schedule|<icalendar)/i;

function documentOf(url: URL, { bytes, fingerprint, validators }: Body, type: string): Document {
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_LOOKED_AT)).trimStart();
  const isPage = isWebPage(text) || (/html/i.test(type) && !DATA.test(text));
  return { url, bytes, fingerprint, validators, text, isPage };
}
