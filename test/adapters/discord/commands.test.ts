import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageOf, modalOf } from '../../servers/discord/answer.ts';
import { DEFAULT_GUILDS } from '../../servers/discord/description.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import type { DiscordUser } from '../../servers/discord/user.ts';
import type { Serving } from '../../support/serving.ts';
import { serveDiscord } from './program.ts';

let discord: Discord;
let program: Serving;
let ada: DiscordUser;
let alan: DiscordUser;

const SATURDAY = '2020-02-01T10:00:00+01:00';

beforeAll(async () => {
  const away = { name: 'away', members: ['ada', 'grace'], botIsMember: false };
  discord = await startDiscord({ guilds: [...DEFAULT_GUILDS, away] });
  program = await serveDiscord(discord, {
    from: SATURDAY,
    environment: { PRIVACY_URL: 'https://example.org/privacy' },
  });
  ada = discord.user('ada');
  alan = discord.user('alan');
});

afterAll(async () => {
  await program.stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
});

const labels = (message: Seen) => message.buttons.map(({ label }) => label);

describe('/talk', () => {
  test('answers its caller alone with the talk that fits', async () => {
    const message = messageOf(await ada.slash('talk', { query: 'crfs' }));
    expect(message.ephemeral).toBe(true);
    expect(message.text).toMatch(/^## Lazy distribution of container images\n/);
    expect(message.text).toContain('**When** Sat 1 Feb, 10:55–11:15 (<t:1580550900:f>) · 20 min');
    expect(message.text).toContain('**Room** UD2.208 \\(Decroly\\)');
    expect(labels(message)).toEqual(expect.arrayContaining(['☆ Star', 'Share to channel']));
  });

  test('lists several with a star each and a menu that opens one', async () => {
    const list = messageOf(await ada.slash('talk', { query: 'kubernetes' }));
    const [menu] = list.menus;
    expect(menu?.options.length).toBeGreaterThan(1);
    expect(list.buttons.filter(({ label }) => label === '☆ Star')).toHaveLength(
      menu?.options.length ?? 0,
    );
    const option = menu?.options[1];
    const opened = messageOf(await ada.select(list, menu?.customId ?? '', [option?.value ?? '']));
    expect(opened).toMatchObject({ ephemeral: true });
    expect(option?.label).toContain(opened.text.split('\n')[0]?.replace(/^## /, '').slice(0, 20));
  });

  test('is completed as it is typed, the time first, and knows the talk that was picked', async () => {
    const choices = await ada.autocomplete('talk', 'query', 'lazy');
    expect(choices[0]?.name).toMatch(/^Sat 10:55 · Lazy distribution/);
    const { value } = choices[0] ?? { value: '' };
    const message = messageOf(await ada.slash('talk', { query: value }));
    expect(message.text).toMatch(/^## Lazy distribution of container images\n/);
  });

  test('suggests what is next while nothing is typed', async () => {
    const choices = await ada.autocomplete('talk', 'query', '');
    expect(choices[0]?.name).toMatch(/^Sat 10:30 · /);
    expect(choices.every(({ name }) => name.length <= 100)).toBe(true);
  });

  test('answers in the language of its reader', async () => {
    const message = messageOf(await ada.slash('talk', { query: 'crfs' }, { locale: 'de' }));
    expect(message.text).toContain('**Raum**');
  });

  test('can be asked in direct messages', async () => {
    const message = messageOf(await ada.slash('talk', { query: 'crfs' }, { dm: true }));
    expect(message.text).toContain('Lazy distribution');
  });
});

describe('a card', () => {
  test('is shared for everyone, and then answers whoever presses its buttons privately', async () => {
    const card = messageOf(await ada.slash('talk', { query: 'crfs' }));
    await ada.press(card, 'Share to channel');
    const shared = discord.messages('general').at(-1);
    if (shared === undefined) throw new Error('Nothing was shared.');
    expect(shared.text).toContain('Lazy distribution');
    expect(labels(shared)).not.toContain('Share to channel');
    const answer = messageOf(await alan.press(shared, '☆ Star'));
    expect(answer).toMatchObject({ ephemeral: true });
    expect(discord.current(shared)?.text).toBe(shared.text);
  });

  test('shows its star at once, and loses it again', async () => {
    const card = messageOf(await ada.slash('talk', { query: 'podman' }));
    const starred = messageOf(await ada.press(card, /^☆ Star$/));
    expect(starred.id).toBe(card.id);
    expect(labels(starred)).toContain('★ Starred');
    const again = messageOf(await ada.press(starred, /^★ Starred$/));
    expect(labels(again)).not.toContain('★ Starred');
  });

  test('comes as a calendar file of its own', async () => {
    const card = messageOf(await ada.slash('talk', { query: 'crfs' }));
    const answer = messageOf(await ada.press(card, 'Add to calendar'));
    expect(answer).toMatchObject({ ephemeral: true, attachments: [{ filename: 'talk.ics' }] });
    const [file] = answer.attachments;
    const content = await (await fetch(file?.url ?? '')).text();
    expect(content.match(/^SUMMARY:.*/gm)).toEqual([
      'SUMMARY:Lazy distribution of container images',
    ]);
  });

  test('asks how long before it reminds, and stars the talk', async () => {
    const card = messageOf(await alan.slash('talk', { query: 'podman' }));
    await alan.press(card, 'Share to channel');
    const shared = discord.messages('general').at(-1);
    if (shared === undefined) throw new Error('Nothing was shared.');
    const asked = modalOf(await alan.press(shared, 'Remind me …'));
    expect(asked.fields).toMatchObject([{ label: 'Minutes before it starts', value: '10' }]);
    const answer = messageOf(await alan.submit(asked, { value: '25' }));
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain('Podman - The Powerful Container Multi-Tool is on your list.');
    expect(answer.text).toContain('You are reminded 25 min before it starts.');
  });

  test('turns its pages in place', async () => {
    const list = messageOf(await ada.slash('schedule'));
    const turned = messageOf(await ada.press(list, 'More'));
    expect(turned).toMatchObject({ id: list.id, text: expect.stringContaining('Page 2') });
    const back = messageOf(await ada.press(turned, 'Back'));
    expect(back.text).toBe(list.text);
  });

  test('of another version of Hallway gets a friendly word', async () => {
    const card = messageOf(await ada.slash('talk', { query: 'crfs' }));
    const [first] = card.raw.components ?? [];
    const forged = JSON.stringify(first).replaceAll('h1:', 'h0:');
    Object.assign(first ?? {}, JSON.parse(forged));
    const answer = messageOf(await ada.press(card, '☆ Star'));
    expect(answer.text).toContain('This button is from an older message');
  });
});

describe('/now, /next, /schedule and /help', () => {
  test.each(['now', 'next', 'schedule', 'help'])('/%s answers', async (command) => {
    const message = messageOf(await ada.slash(command));
    expect(message).toMatchObject({ ephemeral: true, loading: false });
    expect(message.text).not.toContain('That did not work');
  });

  test('/help names commands that can be pressed, and what whoever runs Hallway has written', async () => {
    const ids = new Map(discord.commands().map(({ name, id }) => [name, id]));
    const pressed = (words: string) => `</${words}:${ids.get(words.split(' ')[0] ?? '')}>`;
    const { text } = messageOf(await ada.slash('help'));
    expect(text).toContain(
      `By command: ${['talk', 'now', 'next', 'schedule', 'room', 'changes', 'follow', 'mytalks'].map(pressed).join(' · ')}`,
    );
    expect(text).toContain(
      `${['mytalks export', 'mytalks forget'].map(pressed).join(' · ')} · [Privacy](<https://example.org/privacy>)`,
    );
    expect(text).not.toContain('Organisers start here');
  });

  test('/help tells organisers where to start', async () => {
    const message = messageOf(await discord.user('grace').slash('help'));
    expect(message.text).toContain('### Organisers start here');
    expect(message.text).toMatch(/<\/conference use:\d+> – /);
    expect(labels(message)).toEqual(expect.arrayContaining(['Look for what goes wrong']));
  });

  test('the bot says how it is asked', () => {
    expect(discord.gateway.events.find(({ kind }) => kind === 'identify')).toMatchObject({
      status: 'Ask me: what is next?',
    });
  });

  test('rooms and days are suggested', async () => {
    const rooms = await ada.autocomplete('next', 'room', 'ud');
    expect(rooms).toEqual([{ name: 'UD2.208 (Decroly)', value: 'UD2.208 (Decroly)' }]);
    const days = await ada.autocomplete('schedule', 'day', '');
    expect(days[0]?.name).toBe('Sat 1 Feb');
    const grace = discord.user('grace');
    const several = await grace.autocomplete('conference announce', 'rooms', 'elsewhere, ud', {
      values: { channel: 'announcements' },
    });
    const value = 'elsewhere, UD2.208 (Decroly)';
    expect(several).toEqual([{ name: value, value }]);
  });
});

describe('“Remind me” on a message', () => {
  test('stars the talk that the message speaks of', async () => {
    const card = messageOf(await ada.slash('talk', { query: 'crfs' }));
    await ada.press(card, 'Share to channel');
    const shared = discord.messages('general').at(-1);
    if (shared === undefined) throw new Error('Nothing was shared.');
    const answer = messageOf(await alan.contextMenu('Remind me', shared));
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain('Lazy distribution');
  });
});

describe('in direct messages', () => {
  const dm = { dm: true };

  test('the list is at hand, and messages can be asked to remind', async () => {
    const list = messageOf(await alan.slash('talk', { query: 'kubernetes' }, dm));
    await alan.press(list, 'Share to channel');
    const shared = alan.dms().findLast(({ ephemeral }) => !ephemeral);
    if (shared === undefined) throw new Error('Nothing was shared.');
    const asked = messageOf(await alan.contextMenu('Remind me', shared));
    const [menu] = asked.menus;
    expect(menu?.options.length).toBeGreaterThan(1);
    const [, second] = menu?.options ?? [];
    const picked = await alan.select(asked, menu?.customId ?? '', [second?.value ?? '']);
    const title = second?.label.replace(/^Sat \d\d:\d\d /, '').slice(0, 30) ?? '';
    expect(messageOf(picked).text).toContain(title);
    expect(messageOf(await alan.slash('mytalks list', {}, dm)).text).toContain(title);
  });
});

describe('a server that did not invite Hallway', () => {
  const away = { guild: 'away' };

  test('has it all the same for people who installed it for themselves', async () => {
    const list = messageOf(await ada.slash('schedule', {}, away));
    expect(list).toMatchObject({ ephemeral: true, text: expect.stringContaining('Page 1') });
    const turned = messageOf(await ada.press(list, 'More'));
    expect(turned).toMatchObject({ id: list.id, text: expect.stringContaining('Page 2') });
    const card = messageOf(await ada.slash('talk', { query: 'crfs' }, away));
    const file = messageOf(await ada.press(card, 'Add to calendar'));
    expect(file.attachments).toHaveLength(1);
    expect(modalOf(await ada.press(card, 'Remind me …')).title).toBe('Remind me of this talk');
    expect(await ada.autocomplete('talk', 'query', 'lazy', away)).not.toEqual([]);
  });

  test('is offered nothing for organisers, and given nothing', async () => {
    const grace = discord.user('grace');
    await expect(grace.slash('conference status', {}, away)).rejects.toThrow('not offered');
    const forced = messageOf(await grace.slash('conference status', {}, { ...away, force: true }));
    expect(forced.text).toContain('is for organisers');
  });
});

describe('the registered commands', () => {
  test('say where they may be used, by whom, and for which installation', () => {
    const everywhere = { contexts: [0, 1, 2], integration_types: [0, 1] };
    const personal = ['follow', 'mytalks', 'speaker'];
    const questions = ['talk', 'now', 'next', 'schedule', 'room', 'changes', ...personal];
    const facts = discord
      .commands()
      .map(({ name, type, contexts, integration_types, default_member_permissions }) => ({
        name,
        type,
        contexts,
        integration_types,
        default_member_permissions,
      }));
    const forAll = { type: 1, default_member_permissions: null, ...everywhere };
    expect(facts).toEqual([
      ...questions.map((name) => ({ name, ...forAll })),
      {
        name: 'conference',
        type: 1,
        contexts: [0],
        integration_types: [0],
        default_member_permissions: null,
      },
      { name: 'help', ...forAll },
      { name: 'Remind me', ...forAll, type: 3 },
    ]);
  });

  test('take real channels and roles', () => {
    const conference = discord.commands().find(({ name }) => name === 'conference');
    const announce = conference?.options?.find(({ name }) => name === 'announce');
    const options = announce !== undefined && 'options' in announce ? announce.options : [];
    expect(options?.map(({ name, type }) => [name, ApplicationCommandOptionType[type]])).toEqual(
      expect.arrayContaining([
        ['channel', 'Channel'],
        ['lead', 'Integer'],
        ['mention', 'Role'],
        ['mention-none', 'Boolean'],
      ]),
    );
  });

  test('let what a channel hears be picked by name, and zones be found', async () => {
    const conference = discord.commands().find(({ name }) => name === 'conference');
    const announce = conference?.options?.find(({ name }) => name === 'announce');
    const options = announce !== undefined && 'options' in announce ? (announce.options ?? []) : [];
    const kinds = options.find(({ name }) => name === 'kinds');
    const choices = kinds !== undefined && 'choices' in kinds ? (kinds.choices ?? []) : [];
    expect(choices.map(({ value }) => value)).toEqual([
      ...['announcements', 'notices', 'digest'],
      ...['announcements,notices', 'announcements,digest', 'notices,digest'],
      'announcements,notices,digest',
    ]);
    expect(choices.map(({ name_localizations }) => name_localizations?.de)).not.toContain(
      undefined,
    );
    const channel = options.find(({ name }) => name === 'channel');
    expect(channel).toMatchObject({ channel_types: [0, 5, 11, 12, 2, 13] });
    const grace = discord.user('grace');
    const zones = await grace.autocomplete('conference use', 'zone', 'new york');
    expect(zones).toEqual([{ name: 'America/New_York', value: 'America/New_York' }]);
  });

  test('tell of a channel as one that can be clicked', async () => {
    const values = { channel: 'announcements', kinds: 'announcements,digest' };
    const grace = discord.user('grace');
    const { text } = messageOf(await grace.slash('conference announce', values));
    expect(text).toContain(`<#${discord.channelId('announcements')}> will hear in English:`);
    expect(text).not.toContain('\\#');
  });

  test.each([
    ['de', { 'Remind me': 'Erinnere mich', query: 'suche', room: 'raum' }],
    ['fr', { 'Remind me': 'Me le rappeler', query: 'recherche', room: 'salle' }],
    ['nl', { 'Remind me': 'Herinner me', query: 'zoek', room: 'zaal' }],
    ['es-ES', { 'Remind me': 'Recuérdamelo', query: 'busca', room: 'sala' }],
    ['es-419', { 'Remind me': 'Recuérdamelo', query: 'busca', room: 'sala' }],
  ])('are described in %s, too, down to the last option', (locale, expected) => {
    const english: string[] = [];
    const names: Record<string, unknown> = {};
    const look = (node: LooseCommand) => {
      const own = node.description_localizations?.[locale];
      const isChatInput = node.description !== '';
      if (isChatInput && (own ?? node.description) === node.description) english.push(node.name);
      if (node.name_localizations?.[locale] !== undefined) {
        names[node.name] = node.name_localizations[locale];
      }
      for (const option of node.options ?? []) look(option);
    };
    discord.commands().forEach(look);
    expect(english).toEqual([]);
    expect(names).toMatchObject(expected);
  });

  test('have one name in all languages, by which every sentence calls them', () => {
    const { SubcommandGroup, Subcommand } = ApplicationCommandOptionType;
    const slash = discord
      .commands()
      .filter(({ type }) => type === ApplicationCommandType.ChatInput);
    const below = slash
      .flatMap(({ options = [] }) => options)
      .filter(({ type }) => type === Subcommand || type === SubcommandGroup);
    const renamed = [...slash, ...below].filter(
      ({ name_localizations: other }) => other && Object.keys(other).length > 0,
    );
    expect(renamed.map(({ name }) => name)).toEqual([]);
    expect(below.length).toBeGreaterThan(0);
  });
});

interface LooseCommand {
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: Readonly<Record<string, unknown>> | null | undefined;
  readonly description_localizations?: Readonly<Record<string, unknown>> | null | undefined;
  readonly options?: readonly LooseCommand[] | undefined;
}
