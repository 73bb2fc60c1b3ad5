import { afterEach, expect, test } from 'vitest';
import { createSendingLine } from '../../../adapters/discord/connection/client.ts';
import { createDiscord, type DiscordOptions } from '../../../adapters/discord/platform.ts';
import { systemClock } from '../../../src/clock.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import { refused } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import { messageOf } from '../../servers/discord/answer.ts';
import type { DiscordOptions as ServerOptions } from '../../servers/discord/description.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { collectingLog } from './collectingLog.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const HELP: CommandSpec = { name: 'help', access: 'everyone', options: [], subcommands: [] };

const hallway: Hallway = {
  command: async () => refused(messagesFor('en'), 'Answered.'),
  ask: async () => undefined,
  press: async () => refused(messagesFor('en'), 'Pressed.'),
  remind: () => Promise.reject(new Error('Not asked here.')),
  reader: async ({ locale }) => ({ locale }),
  suggest: async () => [],
};

async function discordWith(options: ServerOptions = {}): Promise<Discord> {
  const discord = await startDiscord(options);
  endings.push(() => discord.stop());
  return discord;
}

function bot(discord: Discord, options: Partial<DiscordOptions> = {}) {
  const log = collectingLog();
  const platform = createDiscord({
    token: discord.token,
    apiUrl: discord.apiUrl,
    commands: [HELP],
    programmes: { all: () => Promise.reject(new Error('Not asked here.')) },
    servers: { known: async () => [], forget: async () => {} },
    newcomers: { isKnown: async () => true, isFirst: async () => false },
    namedRoles: { of: async () => [] },
    isOurs: () => true,
    clock: systemClock,
    log,
    ...options,
  });
  endings.push(() => platform.stop());
  return { platform, log, start: () => platform.start(hallway) };
}

async function registered({ start, log }: ReturnType<typeof bot>): Promise<void> {
  await start();
  await expect
    .poll(() => log.lines.map(({ message }) => message))
    .toContain('Commands are registered');
}

const answered = async (discord: Discord) =>
  messageOf(await discord.user('ada').slash('help')).text.includes('Answered.');

test('the bot is ready when it is connected, and no longer when it is stopped', async () => {
  const discord = await discordWith();
  const { platform, start } = bot(discord);
  expect(platform.readiness()).toBe('away');
  await start();
  expect(platform.readiness()).toBe('ready');
  await platform.stop();
  expect(platform.readiness()).toBe('away');
});

test('a token that Discord does not know ends the start with what to do', async () => {
  const discord = await discordWith();
  const { platform, start } = bot(discord, { token: 'wrong' });
  await expect(start()).rejects.toThrow(
    'DISCORD_TOKEN was refused. Copy the bot token again; a reset makes the old one useless.',
  );
  expect(platform.readiness()).toBe('away');
});

test('a token that the gateway refuses ends the start with what to do', async () => {
  const discord = await discordWith();
  discord.gateway.refuseToken();
  await expect(bot(discord).start()).rejects.toThrow(/^DISCORD_TOKEN was refused\./);
});

test('a number of shards that Discord does not take ends the start with what it has against it', async () => {
  const discord = await discordWith();
  const { platform, start } = bot(discord, { sharding: { ids: [2], count: 2 } });
  await expect(start()).rejects.toThrow(/^Discord refused the connection: InvalidShard/);
  expect(platform.readiness()).toBe('away');
});

test('a token refused after the start is logged, and the bot is not ready', async () => {
  const discord = await discordWith();
  const { platform, log, start } = bot(discord);
  await start();
  discord.gateway.refuseToken();
  discord.gateway.close(4004);
  await expect.poll(() => platform.readiness()).toBe('away');
  expect(log.lines).toContainEqual({
    level: 'error',
    facts: { shard: 0, code: 4004 },
    message: 'Discord closed the connection for good',
  });
});

test('a Discord that is down at first is waited for', async () => {
  const discord = await discordWith();
  discord.fail({ path: '/gateway/bot', times: 2 }, { kind: 'status', status: 503, stored: false });
  const { platform, log, start } = bot(discord);
  await start();
  expect(platform.readiness()).toBe('ready');
  expect(log.lines[0]).toMatchObject({ level: 'warn', message: 'Discord cannot be reached yet' });
});

test('a Discord that does not answer is asked again', async () => {
  const discord = await discordWith();
  discord.fail({ path: '/gateway/bot' }, { kind: 'hang', ms: 60_000, stored: false });
  const { platform, log, start } = bot(discord);
  await start();
  expect(platform.readiness()).toBe('ready');
  expect(log.lines[0]).toMatchObject({ level: 'warn', message: 'Discord cannot be reached yet' });
});

test('a gateway that answers handshakes with errors is tried again, in one line of log a minute', async () => {
  const discord = await discordWith();
  discord.gateway.refuseHandshakes(503);
  const { platform, log, start } = bot(discord);
  const started = registered({ platform, log, start });
  const refused = () => discord.gateway.events.filter(({ kind }) => kind === 'handshake-refused');
  await expect.poll(refused, { timeout: 60_000 }).toHaveLength(3);
  expect(platform.readiness()).toBe('away');
  discord.gateway.refuseHandshakes(undefined);
  await started;
  expect(platform.readiness()).toBe('ready');
  expect(discord.gateway.connected()).toBe(1);
  expect(log.lines.filter(({ level }) => level !== 'info')).toMatchObject([
    { level: 'warn', facts: { shard: 0 }, message: 'Discord cannot be reached yet' },
  ]);
  expect(await answered(discord)).toBe(true);
});

test('a session outlives handshakes that are answered with errors', async () => {
  const discord = await discordWith();
  const { platform, log, start } = bot(discord);
  await registered({ platform, log, start });
  discord.gateway.refuseHandshakes(502);
  discord.gateway.drop();
  const refused = () => discord.gateway.events.filter(({ kind }) => kind === 'handshake-refused');
  await expect.poll(refused, { timeout: 60_000 }).toHaveLength(2);
  const waiting = answered(discord);
  discord.gateway.refuseHandshakes(undefined);
  expect(await waiting).toBe(true);
  const kinds = discord.gateway.events.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'identify')).toHaveLength(1);
  expect(kinds).toContain('resume');
});

test.each(['start', 'reconnect'] as const)(
  'what is being connected at a stop is cut off: %s',
  async (state) => {
    const discord = await discordWith();
    const { platform, log, start } = bot(discord);
    if (state === 'reconnect') await registered({ platform, log, start });
    discord.gateway.refuseHandshakes('hang');
    const started = state === 'start' ? start() : undefined;
    discord.gateway.drop();
    const kinds = () => discord.gateway.events.map(({ kind }) => kind);
    await expect.poll(kinds, { timeout: 60_000 }).toContain('handshake-refused');
    await platform.stop();
    await started;
    await expect.poll(() => discord.gateway.handshakes()).toBe(0);
  },
);

test('an interaction without a locale gets an answer', async () => {
  const discord = await discordWith();
  await registered(bot(discord));
  const answer = await discord.user('ada').slash('help', {}, { locale: null });
  expect(messageOf(answer).text).toContain('Answered.');
});

test('a gateway that closes every connection at once leaves the bot unready, and it can be stopped', async () => {
  const discord = await discordWith();
  discord.gateway.closeAtOnce(1_000);
  const { platform, start } = bot(discord);
  const started = start();
  await expect.poll(() => discord.gateway.events.length).toBeGreaterThan(3);
  expect(platform.readiness()).toBe('away');
  await platform.stop();
  await started;
});

test('after a dropped socket the session is resumed, and what came meanwhile is answered', async () => {
  const discord = await discordWith();
  const { platform, log, start } = bot(discord);
  await registered({ platform, log, start });
  discord.gateway.hold(true);
  discord.gateway.drop();
  await expect.poll(() => platform.readiness()).toBe('away');
  const waiting = answered(discord);
  discord.gateway.hold(false);
  expect(await waiting).toBe(true);
  await expect.poll(() => platform.readiness()).toBe('ready');
  expect(discord.gateway.events.map(({ kind }) => kind)).toContain('resume');
});

test('a connection that died without a word is noticed and resumed', async () => {
  const discord = await discordWith({ heartbeatMs: 300 });
  const { platform, log, start } = bot(discord);
  await registered({ platform, log, start });
  discord.gateway.acknowledgeHeartbeats(false);
  const kinds = () => discord.gateway.events.map(({ kind }) => kind);
  await expect.poll(kinds).toContain('resume');
  discord.gateway.acknowledgeHeartbeats(true);
  await expect.poll(() => platform.readiness()).toBe('ready');
  expect(await answered(discord)).toBe(true);
});

test.each([
  ['op 7', (discord: Discord) => discord.gateway.askToReconnect(), 'resume'],
  ['op 9, resumable', (discord: Discord) => discord.gateway.invalidate(true), 'resume'],
  ['op 9, not resumable', (discord: Discord) => discord.gateway.invalidate(false), 'identify'],
])('%s is followed, and the bot answers again', async (_name, happen, expected) => {
  const discord = await discordWith();
  const { platform, log, start } = bot(discord);
  await registered({ platform, log, start });
  const before = discord.gateway.events.length;
  happen(discord);
  await expect
    .poll(() => discord.gateway.events.slice(before).map(({ kind }) => kind))
    .toContain(expected);
  await expect.poll(() => platform.readiness()).toBe('ready');
  expect(await answered(discord)).toBe(true);
});

test('commands are registered once, and again only when they changed', async () => {
  const discord = await discordWith();
  const puts = () => discord.requests.filter(({ method }) => method === 'PUT');
  await registered(bot(discord));
  await registered(bot(discord));
  expect(puts()).toHaveLength(1);
  await registered(bot(discord, { commands: [HELP, { ...HELP, name: 'now' }] }));
  expect(puts()).toHaveLength(2);
  expect(discord.commands().map(({ name }) => name)).toEqual(['help', 'now', 'Remind me']);
  expect(discord.violations).toEqual([]);
});

test('commands are registered again when people would see their options in another order', async () => {
  const discord = await discordWith();
  const [day, room] = ['day', 'room'].map(
    (name) => ({ name, kind: 'text', required: false }) as const,
  );
  if (day === undefined || room === undefined) throw new Error('There are options.');
  await registered(bot(discord, { commands: [{ ...HELP, options: [day, room] }] }));
  await registered(bot(discord, { commands: [{ ...HELP, options: [room, day] }] }));
  const help = discord.commands().find(({ name }) => name === 'help');
  expect(help?.options?.map(({ name }) => name)).toEqual(['room', 'day']);
});

test('commands are registered in one server when that is asked for', async () => {
  const discord = await discordWith();
  await registered(bot(discord, { guildId: discord.guildId() }));
  await registered(bot(discord, { guildId: discord.guildId() }));
  expect(discord.commands('conference').map(({ name }) => name)).toEqual(['help', 'Remind me']);
  expect(discord.commands()).toEqual([]);
  expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('a process serves the shards it is given', async () => {
  const discord = await discordWith({ shards: 2 });
  const first = bot(discord, { sharding: { ids: [0], count: 2 } });
  const second = bot(discord, { sharding: { ids: [1], count: 2 } });
  await Promise.all([first.start(), second.start()]);
  const identified = discord.gateway.events.filter(({ kind }) => kind === 'identify');
  expect(identified.map(({ shard }) => shard).toSorted()).toEqual([0, 1]);
});

test('a bot without a number of shards uses as many as Discord recommends', async () => {
  const discord = await discordWith({ shards: 2 });
  const { platform, start } = bot(discord);
  await start();
  expect(discord.gateway.connected()).toBe(2);
  expect(platform.readiness()).toBe('ready');
});

test('many refusals are logged before Discord shuts Hallway out', async () => {
  const discord = await discordWith();
  const log = collectingLog();
  const line = createSendingLine(discord.apiUrl, discord.token, log);
  line.options.globalRequestsPerSecond = 10_000;
  const refusal = { kind: 'refusal', status: 403, code: 50013, message: 'No.' } as const;
  discord.fail({ method: 'GET', path: '/gateway/bot', times: 500 }, refusal);
  for (let asked = 0; asked < 500; asked += 1) {
    await expect(line.get('/gateway/bot')).rejects.toThrow('No.');
  }
  expect(log.lines).toMatchObject([{ level: 'warn', message: 'Discord refused many requests' }]);
});
