import { z } from 'zod';
import { MINUTE_MS } from '../../clock.ts';
import type { ConferenceDraft, LinkDraft, TalkDraft } from '../assembling/draft.ts';
import { parseDuration, parseWrittenTime, timeOn, type WrittenTime } from '../assembling/times.ts';
import { instantOfWritten } from '../assembling/zone.ts';
import type { Findings } from '../reading/findings.ts';
import { looseText } from '../reading/json.ts';
import { refuseTalkCount } from '../reading/limits.ts';
import type { Speaker } from '../schedule.ts';
import { offsetsOf } from '../zones/agreeingZone.ts';
import { venueZone } from '../zones/venueZone.ts';
import { type Item, type Person, readConclar, type Tag } from './conclarFile.ts';
import { asHtml, escapedHtml } from './htmlTexts.ts';

/**
 * The programme that ConClár and KonOpas show at conventions: items with tags in categories, beside
 * them the people where one file has both. It says nothing of the convention itself.
 */
export function decodeConclar(
  value: unknown,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const { path, items, people } = readConclar(value);
  refuseTalkCount(items.length);
  const starts = items.map(startOf);
  const { timeZone } = venueZone(
    { named: undefined, path: '', configured: configuredZone, offsets: offsetsOf(starts) },
    findings,
  );
  const talks = items.flatMap((item, at) => {
    const written = starts[at];
    const place = `${path}[${at}]`;
    if (written !== undefined) return talkOf(item, place, { written, timeZone, people, findings });
    findings.note('talk-unscheduled', place, item.title);
    return [];
  });
  return { format: 'conclar', timeZone, days: [], rooms: [], tracks: [], talks };
}

/** `datetime`, or `date` (KonOpas once: `day`) with a `time` beside it unless it has one of its own. */
function startOf(item: Item): WrittenTime | undefined {
  const date = item.date ?? item.day;
  const written = parseWrittenTime(item.datetime) ?? parseWrittenTime(date);
  return written !== undefined && written.kind !== 'day' ? written : timeOn(date, item.time);
}

interface Reading {
  readonly written: WrittenTime;
  readonly timeZone: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly findings: Findings;
}

function talkOf(item: Item, path: string, reading: Reading): TalkDraft {
  const start = instantOfWritten(reading.written, reading.timeZone);
  const minutes = parseDuration(item.mins);
  // Nought stands for a length that is not known.
  if (minutes === undefined || minutes === 0) {
    reading.findings.note('end-missing', path, item.title);
  }
  const places = item.loc.length > 0 ? item.loc : [item.room, item.floor];
  const tags = sorted(item.tags);
  return {
    path,
    id: item.id,
    title: item.title,
    type: item.format ?? tags.type,
    track: tags.track,
    language: tags.language,
    room: places.flatMap((place) => place ?? []).join(', '),
    start,
    end: start + (minutes ?? 0) * MINUTE_MS,
    speakers: item.people.flatMap((person) => speakerOf(person, path, reading)),
    texts: [asHtml(item.desc ?? item.precis ?? ''), asHtml(escapedHtml(tags.others.join(' · ')))],
    links: linksOf(item.links),
  };
}

function speakerOf(
  person: Person,
  path: string,
  { people, findings }: Reading,
): readonly Speaker[] {
  const { id, name } = person;
  const known = id === undefined ? undefined : people.get(id)?.name;
  const called = (known ?? name)?.replace(/\s*\((?:moderator|mod)\)\s*$/i, '');
  if (called === undefined) {
    findings.note('speaker-unknown', path, id);
    return [];
  }
  return [id === undefined ? { name: called } : { id, name: called }];
}

interface SortedTags {
  readonly track: string | undefined;
  readonly type: string | undefined;
  readonly language: string | undefined;
  /** Whether it is recorded, whether one must sign up, and whatever else people should know. */
  readonly others: readonly string[];
}

/** Conventions call a track so, or an area; a tag without a category is one too. */
const TRACK = [/^track$/i, /^area$/i, /^(?:stream|strand|topic)$/i, /^$/] as const;
const TYPE = [/^(?:type|format)$/i] as const;
const LANGUAGE = [/^language$/i] as const;

function sorted(tags: readonly Tag[]): SortedTags {
  const first = (categories: readonly RegExp[]) =>
    categories
      .map((category) => tags.find((tag) => category.test(tag.category)))
      .find((tag) => tag !== undefined);
  const [track, type, language] = [first(TRACK), first(TYPE), first(LANGUAGE)];
  const others = tags.filter((tag) => tag !== track && tag !== type && tag !== language);
  return {
    track: track?.label,
    type: type?.label,
    language: language?.label,
    others: others.map(({ label }) => label),
  };
}

const LINK_TITLES: Readonly<Record<string, string>> = {
  signup: 'Sign up',
  meeting: 'Meeting',
  stream: 'Live',
  recording: 'Recording',
};
const Links = z.record(z.string(), looseText);

/** By what they are for; an empty list where there are none. */
function linksOf(links: unknown): readonly LinkDraft[] {
  return Object.entries(Links.safeParse(links).data ?? {}).flatMap(([kind, url]) =>
    url === undefined || !Object.hasOwn(LINK_TITLES, kind) ? [] : { title: LINK_TITLES[kind], url },
  );
}
