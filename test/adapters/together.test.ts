import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { choiceOf as choiceOnDiscord, messageOf as onDiscord } from '../servers/discord/answer.ts';
import { type Discord, startDiscord } from '../servers/discord/server.ts';
import type { DiscordUser } from '../servers/discord/user.ts';
import { type Matrix, startMatrix } from '../servers/matrix/server.ts';
import { choiceOf as choiceOnSlack, messageOf as onSlack } from '../servers/slack/answer.ts';
import { type Slack, startSlack } from '../servers/slack/server.ts';
import type { SlackUser } from '../servers/slack/user.ts';
import { type Serving, serveHere } from '../support/serving.ts';
import { slackEnvironment } from './slack/program.ts';

/** Ada on Discord, on Slack and on Matrix, who are one person once they say so; chapters of a morning. */
const LAZY = 'Lazy distribution of container images';
const BPF = 'BPF as a revolutionary technology';
const READY = [
  'Slack can reach Hallway',
  'Commands are registered',
  'Hallway hears what is said on Matrix',
  'Talks are indexed',
];

let folder: string;
let slack: Slack;
let discord: Discord;
let matrix: Matrix;
let program: Serving;
let slacker: SlackUser;
let discorder: DiscordUser;
/** Ada's room for two on Matrix. */
let two: string;

/** In real time, for whoever asks, but a turn of the cron each second. */
async function goTo(clock: string): Promise<void> {
  await program?.stop();
  program = await serveHere({
    ...{ from: `2020-02-01T${clock}+01:00`, speed: 1.01, ready: READY },
    environment: {
      ...(await slackEnvironment(slack, 'socket')),
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
      ...{ MATRIX_HOMESERVER: matrix.url, MATRIX_ACCESS_TOKEN: matrix.botToken },
      DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
    },
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  [slack, discord, matrix] = await Promise.all([
    startSlack(),
    startDiscord(),
    startMatrix({ rooms: [{ name: 'containers', creator: 'grace' }] }),
  ]);
  matrix.user('grace').invites('containers', 'hallway');
  [slacker, discorder] = [slack.user('ada'), discord.user('ada')];
  await goTo('10:30:00');
  two = matrix.user('ada').opensDirect('hallway');
});

afterEach(({ task }) => {
  if (task.result?.state === 'fail')
    console.error(
      matrix
        .messages(two)
        .slice(-6)
        .map(({ text }) => text),
      reminders(),
    );
});

afterAll(async () => {
  await program.stop();
  expect(slack.violations).toEqual([]);
  expect(discord.violations).toEqual([]);
  expect(matrix.violations).toEqual([]);
  await Promise.all([slack.stop(), discord.stop(), matrix.stop()]);
  await rm(folder, { recursive: true });
});

const toldOnMatrix = () => matrix.messages(two).filter(({ sender }) => sender === matrix.botUserId);

/** What is answered in the room for two with these words. */
async function onMatrix(text: string, words: string | RegExp): Promise<string> {
  const before = new Set(toldOnMatrix().map(({ id }) => id));
  matrix.user('ada').says(two, text);
  const answers = () =>
    toldOnMatrix()
      .filter(({ id }) => !before.has(id))
      .map((one) => one.text);
  await expect.poll(answers).toContainEqual(expect.stringMatching(words));
  return answers().find((one) => one.match(words) !== null) ?? '';
}

const listOnSlack = async () => onSlack(await slacker.slash('/mytalks', 'list')).text;
const listOnDiscord = async () => onDiscord(await discorder.slash('mytalks list')).text;
const listOnMatrix = () => onMatrix('!mytalks', /^My talks/u);
const codeIn = (text: string) => text.match(/[0-9A-Z]{5}-[0-9A-Z]{5}/)?.[0] ?? 'none';

/** What each account was reminded of, by platform. */
const reminders = () => ({
  slack: slacker.dms().flatMap(({ text }) => reminded(text)),
  discord: discorder.dms().flatMap(({ text }) => reminded(text)),
  matrix: toldOnMatrix().flatMap(({ text }) => reminded(text)),
});

function reminded(text: string): readonly string[] {
  if (!/^(?:## )?On your list: /u.test(text)) return [];
  return [LAZY, BPF].filter((title) => text.includes(title));
}

describe('one process on Slack, Discord and Matrix', () => {
  test('answers all from the same conference', async () => {
    // What was said before it is there is not for it.
    await expect.poll(toldOnMatrix).toHaveLength(1);
    const texts = [
      onSlack(await slacker.slash('/talk', 'crfs')).text,
      onDiscord(await discorder.slash('talk', { query: 'crfs' })).text,
      await onMatrix('!talk crfs', LAZY),
    ];
    for (const text of texts) expect(text).toContain('Akihiro Suda');
  });

  test('keeps one list for somebody who linked three accounts, wherever they star', async () => {
    await slacker.action(onSlack(await slacker.slash('/talk', 'crfs')), '☆ Star');
    const code = codeIn(onSlack(await slacker.slash('/mytalks', 'link')).text);
    const linked = onDiscord(await discorder.slash('mytalks link', { code }));
    expect(linked.text).toContain('one list for all these accounts');
    const again = onDiscord(await discorder.slash('mytalks link', { code }));
    expect(again.text).toContain('wrong, used or older');

    // By a code of the account that was linked, typed as people type.
    const offered = codeIn(onDiscord(await discorder.slash('mytalks link')).text);
    const typed = offered.replace('-', ' ').toLowerCase();
    await onMatrix(`!mytalks link ${typed}`, 'one list for all these accounts');
    expect(await listOnMatrix()).toContain(LAZY);
    await onMatrix('!talk bpf', BPF);
    await onMatrix('2', BPF);
    for (const list of [await listOnSlack(), await listOnDiscord()]) {
      for (const title of [LAZY, BPF]) expect(list).toContain(title);
    }
  });

  test('reminds once on each but where that is not wished', async () => {
    const settings = onSlack(await slacker.slash('/mytalks', 'settings'));
    await slacker.action(settings, ...choiceOnSlack(settings, 'Quiet'));
    await goTo('10:45:02');
    const once = { slack: [], discord: [LAZY], matrix: [LAZY] };
    await expect.poll(reminders).toEqual(once);
  });

  test('reminds once in the one place that is left', async () => {
    const settings = onDiscord(await discorder.slash('mytalks settings'));
    await discorder.select(settings, ...choiceOnDiscord(settings, 'Quiet'));
    await goTo('11:10:02');
    const once = { slack: [], discord: [LAZY], matrix: [LAZY, BPF] };
    await expect.poll(reminders).toEqual(once);
  });

  test('parts one that keeps the list, and the others stay one', async () => {
    const parted = onDiscord(await discorder.slash('mytalks unlink'));
    expect(parted.text).toContain('keeps its own copy of the list');
    await onMatrix('!talk live migration', 'Container Live Migration');
    await onMatrix('star it', 'Container Live Migration');
    expect(await listOnSlack()).toContain('Container Live Migration');
    const list = await listOnDiscord();
    expect(list).toContain(LAZY);
    expect(list).not.toContain('Container Live Migration');
  });

  test('forgets on all that are linked what one of them has forgotten, and nowhere else', async () => {
    await onMatrix('!mytalks forget', 'linked accounts');
    expect(await listOnSlack()).not.toContain(LAZY);
    expect(await listOnMatrix()).not.toContain(LAZY);
    expect(await listOnDiscord()).toContain(LAZY);
  });
});
