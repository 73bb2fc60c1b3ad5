import { z } from 'zod';
import { type Instant, MINUTE_MS } from '../../clock.ts';
import type { ConferenceDraft, TalkDraft } from '../assembling/draft.ts';
import { parseDuration, parseWrittenTime } from '../assembling/times.ts';
import { instantOfWritten } from '../assembling/zone.ts';
import type { Findings } from '../reading/findings.ts';
import { looseList, looseText, objectOr, parseShape } from '../reading/json.ts';
import { refuseTalkCount } from '../reading/limits.ts';
import type { Speaker } from '../schedule.ts';
import { offsetsOf } from '../zones/agreeingZone.ts';
import { venueZone } from '../zones/venueZone.ts';
import { escapedHtml, saysMoreThan } from './htmlTexts.ts';

const Person = objectOr('name', { id: looseText, name: looseText });
/** What stands in a slot; several posters may share one. */
const presentation = {
  name: looseText,
  description: looseText,
  abstract: looseText,
  authors: looseList(Person).catch([]),
  speakers: looseList(Person).catch([]),
  conf_url: looseText,
  cancelled: z.boolean().nullish().catch(undefined),
} as const;
const Presentation = z.object(presentation);
const Slot = z.object({
  ...presentation,
  conf_key: looseText,
  kind: looseText,
  room: looseText,
  rooms: looseList(looseText).catch([]),
  start: looseText,
  end: looseText,
  duration: looseText,
  sessions: looseList(Presentation).catch([]),
});
type Slot = z.infer<typeof Slot>;
const Schedule = z.object({ schedule: z.array(Slot) });

export function isSymposion(value: unknown): boolean {
  const slot = z.object({ conf_key: z.unknown(), start: z.unknown() });
  const shape = z.object({ schedule: z.array(z.unknown()).nonempty() });
  const slots = shape.safeParse(value).data?.schedule ?? [];
  return slots.some((one) => slot.safeParse(one).success);
}

/** The `conference.json` of symposion and its relatives, PyCon US first among them: one entry a slot. */
export function decodeSymposion(
  value: unknown,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const { schedule } = parseShape(Schedule, value);
  refuseTalkCount(schedule.length);
  const { timeZone } = venueZone(
    {
      named: undefined,
      path: '',
      configured: configuredZone,
      offsets: offsetsOf(schedule.map(({ start }) => parseWrittenTime(start))),
    },
    findings,
  );
  return {
    format: 'symposion-json',
    timeZone,
    days: [],
    rooms: [],
    tracks: [],
    talks: schedule.flatMap((slot, at) => talkOf(slot, `schedule[${at}]`, timeZone, findings)),
  };
}

function talkOf(
  slot: Slot,
  path: string,
  timeZone: string,
  findings: Findings,
): readonly TalkDraft[] {
  const written = parseWrittenTime(slot.start);
  if (written === undefined) {
    findings.note('talk-unscheduled', path, slot.name);
    return [];
  }
  const start = instantOfWritten(written, timeZone);
  const rooms = slot.rooms.flatMap((room) => room ?? []);
  return [
    {
      path,
      id: slot.conf_key,
      slug: slugIn(slot.conf_url),
      title: slot.name,
      type: slot.kind,
      room: rooms.length > 0 ? rooms.join(', ') : slot.room,
      start,
      end: endOf(slot, path, start, timeZone, findings),
      speakers: speakersOf(slot),
      texts: textsOf(slot),
      links: [],
      url: slot.conf_url,
      canceled: slot.cancelled === true,
    },
  ];
}

/** `…/schedule/presentation/44/`: a presentation keeps its number when it moves to another slot. */
function slugIn(url: string | undefined): string | undefined {
  const [, what, which] = /\/([a-z]{1,40})\/([\w-]{1,80})\/?$/.exec(url ?? '') ?? [];
  return which === undefined ? undefined : `${what}-${which}`;
}

function endOf(
  { end, duration, name }: Slot,
  path: string,
  start: Instant,
  timeZone: string,
  findings: Findings,
): Instant {
  const written = parseWrittenTime(end);
  if (written !== undefined) return instantOfWritten(written, timeZone);
  const minutes = parseDuration(duration);
  if (minutes !== undefined) return start + minutes * MINUTE_MS;
  findings.note('end-missing', path, name);
  return start;
}

/** Authors are mere names. */
function speakersOf({ speakers, authors }: z.infer<typeof Presentation>): readonly Speaker[] {
  const people = speakers.length > 0 ? speakers : authors;
  return people.flatMap(({ id, name }) => {
    if (name === undefined) return [];
    return [id === undefined ? { name } : { id, name }];
  });
}

/** HTML; a slot without a presentation repeats its title, and Python writes what is not there as `None`. */
function textsOf({ name, abstract, description, sessions }: Slot): readonly string[] {
  const told = [abstract, description].flatMap((text) =>
    text === undefined || text === 'None' || !saysMoreThan(name, text) ? [] : text,
  );
  return sessions.length === 0 ? told : [...told, `<ul>${sessions.map(itemOf).join('')}</ul>`];
}

function itemOf(session: z.infer<typeof Presentation>): string {
  const title = escapedHtml(session.name ?? '');
  const url = session.conf_url;
  const linked = url === undefined ? title : `<a href="${escapedHtml(url)}">${title}</a>`;
  const names = speakersOf(session).map(({ name }) => escapedHtml(name));
  return `<li>${[linked, ...names].join(', ')}</li>`;
}
