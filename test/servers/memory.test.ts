import type { App } from '@slack/bolt';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { messageOf, modalOf } from './discord/answer.ts';
import { setUp } from './discord/sample.ts';
import { messageOf as slackMessageOf, viewOf } from './slack/answer.ts';
import { startApp } from './slack/app.ts';
import { button } from './slack/blocks.ts';
import type { SlackOptions } from './slack/description.ts';
import { startSlack } from './slack/server.ts';

test('a Discord begins where the one it remembers ended', async () => {
  const earlier = await setUp(answerOnDiscord);
  const asked = messageOf(await earlier.ada.slash('talk', {}));
  modalOf(await earlier.ada.press(asked, 'Ask'));
  earlier.discord.user('alan').closeDms();
  const memory = earlier.discord.remember();

  const { discord, ada } = await setUp(answerOnDiscord, { memory });
  expect(discord).toMatchObject({
    token: earlier.discord.token,
    applicationId: earlier.discord.applicationId,
  });
  expect([discord.guildId(), discord.channelId('general'), discord.roleId('devroom')]).toEqual([
    earlier.discord.guildId(),
    earlier.discord.channelId('general'),
    earlier.discord.roleId('devroom'),
  ]);
  expect(ada.sees('general')).toEqual([asked]);
  const [modal] = ada.modals();
  if (modal === undefined) throw new Error('The form is gone.');
  const sent = messageOf(await ada.submit(modal, { field: 'typed' }));
  expect(sent.text).toBe('typed');
  expect(BigInt(sent.id)).toBeGreaterThan(BigInt(asked.id));
  expect(ada.modals()).toEqual([]);
  expect(discord.remember()).toContain('"dmsClosed":true');
});

test('what a Discord remembers says again what it said, and what is newer stays', async () => {
  const earlier = await setUp(answerOnDiscord);
  const asked = messageOf(await earlier.ada.slash('talk', {}));
  const { discord, ada } = await setUp(answerOnDiscord, { memory: earlier.discord.remember() });
  const newer = messageOf(await ada.slash('talk', {}));
  await ada.press(asked, 'Turn');
  expect(ada.sees('general').map(({ text }) => text)).toEqual(['turned', 'asked']);
  discord.rewind();
  expect(ada.sees('general')).toEqual([asked, newer]);
});

async function answerOnDiscord(interaction: Interaction): Promise<void> {
  const flags = MessageFlags.Ephemeral;
  if (interaction.isChatInputCommand()) {
    const buttons = ['Ask', 'Turn'].map(
      (label) => new ButtonBuilder({ customId: label, label, style: ButtonStyle.Secondary }),
    );
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
    await interaction.reply({ content: 'asked', components: [row], flags });
  } else if (interaction.isButton() && interaction.customId === 'Turn') {
    await interaction.update({ content: 'turned', components: [] });
  } else if (interaction.isButton()) {
    const input = new TextInputBuilder({ customId: 'field', style: TextInputStyle.Short });
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input.setLabel('Field'));
    await interaction.showModal(
      new ModalBuilder({ customId: 'form', title: 'Form' }).addComponents(row),
    );
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: interaction.fields.getTextInputValue('field'), flags });
  }
}

test('a Slack begins where the one it remembers ended, wherever it listens', async () => {
  const earlier = await slackForTest({ secret: () => 'not-a-secret' });
  const ada = earlier.user('ada');
  const asked = slackMessageOf(await ada.slash('/talk'));
  viewOf(await ada.action(asked, 'Ask'));
  const memory = earlier.remember();
  expect(memory).not.toContain('127.0.0.1');

  const slack = await slackForTest({ memory });
  expect([slack.botToken, slack.teamId(), slack.channelId('general')]).toEqual([
    'xoxb-not-a-secret',
    earlier.teamId(),
    earlier.channelId('general'),
  ]);
  const again = slack.user('ada');
  expect(again.id).toBe(ada.id);
  expect(again.sees('general')).toEqual([asked]);
  const [modal] = again.modals();
  if (modal === undefined) throw new Error('The window is gone.');
  await again.submit(modal, { field: 'typed' });
  await expect
    .poll(() => again.sees('general').map(({ text }) => text))
    .toEqual([asked.text, 'typed']);
  expect(slack.violations).toEqual([]);
});

test('what a Slack remembers says again what it said, and what is newer stays', async () => {
  const earlier = await slackForTest();
  const asked = slackMessageOf(await earlier.user('ada').slash('/talk'));
  const slack = await slackForTest({ memory: earlier.remember() });
  const ada = slack.user('ada');
  const newer = slackMessageOf(await ada.slash('/talk'));
  await ada.action(asked, 'Turn');
  expect(ada.sees('general').map(({ fallback }) => fallback)).toEqual(['turned', 'asked']);
  slack.rewind();
  expect(ada.sees('general')).toEqual([{ ...asked, edits: 0 }, newer]);
});

/** A Slack with an app that asks for a text and says it through the address of the first answer. */
async function slackForTest(options: SlackOptions = {}) {
  const slack = await startSlack(options);
  onTestFinished(() => slack.stop());
  const running = await startApp(slack, 'socket', answerOnSlack);
  onTestFinished(async () => void (await running.stop()));
  return slack;
}

function answerOnSlack(app: App): void {
  app.command('/talk', async ({ ack, respond }) => {
    await ack();
    const elements = [button('Ask', 'ask', '1'), button('Turn', 'turn', '1')];
    await respond({ text: 'asked', blocks: [{ type: 'actions', elements }] });
  });
  app.action('turn', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'turned', replace_original: true });
  });
  app.action('ask', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    const { trigger_id, response_url: private_metadata } = body;
    await client.views.open({ trigger_id, view: { ...form, private_metadata } });
  });
  app.view('form', async ({ ack, view }) => {
    await ack();
    const text = view.state.values['field']?.['field']?.value;
    const body = JSON.stringify({ text, response_type: 'ephemeral' });
    const headers = { 'content-type': 'application/json' };
    await fetch(view.private_metadata, { method: 'POST', headers, body });
  });
}

const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: { type: 'plain_text' as const, text: 'Form' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'field',
      label: { type: 'plain_text' as const, text: 'Field' },
      element: { type: 'plain_text_input' as const, action_id: 'field' },
    },
  ],
};
