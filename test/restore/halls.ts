import { createSendingLine } from '../../adapters/discord/connection/client.ts';
import { createMessenger as createDiscordMessenger } from '../../adapters/discord/sending/messenger.ts';
import { singleInstallation } from '../../adapters/slack/connection/access.ts';
import { createSendingClients } from '../../adapters/slack/connection/clients.ts';
import { SCOPES } from '../../adapters/slack/connection/scopes.ts';
import { createMessenger as createSlackMessenger } from '../../adapters/slack/sending/messenger.ts';
import { systemClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import type { ChannelTarget, MemberRef } from '../../src/platform/target.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { startSlack } from '../servers/slack/server.ts';

/** A platform with one channel and one member, and everything that they can read. */
export interface Hall {
  readonly name: string;
  readonly messenger: Messenger;
  readonly channel: ChannelTarget;
  readonly member: MemberRef;
  /** Every text that the channel shows now. */
  inChannel(): readonly string[];
  /** Every text that the member was sent. */
  toMember(): readonly string[];
  violations(): readonly unknown[];
  stop(): Promise<void>;
}

export async function openDiscord(): Promise<Hall> {
  const discord = await startDiscord({
    guilds: [{ name: 'conference', channels: ['general'], members: ['ada'] }],
    rateLimits: {},
  });
  const line = createSendingLine(discord.apiUrl, discord.token, silentLog);
  const ada = discord.user('ada');
  const channel = discord.channelId('general');
  return {
    name: 'discord',
    messenger: createDiscordMessenger(line, systemClock),
    channel: { kind: 'channel', platform: 'discord', community: discord.guildId(), channel },
    member: { platform: 'discord', id: ada.id },
    inChannel: () => discord.messages(channel).map(({ text }) => text),
    toMember: () => ada.dms().map(({ text }) => text),
    violations: () => discord.violations,
    stop: () => discord.stop(),
  };
}

export async function openSlack(): Promise<Hall> {
  const slack = await startSlack({
    workspaces: [
      {
        name: 'conference',
        scopes: SCOPES,
        users: ['ada'],
        channels: [{ name: 'general', app: true }],
      },
    ],
    rateLimits: {},
  });
  const api = { apiUrl: slack.apiUrl, log: silentLog };
  const installations = singleInstallation(slack.botToken, api);
  await installations.open(new AbortController().signal);
  const ada = slack.user('ada');
  const channel = slack.channelId('general');
  return {
    name: 'slack',
    messenger: createSlackMessenger(createSendingClients(installations, api), systemClock),
    channel: { kind: 'channel', platform: 'slack', community: slack.teamId(), channel },
    member: { platform: 'slack', id: `${slack.teamId()}/${ada.id}` },
    inChannel: () => slack.messages(channel).map(({ text }) => text),
    toMember: () => ada.dms().map(({ text }) => text),
    violations: () => slack.violations,
    stop: () => slack.stop(),
  };
}
