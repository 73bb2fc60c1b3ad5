import { z } from 'zod';
import type { ConferenceDraft, TalkDraft } from '../../assembling/draft.ts';
import { parseWrittenTime } from '../../assembling/times.ts';
import { instantOfWritten } from '../../assembling/zone.ts';
import type { Findings } from '../../reading/findings.ts';
import { looseList, looseText, parseShape } from '../../reading/json.ts';
import { refuseTalkCount } from '../../reading/limits.ts';
import { offsetsOf } from '../../zones/agreeingZone.ts';
import { venueZone } from '../../zones/venueZone.ts';
import { Answered, Resource } from './beside.ts';
import { textIn } from './names.ts';

const Named = z.object({ name: looseText });
const Submission = z.object({
  code: looseText,
  title: looseText,
  abstract: looseText,
  description: looseText,
  content_locale: looseText,
  do_not_record: z.unknown().optional(),
  speakers: looseList(z.object({ code: looseText, name: looseText })),
  track: Named.extend({ color: looseText }).nullish(),
  submission_type: Named.nullish(),
  resources: looseList(Resource).catch([]),
  // Without `expand` a question is a number, which nobody can read.
  answers: looseList(Answered).catch([]),
});
const Place = Named.extend({
  uuid: looseText,
  guid: looseText,
  description: looseText,
  capacity: z.number().nullish().catch(undefined),
});
const Slot = z.object({
  room: Place.nullish(),
  start: looseText,
  end: looseText,
  description: looseText,
  submission: Submission.nullish(),
});
const Release = z.object({ version: looseText, comment: looseText });
const Slots = z.object({ results: z.array(Slot.extend({ schedule: Release.nullish() })) });

/** The whole list, expanded: a page of a longer one would look as if the rest were canceled. */
const Known = z.object({
  next: z.null(),
  results: z
    .array(z.object({ start: z.unknown(), room: z.unknown(), submission: z.object({}).nullable() }))
    .nonempty(),
});

export function isPretalxSlots(value: unknown): boolean {
  return Known.safeParse(value).success;
}

/**
 * What pretalx's public API lists at `/api/events/E/slots/` with `expand`: breaks, public answers and
 * resources, and the release's comment. Its ids change with each release; a talk's code does not.
 */
export function decodePretalxSlots(
  value: unknown,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const { results } = parseShape(Slots, value);
  refuseTalkCount(results.length);
  const offsets = offsetsOf(results.map(({ start }) => parseWrittenTime(start)));
  const evidence = { named: undefined, path: '', configured: configuredZone, offsets };
  const { timeZone } = venueZone(evidence, findings);
  const { version, comment } = results[0]?.schedule ?? {};
  return {
    ...{ format: 'pretalx-api', timeZone, version, comment, days: [] },
    rooms: results.flatMap(({ room }) => roomOf(room)),
    tracks: results.flatMap(({ submission }) => {
      const { name, color } = submission?.track ?? {};
      return name === undefined ? [] : [{ name, colour: color }];
    }),
    talks: results.flatMap((slot, at) => talkOf(slot, `results[${at}]`, timeZone, findings)),
  };
}

function roomOf(room: z.infer<typeof Place> | null | undefined): ConferenceDraft['rooms'] {
  const { name, uuid, guid, description, capacity } = room ?? {};
  if (name === undefined) return [];
  return [{ name, guid: guid ?? uuid, description, capacity: capacity ?? undefined }];
}

function talkOf(
  slot: z.infer<typeof Slot>,
  path: string,
  timeZone: string,
  findings: Findings,
): readonly TalkDraft[] {
  const { submission, description, room } = slot;
  const [start, end] = [slot.start, slot.end].map((text) => {
    const written = parseWrittenTime(text);
    return written && instantOfWritten(written, timeZone);
  });
  if (start === undefined) {
    findings.note('talk-unscheduled', path, submission?.title ?? description);
    return [];
  }
  if (end === undefined) findings.note('end-missing', path, submission?.title ?? description);
  const place = { path, room: room?.name, start, end: end ?? start };
  if (submission) return [{ ...place, ...saidOf(submission) }];
  return [{ ...place, title: description, isBreak: true, speakers: [], texts: [], links: [] }];
}

function saidOf(submission: z.infer<typeof Submission>): Omit<TalkDraft, 'path' | 'start' | 'end'> {
  const { code, title, abstract, description, track, submission_type } = submission;
  return {
    ...{ id: code, code, title, track: track?.name, type: submission_type?.name },
    language: submission.content_locale,
    speakers: submission.speakers.flatMap(({ code: id, name }) =>
      name === undefined ? [] : [id === undefined ? { name } : { id, name }],
    ),
    texts: [abstract ?? '', description ?? ''],
    links: submission.resources.flat(),
    answers: submission.answers.flat().map(({ question, answer }) => ({
      question: textIn(question, 'en') ?? '',
      answer,
    })),
    ...(submission.do_not_record === true ? { isRecorded: false } : {}),
  };
}
