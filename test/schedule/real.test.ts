import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/clock/steps.ts';
import type { ScheduleFormat } from '../../src/schedule/assembling/draft.ts';
import { diffSchedules, talkOf } from '../../src/schedule/comparing/changes.ts';
import { type DecodedSchedule, decodeSchedule } from '../../src/schedule/decode.ts';
import { sharedPath } from '../support/shared.ts';
import { flawsOf } from './support/flaws.ts';
import {
  readCsv,
  readIcs,
  readItems,
  readJsonEvents,
  readSessionizeAll,
  readSessionizeGrid,
  readSlots,
  readXcal,
  readXmlEvents,
} from './support/independent.ts';
import { byId, type Facts, factsById } from './support/schedules.ts';

interface RealFile {
  readonly file: string;
  readonly format: ScheduleFormat;
  /** Configured, where the file names none. */
  readonly zone?: string;
  readonly talks: number;
  /** None, where it is not said. */
  readonly breaks?: number;
  readonly days: number;
  /** Rooms that hold talks. */
  readonly rooms: number;
  readonly withoutSpeakers: number;
  readonly read: (text: string) => readonly Facts[];
}

const BERLIN = 'Europe/Berlin';
const FILES: readonly RealFile[] = [
  {
    file: '27c3.pentabarf.xml',
    format: 'pentabarf-xml',
    zone: BERLIN,
    talks: 75,
    days: 4,
    rooms: 3,
    withoutSpeakers: 6,
    read: (text) => readXmlEvents(text, 1, '04:00'),
  },
  {
    file: '31c3.frab.xml',
    format: 'pentabarf-xml',
    zone: BERLIN,
    talks: 138,
    days: 4,
    rooms: 4,
    withoutSpeakers: 0,
    read: (text) => readXmlEvents(text, 1),
  },
  {
    file: 'camp2019-stages.frab.json',
    format: 'schedule-json',
    talks: 79,
    days: 5,
    rooms: 2,
    withoutSpeakers: 1,
    read: readJsonEvents,
  },
  {
    file: 'chicon-8.rev1.conclar.jsonp',
    format: 'conclar',
    zone: 'America/Chicago',
    talks: 1369,
    days: 5,
    rooms: 42,
    withoutSpeakers: 46,
    read: readItems,
  },
  {
    file: 'chicon-8.rev2.conclar.jsonp',
    format: 'conclar',
    zone: 'America/Chicago',
    talks: 1386,
    days: 5,
    rooms: 41,
    withoutSpeakers: 47,
    read: readItems,
  },
  {
    file: 'dddperth-2022.sessionize-gridsmart.json',
    format: 'sessionize-gridsmart',
    zone: 'Australia/Perth',
    talks: 50,
    breaks: 13,
    days: 1,
    rooms: 9,
    withoutSpeakers: 0,
    read: (text) => readSessionizeGrid(text, '+08:00'),
  },
  {
    file: 'democon-sep2022.pretalx.ics',
    format: 'icalendar',
    talks: 36,
    days: 3,
    rooms: 2,
    withoutSpeakers: 0,
    read: (text) => readIcs(text, '+02:00'),
  },
  {
    file: 'democon-sep2022.pretalx.json',
    format: 'schedule-json',
    zone: BERLIN,
    talks: 36,
    days: 3,
    rooms: 2,
    withoutSpeakers: 0,
    read: readJsonEvents,
  },
  {
    file: 'democon-sep2022.pretalx.xcal',
    format: 'xcal',
    zone: BERLIN,
    talks: 36,
    days: 3,
    rooms: 2,
    withoutSpeakers: 0,
    read: (text) => readXcal(text, '+02:00'),
  },
  {
    file: 'democon-sep2022.pretalx.xml',
    format: 'pentabarf-xml',
    talks: 36,
    days: 3,
    rooms: 2,
    withoutSpeakers: 0,
    read: (text) => readXmlEvents(text, 2),
  },
  {
    file: 'droidcon-2025.sessions.csv',
    format: 'pretalx-csv',
    zone: 'Europe/Rome',
    talks: 28,
    days: 2,
    rooms: 2,
    withoutSpeakers: 1,
    read: (text) => readCsv(text, '+01:00'),
  },
  {
    file: 'fosdem-2020.pentabarf.xml',
    format: 'pentabarf-xml',
    zone: 'Europe/Brussels',
    talks: 872,
    days: 2,
    rooms: 35,
    withoutSpeakers: 19,
    read: (text) => readXmlEvents(text, 1, '09:00'),
  },
  {
    file: 'fosdem-2024.rev1.xml',
    format: 'pentabarf-xml',
    talks: 876,
    days: 2,
    rooms: 29,
    withoutSpeakers: 6,
    read: (text) => readXmlEvents(text, 1),
  },
  {
    file: 'fosdem-2024.rev2.xml',
    format: 'pentabarf-xml',
    talks: 874,
    days: 2,
    rooms: 29,
    withoutSpeakers: 5,
    read: (text) => readXmlEvents(text, 1),
  },
  {
    file: 'linux-conf-au-2020.ics',
    format: 'icalendar',
    talks: 262,
    days: 6,
    rooms: 7,
    withoutSpeakers: 72,
    read: (text) => readIcs(text, '+10:00'),
  },
  {
    file: 'pycon-us-2024.conference.json',
    format: 'symposion-json',
    zone: 'America/New_York',
    talks: 196,
    breaks: 13,
    days: 5,
    rooms: 23,
    withoutSpeakers: 64,
    read: readSlots,
  },
  {
    file: 'rc3-channels-2020.pretalx.json',
    format: 'schedule-json',
    zone: BERLIN,
    talks: 48,
    days: 4,
    rooms: 5,
    withoutSpeakers: 1,
    read: readJsonEvents,
  },
  {
    file: 'scottishsummit-2026.sessionize-all.json',
    format: 'sessionize-all',
    zone: 'Europe/London',
    talks: 61,
    days: 2,
    rooms: 7,
    withoutSpeakers: 0,
    read: (text) => readSessionizeAll(text, '+01:00'),
  },
];

const folder = sharedPath('schedules');
const present = folder === undefined ? '(SKIPPED: no ../shared/schedules beside the project)' : '';

const decoded = new Map<string, DecodedSchedule>();

function load(file: string, timeZone?: string): DecodedSchedule {
  const known = decoded.get(`${file} ${timeZone}`);
  const schedule = known ?? decodeSchedule(readFileSync(`${folder}/${file}`), { timeZone });
  decoded.set(`${file} ${timeZone}`, schedule);
  return schedule;
}

describe.skipIf(folder === undefined)(`real schedules ${present}`, () => {
  test.each(FILES)(
    '$file reads as an independent reading has it',
    ({ file, zone, format, read }) => {
      const schedule = load(file, zone);
      expect(schedule.format).toBe(format);
      expect(factsById(schedule.conference)).toEqual(
        byId(read(readFileSync(`${folder}/${file}`, 'utf8'))),
      );
    },
  );

  test.each(FILES)('$file has the counts of its manifest', ({ file, zone, ...counts }) => {
    const { conference } = load(file, zone);
    expect({
      talks: conference.talks.length,
      breaks: conference.breaks.length,
      days: conference.days.length,
      rooms: new Set(conference.talks.flatMap((talk) => talk.room ?? [])).size,
      withoutSpeakers: conference.talks.filter((talk) => talk.speakers.length === 0).length,
    }).toEqual({
      talks: counts.talks,
      breaks: counts.breaks ?? 0,
      days: counts.days,
      rooms: counts.rooms,
      withoutSpeakers: counts.withoutSpeakers,
    });
  });

  test.each(FILES)('$file becomes a whole conference', ({ file, zone }) => {
    expect(flawsOf(load(file, zone).conference)).toEqual([]);
  });

  test('the four exports of one conference are the same conference', () => {
    const [xml, ...others] = ['xml', 'json', 'ics', 'xcal'].map((extension) =>
      load(`democon-sep2022.pretalx.${extension}`, BERLIN)
        .conference.talks.map(({ code, title, start, end, room, speakers, url }) => ({
          code,
          title,
          start,
          end,
          room,
          speakers: speakers.map((speaker) => speaker.name),
          url,
        }))
        .toSorted((a, b) => (String(a.code) < String(b.code) ? -1 : 1)),
    );
    expect(xml).toHaveLength(36);
    expect(xml?.every((talk) => talk.code !== undefined)).toBe(true);
    for (const other of others) expect(other).toEqual(xml);
  });

  test('DDD Perth lists its breaks, whose column they stand in and all', () => {
    const file = 'dddperth-2022.sessionize-gridsmart.json';
    const { breaks } = load(file, 'Australia/Perth').conference;
    expect(breaks.slice(6, 9)).toEqual([
      breakAt('Changeover', '12:40', '12:50'),
      breakAt('Lunch', '13:35', '14:35'),
      breakAt('Changeover', '15:05', '15:15'),
    ]);
  });

  test('the two revisions of FOSDEM 2024 share their ids as they should', () => {
    const [before, after] = ['rev1', 'rev2'].map(
      (revision) =>
        new Set(load(`fosdem-2024.${revision}.xml`).conference.talks.map((talk) => talk.id)),
    );
    expect(before?.intersection(after ?? new Set()).size).toBe(866);
    expect(after?.difference(before ?? new Set()).size).toBe(8);
    expect(before?.difference(after ?? new Set()).size).toBe(10);
  });

  test('the two revisions of Chicon 8 differ as an independent count has it', () => {
    const [before, after] = ['rev1', 'rev2'].map((revision) => {
      const file = `chicon-8.${revision}.conclar.jsonp`;
      const raw = readItems(readFileSync(`${folder}/${file}`, 'utf8'));
      return { conference: load(file, 'America/Chicago').conference, raw: new Map(byKey(raw)) };
    });
    if (before === undefined || after === undefined) throw new Error('unreachable');
    const both = [...after.raw].flatMap(([id, now]) => {
      const then = before.raw.get(id);
      return then === undefined ? [] : [{ id, then, now }];
    });
    const moved = both.filter(
      ({ then, now }) => then.start !== now.start || then.room !== now.room,
    );
    const { changes } = atOnce(diffSchedules(before.conference, after.conference));
    const told = Map.groupBy(changes, ({ kind }) => kind);
    expect({
      new: told.get('new')?.length,
      canceled: told.get('canceled')?.length,
      moved: told
        .get('moved')
        ?.map((change) => talkOf(change).id)
        .toSorted(),
    }).toEqual({
      new: after.raw.size - both.length,
      canceled: before.raw.size - both.length,
      moved: moved.map(({ id }) => id).toSorted(),
    });
    expect([after.raw.size - both.length, before.raw.size - both.length]).toEqual([21, 4]);
  });

  test('FOSDEM 2020 keeps cancellations, amendments, split words and pages', () => {
    const { talks } = load('fosdem-2020.pentabarf.xml', 'Europe/Brussels').conference;
    expect(talks.filter((talk) => talk.status === 'canceled').map((talk) => talk.title)).toEqual([
      'Testing apps with third-party API integrations',
      'United Nations Technology and Innovation Labs',
      'A way of GPU virtualization for container',
    ]);
    expect(talks.filter((talk) => talk.title.startsWith('AMEND'))).toHaveLength(42);
    const seccomp = talks.find((talk) => talk.id === '10542');
    expect(seccomp?.abstract).toContain('SECCOMPRETUSER_NOTIF');
    expect(seccomp?.url).toBe(
      'https://fosdem.org/2020/schedule/event/containers_syscall_emulation/',
    );
    const markup = /<\/?(?:p|a|b|em|strong|ul|li|br|code)\b[^<>]*>|&(?:lt|gt|nbsp);/;
    expect(talks.filter((talk) => markup.test(talk.abstract)).map((talk) => talk.id)).toEqual([]);
  });
});

function byKey(facts: readonly Facts[]) {
  return facts.map((one) => [one.id, one] as const);
}

function breakAt(title: string, start: string, end: string) {
  const instant = (clock: string) => Date.parse(`2022-09-10T${clock}:00+08:00`);
  return { title, start: instant(start), end: instant(end), room: 'Kwoka (Quokka)' };
}
