import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { createChance } from '../test/crash/chance.ts';
import { killAgainAndAgain } from '../test/crash/kills.ts';
import { pauseAgainAndAgain } from '../test/crash/pauses.ts';
import { killAndPauseAmong } from '../test/crash/processes.ts';
import type { Answers } from '../test/crash/questions.ts';
import type { Toll } from '../test/crash/toll.ts';
import { startPostgres } from '../test/support/postgres.ts';

/**
 * `npm run soak`: kills and pauses the program far more often than a test has time for. Goes in
 * rounds, each on a database of its own and judged at its end, so that one that is cut off has
 * proved something.
 */
const { values } = parseArgs({
  options: {
    /** Of each database. */
    kills: { type: 'string', default: '200' },
    pauses: { type: 'string', default: '40' },
    /** Of four programs on one PostgreSQL, three of them killed and one paused, while people ask. */
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    /** Processes that do nothing but keep the machine busy meanwhile. */
    burn: { type: 'string', default: '0' },
  },
});
/** Long enough for talks to be announced that were changed well ahead. */
const KILLS_A_ROUND = 50;
const PAUSES_A_ROUND = 10;
const BLOWS_A_ROUND = 20;
const PROGRAMS = 4;
/** Of the blows among several programs. */
const PAUSES_SHARE = 0.3;

interface Soak {
  readonly name: string;
  readonly tolls: Toll[];
  blows: number;
}

type Round = (blows: number, seed: number) => Promise<Toll>;

const soaks: Soak[] = [];
process.once('SIGINT', () => {
  conclude();
  process.exit();
});
const directory = await mkdtemp(join(tmpdir(), 'hallway-soak-'));
const postgres = await startPostgres();
/** Busy are the machines that Hallway runs on: what stands for a platform is elsewhere. */
const BUSY = 10;
const niceness = Number(values.burn) > 0 ? BUSY : 0;
const burning = Array.from({ length: Number(values.burn) }, burn);
try {
  const kills = Number(values.kills);
  await Promise.all([
    soak('SQLite, kills', kills, KILLS_A_ROUND, async (kills, seed) =>
      killAgainAndAgain(`sqlite:${join(directory, `${randomUUID()}.sqlite`)}`, {
        kills,
        seed,
        niceness,
      }),
    ),
    soak('PostgreSQL, kills', kills, KILLS_A_ROUND, async (kills, seed) =>
      killAgainAndAgain(await newDatabase(), { kills, seed, niceness }),
    ),
  ]);
  const pauses = Number(values.pauses);
  await soak('two programs on PostgreSQL, pauses', pauses, PAUSES_A_ROUND, async (pauses, seed) =>
    pauseAgainAndAgain(await newDatabase(), { pauses, seed, niceness }),
  );
  const until = performance.now() + Number(values.minutes) * 60_000;
  const hasTime = () => (performance.now() < until ? Number.POSITIVE_INFINITY : 0);
  await soak('four programs on PostgreSQL, kills and pauses', hasTime, BLOWS_A_ROUND, amongFour);
} finally {
  conclude();
  for (const one of burning) one.kill();
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

async function amongFour(count: number, seed: number): Promise<Toll> {
  const chance = createChance(seed);
  const blow = () => (chance() < PAUSES_SHARE ? 'stand still' : 'kill');
  const blows = Array.from({ length: count }, blow);
  return killAndPauseAmong(PROGRAMS, await newDatabase(), { blows, seed, niceness: BUSY });
}

async function soak(
  name: string,
  blows: number | (() => number),
  mostARound: number,
  round: Round,
): Promise<void> {
  const soaked: Soak = { name, tolls: [], blows: 0 };
  soaks.push(soaked);
  const wanted = typeof blows === 'number' ? () => blows : blows;
  while (soaked.blows < wanted()) {
    const began = performance.now();
    const next = Math.min(mostARound, wanted() - soaked.blows);
    const toll = await round(next, Number(values.seed) + soaked.blows);
    soaked.tolls.push(toll);
    soaked.blows += next;
    const seconds = (performance.now() - began) / 1_000 / next;
    console.log(`${verdict(name, next, [toll])}; ${seconds.toFixed(1)} s each`);
    for (const line of complaints(toll)) console.error(`        ${line}`);
  }
}

/** Ends by itself when whoever started it is gone. */
function burn(): ChildProcess {
  const work =
    'process.stdin.on("close", () => process.exit()).resume(); (function turn() { for (const end = Date.now() + 50; Date.now() < end; ); setImmediate(turn); })()';
  const child = spawn(process.execPath, ['--eval', work], { stdio: ['pipe', 'ignore', 'inherit'] });
  if (child.pid !== undefined) setPriority(child.pid, niceness);
  return child;
}

/** What all rounds that came to their end say. */
function conclude(): void {
  console.log();
  for (const { name, blows, tolls } of soaks) console.log(verdict(name, blows, tolls));
  console.table(Object.fromEntries(soaks.map(({ name, tolls }) => [name, blowsOf(tolls)])));
  const tolls = soaks.flatMap((one) => one.tolls);
  process.exitCode = tolls.length > 0 && tolls.every(isClean) ? 0 : 1;
}

function verdict(name: string, blows: number, tolls: readonly Toll[]): string {
  const sum = (count: (toll: Toll) => number) =>
    tolls.reduce((all, toll) => all + count(toll), 0).toLocaleString('en');
  const lost = sum(({ findings }) => findings.lost.length);
  const doubled = sum(({ findings }) => findings.doubled.length);
  const lying = sum(({ findings }) => findings.lying.length);
  const asked = sum(({ counts }) => counts.fates);
  const refused = sum(({ counts }) => counts.doubles);
  const word = tolls.length === 0 ? 'open  ' : tolls.every(isClean) ? 'kept  ' : 'BROKEN';
  return `${word}  ${name} ${blows}: of ${sum(({ messages }) => messages)} messages ${lost} lost, ${doubled} doubled, ${lying} left uncorrected (${asked} asked about, ${refused} doubles refused by the platform)${answersOf(tolls)}`;
}

function answersOf(tolls: readonly Toll[]): string {
  const all = tolls.flatMap(({ answers }) => answers ?? []);
  if (all.length === 0) return '';
  const sum = (count: (one: Answers) => number) =>
    all.reduce((so, one) => so + count(one), 0).toLocaleString('en');
  const answered = `of ${sum(({ asked }) => asked)} questions ${sum((one) => one.answered)} answered, ${sum(({ doubled }) => doubled.length)} twice, ${sum(({ contested }) => contested.length)} tried twice`;
  const longest = Math.max(...all.map(({ longestSilenceMs }) => longestSilenceMs));
  return `; ${answered}; ${sum(({ connections }) => connections)} connections, ${longest} ms the longest silence`;
}

function isClean(toll: Toll): boolean {
  return complaints(toll).length === 0;
}

function complaints({
  answers,
  ends,
  findings: { doubled, lost, lying },
}: Toll): readonly string[] {
  const { doubled: twice = [], contested = [] } = answers ?? {};
  return [
    ...twice.map((line) => `answered twice: ${line}`),
    ...contested.map((line) => `tried to answer twice: ${line}`),
    ...lost.map((line) => `lost: ${line}`),
    ...doubled.map((line) => `doubled: ${line}`),
    ...lying.map((line) => `left uncorrected: ${line}`),
    ...ends
      .filter((end) => end !== 0)
      .map((end) => `a program that was asked to stop ended with ${end}`),
  ];
}

/** How often what struck, in all rounds. */
function blowsOf(tolls: readonly Toll[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [place, count] of tolls.flatMap(({ blows }) => [...blows]).toSorted()) {
    sums[place] = (sums[place] ?? 0) + count;
  }
  return sums;
}

async function newDatabase(): Promise<string> {
  const name = `soak_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${postgres.url}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${postgres.url}/${name}`;
}
