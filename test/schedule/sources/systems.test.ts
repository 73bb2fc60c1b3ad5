import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportsOf } from '../../../src/schedule/sources/candidates.ts';
import { SYSTEMS } from '../../../src/schedule/sources/systems.ts';

const known = (address: string) =>
  exportsOf(new URL(address)).map((one) => `${one.system}: ${one.address}`);

describe('what is known of an address', () => {
  it.each(SYSTEMS.filter(({ rules }) => rules.length > 0))(
    '$name leads from what organisers paste to its export, which leads nowhere else',
    ({ name, pasted, found }) => {
      expect(known(pasted[0] ?? '')[0]).toBe(`${name}: ${found}`);
      for (const page of pasted) {
        expect(known(page)[0]).toMatch(new RegExp(`^${name}: https://`));
        for (const { address } of exportsOf(new URL(page))) expect(known(address)).toEqual([]);
      }
    },
  );

  it.each([
    [
      'https://talks.example.org/democon/talk/ABCDEF/',
      'pretalx',
      '/democon/schedule/export/schedule.json',
    ],
    ['https://pretalx.example.org/democon', 'pretalx', '/democon/schedule/export/schedule.json'],
    [
      'https://pretalx.com/api/events/democon/',
      'pretalx',
      '/democon/schedule/export/schedule.json',
    ],
    ['https://indico.example.org/event/7/contributions/3/', 'Indico', '/export/timetable/7.json'],
    ['https://example.org/indico/event/7', 'Indico', '/indico/export/timetable/7.json'],
    ['https://archive.fosdem.org/2020/schedule/track/containers/', 'FOSDEM', '/2020/schedule/xml'],
    ['https://us.pycon.org/2024/', 'PyCon US', '/2024/schedule/conference.json'],
    ['https://democon2026.sched.com/list/descriptions/', 'Sched', '/all.ics'],
    ['https://sessionize.com/api/v2/abc123/view/Speakers', 'Sessionize', '/api/v2/abc123/view/All'],
  ])('%s leads to %s, %s', (address, system, path) => {
    expect(known(address)[0]).toBe(`${system}: ${new URL(path, address).href}`);
  });

  it('leads from the hub of the congress to the schedule beside it', () => {
    expect(known('https://events.ccc.de/congress/2025/hub/en/schedule')).toEqual([
      'c3voc: https://api.events.ccc.de/congress/2025/schedule.json',
    ]);
  });

  it.each([
    'https://example.org/schedule.xml',
    'https://example.org/2026/programme/',
    'https://pretalx.com/',
    'https://pretalx.com/orga/',
    'https://www.sched.com/',
    'https://democon2026.sched.com/all.ics',
    'https://sessionize.com/democon-2026/',
    'https://sessionize.com/api/v2/abc123/view/GridSmart',
    'https://evil.example//other.example/schedule',
  ])('knows nothing of %s', (address) => {
    expect(known(address)).toEqual([]);
  });

  it('stays on the host that was named, whatever the path says', () => {
    expect(known('https://example.org//other.example/event/1/')[0]).toBe(
      'Indico: https://example.org//other.example/export/timetable/1.json',
    );
  });
});

describe('docs/sources.md', () => {
  const page = readFileSync(new URL('../../../docs/sources.md', import.meta.url), 'utf8');

  it('has a row for each system of the table, and no other', () => {
    const rows = page.split('\n').filter((line) => /^\| (?!System|-)/.test(line));
    const pastedOf = (pasted: readonly string[]) => pasted.map((one) => `\`${one}\``).join(', ');
    expect(rows).toEqual(
      SYSTEMS.map(
        ({ name, pasted, found, brings }) =>
          `| ${name} | ${pastedOf(pasted)} | \`${found}\` | ${brings} |`,
      ),
    );
  });
});
