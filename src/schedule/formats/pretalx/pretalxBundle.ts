import { z } from 'zod';
import type { ConferenceDraft, TalkDraft } from '../../assembling/draft.ts';
import { parseWrittenTime } from '../../assembling/times.ts';
import { instantOfWritten } from '../../assembling/zone.ts';
import type { Findings } from '../../reading/findings.ts';
import { decodeScheduleJson, isScheduleJson } from '../scheduleJson.ts';
import { type Beside, besideOfPages, besideOfWidget, type Place } from './beside.ts';
import { mainLanguage, textIn, translationsOf } from './names.ts';

const Bundle = z.object({
  export: z.unknown().refine(isScheduleJson),
  slots: z.array(z.unknown()).optional(),
  widget: z.unknown().optional(),
});

export function isPretalxBundle(value: unknown): boolean {
  return Bundle.safeParse(value).success;
}

/**
 * What `sources/pretalx.ts` makes of several answers: pretalx's export, and beside it all pages of its
 * slots or else the data of its widget. Talks are those of the export, with its ids, whatever else
 * answers, so that a change of way changes none; the rest is joined by code.
 */
export function decodePretalxBundle(
  value: unknown,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const { export: exported, slots, widget } = Bundle.parse(value);
  const beside = slots === undefined ? besideOfWidget(widget) : besideOfPages(slots);
  const hasLinks = beside !== undefined && !beside.lacks.includes('links');
  const noted = hasLinks ? withoutLinksLeftOut(findings) : findings;
  const draft = decodeScheduleJson(exported, configuredZone, noted);
  // A release may come out between two answers; the next time both are of it.
  return beside === undefined || beside.version !== draft.version ? draft : joined(draft, beside);
}

/** Those that the export cannot tell from private ones come from the API. */
function withoutLinksLeftOut(findings: Findings): Findings {
  return {
    ...findings,
    note: (code, ...where) => {
      if (code !== 'links-private') findings.note(code, ...where);
    },
  };
}

function joined(draft: ConferenceDraft, beside: Beside): ConferenceDraft {
  const { format, comment, rooms, named, breaks } = beside;
  const written = mainLanguage([...rooms.map(({ names }) => names), ...named], calledIn(draft));
  const lacks = draft.lacks?.filter((one) => beside.lacks.includes(one));
  const names = [...rooms.map((room) => room.names), ...named, ...breaks.map(({ title }) => title)];
  const told = [...names, comment].filter((one) => one !== undefined);
  const breakDrafts = breaks.flatMap(({ title, start, end, path, room }): TalkDraft[] => {
    const [from, to = from] = [start, end].map((text) => instantOf(text, draft.timeZone));
    const place = { path, title: textIn(title, written), room: roomIn(draft, room, written) };
    if (from === undefined || to === undefined) return [];
    return [{ ...place, start: from, end: to, isBreak: true, speakers: [], texts: [], links: [] }];
  });
  return {
    ...draft,
    ...{ format, lacks, comment: textIn(comment, written) },
    talks: [...talksWith(draft, beside, written), ...breakDrafts],
    translations: translationsOf(told, written),
  };
}

function calledIn({ rooms, tracks, talks }: ConferenceDraft): ReadonlySet<string> {
  const names = [...rooms, ...tracks].map(({ name }) => name);
  return new Set([...names, ...talks.flatMap(({ type }) => type ?? [])]);
}

function instantOf(text: string | undefined, timeZone: string) {
  const written = parseWrittenTime(text);
  return written && instantOfWritten(written, timeZone);
}

/** The export's name for it. */
function roomIn(
  { rooms }: ConferenceDraft,
  place: Place | undefined,
  written: string,
): string | undefined {
  const { names, guid } = place ?? {};
  const byGuid = guid === undefined ? undefined : rooms.find((room) => room.guid === guid);
  return byGuid?.name ?? textIn(names, written);
}

function talksWith(
  { talks, lacks }: ConferenceDraft,
  beside: Beside,
  written: string,
): readonly TalkDraft[] {
  const byCode = new Map(beside.talks.map((talk) => [talk.code, talk]));
  const hasLinks = !lacks?.includes('links');
  return talks.map((talk) => {
    const told = byCode.get(talk.code ?? '');
    if (told === undefined) return talk;
    const answers = told.answers.map((one) => ({
      question: textIn(one.question, written) ?? '',
      answer: one.answer,
    }));
    return { ...talk, answers, links: hasLinks ? talk.links : told.links };
  });
}
