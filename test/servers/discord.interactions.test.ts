import {
  ActionRowBuilder,
  ButtonStyle,
  ComponentType as Kind,
  MessageFlags,
  StringSelectMenuBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { messageOf, modalOf } from './discord/answer.ts';
import { setUp } from './discord/sample.ts';

test('a command is answered, seen by the one who asked alone, in the language of the client', async () => {
  const { discord, ada } = await setUp(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const query = interaction.options.getString('query');
    const content = `${query} ${interaction.locale} ${interaction.guild?.name}`;
    await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  });
  const answer = await ada.slash('talk', { query: 'crfs' }, { locale: 'de' });
  expect(answer).toMatchObject({ kind: 'message', deferred: false, followUps: [] });
  expect(messageOf(answer)).toMatchObject({ text: 'crfs de conference', ephemeral: true });
  expect(discord.messages('general')).toEqual([]);
  expect(ada.sees('general').map((each) => each.text)).toEqual(['crfs de conference']);
  expect(discord.user('alan').sees('general')).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('a deferred answer is filled by its edit and followed up, also with a file', async () => {
  const { discord, ada } = await setUp(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply('found');
    const files = [{ attachment: Buffer.from('BEGIN:VCALENDAR'), name: 'my talks.ics' }];
    await interaction.followUp({ content: 'calendar', files });
  });
  const answer = await discord.later(await ada.slash('talk', {}), 1);
  expect(answer).toMatchObject({ kind: 'message', deferred: true });
  expect(messageOf(answer)).toMatchObject({
    text: 'found',
    ephemeral: true,
    loading: false,
    edits: 0,
  });
  const [followUp] = answer.followUps;
  expect(followUp).toMatchObject({ text: 'calendar', ephemeral: false });
  const [file] = followUp?.attachments ?? [];
  expect(file?.filename).toMatch(/\.ics$/);
  expect(await (await fetch(file?.url ?? '')).text()).toBe('BEGIN:VCALENDAR');
  expect(discord.violations).toEqual([]);
});

test('the first follow-up of a deferred answer takes its place', async () => {
  const { ada } = await setUp(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp('here');
  });
  const answer = await ada.slash('talk', {});
  expect(messageOf(answer).text).toBe('here');
  expect(answer.followUps).toEqual([]);
});

test('choices are offered while an option is typed', async () => {
  const { discord, ada } = await setUp(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `12:00 ${name} ${value}`, value: 't:1' }]);
  });
  expect(await ada.autocomplete('talk', 'query', 'cr')).toEqual([
    { name: '12:00 query cr', value: 't:1' },
  ]);
  expect(discord.violations).toEqual([]);
});

test('buttons and menus update the message they stand on', async () => {
  const { discord, ada } = await setUp(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const menu = new StringSelectMenuBuilder({
        custom_id: 'open',
        placeholder: 'Open',
        options: [
          { label: 'CRFS', value: '1' },
          { label: 'OCI', value: '2' },
        ],
      });
      const star = {
        type: Kind.Button,
        style: ButtonStyle.Primary,
        custom_id: 'star:1',
        label: 'Star',
      } as const;
      return interaction.reply({
        flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
        components: [
          {
            type: Kind.Container,
            components: [
              {
                type: Kind.Section,
                components: [{ type: Kind.TextDisplay, content: '## CRFS' }],
                accessory: star,
              },
              { type: Kind.Separator },
            ],
          },
          new ActionRowBuilder<StringSelectMenuBuilder>({ components: [menu] }),
        ],
      });
    }
    if (interaction.isButton()) {
      const content = `starred ${interaction.customId}`;
      return interaction.update({ components: [{ type: Kind.TextDisplay, content }] });
    }
    if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate();
      const content = `opened ${interaction.values.join()}`;
      return interaction.editReply({ components: [{ type: Kind.TextDisplay, content }] });
    }
    return undefined;
  });
  const card = messageOf(await ada.slash('talk', {}));
  expect(card.text).toBe('## CRFS');
  expect(card.buttons.map((each) => each.label)).toEqual(['Star']);
  await expect(ada.press(card, 'Unstar')).rejects.toThrow(
    'No Button Unstar; there are: Star (star:1).',
  );
  await expect(ada.select(card, 'open', ['3'])).rejects.toThrow('"3" is not on the menu.');
  await expect(discord.user('alan').press(card, 'Star')).rejects.toThrow(
    'alan does not see that message.',
  );
  const again = messageOf(await ada.slash('talk', {}));

  const starred = await ada.press(card, 'Star');
  expect(starred.kind).toBe('update');
  expect(messageOf(starred)).toMatchObject({
    id: card.id,
    text: 'starred star:1',
    ephemeral: true,
    edits: 1,
  });
  const opened = await ada.select(again, 'Open', ['2']);
  expect(opened).toMatchObject({ kind: 'update', deferred: true });
  expect(messageOf(opened)).toMatchObject({ id: again.id, text: 'opened 2' });
  expect(discord.violations).toEqual([]);
});

test('a context-menu command on a message opens a modal, whose submit is answered', async () => {
  const { discord, ada, client } = await setUp(async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) {
      return interaction.showModal({
        custom_id: `lead:${interaction.targetMessage.content}`,
        title: 'Remind me',
        components: [
          {
            type: Kind.Label,
            label: 'Minutes before',
            component: {
              type: Kind.TextInput,
              custom_id: 'minutes',
              style: 1,
              max_length: 3,
              value: '10',
            },
          },
        ],
      });
    }
    if (interaction.isModalSubmit()) {
      const minutes = interaction.fields.getTextInputValue('minutes');
      return interaction.reply(`${interaction.customId} ${minutes}`);
    }
    return undefined;
  });
  const channel = await client.channels.fetch(discord.channelId('announcements'));
  if (channel?.isSendable()) await channel.send('CRFS at 10:00');
  const [announced] = discord.messages('announcements');
  if (announced === undefined) throw new Error('Nothing was announced.');

  const modal = modalOf(await ada.contextMenu('Remind me', announced));
  expect(modal.fields).toEqual([
    {
      customId: 'minutes',
      label: 'Minutes before',
      type: Kind.TextInput,
      value: '10',
      required: true,
    },
  ]);
  await expect(ada.submit(modal, { minutes: '1440' })).rejects.toThrow('between 1 and 3');
  const answer = await ada.submit(modal, { minutes: '15' });
  expect(messageOf(answer).text).toBe('lead:CRFS at 10:00 15');
  expect(discord.violations).toEqual([]);
});

test('subcommands carry real channels and roles, and only those allowed are offered them', async () => {
  const { discord, ada, grace } = await setUp(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options, memberPermissions } = interaction;
    const channel = options.getChannel('channel', true).id;
    const role = options.getRole('mention')?.id;
    const may = memberPermissions?.has('ManageGuild');
    await interaction.reply(
      `${options.getSubcommand()} ${channel} ${role} ${options.getInteger('lead')} ${may}`,
    );
  });
  const typed = { channel: 'announcements', mention: 'devroom', lead: 5 };
  const shown = messageOf(await grace.slash('conference announce', typed)).text;
  const [channel, role] = [discord.channelId('announcements'), discord.roleId('devroom')];
  expect(shown).toBe(`announce ${channel} ${role} 5 true`);
  await expect(ada.slash('conference announce', typed)).rejects.toThrow(
    'ada is not offered "conference"',
  );
  const forced = await ada.slash('conference announce', typed, { force: true });
  expect(messageOf(forced).text).toBe(`announce ${channel} ${role} 5 false`);
  await expect(grace.slash('conference announce', {})).rejects.toThrow('"channel" is required');
});

test('commands work in the DM, and where the bot is a guest', async () => {
  const { discord, ada } = await setUp(
    async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const {
        context,
        guildId,
        appPermissions,
        authorizingIntegrationOwners: owners,
      } = interaction;
      await interaction.reply(
        `${context} ${guildId} ${appPermissions.has('SendMessages')} ${owners.guildId ?? owners.userId}`,
      );
    },
    {
      guilds: [
        { name: 'home', members: ['ada'] },
        { name: 'away', members: ['ada'], botIsMember: false },
      ],
    },
  );
  expect(messageOf(await ada.slash('talk', {}, { dm: true })).text).toBe('1 null true 0');
  expect(ada.dms().map((each) => each.text)).toEqual(['1 null true 0']);
  await expect(ada.slash('talk', {}, { guild: 'away' })).rejects.toThrow(
    'not with this installation',
  );
  const answer = await ada.slash('talk', {}, { guild: 'away', force: true });
  expect(messageOf(answer).text).toBe(`0 ${discord.guildId('away')} true ${ada.id}`);
});
