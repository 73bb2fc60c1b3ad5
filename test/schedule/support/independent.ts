/** Readings of schedules that share nothing with the decoders: regular expressions and plain JSON, fixed offsets. */
import type { Facts } from './schedules.ts';

const HOUR = 3_600_000;

export function readXmlEvents(
  text: string,
  offsetHours: number,
  dayChange = '00:00',
): readonly Facts[] {
  return [...text.matchAll(/<day ([^>]*)>([\s\S]*?)<\/day>/g)].flatMap(
    ([, dayTag = '', day = '']) => {
      const date = attribute(dayTag, 'date') ?? '';
      return [...day.matchAll(/<event ([^>]*)>([\s\S]*?)<\/event>/g)].map(
        ([, tag = '', event = '']) => {
          const clock = element(event, 'start') ?? '';
          const late = clock < dayChange ? 24 * HOUR : 0;
          const dated = element(event, 'date');
          const start = dated
            ? Date.parse(dated)
            : Date.parse(`${date}T${clock}:00Z`) - offsetHours * HOUR + late;
          return {
            id: attribute(tag, 'id') ?? '',
            title: withoutMark(element(event, 'title') ?? ''),
            start: new Date(start).toISOString(),
            end: new Date(start + length(element(event, 'duration') ?? '')).toISOString(),
            room: element(event, 'room'),
            speakers: [...event.matchAll(/<person [^>]*>([^<]*)<\/person>/g)].map(([, name = '']) =>
              unescapeXml(name).trim(),
            ),
          };
        },
      );
    },
  );
}

export function readJsonEvents(text: string): readonly Facts[] {
  const { schedule } = JSON.parse(text);
  return schedule.conference.days.flatMap((day: { rooms: Record<string, readonly JsonEvent[]> }) =>
    Object.values(day.rooms)
      .flat()
      .map((event) => ({
        id: String(event.id),
        title: event.title.trim(),
        start: new Date(event.date).toISOString(),
        end: new Date(Date.parse(event.date) + length(event.duration)).toISOString(),
        room: event.room,
        speakers: event.persons.map((person) => person.public_name.trim()),
      })),
  );
}

interface JsonEvent {
  readonly id: number;
  readonly title: string;
  readonly date: string;
  readonly duration: string;
  readonly room: string;
  readonly persons: readonly { readonly public_name: string }[];
}

interface AnySession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly roomId: number;
  readonly room: string;
  readonly isServiceSession?: boolean;
}

export function readSessionizeAll(text: string, offset: string): readonly Facts[] {
  const all = JSON.parse(text);
  return all.sessions.map((session: AnySession & { speakers: readonly string[] }) => ({
    ...sessionFacts(session, offset),
    room: all.rooms.find((room: { id: number }) => room.id === session.roomId)?.name,
    speakers: session.speakers.map(
      (id) => all.speakers.find((speaker: { id: string }) => speaker.id === id).fullName,
    ),
  }));
}

/** Reads the time slots, which the decoder leaves alone. */
export function readSessionizeGrid(text: string, offset: string): readonly Facts[] {
  return JSON.parse(text).flatMap(
    (day: {
      timeSlots: { rooms: { session: AnySession & { speakers: readonly { name: string }[] } }[] }[];
    }) =>
      day.timeSlots.flatMap((slot) =>
        slot.rooms
          .filter(({ session }) => session.isServiceSession !== true)
          .map(({ session }) => ({
            ...sessionFacts(session, offset),
            room: session.room,
            speakers: session.speakers.map((speaker) => speaker.name),
          })),
      ),
  );
}

interface AnyItem {
  readonly id: string;
  readonly title: string;
  readonly datetime: string;
  readonly mins: number;
  readonly loc: readonly string[];
  readonly people: readonly { readonly name: string }[];
}

export function readItems(text: string): readonly Facts[] {
  return JSON.parse(text).map((item: AnyItem) => ({
    id: item.id,
    title: item.title.trim(),
    start: new Date(item.datetime).toISOString(),
    end: new Date(Date.parse(item.datetime) + item.mins * 60_000).toISOString(),
    room: item.loc.join(', ') || undefined,
    speakers: item.people.map(({ name }) => name.trim()),
  }));
}

interface AnySlot {
  readonly conf_key: number;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly rooms: readonly string[];
  readonly kind: string;
  readonly speakers?: readonly { readonly name: string }[];
  readonly authors?: readonly { readonly name: string }[] | readonly string[];
}

export function readSlots(text: string): readonly Facts[] {
  return JSON.parse(text)
    .schedule.filter(({ kind }: AnySlot) => kind !== 'break')
    .map((slot: AnySlot) => ({
      id: String(slot.conf_key),
      title: slot.name.trim(),
      start: new Date(slot.start).toISOString(),
      end: new Date(slot.end).toISOString(),
      room: slot.rooms.join(', '),
      speakers: (slot.speakers ?? slot.authors ?? []).map((person) =>
        typeof person === 'string' ? person : person.name.trim(),
      ),
    }));
}

function sessionFacts(session: AnySession, offset: string) {
  return {
    id: session.id,
    title: String(session.title).trim(),
    start: new Date(`${session.startsAt}${offset}`).toISOString(),
    end: new Date(`${session.endsAt}${offset}`).toISOString(),
  };
}

export function readIcs(text: string, offset: string): readonly Facts[] {
  const unfolded = text.replace(/\r?\n[ \t]/g, '');
  return [...unfolded.matchAll(/BEGIN:VEVENT\r?\n([\s\S]*?)END:VEVENT/g)].map(([, event = '']) => {
    const value = (name: string) =>
      new RegExp(`^${name}(?:;[^:\r\n]*)?:(.*?)\r?$`, 'm')
        .exec(event)?.[1]
        ?.replace(/\\([,;\\])/g, '$1');
    const pretalx = /^pretalx-/.test(value('UID') ?? '');
    const [, title, names] = pretalx ? (/^(.*) - (.*)$/.exec(value('SUMMARY') ?? '') ?? []) : [];
    const line = /^Speakers?: (.*?)(?:\\n|$)/.exec(value('DESCRIPTION') ?? '')?.[1];
    return {
      id: value('UID') ?? '',
      title: (title ?? value('SUMMARY') ?? '').trim(),
      start: compact(value('DTSTART') ?? '', offset),
      end: compact(value('DTEND') ?? '', offset),
      room: value('LOCATION'),
      speakers: (names ?? line ?? '').split(',').flatMap((name) => name.trim() || []),
    };
  });
}

export function readXcal(text: string, offset: string): readonly Facts[] {
  return [...text.matchAll(/<vevent>([\s\S]*?)<\/vevent>/g)].map(([, event = '']) => ({
    id: element(event, 'uid') ?? '',
    title: element(event, 'summary') ?? '',
    start: compact(element(event, 'dtstart') ?? '', offset),
    end: compact(element(event, 'dtend') ?? '', offset),
    room: element(event, 'location'),
    speakers: [...event.matchAll(/<attendee>([^<]*)</g)].map(([, name = '']) => unescapeXml(name)),
  }));
}

/** A spreadsheet by a state machine of its own. */
export function readCsv(text: string, offset: string): readonly Facts[] {
  const [, ...rows] = csvRows(text);
  return rows.map(([id = '', title = '', , , names = '', , date, time, duration = '', room]) => {
    const start = Date.parse(`${date}T${time}:00${offset}`);
    return {
      id,
      title: title.trim(),
      start: new Date(start).toISOString(),
      end: new Date(start + length(duration)).toISOString(),
      room,
      speakers: names.split(',').flatMap((name) => name.trim() || []),
    };
  });
}

function csvRows(text: string): readonly string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' && quoted && text[at + 1] === '"') cell += text[at++];
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ',' || character === '\n')) {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  rows.at(-1)?.push(cell.replace(/\r$/, ''));
  return rows.filter((row) => row.length > 1);
}

function compact(value: string, offset: string): string {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(value) ?? [];
  return new Date(
    `${y}-${mo}-${d}T${h}:${mi}:${s}${value.endsWith('Z') ? 'Z' : offset}`,
  ).toISOString();
}

function length(duration: string): number {
  const [hours = 0, minutes = 0] = duration.split(':').map(Number);
  return hours * HOUR + minutes * 60_000;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}=["']([^"']*)["']`).exec(tag)?.[1];
}

function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text === undefined || text.trim() === '' ? undefined : unescapeXml(text).trim();
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex || decimal
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10))
      : (named[name] ?? whole),
  );
}

/** The three canceled talks of FOSDEM 2020. */
function withoutMark(title: string): string {
  return title.replace(/^CANCELLED /, '');
}
