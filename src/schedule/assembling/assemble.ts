import { DAY_MS } from '../../clock.ts';
import { type AbstractReader, createAbstractReader } from '../reading/abstract.ts';
import { type Findings, UNTITLED_CONFERENCE, UNTITLED_TALK } from '../reading/findings.ts';
import { refuseTalkCount } from '../reading/limits.ts';
import { languageOf, lineOf } from '../reading/line.ts';
import { ScheduleFormatError } from '../refusal.ts';
import type { Conference, Day, Link, Room, Talk, TalkId, Track } from '../schedule.ts';
import { distinctNames, slugOf, uniqueSlugs } from '../slug.ts';
import { inProgrammeOrder } from '../timetable.ts';
import { daysOf } from './days.ts';
import type { ConferenceDraft, LinkDraft, TalkDraft } from './draft.ts';
import { wordsOfTitle } from './status.ts';

/** Longer than any conference; an end beyond it is a slip of the pen, and may lie beyond all calendars. */
const MAX_TALK_MS = 100 * DAY_MS;

/** Makes a conference whole: ids distinct, titles clean, abstracts Markdown, rooms, tracks and days complete. */
export function assemble(draft: ConferenceDraft, findings: Findings): Conference {
  if (draft.talks.length === 0) throw new ScheduleFormatError({ kind: 'noneScheduled', facts: [] });
  refuseTalkCount(draft.talks.length);
  const readAbstract = createAbstractReader(findings);
  const drafts = draft.talks.map(inPlainLines);
  const ids = identify(drafts, findings);
  const talks = drafts.map((talk, at) =>
    finishTalk(talk, ids[at] ?? talk.path, draft.url, readAbstract, findings),
  );
  const rooms = named<Room>(
    [...draft.rooms, ...talks.flatMap((talk) => talk.room ?? [])],
    'room',
    draft.roomGuids,
  );
  const tracks = named<Track>(
    [...draft.tracks, ...talks.flatMap((talk) => talk.track ?? [])],
    'track',
  );
  const days = daysOf(draft);
  noteEmptyRooms(rooms, talks, findings);
  noteEmptyDays(days, talks, findings);
  const { acronym, version, url, timeZone } = draft;
  return {
    title: lineOf(draft.title) ?? lineOf(acronym) ?? UNTITLED_CONFERENCE,
    ...present({
      acronym: lineOf(acronym),
      version: lineOf(version),
      url: webAddress(url, undefined),
    }),
    timeZone,
    days,
    rooms,
    tracks,
    talks: talks.sort(inProgrammeOrder),
  };
}

/** Fits, with all that stands beside it, into the keys of every database. */
const MAX_MARK = 255;

/** All of these are compared, kept in databases or shown in lists. */
function inPlainLines(talk: TalkDraft): TalkDraft {
  return {
    ...talk,
    id: lineOf(talk.id, MAX_MARK),
    guid: lineOf(talk.guid, MAX_MARK),
    code: lineOf(talk.code, MAX_MARK),
    slug: lineOf(talk.slug, MAX_MARK),
    title: lineOf(talk.title),
    subtitle: lineOf(talk.subtitle),
    type: lineOf(talk.type),
    track: lineOf(talk.track),
    room: lineOf(talk.room),
    speakers: talk.speakers.flatMap((speaker) => {
      const name = lineOf(speaker.name);
      return name === undefined ? [] : { ...speaker, name };
    }),
  };
}

function finishTalk(
  draft: TalkDraft,
  id: TalkId,
  baseUrl: string | undefined,
  readAbstract: AbstractReader,
  findings: Findings,
): Talk {
  const { guid, code, slug, subtitle, type, track, room, start, speakers } = draft;
  const { title, status, mark } = wordsOfTitle(draft.title ?? UNTITLED_TALK);
  noteOddities(draft, title, findings);
  return {
    id,
    ...present({ guid, code, slug }),
    title,
    ...present({ mark, subtitle, type, language: languageOf(draft.language), track, room }),
    start,
    end: start + Math.min(Math.max(0, Math.round(draft.end - start)), MAX_TALK_MS),
    speakers,
    abstract: readAbstract(draft.texts, draft.path),
    links: linksOf(draft, baseUrl, findings),
    ...present({ url: webAddress(draft.url, baseUrl) }),
    status: draft.canceled === true ? 'canceled' : status,
  };
}

function noteOddities(draft: TalkDraft, title: string, findings: Findings): void {
  if (draft.title === undefined) findings.note('title-missing', draft.path);
  if (draft.speakers.length === 0) findings.note('speakers-missing', draft.path, title);
  if (draft.room === undefined) findings.note('room-missing', draft.path, title);
  if (draft.end < draft.start) findings.note('end-before-start', draft.path, title);
  if (draft.end - draft.start > DAY_MS) findings.note('talk-long', draft.path, title);
}

function linksOf(
  draft: TalkDraft,
  baseUrl: string | undefined,
  findings: Findings,
): readonly Link[] {
  const links = new Map<string, Link>();
  for (const link of draft.links) {
    const url = webAddress(link.url, baseUrl);
    if (url === undefined) noteUnusable(link, draft.path, findings);
    else if (!links.has(url)) links.set(url, { title: lineOf(link.title) ?? url, url });
  }
  return [...links.values()];
}

function noteUnusable(link: LinkDraft, path: string, findings: Findings): void {
  findings.note('link-unusable', path, link.url ?? link.title ?? '');
}

function webAddress(url: string | undefined, base: string | undefined): string | undefined {
  const address = url?.trim() ?? '';
  const parsed = URL.parse(/^www\./i.test(address) ? `https://${address}` : address, base);
  const usable = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  if (!usable || address === '') return undefined;
  return parsed.href === `${address}/` ? address : parsed.href;
}

function named<T extends Room | Track>(
  names: readonly string[],
  fallback: string,
  guids?: ReadonlyMap<string, string>,
): readonly T[] {
  const slug = uniqueSlugs(fallback);
  const distinct = new Set(names.flatMap((name) => lineOf(name) ?? []));
  return [...distinct].map(
    (name) => ({ name, ...present({ guid: guids?.get(name) }), slug: slug(name) }) as T,
  );
}

function noteEmptyRooms(rooms: readonly Room[], talks: readonly Talk[], findings: Findings): void {
  const used = new Set(talks.map((talk) => talk.room));
  rooms.forEach(({ name }, at) => {
    if (!used.has(name)) findings.note('room-empty', `rooms[${at}]`, name);
  });
}

function noteEmptyDays(days: readonly Day[], talks: readonly Talk[], findings: Findings): void {
  const starts = Float64Array.from(talks, ({ start }) => start).sort();
  let next = 0;
  days.forEach(({ end, date }, at) => {
    const before = next;
    while ((starts[next] ?? end) < end) next += 1;
    if (next === before) findings.note('day-empty', `days[${at}]`, date);
  });
}

/** Leaves out what is absent, so that absent fields are absent and not `undefined`. */
function present<T extends Readonly<Record<string, string | undefined>>>(
  fields: T,
): { [K in keyof T]?: string } {
  const found: { [K in keyof T]?: string } = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && value !== '') found[key] = value;
  }
  return found;
}

/**
 * Each talk's id: the source's own, else its guid, code, slug or its title, so that
 * it stays the same in the next version. The second talk of one id gets `id-2`.
 */
export function identify(talks: readonly TalkDraft[], findings: Findings): readonly string[] {
  const wanted = talks.map((talk) => idOf(talk, findings));
  const distinct = distinctNames(new Set(wanted));
  const guids = new Set<string>();
  return talks.map((talk, at) => {
    if (talk.guid !== undefined && guids.has(talk.guid)) {
      findings.note('guid-duplicate', talk.path, talk.guid);
    }
    if (talk.guid !== undefined) guids.add(talk.guid);
    const id = distinct(wanted[at] ?? '');
    if (id !== wanted[at]) findings.note('id-duplicate', talk.path, wanted[at]);
    return id;
  });
}

function idOf(talk: TalkDraft, findings: Findings): string {
  if (talk.id !== undefined) return talk.id;
  const made = talk.guid ?? talk.code ?? talk.slug ?? (slugOf(talk.title ?? '') || 'talk');
  findings.note('id-missing', talk.path, made);
  return made;
}
