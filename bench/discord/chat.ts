import { fileURLToPath } from 'node:url';
import type { Answer } from '../../test/servers/discord/answer.ts';
import type { Seen } from '../../test/servers/discord/seen.ts';
import { startDiscord } from '../../test/servers/discord/server.ts';
import type { DiscordUser } from '../../test/servers/discord/user.ts';
import type { Chat, Deed, Said } from '../chat.ts';
import { until } from '../until.ts';

const BARE = fileURLToPath(new URL('bare.js', import.meta.url));
const MESSAGES = /^\/channels\/(\d+)\/messages(\/\d+)?$/;

/** Without limits: those are Hallway's to keep and another bench's to measure. */
export async function startDiscordChat(members: readonly string[]): Promise<Chat> {
  const discord = await startDiscord({
    specification: false,
    rateLimits: {},
    answerWithinMs: 60_000,
    guilds: [{ name: 'conference', channels: ['announcements'], members }],
  });
  const { token, apiUrl } = discord;
  const environment = { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl };
  return {
    environment,
    readyWords: 'Commands are registered',
    bare: { args: [BARE], environment },
    channel: {
      kind: 'channel',
      platform: 'discord',
      community: discord.guildId(),
      channel: discord.channelId('announcements'),
    },
    member: (name) => ({ platform: 'discord', id: discord.user(name).id }),
    connected: () => discord.gateway.ready(1, 120_000),
    left: () => until(() => discord.gateway.connected() === 0),
    ask: (member, deed) => ask(discord.user(member), deed),
    said: () => discord.requests.flatMap(saidIn),
    offer: () => ({ kind: 'offer', commands: discord.commands() }),
    order: ({ kind, body }, member) => ({
      ...{ kind, body },
      ...(member === undefined
        ? { channel: discord.channelId('announcements') }
        : { member: discord.user(member).id }),
    }),
    stop: discord.stop,
  };
}

async function ask(user: DiscordUser, deed: Deed): Promise<void> {
  if (deed.kind === 'talk') await user.slash('talk', { query: deed.query });
  else if (deed.kind !== 'star') await user.slash(deed.kind);
  else await star(user, await user.slash('talk', { query: deed.title }));
}

async function star(user: DiscordUser, answer: Answer): Promise<void> {
  const button = answer.kind === 'modal' ? undefined : starButton(answer.message);
  if (answer.kind !== 'modal' && button !== undefined) {
    await user.press(answer.message, button.customId);
  }
}

function starButton({ buttons }: Seen) {
  return buttons.find(({ label }) => label.startsWith('☆'));
}

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status?: number;
}

function saidIn({ method, path, body, status }: Recorded): readonly Said[] {
  const [, where] = MESSAGES.exec(path) ?? [];
  if (where === undefined || status !== 200 || typeof body !== 'object') return [];
  if (method !== 'POST' && method !== 'PATCH') return [];
  return [{ kind: method === 'POST' ? 'post' : 'edit', where, body: { ...body } }];
}
