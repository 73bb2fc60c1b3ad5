import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeSchedule } from '../src/schedule/decode.ts';
import { XML_DIALECTS } from '../test/support/dialects/pentabarf.ts';
import { sharedPath } from '../test/support/shared.ts';
import { thousandTalks } from './thousand/talks.ts';

export interface ScheduleFile {
  /** Path of a schedule on 1 and 2 February 2020 in Brussels. */
  readonly source: string;
  /** How large it is and what, for a verdict's sentence. */
  readonly title: string;
}

/** FOSDEM 2020 where the development files are; else a thousand talks of our own. */
export async function fosdem(): Promise<ScheduleFile> {
  const [own, real = own] = await schedules();
  return real;
}

/** A thousand talks of our own, and FOSDEM 2020 where the development files are. */
export async function schedules(): Promise<readonly [ScheduleFile, ...ScheduleFile[]]> {
  const own = { source: writtenThousand(), title: '1,000 talks of our own' };
  const source = sharedPath('schedules/fosdem-2020.pentabarf.xml');
  if (source === undefined) return [own];
  const { conference } = decodeSchedule(await readFile(source), { timeZone: 'Europe/Brussels' });
  return [own, { source, title: `FOSDEM's ${conference.talks.length} talks` }];
}

let written: string | undefined;

/** In FOSDEM's own dialect, in a file that is gone when the process ends. */
function writtenThousand(): string {
  if (written !== undefined) return written;
  const folder = mkdtempSync(join(tmpdir(), 'hallway-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const dialect = XML_DIALECTS.find(({ name }) => name === 'Pentabarf of FOSDEM until 2023');
  if (dialect === undefined) throw new Error('Nobody writes the dialect of FOSDEM 2020');
  written = join(folder, 'thousand.xml');
  writeFileSync(written, dialect.write(thousandTalks()));
  return written;
}
