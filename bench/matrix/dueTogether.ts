import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { silentLog } from '../../src/log.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { startProgram } from '../../test/support/startedProgram.ts';
import { remindersSent } from '../footprint/database.ts';
import { starAll } from '../starAll.ts';

/** Enough for the program to start before the reminders fall due. */
const AHEAD_MS = 10_000;
const LEAD_MS = 10 * 60_000;
const SOURCE = new URL('../../data/fosdem-2020-containers.json', import.meta.url).pathname;
const READY = ['Hallway hears what is said on Matrix', 'Talks are indexed'];
/** Seldom: to look takes from what is measured. */
const POLL_MS = 2_000;
const PATIENCE_MS = 10 * 60_000;
/** So long Synapse goes on waiting for news for a client that has gone, and looks at whatever is sent. */
const FORGOTTEN_MS = 27_000;

export interface Account {
  readonly url: string;
  readonly token: string;
  readonly databaseUrl: string;
}

/**
 * The real program, which runs while everybody is reminded of the next talk, and no longer. It has run
 * before, so that it knows who is there.
 */
export async function dueTogether(
  { url, token, databaseUrl }: Account,
  members: readonly string[],
  rounds: number,
) {
  const { conference } = decodeSchedule(await readFile(SOURCE), {});
  const talks = conference.talks.toSorted((one, other) => one.start - other.start);
  const [first] = talks;
  if (first === undefined || talks.length < rounds) {
    throw new Error(`${SOURCE} has ${talks.length} talks, and ${rounds} are needed`);
  }
  const start = (from: number) =>
    startProgram({
      args: ['--schedule', SOURCE, '--from', new Date(from).toISOString()],
      environment: {
        ...{ MATRIX_HOMESERVER: url, MATRIX_ACCESS_TOKEN: token },
        ...{ DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' },
      },
      ready: READY,
    });
  const from = first.start - 2 * LEAD_MS;
  const earlier = await start(from);
  while (!(await hasHeard(databaseUrl))) await delay(POLL_MS);
  await earlier.stop();
  await delay(FORGOTTEN_MS);
  const refs = members.map((id) => ({ platform: 'matrix', id }));
  await starAll(databaseUrl, SOURCE, refs, () => talks.slice(0, rounds), from);
  let sent = 0;
  return async (round: number): Promise<void> => {
    const program = await start((talks[round]?.start ?? 0) - LEAD_MS - AHEAD_MS);
    sent += members.length;
    const deadline = performance.now() + PATIENCE_MS;
    while ((await remindersSent(databaseUrl)) < sent && performance.now() < deadline) {
      await delay(POLL_MS);
    }
    await program.stop();
    await delay(FORGOTTEN_MS);
  };
}

/** Who is there it finds out before it notes up to where it has heard. */
async function hasHeard(databaseUrl: string): Promise<boolean> {
  const { kysely, close } = await openDatabase(databaseUrl, silentLog);
  const row = await kysely.selectFrom('matrix_sessions').select('since').executeTakeFirst();
  await close();
  return typeof row?.since === 'string';
}
