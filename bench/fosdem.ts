import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeSchedule } from '../src/schedule/decode.ts';
import { sharedPath } from '../test/support/shared.ts';

/** FOSDEM 2020 with its thousand talks where the development files are; else the devroom in data/. */
export async function fosdem(): Promise<{ readonly source: string; readonly title: string }> {
  const devroom = fileURLToPath(new URL('../data/fosdem-2020-containers.json', import.meta.url));
  const source = sharedPath('schedules/fosdem-2020.pentabarf.xml') ?? devroom;
  const { conference } = decodeSchedule(await readFile(source), { timeZone: 'Europe/Brussels' });
  return { source, title: `${conference.talks.length} talks` };
}
