import {
  ChannelType,
  type Client,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
} from 'discord.js';
import type { Messages } from '../../../src/messages/messages.ts';
import {
  type ChannelCheck,
  type ChannelInspector,
  UNLIMITED,
} from '../../../src/platform/platform.ts';
import { EVERYONE } from '../rendering/identity.ts';

type Needed = keyof typeof PermissionFlagsBits;

/** Where announcements can be posted. */
export const POSTABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
] as const;

/**
 * Reads what the gateway told of the server. Reading history is needed to find out whether a
 * message of unknown fate is there.
 */
export function createChannelInspector(client: Client): ChannelInspector {
  return {
    inspect: async ({ community, channel: id }, messages, mention): Promise<ChannelCheck> => {
      const guild = client.guilds.cache.get(community);
      const channel = guild?.channels.cache.get(id) ?? (await fetched(client, community, id));
      const me = guild?.members.me;
      if (channel === undefined || me == null) return { kind: 'missing' };
      const given = channel.permissionsFor(me);
      const isLacking = (name: Needed) => given?.has(PermissionFlagsBits[name]) !== true;
      const lacking = [
        ...neededIn(channel).filter(isLacking).map(nameInSettings),
        ...(channel.isThread() && channel.locked === true && isLacking('ManageThreads')
          ? [messages.organiser.unlocking(nameInSettings('ManageThreads'))]
          : []),
        ...(mention !== undefined && isLacking('MentionEveryone')
          ? pingOf(guild, mention, messages)
          : []),
      ];
      if (lacking.length > 0) return { kind: 'forbidden', lacking };
      return mention !== undefined && !isRole(client, community, mention)
        ? { kind: 'mentionGone' }
        : { kind: 'writable', name: `#${channel.name}` };
    },
    // What it may do is told channel by channel; nothing needs a new installation.
    ungranted: async () => [],
    measuredLimit: async () => UNLIMITED,
  };
}

/** Whoever may not join a voice channel or a stage may not write there. */
function neededIn(channel: GuildBasedChannel): readonly Needed[] {
  if (channel.isThread()) return ['ViewChannel', 'SendMessagesInThreads', 'ReadMessageHistory'];
  const joining: readonly Needed[] = channel.isVoiceBased() ? ['Connect'] : [];
  return ['ViewChannel', ...joining, 'SendMessages', 'ReadMessageHistory'];
}

/** What a mention of the role lacks to ping anybody; roles can be pinged only if they are set so. */
function pingOf(
  guild: Guild | undefined,
  mention: string,
  { organiser }: Messages,
): readonly string[] {
  if (mention === EVERYONE) return [organiser.mentioningAll];
  const role = guild?.roles.cache.get(mention);
  return role === undefined || role.mentionable ? [] : [organiser.lettingMention(`@${role.name}`)];
}

/** Whether there is somebody to mention: a deleted role would be told as "@unknown-role", and pings nobody. */
export function isRole(client: Client, community: string, mention: string): boolean {
  const guild = client.guilds.cache.get(community);
  return mention === EVERYONE || guild === undefined || guild.roles.cache.has(mention);
}

/** As Discord's settings show it: `Send Messages in Threads`. */
export function nameInSettings(permission: Needed): string {
  return permission.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(' In ', ' in ');
}

/** Threads that rest are not among what the gateway tells. */
async function fetched(client: Client, community: string, id: string) {
  const channel = await client.channels.fetch(id).catch(() => null);
  return channel !== null && !channel.isDMBased() && channel.guildId === community
    ? channel
    : undefined;
}
