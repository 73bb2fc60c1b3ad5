/**
 * Has another version of the program live through the story and keeps what is left of it, once on
 * each database: `node test/upgrades/record.ts CHECKOUT NAME` with a checkout of that version in
 * which `npm ci` was run. Afterwards that version uses every button that it left, so that later ones
 * can be held against it.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startPostgres } from '../support/postgres.ts';
import { programOf } from '../support/program.ts';
import { createPostgres, dumpPostgres, keepSqlite } from './databases.ts';
import { FIXTURES, inherit } from './kept.ts';
import { corridor, harbour } from './schedules.ts';
import { CORRIDOR, HARBOUR, startStage } from './stage.ts';
import { tellStory } from './story.ts';
import { keptOnDiscord, useOnDiscord } from './uses/discord.ts';
import { isChanging, type Use } from './uses/outcome.ts';
import { keptOnSlack, useOnSlack } from './uses/slack.ts';

/** In which everything that waits is sent. */
const SETTLED_MS = 15_000;

const [checkout, name] = process.argv.slice(2);
if (checkout === undefined || name === undefined) throw new Error('record.ts CHECKOUT NAME');

const program = programOf(
  resolve(checkout),
  JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')),
);
const folder = join(FIXTURES, name);
const scratch = await mkdtemp(join(tmpdir(), 'hallway-upgrade-'));
const postgres = await startPostgres();

try {
  await keep('schedules/corridor.json', corridor(2));
  await keep('schedules/harbour.ics', harbour());

  const file = join(scratch, 'hallway.sqlite');
  await record('sqlite', `sqlite:${file}`);
  await rm(join(folder, 'sqlite/hallway.sqlite'), { force: true });
  keepSqlite(file, join(folder, 'sqlite/hallway.sqlite'));

  const url = await createPostgres(postgres.url);
  await record('postgres', url);
  await keep('postgres/hallway.sql', await dumpPostgres(url));

  const outcomes = await outcomesOf(name);
  await keep('outcomes.jsonl', `${outcomes.map((each) => JSON.stringify(each)).join('\n')}\n`);
} finally {
  await postgres.stop();
  await rm(scratch, { recursive: true, force: true });
}

async function record(database: string, databaseUrl: string): Promise<void> {
  const pages = { [CORRIDOR]: corridor(1), [HARBOUR]: harbour() };
  const stage = await startStage({ databaseUrl, program, pages });
  try {
    await tellStory(stage);
    const { discord, slack } = stage;
    const violations = [...discord.violations, ...slack.violations];
    if (violations.length > 0) throw new Error(JSON.stringify(violations, undefined, 2));
    await keep(`${database}/discord.json`, discord.remember());
    await keep(`${database}/slack.json`, slack.remember());
  } finally {
    await stage.stop();
  }
}

/** What that version itself shows to whoever uses what it left on the platforms, on SQLite. */
async function outcomesOf(version: string): Promise<readonly object[]> {
  const { forget, ...inherited } = await inherit(version, 'sqlite', postgres.url);
  const stage = await startStage({ ...inherited, program });
  const { discord, slack } = stage;
  const outcomes: object[] = [];
  try {
    await stage.startAt('10:50:00');
    await delay(SETTLED_MS);
    stage.rewind();
    for (const each of showing(keptOnDiscord(discord))) {
      outcomes.push({ on: 'discord', ...(await useOnDiscord(discord, each)) });
    }
    for (const each of showing(keptOnSlack(slack))) {
      outcomes.push({ on: 'slack', ...(await useOnSlack(slack, each)) });
    }
    return outcomes;
  } finally {
    await stage.stop();
    await forget();
  }
}

function showing<U extends Use>(uses: readonly U[]): readonly U[] {
  return uses.filter((each) => !isChanging(each));
}

async function keep(path: string, content: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(resolve(file, '..'), { recursive: true });
  await writeFile(file, content);
}
