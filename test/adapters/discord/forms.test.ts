import { Events, MessageFlags } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../../adapters/discord/client.ts';
import { patientRequests } from '../../../adapters/discord/patience.ts';
import { silentLog } from '../../../src/log.ts';
import { messageOf } from '../../servers/discord/answer.ts';
import { startDiscord } from '../../servers/discord/server.ts';

test('a file arrives also where schedules are fetched in the same process', async () => {
  await import('undici');
  const discord = await startDiscord();
  onTestFinished(() => discord.stop());
  const makeRequest = patientRequests(silentLog, new AbortController().signal);
  const client = createClient({ apiUrl: discord.apiUrl, sharding: undefined, makeRequest });
  onTestFinished(() => client.destroy());
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const files = [{ attachment: Buffer.from('BEGIN:VCALENDAR'), name: 'my talks.ics' }];
    await interaction.reply({ content: 'calendar', files, flags: MessageFlags.Ephemeral });
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set([{ name: 'talk', description: 'Finds talks' }]);

  const [file] = messageOf(await discord.user('ada').slash('talk', {})).attachments;

  expect(file?.filename).toMatch(/\.ics$/);
  expect(await (await fetch(file?.url ?? '')).text()).toBe('BEGIN:VCALENDAR');
});
