import { distinctNames, slugOf } from '../naming/slug.ts';
import { createAbstractReader } from '../reading/abstract.ts';
import { type Findings, UNTITLED_CONFERENCE } from '../reading/findings.ts';
import { refuseTalkCount } from '../reading/limits.ts';
import { lineOf } from '../reading/line.ts';
import { ScheduleFormatError } from '../refusal.ts';
import type { Break, Conference, Day, Room, Talk } from '../schedule.ts';
import { inProgrammeOrder } from '../timetable.ts';
import { breaksOfDrafts, isBreak } from './breaks.ts';
import { daysOf } from './days.ts';
import type { ConferenceDraft, TalkDraft } from './draft.ts';
import { roomsOf, tracksOf } from './places.ts';
import { present } from './present.ts';
import { finishTalk, inPlainLines } from './talk.ts';
import { translationsOf } from './translations.ts';
import { webAddress } from './webAddress.ts';

/** Makes a conference whole: ids distinct, titles clean, abstracts Markdown, rooms, tracks and days complete. */
export function assemble(draft: ConferenceDraft, findings: Findings): Conference {
  const all = draft.talks.map(inPlainLines);
  const drafts = all.filter((talk) => !isBreak(talk));
  if (drafts.length === 0) throw new ScheduleFormatError({ kind: 'noneScheduled', facts: [] });
  refuseTalkCount(all.length);
  const readAbstract = createAbstractReader(findings);
  const ids = identify(drafts, findings);
  const talks = drafts.map((talk, at) =>
    finishTalk(talk, ids[at] ?? talk.path, draft.url, readAbstract, findings),
  );
  const breaks = breaksOfDrafts(all.filter(isBreak));
  const rooms = roomsOf(
    draft.rooms,
    talks.map(({ room }) => room),
  );
  const tracks = tracksOf(
    draft.tracks,
    talks.map(({ track }) => track),
  );
  const days = daysOf({ ...draft, talks: drafts });
  noteEmptyRooms(rooms, [...talks, ...breaks], findings);
  noteEmptyDays(days, talks, findings);
  const { acronym, version, comment, url, timeZone } = draft;
  return {
    title: lineOf(draft.title) ?? lineOf(acronym) ?? UNTITLED_CONFERENCE,
    ...present({
      acronym: lineOf(acronym),
      version: lineOf(version),
      comment: lineOf(comment),
      url: webAddress(url, undefined),
    }),
    timeZone,
    days,
    rooms,
    tracks,
    talks: talks.sort(inProgrammeOrder),
    breaks,
    ...translationsOf(draft.translations),
    ...(draft.lacks === undefined || draft.lacks.length === 0 ? {} : { lacks: draft.lacks }),
  };
}

function noteEmptyRooms(
  rooms: readonly Room[],
  entries: readonly (Talk | Break)[],
  findings: Findings,
): void {
  const used = new Set(entries.map(({ room }) => room));
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
