import { type Instant, MINUTE_MS } from '../../clock.ts';
import type { ConferenceDraft, LinkDraft, TalkDraft } from '../assembling/draft.ts';
import { parseDuration, timeOn, type WrittenTime } from '../assembling/times.ts';
import { instantOfWritten } from '../assembling/zone.ts';
import type { Findings } from '../reading/findings.ts';
import { refuseTalkCount } from '../reading/limits.ts';
import type { Speaker } from '../schedule.ts';
import { venueZone } from '../zones/venueZone.ts';
import { zoneNamed } from '../zones/zoneNames.ts';
import { type IndicoEntry, type PlacedEntry, readIndico } from './indicoFile.ts';

/**
 * What Indico's HTTP API tells of an event: contributions, and sessions that hold none. A session that
 * does is what its contributions have in common.
 */
export function decodeIndico(
  value: unknown,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const { title, url, timeZone: named, entries } = readIndico(value);
  refuseTalkCount(entries.length);
  const { timeZone } = venueZone(
    {
      named,
      path: named === undefined ? '' : 'results[0].timezone',
      ofTalks: entries.flatMap(({ entry }) => zoneNamed(entry.startDate?.tz ?? '') ?? []),
      configured: configuredZone,
      offsets: [],
    },
    findings,
  );
  const talks = entries.flatMap((one) => talkOf(one, timeZone, findings));
  return { format: 'indico-json', title, url, timeZone, days: [], rooms: [], tracks: [], talks };
}

function talkOf(
  { path, entry }: PlacedEntry,
  timeZone: string,
  findings: Findings,
): readonly TalkDraft[] {
  const start = instantOf(entry.startDate, timeZone);
  if (start === undefined) {
    findings.note('talk-unscheduled', path, entry.title);
    return [];
  }
  return [
    {
      path,
      id: idOf(entry),
      title: titleOf(entry),
      isBreak: entry.entryType === 'Break',
      type: entry.type ?? (entry.isPoster === true ? 'Poster' : undefined),
      track: entry.session ?? entry.track,
      room: entry.room ?? entry.location,
      start,
      end: endOf(entry, path, start, timeZone, findings),
      speakers: [...entry.presenters, ...entry.speakers, ...entry.conveners].flatMap(speakerOf),
      texts: [entry.description ?? ''],
      links: linksOf(entry),
      url: entry.url,
    },
  ];
}

/** A contribution keeps its number when it is scheduled anew; the entry's own is then another. */
function idOf({ contributionId, sessionSlotId, id }: IndicoEntry): string | undefined {
  return contributionId ?? (sessionSlotId === undefined ? id : `session-${sessionSlotId}`);
}

/** The blocks of one session may have titles of their own: `Detectors: Calorimetry`. */
function titleOf({ title, slotTitle }: IndicoEntry): string | undefined {
  if (slotTitle === undefined || slotTitle === title) return title;
  return title === undefined ? slotTitle : `${title}: ${slotTitle}`;
}

/** On the event's own clock, whose zone stands beside it. */
function instantOf(when: IndicoEntry['startDate'], timeZone: string): Instant | undefined {
  const written: WrittenTime | undefined = timeOn(when?.date, when?.time);
  const own = zoneNamed(when?.tz ?? '')?.zone;
  return written === undefined ? undefined : instantOfWritten(written, own ?? timeZone);
}

function endOf(
  entry: IndicoEntry,
  path: string,
  start: Instant,
  timeZone: string,
  findings: Findings,
): Instant {
  const end = instantOf(entry.endDate, timeZone);
  if (end !== undefined) return end;
  const minutes = parseDuration(entry.duration);
  if (minutes !== undefined) return start + minutes * MINUTE_MS;
  findings.note('end-missing', path, entry.title);
  return start;
}

function speakerOf(person: IndicoEntry['speakers'][number]): readonly Speaker[] {
  const first = person.firstName ?? person.first_name;
  const last = person.familyName ?? person.last_name;
  const name = person.name ?? [first, last].filter((part) => part !== undefined).join(' ');
  return name === '' ? [] : [{ name }];
}

function linksOf({ attachments }: IndicoEntry): readonly LinkDraft[] {
  const { files = [], folders = [] } = attachments ?? {};
  const all = [...files, ...folders.flatMap((folder) => folder.attachments)];
  return all.map(({ title, download_url }) => ({ title, url: download_url }));
}
