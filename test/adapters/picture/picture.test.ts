import { describe, expect, test } from 'vitest';
import { svgOf } from '../../../adapters/picture/drawing.ts';
import { createDrawing } from '../../../adapters/picture/picture.ts';
import type { DayPicture } from '../../../src/agenda/picture/dayPicture.ts';
import { inLanes } from '../../../src/agenda/picture/lanes.ts';
import { HOUR_MS, MINUTE_MS } from '../../../src/clock.ts';

const FROM = Date.parse('2020-02-01T09:00:00Z');
const BYTES = 200_000;
const PNG = [137, 80, 78, 71];

/** A long day on which nobody could see half of it. */
function fullDay(title = 'Sat 1 Feb'): DayPicture {
  const entries = Array.from({ length: 70 }, (_, at) => {
    const start = FROM + at * 12 * MINUTE_MS;
    return {
      start,
      end: start + (10 + (at % 4) * 10) * MINUTE_MS,
      title: `Talk ${at} & <friends> של "containers" with a title that is longer than its box`,
      place: `10:30–10:55 · UD2.${at} (Decroly)`,
      look: (['plain', 'clash', 'canceled'] as const)[at % 3] ?? 'plain',
    };
  });
  const hours = Array.from({ length: 15 }, (_, at) => ({
    at: FROM + at * HOUR_MS,
    clock: '10:00',
  }));
  return {
    ...{ title, conference: 'FOSDEM 2020', from: FROM, until: FROM + 14 * HOUR_MS, hours },
    entries: inLanes(entries, 4),
    notes: ['Times at the venue (Europe/Brussels).'],
  };
}

describe('a day as a picture', () => {
  test('is a PNG of at most 200 KB, however full the day', async () => {
    const image = await createDrawing()(fullDay());
    expect([...image.subarray(0, 4)]).toEqual(PNG);
    expect(image.byteLength).toBeGreaterThan(20_000);
    expect(image.byteLength).toBeLessThanOrEqual(BYTES);
  });

  test('is drawn for many who ask at once, each their own', async () => {
    const draw = createDrawing();
    const images = await Promise.all(['Sat', 'Sun', 'Sat'].map((day) => draw(fullDay(day))));
    expect(images[2]).toBe(images[0]);
    expect(Buffer.from(images[1] ?? []).equals(Buffer.from(images[0] ?? []))).toBe(false);
  });

  test('goes from right to left where a title does, on each of its lines', () => {
    const [entry] = fullDay().entries;
    const title = 'מבוא אל Linux containers ועוד '.repeat(4).trim();
    if (entry === undefined) throw new Error('There is no talk');
    const day = {
      ...fullDay(),
      entries: [{ ...entry, item: { ...entry.item, title, end: FROM + 3 * HOUR_MS } }],
    };

    const lines = [...svgOf(day).matchAll(/<text [^>]*bold[^>]*>(.*?)<\/text>/g)].map(
      ([, spans = '']) => spans.replaceAll(/<[^>]*>/g, ''),
    );

    expect(lines[0]).toBe('Sat 1 Feb');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(1)) expect(line).toMatch(/^\u2067[^\u2066-\u2069]+\u2069$/);
  });

  test('has no text of others’ as a part of the drawing', () => {
    const svg = svgOf(fullDay('</text><script>alert(1)</script>'));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&#x3C;/text>');
  });
});
