import { expect, onTestFinished, test } from 'vitest';
import { messageOf } from '../../servers/discord/answer.ts';
import { startDiscord } from '../../servers/discord/server.ts';
import { serveDiscord } from './program.ts';

test('a channel is spoken to in the language of its server, unless another one is chosen', async () => {
  const discord = await startDiscord({
    guilds: [
      {
        name: 'kongress',
        locale: 'de',
        channels: ['saal', 'hall'],
        roles: [{ name: 'organisers', permissions: ['ManageGuild'] }],
        members: [{ name: 'grace', roles: ['organisers'] }],
      },
    ],
  });
  onTestFinished(() => discord.stop());
  const program = await serveDiscord(discord);
  onTestFinished(async () => {
    await program.stop();
  });
  const grace = discord.user('grace');
  const announced = async (typed: Readonly<Record<string, string>>) =>
    messageOf(await grace.slash('conference announce', typed)).text;

  expect(await announced({ channel: 'saal' })).toContain('will hear in German');
  expect(await announced({ channel: 'hall', language: 'en' })).toContain('will hear in English');
});
