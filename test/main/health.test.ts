import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { ON_SLACK, slackEnvironment } from '../adapters/slack/program.ts';
import { startSlack } from '../servers/slack/server.ts';
import { freePort } from '../support/freePort.ts';
import { startPostgres } from '../support/postgres.ts';
import { serveHere } from '../support/serving.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const WELL = { status: 200, body: { isHealthy: true } };
const DATABASE_LOST = { status: 503, body: { isHealthy: false } };

test('a SQLite file that is deleted is told by the next probe', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'hallway-health-'));
  endings.push(() => rm(directory, { recursive: true }));
  const file = join(directory, 'hallway.sqlite');
  const { probe } = await programOn(`sqlite:${file}`);
  await expect.poll(probe, { timeout: 100_000 }).toMatchObject(WELL);

  await rm(file);

  expect(await probe()).toEqual(DATABASE_LOST);
});

test('a PostgreSQL that is frozen is told by the next probe, and well again when it goes on', async () => {
  const postgres = await startPostgres();
  endings.push(() => postgres.stop());
  const { probe } = await programOn(`${postgres.url}/postgres`);
  await expect.poll(probe, { timeout: 100_000 }).toMatchObject(WELL);
  const processes = [...(await backends(`${postgres.url}/postgres`)), postgres.pid];
  const signal = (how: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of processes) process.kill(pid, how);
  };
  endings.push(async () => signal('SIGCONT'));

  signal('SIGSTOP');
  // What runs on the other core answers once more before the signal comes to it.
  await expect.poll(probe).toEqual(DATABASE_LOST);
  expect(await probe()).toEqual(DATABASE_LOST);

  signal('SIGCONT');
  await expect.poll(probe, { timeout: 100_000 }).toMatchObject(WELL);
});

/** All of Hallway, whose minutes pass in seconds. */
async function programOn(database: string) {
  const slack = await startSlack();
  endings.push(() => slack.stop());
  const address = `127.0.0.1:${await freePort()}`;
  const program = await serveHere({
    from: '2020-02-01T09:00+01:00',
    speed: 20,
    ready: ON_SLACK,
    environment: {
      ...(await slackEnvironment(slack, 'socket')),
      ...{ DATABASE_URL: database, HEALTH_ADDRESS: address },
    },
  });
  endings.push(program.stop);
  const probe = async () => {
    const response = await fetch(`http://${address}/health`);
    return { status: response.status, body: await response.json() };
  };
  return { probe };
}

/** Those that serve the program; what asks for them is gone. */
async function backends(url: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}
