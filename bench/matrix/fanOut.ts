import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { silentLog } from '../../src/log.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { toldIn } from '../../test/servers/matrix/client.ts';
import { numberOf, objectOf, textOf } from '../../test/servers/matrix/json.ts';
import { isInstalled, NOT_INSTALLED } from '../../test/servers/synapse/installed.ts';
import { startSynapse } from '../../test/servers/synapse/server.ts';
import { startProgram } from '../../test/support/startedProgram.ts';
import { remindersSent } from '../footprint/database.ts';
import { starAll } from '../starAll.ts';
import type { Verdict } from '../verdict.ts';
import { bareRate } from './bareRate.ts';
import { type Prepared, prepareMembers } from './members.ts';

const PROMISED_SHARE = 0.9;
/** Enough for the program to start before the reminders fall due. */
const AHEAD_MS = 20_000;
const LEAD_MS = 10 * 60_000;
const SOURCE = new URL('../../data/fosdem-2020-containers.json', import.meta.url).pathname;
const READY = ['Hallway hears what is said on Matrix', 'Talks are indexed'];
/** How many messages a bare client may have under way, and how many are sent to find out what is best. */
const BARE_AT_ONCE = [4, 8, 16];
const TRIED = 60;
/** Seldom: to look takes from what is measured. */
const POLL_MS = 5_000;
const PATIENCE_MS = 10 * 60_000;

/**
 * That many reminders due at once on a real homeserver that limits nobody: how many a second it takes,
 * against what it takes of a client that does nothing but send, half of it before and half of it after.
 */
export async function benchFanOut(reminders: number): Promise<readonly Verdict[]> {
  if (!isInstalled()) {
    console.log(NOT_INSTALLED);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const synapse = await startSynapse();
  try {
    const prepared = await prepareMembers(synapse, reminders);
    return [await compare(synapse.url, `sqlite:${join(folder, 'hallway.sqlite')}`, prepared)];
  } finally {
    await synapse.stop();
    await rm(folder, { recursive: true });
  }
}

async function compare(url: string, databaseUrl: string, prepared: Prepared): Promise<Verdict> {
  const { client, rooms } = prepared;
  const start = await onTheDay(url, databaseUrl, prepared);
  const atOnce = await bestOf(prepared);
  const middle = Math.floor(rooms.length / 2);
  const before = await bareRate(client, rooms.slice(0, middle), atOnce);
  const since = textOf((await client.sync())['next_batch']);
  const program = await start();
  const deadline = performance.now() + PATIENCE_MS;
  while ((await remindersSent(databaseUrl)) < rooms.length && performance.now() < deadline) {
    await delay(POLL_MS);
  }
  await program.stop();
  const sent = await arrivedSince(prepared, since);
  const after = await bareRate(client, rooms.slice(middle), atOnce);
  return verdict(rooms.length, sent, { before, after, atOnce });
}

/** It has run before, so that it knows who is there; returns how it is started. */
async function onTheDay(url: string, databaseUrl: string, { token, members }: Prepared) {
  const { conference } = decodeSchedule(await readFile(SOURCE), {});
  const [talk] = conference.talks;
  if (talk === undefined) throw new Error(`${SOURCE} has no talks`);
  const access = { MATRIX_HOMESERVER: url, MATRIX_ACCESS_TOKEN: token };
  const start = (from: number) =>
    startProgram({
      args: ['--schedule', SOURCE, '--from', new Date(from).toISOString()],
      environment: { ...access, DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' },
      ready: READY,
    });
  const from = talk.start - LEAD_MS - AHEAD_MS;
  const earlier = await start(from - LEAD_MS);
  while (!(await hasHeard(databaseUrl))) await delay(POLL_MS);
  await earlier.stop();
  const refs = members.map((id) => ({ platform: 'matrix', id }));
  await starAll(databaseUrl, SOURCE, refs, () => [talk], from);
  return () => start(from);
}

/** Who is there it finds out before it notes up to where it has heard. */
async function hasHeard(databaseUrl: string): Promise<boolean> {
  const { kysely, close } = await openDatabase(databaseUrl, silentLog);
  const row = await kysely.selectFrom('matrix_sessions').select('since').executeTakeFirst();
  await close();
  return typeof row?.since === 'string';
}

async function bestOf({ client, rooms }: Prepared): Promise<number> {
  const rates: (readonly [atOnce: number, rate: number])[] = [];
  for (const atOnce of BARE_AT_ONCE) {
    rates.push([atOnce, await bareRate(client, rooms.slice(0, TRIED), atOnce)]);
  }
  return rates.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 1;
}

/** When each reminder came, by the homeserver's clock. */
async function arrivedSince(
  { client, rooms }: Prepared,
  since: string,
): Promise<readonly number[]> {
  const answer = await client.sync(since);
  return rooms.flatMap((room) =>
    toldIn(answer, room)
      .events.filter(({ content }) => 'im.hallway.marks' in objectOf(content))
      .map(({ origin_server_ts: at }) => numberOf(at, 0)),
  );
}

interface Bare {
  readonly before: number;
  readonly after: number;
  readonly atOnce: number;
}

function verdict(count: number, sent: readonly number[], bare: Bare): Verdict {
  const spanS = (Math.max(...sent) - Math.min(...sent)) / 1_000;
  const ours = (sent.length - 1) / spanS;
  const theirs = 2 / (1 / bare.before + 1 / bare.after);
  const share = ours / theirs;
  const words = `${bare.before.toFixed(1)} before and ${bare.after.toFixed(1)} after, ${bare.atOnce} under way`;
  return {
    promise: `${count} reminders on a real homeserver at ${PROMISED_SHARE * 100} % of what it takes from a bare client, or more, each once`,
    measured: `${(share * 100).toFixed(1)} %: ${ours.toFixed(1)} a second over ${spanS.toFixed(0)} s, the bare client ${words}; ${sent.length} arrived`,
    isKept: share >= PROMISED_SHARE && sent.length === count,
  };
}
