import type { Instant } from '../../../src/clock.ts';
import type { Conference, Day, Talk } from '../../../src/schedule/schedule.ts';

const MINUTE_MS = 60_000;

/** An instant on the venue's clock. */
export function onClock(instant: Instant, { timeZone }: Pick<Conference, 'timeZone'>) {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const local = zoned.toPlainDateTime().toString({ smallestUnit: 'second' });
  return {
    /** `2014-12-27` */
    date: local.slice(0, 10),
    /** `11:00` */
    clock: local.slice(11, 16),
    /** `2014-12-27T11:00:00` */
    local,
    /** `20141227T110000` */
    compact: local.replaceAll(/[-:]/g, ''),
    /** `2014-12-27T11:00:00+01:00` */
    dated: zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' }),
    offset: zoned.offset,
  };
}

/** `01:30` */
export function lengthOf({ start, end }: Talk): string {
  const minutes = (end - start) / MINUTE_MS;
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Exporters know of no canceled talks: organisers write it before the title. */
export function markedTitle({ title, status }: Talk): string {
  return status === 'canceled' ? `CANCELLED ${title}` : title;
}

/** Titles are typed by people: every third ends in a blank. */
export function typedTitle(talk: Talk): string {
  return [...talk.id].at(-1) === '3' ? `${markedTitle(talk)} ` : markedTitle(talk);
}

/** Markdown's paragraphs and emphasis as HTML, with a tag in the middle of a word, as editors leave them. */
export function htmlOf(markdown: string): string {
  if (markdown === '') return '';
  const html = escapeXml(markdown)
    .replaceAll(/\*([^*]+)\*/g, '<em>$1</em>')
    .replace(/\b([a-z]{3})([a-z]{3,})\b/, '$1<span class="x">$2</span>');
  return `<p>${html.replaceAll('\n\n', '</p>\n<p>')}</p>`;
}

export function escapeXml(text: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const;
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign as keyof typeof entities]);
}

/** An element around text, which is escaped, or around elements. */
export function element(
  name: string,
  content: string | readonly string[] = '',
  attributes: Readonly<Record<string, string | number>> = {},
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}='${escapeXml(String(value))}'`,
  );
  const inside = typeof content === 'string' ? escapeXml(content) : content.join('\n');
  const head = `${name}${written.join('')}`;
  return inside === '' ? `<${head}/>` : `<${head}>${inside}</${name}>`;
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The days of a conference that lets them begin at another hour than 04:00, such as `00:00`. */
export function daysFrom({ talks, timeZone }: Conference, hour: string): readonly Day[] {
  const morningOf = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: hour }).epochMilliseconds;
  const dates = talks.map(({ start }) => {
    const date = Temporal.PlainDate.from(onClock(start, { timeZone }).date);
    return String(start < morningOf(date) ? date.subtract({ days: 1 }) : date);
  });
  return [...new Set(dates)].sort().map((date, at) => {
    const day = Temporal.PlainDate.from(date);
    return { index: at + 1, date, start: morningOf(day), end: morningOf(day.add({ days: 1 })) };
  });
}

export function talksOf({ talks }: Conference, day: Day, room?: string): readonly Talk[] {
  return talks.filter(
    (talk) =>
      day.start <= talk.start && talk.start < day.end && (room === undefined || talk.room === room),
  );
}

/** A number for each speaker, by name. */
export function speakerNumbers({ talks }: Conference): ReadonlyMap<string, number> {
  const names = new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)));
  return new Map([...names].map((name, at) => [name, at + 1]));
}

export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');
}
