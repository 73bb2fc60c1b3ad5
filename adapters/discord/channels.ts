import { ChannelType, type Client, PermissionFlagsBits } from 'discord.js';
import type { ChannelCheck, ChannelInspector } from '../../src/platform.ts';

/** Permissions by Discord's own names, as its settings show them. */
const NAMES = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  ReadMessageHistory: 'Read Message History',
} as const;

type Needed = keyof typeof NAMES;

/** Where announcements can be posted. */
export const POSTABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
] as const;

/**
 * Reads what the gateway told of the server. Reading history is needed to find out whether a
 * message of unknown fate is there.
 */
export function createChannelInspector(client: Client): ChannelInspector {
  return {
    inspect: async ({ community, channel: id }): Promise<ChannelCheck> => {
      const guild = client.guilds.cache.get(community);
      const channel = guild?.channels.cache.get(id) ?? (await fetched(client, community, id));
      const me = guild?.members.me;
      if (channel === undefined || me == null) return { kind: 'missing' };
      const needed: readonly Needed[] = channel.isThread()
        ? ['ViewChannel', 'SendMessagesInThreads', 'ReadMessageHistory']
        : ['ViewChannel', 'SendMessages', 'ReadMessageHistory'];
      const given = channel.permissionsFor(me);
      const lacking = needed.filter((name) => given?.has(PermissionFlagsBits[name]) !== true);
      return lacking.length === 0
        ? { kind: 'writable', name: `#${channel.name}` }
        : { kind: 'forbidden', lacking: lacking.map((name) => NAMES[name]) };
    },
  };
}

/** Threads that rest are not among what the gateway tells. */
async function fetched(client: Client, community: string, id: string) {
  const channel = await client.channels.fetch(id).catch(() => null);
  return channel !== null && !channel.isDMBased() && channel.guildId === community
    ? channel
    : undefined;
}
