import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, inject, onTestFinished } from 'vitest';
import { slackEnvironment } from '../adapters/slack/program.ts';
import { messageOf } from '../servers/discord/answer.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { startMatrix } from '../servers/matrix/server.ts';
import { startSlack } from '../servers/slack/server.ts';
import { freePort } from '../support/freePort.ts';
import { startProgram } from '../support/startedProgram.ts';

const READY = [
  'Commands are registered',
  'Slack can reach Hallway',
  'Hallway hears what is said on Matrix',
  'Talks are indexed',
  'Pages and calendars are served',
];
/** How soon it answers is asked elsewhere. */
const PATIENCE_MS = 60_000;
const TITLE = 'Lazy distribution of container images';

/** Has that program serve Discord, Slack, Matrix and the web on PostgreSQL, and asks it everywhere. */
export async function onEveryChat(
  program: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const [discord, slack, matrix] = await Promise.all([
    startDiscord({ answerWithinMs: PATIENCE_MS }),
    startSlack({ ackWithinMs: PATIENCE_MS, answerWithinMs: PATIENCE_MS }),
    startMatrix({ rooms: [{ name: 'containers', creator: 'grace' }] }),
  ]);
  onTestFinished(async () => void (await Promise.all([discord, slack, matrix].map(stopped))));
  const [web, health] = [await freePort(), await freePort()];
  const hallway = await startProgram({
    program: [program],
    ready: READY,
    environment: {
      ...environment,
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      ...(await slackEnvironment(slack, 'socket')),
      ...{ MATRIX_HOMESERVER: matrix.url, MATRIX_ACCESS_TOKEN: matrix.botToken },
      ...{ WEB_ADDRESS: `127.0.0.1:${web}`, HEALTH_ADDRESS: `127.0.0.1:${health}` },
      DATABASE_URL: await emptyDatabase(),
    },
  });
  onTestFinished(() => hallway.kill());

  const onDiscord = await discord.user('ada').slash('talk', { query: 'crfs' });
  const onSlack = await slack.user('ada').slash('/talk', 'crfs');
  const room = matrix.roomId('containers');
  matrix.user('grace').invites(room, 'hallway');
  const heard = () => matrix.messages(room).map(({ text }) => text);
  await expect.poll(() => heard().length).toBeGreaterThan(0);
  matrix.user('grace').says(room, '!talk crfs');

  expect(messageOf(onDiscord).text).toContain(TITLE);
  expect(onSlack.messages.map(({ text }) => text).join()).toContain(TITLE);
  await expect.poll(() => heard().join()).toContain(TITLE);
  expect(await page(web, '/')).toContain('text/html');
  expect(await page(health, '/metrics')).toContain('text/plain');
  expect(await hallway.stop()).toBe(0);
  expect(hallway.log()).not.toMatch(/"level":(?:50|60)/);
}

async function page(port: number, path: string): Promise<string | null> {
  const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
  return headers.get('content-type');
}

async function stopped(server: { stop(): Promise<void> }): Promise<void> {
  await server.stop();
}

async function emptyDatabase(): Promise<string> {
  const name = `image_${randomUUID().replaceAll('-', '')}`;
  const query = async (text: string) => {
    const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  await query(`create database ${name}`);
  onTestFinished(() => query(`drop database ${name} with (force)`));
  return `${inject('postgresUrl')}/${name}`;
}
