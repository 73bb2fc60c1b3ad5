import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { killAgainAndAgain } from '../test/crash/kills.ts';
import { pauseAgainAndAgain } from '../test/crash/pauses.ts';
import type { Toll } from '../test/crash/toll.ts';
import { startPostgres } from '../test/support/postgres.ts';

/** `npm run soak`: kills and pauses the program far more often than a test has time for. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    pauses: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const kills = Number(values.kills);
const pauses = Number(values.pauses);
const EVERY = 20;

const directory = await mkdtemp(join(tmpdir(), 'hallway-soak-'));
const postgres = await startPostgres();
try {
  const [onSqlite, onPostgres] = await Promise.all([
    killOn('SQLite', `sqlite:${join(directory, 'soak.sqlite')}`),
    killOn('PostgreSQL', await newDatabase(postgres.url)),
  ]);
  const paused = await pauseAgainAndAgain(await newDatabase(postgres.url), { pauses, seed });
  const rows = [
    row(`${kills} kills on SQLite`, onSqlite),
    row(`${kills} kills on PostgreSQL`, onPostgres),
    row(`two programs on PostgreSQL, ${pauses} pauses`, paused),
  ];
  console.table(Object.assign({}, ...rows));
  console.table({ SQLite: blowsOf(onSqlite), PostgreSQL: blowsOf(onPostgres) });
  const tolls = [onSqlite, onPostgres, paused];
  for (const line of tolls.flatMap(complaints)) console.error(line);
  process.exitCode = tolls.some((toll) => complaints(toll).length > 0) ? 1 : 0;
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

function killOn(name: string, url: string): Promise<Toll> {
  return killAgainAndAgain(url, { kills, seed }, (done, _place, { recorder }) => {
    if (done % EVERY === 0) console.log(`${name}: ${done} kills, ${recorder.kept.length} messages`);
  });
}

async function newDatabase(server: string): Promise<string> {
  const name = `soak_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${server}/${name}`;
}

function row(name: string, { counts, findings, messages }: Toll) {
  const { doubled, lost, lying } = findings;
  return {
    [name]: {
      messages,
      lost: lost.length,
      doubled: doubled.length,
      'left uncorrected': lying.length,
      'asked about': counts.fates,
      'doubles refused by the platform': counts.doubles,
    },
  };
}

function blowsOf({ blows }: Toll): Readonly<Record<string, number>> {
  return Object.fromEntries([...blows].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function complaints({ ends, findings: { doubled, lost, lying } }: Toll): readonly string[] {
  return [
    ...lost.map((line) => `lost: ${line}`),
    ...doubled.map((line) => `doubled: ${line}`),
    ...lying.map((line) => `left uncorrected: ${line}`),
    ...ends
      .filter((end) => end !== 0)
      .map((end) => `a program that was asked to stop ended with ${end}`),
  ];
}
