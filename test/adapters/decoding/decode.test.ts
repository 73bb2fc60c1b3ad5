import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { decodeApart } from '../../../adapters/decoding/decode.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import { ScheduleFormatError } from '../../../src/schedule/refusal.ts';

const NEVER = new AbortController().signal;
const ROOT = resolve(import.meta.dirname, '../../..');

it('finds the same as here, dates of its zone and warnings included', async () => {
  const bytes = await readFile(resolve(ROOT, 'data/fosdem-2020-containers.json'));

  const [here, elsewhere] = await Promise.all([
    decodeApart(bytes, undefined, NEVER),
    decodeApart(Buffer.from(WITHOUT_ZONE), 'Asia/Tokyo', NEVER),
  ]);

  expect(here).toEqual(decodeSchedule(bytes));
  expect(elsewhere).toEqual(decodeSchedule(Buffer.from(WITHOUT_ZONE), { timeZone: 'Asia/Tokyo' }));
});

it('refuses what is no schedule in the same words', async () => {
  const page = Buffer.from('<!doctype html><title>Not found</title>');

  const refusal = await decodeApart(page, undefined, NEVER).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(ScheduleFormatError);
  expect(() => decodeSchedule(page)).toThrow(String(refusal).replace('ScheduleFormatError: ', ''));
});

it('ends at once when it is not wanted any more, and leaves nothing running', async () => {
  const ending = new AbortController();
  const reading = decodeApart(Buffer.from(HEAVY), undefined, ending.signal);
  setTimeout(() => ending.abort(), 50);

  await expect(reading).rejects.toThrow('aborted');
  await allEnded();
  await expect(decodeApart(Buffer.from(HEAVY), undefined, ending.signal)).rejects.toThrow(
    'aborted',
  );
});

it('is refused when it takes too long, and leaves nothing running', async () => {
  await expect(
    decodeApart(Buffer.from(HEAVY), undefined, NEVER, { ms: 100, megabytes: 1_024 }),
  ).rejects.toThrow('Reading the schedule takes more than 0.1 s or 1024 MB of memory.');
  await allEnded();
});

it('is refused when it takes too much memory', async () => {
  await expect(
    decodeApart(Buffer.from(HEAVY), undefined, NEVER, { ms: 20_000, megabytes: 48 }),
  ).rejects.toThrow('Reading the schedule takes more than 20 s or 48 MB of memory.');
  const { conference } = await decodeApart(Buffer.from(HEAVY), undefined, NEVER);
  expect(conference.talks).toHaveLength(1);
});

it('lets people be answered meanwhile', async () => {
  let turns = 0;
  const clockwork = setInterval(() => {
    turns += 1;
  }, 1);
  await decodeApart(Buffer.from(MANY_TALKS), undefined, NEVER);
  clearInterval(clockwork);

  expect(turns).toBeGreaterThan(10);
});

/** No process that was started from here runs any more. */
function allEnded(): Promise<void> {
  return vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap'), {
    timeout: 1_000,
  });
}

const WITHOUT_ZONE = `ID,Proposal title,Room,Start,End
1,First,Main hall,2027-02-06T10:00,2027-02-06T10:30
`;

/** A small tree of talks beside a large one of nothing. */
const HEAVY = `<schedule><conference><title>Heavy</title><time_zone_name>UTC</time_zone_name></conference><day date="2027-02-06"><room name="A"><event id="1"><title>T</title><start>10:00</start><duration>00:30</duration></event></room></day>${'<a b="c"/>'.repeat(400_000)}</schedule>`;

/** Each abstract has to be made Markdown. */
const MANY_TALKS = `<schedule><conference><title>Large</title><time_zone_name>UTC</time_zone_name></conference><day index="1" date="2027-02-06"><room name="A">${Array.from(
  { length: 500 },
  (_, id) =>
    `<event id="${id}"><title>Talk ${id}</title><date>2027-02-06T10:00:00+00:00</date><start>10:00</start><duration>00:30</duration><abstract>&lt;p&gt;One &lt;em&gt;emphasis&lt;/em&gt; or &lt;a href="https://example.org/${id}"&gt;another&lt;/a&gt;&lt;/p&gt;&lt;ul&gt;&lt;li&gt;a&lt;/li&gt;&lt;/ul&gt;</abstract></event>`,
).join('')}</room></day></schedule>`;
