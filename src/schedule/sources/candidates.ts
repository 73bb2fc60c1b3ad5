import type { Link, Page } from './page.ts';
import { type ExportRule, SYSTEMS, type System } from './systems.ts';

/** An address at which a schedule may be. */
export interface Candidate {
  readonly address: string;
  /**
   * `named` is what a person named, and `data` the same as HTTP's content negotiation may have it;
   * `page` and `script` may say where a schedule is.
   */
  readonly kind: 'schedule' | 'named' | 'data' | 'page' | 'script';
  /** Whose schedules are there, where that is known. */
  readonly system?: string;
  /** Those of one schedule in several formats have the same. */
  readonly group: string;
  /** The lowest is the best. */
  readonly rank: number;
}

/**
 * What is known of a page's address before anybody asks it: a system's exports, best first. The address
 * of an export is what it is.
 */
export function exportsOf(url: URL): readonly Candidate[] {
  if (EXTENSION.test(url.pathname) || NAMED.test(url.pathname)) return [];
  return firstOf((system) => exportsBy(system, system.rules, url, RANKS.known));
}

/** The address itself, whatever it is. */
export function namedAt(address: string): Candidate {
  return { address, kind: 'named', group: address, rank: RANKS.data };
}

function firstOf(exports: (system: System) => readonly Candidate[]): readonly Candidate[] {
  for (const system of SYSTEMS) {
    const found = exports(system);
    if (found.length > 0) return found;
  }
  return [];
}

function exportsBy(
  { name }: System,
  rules: readonly ExportRule[],
  url: URL,
  rank: number,
): readonly Candidate[] {
  const place = url.pathname + url.search;
  const rule = rules.find(
    ({ host, path }) => (host?.test(url.hostname) ?? true) && path.test(place),
  );
  const caught = rule?.path.exec(place) ?? [];
  const addresses = (rule?.exports ?? []).map((pattern) => {
    const filled = pattern.replace(/\$(\d)/g, (_, at) => caught[Number(at)] ?? '');
    return new URL(pattern.startsWith('https:') ? filled : url.origin + filled).href;
  });
  const [group = ''] = addresses;
  const known = { kind: 'schedule', system: name, group, rank } as const;
  return addresses.map((address) => ({ ...known, address }));
}

/** What a page's own words are worth. */
const RANKS = {
  known: 0,
  data: 1,
  linked: 2,
  named: 3,
  calendar: 4,
  called: 5,
  typed: 6,
  script: 7,
  page: 8,
} as const;

const EXTENSION = /\.(json|jsonp|xml|ics|ical|xcal|xcs|csv)$/i;
/** `schedule.xml`, `all.ics`, `program.js`, `…/export/xml`: the names of exports, not of one talk's. */
const NAMED =
  /(?:^|[/_.-])(?:schedule|fahrplan|programm?e?|timetable|agenda|conference|sessions?|all|talks)(?:[_.-][\w-]{1,20})?\.(?:json|jsonp|xml|ics|ical|xcal|xcs|csv)$|\/program(?:me)?\.js$|\/(?:schedule|fahrplan)\/(?:xml|json|ical|ics|xcal)$/i;
const CALLED =
  /\bi?cal(?:endar)?\b|\.ics\b|\b(?:schedule|fahrplan)\.(?:xml|json)\b|\bxcal\b|\bexport\b/i;
const CALENDAR = /^text\/(?:x-v)?calendar|^application\/(?:calendar|ics)/;
const DATA = /^(?:application|text)\/(?:calendar\+)?(?:json|xml)\b/;
/** Said of other things than schedules on very many pages. */
const OTHER = /oembed|\/wp-json\/|\/feed\/?$|sitemap|manifest\.json$|opensearch|rss|atom/i;
const PAGE = /schedule|programm?e?\b|fahrplan|timetable|agenda|zeitplan/i;
/** More calendars without a telling name are one a talk. */
const MOST_UNNAMED = 3;
const MOST_PAGES = 2;

/** What a page offers, best first; each address once. */
export function candidatesOn(page: Page, address: URL): readonly Candidate[] {
  const isShell = page.links.every(({ kind }) => kind !== 'anchor');
  const all = page.links.flatMap((link) => {
    const exports = exportsByLink(link, page);
    return exports.length > 0 ? exports : offered(link, address, isShell);
  });
  const once = [...new Map(all.toReversed().map((one) => [one.address, one])).values()];
  const sorted = once.toReversed().toSorted((a, b) => a.rank - b.rank || worth(a) - worth(b));
  const unnamed = sorted.filter(({ kind, rank }) => kind === 'schedule' && rank >= RANKS.called);
  const left = new Set([
    ...(unnamed.length > MOST_UNNAMED ? unnamed : []),
    ...sorted.filter(({ kind }) => kind === 'page').slice(MOST_PAGES),
  ]);
  return sorted.filter((one) => !left.has(one));
}

/** A path that could be anybody's tells only on a page, or of a frame, that says whose it is. */
function exportsByLink({ url, kind, text }: Link, { generator }: Page): readonly Candidate[] {
  const isFrame = kind === 'embed' && text !== '';
  const place = isFrame ? scheduleOf(url) : url;
  return firstOf((system) => {
    const isSure = system.generator?.test(isFrame ? text : generator) ?? false;
    const rules = isSure ? system.rules : system.rules.filter(({ host }) => host !== undefined);
    return exportsBy(system, rules, place, RANKS.linked);
  });
}

function scheduleOf(url: URL): URL {
  return new URL(`${url.pathname.replace(/\/*$/, '/')}schedule/`, url);
}

function offered(link: Link, address: URL, isShell: boolean): readonly Candidate[] {
  const { url, kind, text, type } = link;
  const here = withoutHash(url);
  const rank = rankOf(link);
  const isOther = OTHER.test(url.pathname + url.search) || OTHER.test(type);
  if (isOther && !CALENDAR.test(type)) return [];
  if (rank !== undefined) return [{ address: here, kind: 'schedule', group: stemOf(url), rank }];
  const isNear = url.hostname === address.hostname && here !== withoutHash(address);
  if (!isNear || EXTENSION.test(url.pathname)) return [];
  if (kind === 'script') {
    const isMain = isShell && /\/(?:main|index|app|bundle)[\w.-]*\.js$/.test(url.pathname);
    return isMain ? [{ address: here, kind, group: here, rank: RANKS.script }] : [];
  }
  const isPage = kind !== 'alternate' && (PAGE.test(url.pathname) || PAGE.test(text));
  return isPage ? [{ address: here, kind: 'page', group: here, rank: RANKS.page }] : [];
}

function rankOf({ url, kind, text, type }: Link): number | undefined {
  const name = url.pathname;
  if (NAMED.test(name)) return RANKS.named;
  if (kind === 'alternate' && CALENDAR.test(type)) return RANKS.calendar;
  if (kind === 'alternate' && DATA.test(type)) return RANKS.typed;
  if (kind === 'script') return undefined;
  if (EXTENSION.test(name))
    return /\.(?:ics|ical|xcal|xcs)$/i.test(name) ? RANKS.called : RANKS.typed;
  return kind === 'anchor' && CALLED.test(text) ? RANKS.called : undefined;
}

/** What says more of a talk comes first. */
const WORTH = ['json', 'xml', 'jsonp', 'xcal', 'ics'];

function worth({ address, rank }: Candidate): number {
  if (rank < RANKS.named) return 0;
  const at = WORTH.findIndex((format) => new RegExp(`[./]${format}\\b`, 'i').test(address));
  return at === -1 ? WORTH.length : at;
}

/** `https://a.example/export/schedule` for whichever format. */
function stemOf({ origin, pathname }: URL): string {
  return origin + pathname.replace(EXTENSION, '').replace(/\/(?:xml|json|ical|ics|xcal)$/i, '');
}

function withoutHash(url: URL): string {
  return url.href.replace(/#.*$/s, '');
}

/** What a script says of where the data lie that it shows. */
export function candidatesIn(script: string, page: URL): readonly Candidate[] {
  return SYSTEMS.flatMap(({ name, script: pattern }) => {
    const [, place] = pattern?.exec(script) ?? [];
    const url = place === undefined ? null : URL.parse(place, page);
    return url === null || !/^https?:$/.test(url.protocol)
      ? []
      : [{ ...{ address: url.href, group: url.href }, ...SCRIPTED, system: name }];
  });
}

const SCRIPTED = { kind: 'schedule', rank: RANKS.known } as const;
