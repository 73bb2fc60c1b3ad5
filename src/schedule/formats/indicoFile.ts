import { z } from 'zod';
import { looseList, looseRecord, looseText, parseShape } from '../reading/json.ts';

const When = z.object({ date: looseText, time: looseText, tz: looseText }).nullish();
const Person = z.object({
  name: looseText,
  firstName: looseText,
  familyName: looseText,
  first_name: looseText,
  last_name: looseText,
});
const Attachment = z.object({ title: looseText, download_url: looseText });
const Attachments = z
  .object({
    files: looseList(Attachment),
    folders: looseList(z.object({ attachments: looseList(Attachment) })),
  })
  .nullish()
  .catch(undefined);
const entry = {
  entryType: looseText,
  id: looseText,
  contributionId: looseText,
  sessionSlotId: looseText,
  title: looseText,
  slotTitle: looseText,
  description: looseText,
  startDate: When,
  endDate: When,
  duration: looseText,
  room: looseText,
  location: looseText,
  session: looseText,
  track: looseText,
  type: looseText,
  url: looseText,
  isPoster: z.boolean().nullish().catch(undefined),
  presenters: looseList(Person).catch([]),
  conveners: looseList(Person).catch([]),
  speakers: looseList(Person).catch([]),
  attachments: Attachments,
} as const;
const Entry = z.object(entry);
export type IndicoEntry = z.infer<typeof Entry>;

/** Events, in them days, in them entries; a session holds entries of its own. */
const Timetable = looseRecord(
  looseRecord(looseRecord(z.object({ ...entry, entries: looseRecord(Entry).optional() }))),
);
const Event = z.object({
  title: looseText,
  url: looseText,
  timezone: looseText,
  contributions: z.array(Entry),
});

/** An entry where it stands. */
export interface PlacedEntry {
  readonly path: string;
  readonly entry: IndicoEntry;
}

export interface IndicoFile {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly entries: readonly PlacedEntry[];
}

/** An answer of Indico's HTTP API, or what is left of one: the timetable of events by number. */
export function isIndico(value: unknown): boolean {
  if (z.object({ _type: z.literal('HTTPAPIResult') }).safeParse(value).success) return true;
  const results = z.object({ results: z.record(z.string(), z.record(z.string(), z.unknown())) });
  const days = Object.values(results.safeParse(value).data?.results ?? {}).flatMap(Object.keys);
  return days.length > 0 && days.every((day) => /^\d{8}$/.test(day));
}

/** `export/timetable/N.json`, or `export/event/N.json?detail=contributions`. */
export function readIndico(value: unknown): IndicoFile {
  const { url, results } = parseShape(z.object({ url: looseText, results: z.unknown() }), value);
  if (!Array.isArray(results) || results.length === 0) {
    const timetable = parseShape(Timetable, results, 'results');
    return { url: pageOf(url, Object.keys(timetable)), entries: entriesOf(timetable) };
  }
  const events = parseShape(z.array(Event), results, 'results');
  const entries = events.flatMap(({ contributions }, eventAt) =>
    contributions.map((one, at) => ({
      path: `results[${eventAt}].contributions[${at}]`,
      entry: one,
    })),
  );
  const [first] = events;
  return { title: first?.title, url: first?.url, timeZone: first?.timezone, entries };
}

/** The event's own page, beside which the addresses of its contributions stand. */
function pageOf(address: string | undefined, [event]: readonly string[]): string | undefined {
  return event === undefined ? undefined : URL.parse(`/event/${event}/`, address)?.href;
}

/** A session that holds nothing is an entry itself; else what it holds belongs to it. */
function entriesOf(timetable: z.infer<typeof Timetable>): readonly PlacedEntry[] {
  return Object.entries(timetable).flatMap(([event, days]) =>
    Object.entries(days).flatMap(([day, entries]) =>
      Object.entries(entries).flatMap(([key, { entries: inner = {}, ...own }]) => {
        const path = `results.${event}.${day}.${key}`;
        const held = Object.entries(inner).map(([innerKey, one]) => ({
          path: `${path}.entries.${innerKey}`,
          entry: { ...one, session: own.title },
        }));
        return held.length > 0 ? held : [{ path, entry: own }];
      }),
    ),
  );
}
