import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageOf as discordMessageOf } from '../../servers/discord/answer.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { messageOf } from '../../servers/slack/answer.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { type Serving, serveHere } from '../../support/serving.ts';
import { slackEnvironment } from './program.ts';

const TITLE = 'Lazy distribution of container images';

let slack: Slack;
let discord: Discord;
let program: Serving;

beforeAll(async () => {
  [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
  program = await serveHere({
    from: '2020-02-01T10:40:00+01:00',
    speed: 30,
    ready: ['Slack can reach Hallway', 'Commands are registered', 'Talks are indexed'],
    environment: {
      ...(await slackEnvironment(slack, 'socket')),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
    },
  });
});
afterAll(async () => {
  await program.stop();
  expect(slack.violations).toEqual([]);
  expect(discord.violations).toEqual([]);
  await Promise.all([slack.stop(), discord.stop()]);
});

describe('one process on Slack and Discord', () => {
  test('answers both from the same conference', async () => {
    const onSlack = messageOf(await slack.user('ada').slash('/talk', 'crfs'));
    const onDiscord = discordMessageOf(await discord.user('ada').slash('talk', { query: 'crfs' }));
    expect(onSlack.text).toContain('Akihiro Suda');
    expect(onDiscord.text).toContain('Akihiro Suda');
  });

  test('keeps one list for somebody who linked both accounts, and two after they part', async () => {
    const ada = slack.user('ada');
    const abroad = discord.user('ada');
    await ada.action(messageOf(await ada.slash('/talk', 'crfs')), '☆ Star');
    const offered = messageOf(await ada.slash('/mytalks', 'link')).text;
    const [code] = offered.match(/[0-9A-Z]{5}-[0-9A-Z]{5}/) ?? [];
    const linked = discordMessageOf(await abroad.slash('mytalks link', { code: code ?? '' }));
    expect(linked.text).toContain('one list for both accounts');
    expect(discordMessageOf(await abroad.slash('mytalks list')).text).toContain(TITLE);

    const again = discordMessageOf(await abroad.slash('mytalks link', { code: code ?? '' }));
    expect(again.text).toContain('wrong, used or older');

    const parted = messageOf(await ada.slash('/mytalks', 'unlink'));
    expect(parted.text).toContain('both accounts keep the list');
    expect(discordMessageOf(await abroad.slash('mytalks list')).text).toContain(TITLE);
  });

  test('links them again by a code from the other side', async () => {
    const offered = discordMessageOf(await discord.user('ada').slash('mytalks link')).text;
    const [code = ''] = offered.match(/[0-9A-Z]{5}-[0-9A-Z]{5}/) ?? [];
    const typed = code.replace('-', ' ').toLowerCase();
    const linked = messageOf(await slack.user('ada').slash('/mytalks', `link ${typed}`));
    expect(linked.text).toContain('one list for both accounts');
  });

  test('reminds on both', async () => {
    const remindedOnSlack = () =>
      slack.dms('ada').filter(({ text }) => text.startsWith('On your list: '));
    const remindedOnDiscord = () =>
      discord
        .user('ada')
        .dms()
        .filter(({ text }) => text.startsWith('## On your list: '));
    await expect.poll(remindedOnSlack).toHaveLength(1);
    await expect.poll(remindedOnDiscord).toHaveLength(1);
  });

  test('forgets on both what one of them has forgotten', async () => {
    const forgotten = messageOf(await slack.user('ada').slash('/mytalks', 'forget'));
    expect(forgotten.text).toContain('linked accounts');
    const list = discordMessageOf(await discord.user('ada').slash('mytalks list'));
    expect(list.text).not.toContain(TITLE);
  });
});
