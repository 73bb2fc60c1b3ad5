import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import { type Cost, costly, heavy, hostileBytes, refused } from './support/hostile.ts';
import { bytesOf } from './support/schedules.ts';

const run = promisify(execFile);

async function costsOf(names: readonly string[]): Promise<readonly Cost[]> {
  const program = resolve(import.meta.dirname, 'support/hostile.ts');
  const { stdout } = await run(process.execPath, [program, ...names]);
  return JSON.parse(stdout);
}

function refusalOf(bytes: Uint8Array): unknown {
  try {
    return decodeSchedule(bytes, { timeZone: 'UTC' }).format;
  } catch (error) {
    return error;
  }
}

describe('what cannot be read', () => {
  test.each(refused)('%s is refused in one clear sentence, soon', (name) => {
    const bytes = hostileBytes(name);
    const begin = process.cpuUsage();
    const refusal = refusalOf(bytes);
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1_000).toBeLessThan(5000);
    expect(refusal).toBeInstanceOf(ScheduleFormatError);
    expect(refusal).toHaveProperty(
      'message',
      expect.stringMatching(/^(?:The|This|Something) [^\n]{8,300}[.)]$/),
    );
  });

  test.each([
    ['an entity bomb', 'entity bomb', 'declares entities'],
    ['a web page', 'error page', 'web page'],
    ['a web page in XML', 'error page as XHTML', 'web page'],
    ['a document cut off', 'XML cut off', 'broken or cut off: line 1'],
    ['its depth', 'XML 200 levels deep', 'more than 64 levels deep'],
    ['its depth', 'JSON 200 levels deep', 'more than 64 levels deep'],
    ['its size', 'a hundred megabytes', '100 MB large; Hallway reads up to 16 MB'],
    ['its encoding', 'unknown encoding', '“ebcdic-klingon”'],
    ['its shape', 'JSON of half a schedule', '(at schedule.conference.days)'],
    ['a calendar out of order', 'iCalendar out of order', 'BEGIN and END do not match'],
    ['its shape', 'JSON of half a schedule', 'has it: expected array'],
    ['its emptiness', 'empty', 'The schedule is empty.'],
  ])('%s is named', (_, name, words) => {
    expect(refusalOf(hostileBytes(name))).toHaveProperty('message', expect.stringContaining(words));
  });

  test('no part of a refused document is ever read from a file or an address', () => {
    for (const name of ['external entity', 'external document type']) {
      expect(String(refusalOf(hostileBytes(name)))).not.toMatch(/root:|ECONNREFUSED/);
    }
  });
});

test.each([
  ['what is refused', costly, /^ScheduleFormatError: The /],
  ['what is read', heavy, /^\d+ talks$/],
])(
  '%s takes less than 5 seconds of computing and 500 MB however large it is',
  async (_, names, outcome) => {
    const costs = await costsOf(names);
    expect(costs.map((cost) => cost.name)).toEqual(names);
    for (const cost of costs) {
      expect(cost.outcome).toMatch(outcome);
      expect(cost.cpuMs).toBeLessThan(5000);
      expect(cost.megabytes).toBeLessThan(500);
    }
  },
);

describe('encodings', () => {
  const xml = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><schedule><conference><title>Größe</title></conference><day date="2031-03-29"><room name="R"><event id="1"><title>T</title><start>10:00</start></event></room></day></schedule>`;
  const titleOf = (bytes: Uint8Array) =>
    decodeSchedule(bytes, { timeZone: 'UTC' }).conference.title;

  test('Latin-1 is read where XML declares it', () => {
    const latin1 = Uint8Array.from(xml('ISO-8859-1'), (character) => character.charCodeAt(0));
    expect(titleOf(latin1)).toBe('Größe');
  });

  test('UTF-16 is read with its byte order mark, whatever XML declares', () => {
    const units = Uint16Array.from(`\u{feff}${xml('UTF-16')}`, (unit) => unit.charCodeAt(0));
    const little = new Uint8Array(units.buffer);
    const big = Uint8Array.from(little, (_, at) => little[at ^ 1] ?? 0);
    expect([titleOf(little), titleOf(big)]).toEqual(['Größe', 'Größe']);
  });

  test('UTF-16 is not believed where the declaration itself is in bytes', () => {
    expect(titleOf(bytesOf(xml('utf-16')))).toBe('Größe');
  });

  test('UTF-8 needs no declaration', () => {
    expect(titleOf(bytesOf(xml('utf-8')))).toBe('Größe');
    expect(titleOf(bytesOf(xml('utf-8').replace(/<\?.*?\?>/, '')))).toBe('Größe');
  });
});
