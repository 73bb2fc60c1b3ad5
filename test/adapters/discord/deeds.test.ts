import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choiceOf, messageOf, modalOf } from '../../servers/discord/answer.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import type { DiscordUser } from '../../servers/discord/user.ts';
import type { Serving } from '../../support/serving.ts';
import { serveDiscord } from './program.ts';

/** What members and organisers do beside asking and starring, with the real program. */
let discord: Discord;
let program: Serving;
let ada: DiscordUser;
let grace: DiscordUser;

beforeAll(async () => {
  discord = await startDiscord();
  program = await serveDiscord(discord, { from: '2020-02-01T10:00:00+01:00' });
  [ada, grace] = [discord.user('ada'), discord.user('grace')];
  const card = messageOf(await ada.slash('talk', { query: 'podman' }));
  await ada.press(card, '☆ Star');
});

afterAll(async () => {
  await program.stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
});

const contentOf = async ({ attachments }: Seen) => (await fetch(attachments[0]?.url ?? '')).text();

describe('/mytalks', () => {
  const list = async () => messageOf(await ada.slash('mytalks list'));

  test('is made quiet, silent, and spoken to again by the settings', async () => {
    const settings = messageOf(await ada.press(await list(), 'Settings'));
    const volume = async (label: string) => {
      await ada.select(settings, ...choiceOf(settings, label));
      return (await list()).text;
    };
    expect(await volume('Quiet')).toContain('Quiet here');
    expect(await volume('Silent')).toContain('Silent here');
    expect(await volume('Everything')).toContain('Reminders come');
  });

  test('speaks the language and shows the clocks that its member chose', async () => {
    await expect.poll(() => ada.dms().length).toBe(1);
    const [sent] = ada.dms();
    const asked = messageOf(await ada.slash('mytalks settings'));
    const german = messageOf(await ada.select(asked, ...choiceOf(asked, 'Deutsch')));
    expect(german).toMatchObject({ id: asked.id, text: expect.stringContaining('Einstellungen') });
    const misspelt = messageOf(await ada.slash('mytalks zone', { zone: 'Lisbonn' }));
    await ada.press(misspelt, 'Europe/Lisbon');
    const talk = messageOf(await ada.slash('talk', { query: 'podman' }));
    expect(talk.text).toMatch(/\d\d:\d\d bei dir/);
    expect(talk.text).not.toContain('<t:');
    // Its language may be told by an edit before the one that tells its clock.
    await expect
      .poll(() =>
        ada.dms().map(({ id, text }) => [id, ...(text.match(/Meine Vorträge|bei dir/g) ?? [])]),
      )
      .toEqual([[sent?.id, 'Meine Vorträge', 'bei dir']]);
    const choices = await ada.autocomplete('mytalks zone', 'zone', 'lis');
    expect(choices[0]).toMatchObject({ value: 'Europe/Lisbon' });

    const set = messageOf(await ada.slash('mytalks settings'));
    const told = messageOf(await ada.select(set, ...choiceOf(set, 'Wie in der App (English)')));
    await ada.select(told, ...choiceOf(told, 'As the app shows it'));
    expect((await list()).text).toContain('<t:');
  });

  test('refuses a lead time that is none, and says what is one', async () => {
    const settings = messageOf(await ada.slash('mytalks settings'));
    const asked = modalOf(await ada.select(settings, ...choiceOf(settings, 'Another time …')));
    const refused = messageOf(await ada.submit(asked, { value: 'soon' }));
    expect(refused.text).toContain('“soon” is not a number of minutes');
  });

  test('has its settings in one place, which show how they stand', async () => {
    const asked = messageOf(await ada.slash('mytalks settings'));
    const on = messageOf(await ada.press(asked, 'Morning message: off'));
    const off = messageOf(await ada.press(on, '✓ Morning message: on'));
    expect(off.id).toBe(asked.id);
    expect(JSON.stringify(off)).toContain('Morning message: off');
  });

  test('is shown to its owner before a press posts it for everyone', async () => {
    const preview = messageOf(await ada.slash('mytalks share'));
    expect(preview).toMatchObject({ ephemeral: true, text: expect.stringContaining('Podman') });
    const posted = messageOf(await ada.press(preview, 'Post it here'));
    expect(posted).toMatchObject({ ephemeral: false, text: expect.stringContaining('Podman') });
  });

  test('is sent as a direct message, and comes as a calendar file', async () => {
    const sent = () => ada.dms().filter(({ ephemeral }) => !ephemeral).length;
    await expect.poll(sent).toBe(1);
    expect(messageOf(await ada.press(await list(), 'Send as DM')).text).toContain('on its way');
    await expect.poll(sent).toBe(2);
    const file = messageOf(await ada.press(await list(), 'Calendar file'));
    expect(file.attachments).toMatchObject([{ filename: 'mytalks.ics' }]);
    expect(await contentOf(file)).toContain('SUMMARY:Podman');
  });

  test('hands over all that is kept, tells each morning, and is shared by a code', async () => {
    const data = messageOf(await ada.slash('mytalks export'));
    expect(data.attachments).toMatchObject([{ filename: 'hallway-export.json' }]);
    expect(JSON.parse(await contentOf(data))).toMatchObject({
      accounts: [{ platform: 'discord' }],
    });
    expect(messageOf(await ada.slash('mytalks digest', { when: 'on' })).text).toContain('08:00');
    const offered = messageOf(await ada.slash('mytalks link'));
    const [, code = ''] = /link (\S+) where/.exec(offered.text) ?? [];
    expect(messageOf(await grace.slash('mytalks link', { code })).text).toContain('Linked');
    expect(messageOf(await grace.slash('mytalks list')).text).toContain('Podman');
    expect(messageOf(await grace.slash('mytalks unlink')).text).toContain('Unlinked');
  });
});

describe('/conference', () => {
  const ask = async (subcommand: string, typed: Readonly<Record<string, string | number>> = {}) =>
    messageOf(await grace.slash(`conference ${subcommand}`, typed)).text;

  test('tells how all is, what will be posted, and ends it again', async () => {
    const channel = 'announcements';
    expect(await ask('status')).toContain('Nothing is announced in any channel.');
    expect(await ask('doctor')).toContain('Nothing is announced in any channel.');
    expect(await ask('announce', { channel, lead: 15, kinds: 'announcements' })).toContain(
      '15 min',
    );
    expect(await ask('status')).toContain(`<#${discord.channelId(channel)}>`);
    expect(await ask('preview', { hours: 1 })).toContain('Podman');
    expect(await ask('mute', { channel })).toContain('Nothing will be posted there any more.');
    expect(await ask('preview')).toContain('Nothing will be posted.');
  });

  test('shifts a room that runs late', async () => {
    const late = { room: 'UD2.208 (Decroly)', minutes: 20 };
    expect(await ask('delay', late)).toContain('runs 20 min late');
    const card = messageOf(await ada.slash('talk', { query: 'podman' }));
    expect(card.text).toContain('10:50–11:10');
    expect(await ask('delay', { ...late, minutes: 0 })).toContain('on time again');
  });

  test('moves a talk by hand: shown first, told to whoever starred it, and taken back', async () => {
    const toldAda = () =>
      ada.dms().filter(({ text }) => text.includes('Moved') && text.includes('Podman')).length;
    const byHand = (act: string, to?: string) =>
      grace.slash('conference talk', { talk: 'podman', act, ...(to === undefined ? {} : { to }) });
    const shown = messageOf(await byHand('move', '15:30'));
    expect(shown.text).toMatch(/10:30–10:50 .*→ 15:30–15:50/);
    expect(shown.text).toContain('people will be told.');
    expect(messageOf(await ada.slash('talk', { query: 'podman' })).text).toContain('10:30–10:50');

    expect(messageOf(await grace.press(shown, 'Change it')).text).toContain('people are told.');
    await expect.poll(toldAda).toBe(1);
    expect(messageOf(await ada.slash('talk', { query: 'podman' })).text).toContain('15:30–15:50');
    expect(await ask('status')).toContain('By the organisers');

    await grace.press(messageOf(await byHand('restore')), 'Change it');
    await expect.poll(toldAda).toBe(2);
    expect(await ask('status')).not.toContain('By the organisers');
    expect(await ask('status', { show: 'log' })).toContain('move 2020-02-01 15:30');
  });

  test('takes no schedule from where it must not look', async () => {
    const refused = await ask('use', { source: 'https://127.0.0.1/schedule.xml' });
    expect(refused).toContain('The schedule was not taken.');
  });
});
