import type { Where } from './command-input.ts';
import type { Context } from './context.ts';
import { has, permissionsAt } from './permissions.ts';
import { channelNamed, channelsIn, dmWith, guildNamed, type User } from './world.ts';

/** Where and how something is done. Default: the first channel of the user's first server. */
export interface Place {
  readonly dm?: boolean;
  readonly guild?: string;
  readonly channel?: string;
  /** `null`: left out, as Discord does at times. */
  readonly locale?: string | null;
  /** Also what Discord does not offer this user: a server's own permission settings may. */
  readonly force?: boolean;
  /** Return at the first acknowledgement, without waiting for what a deferred answer becomes. */
  readonly acknowledged?: boolean;
}

export function whereIs(context: Context, user: User, place: Place): Where {
  const { world } = context;
  if (place.dm) return { user, channel: dmWith(world, user.id), guild: undefined };
  const own = [...world.guilds.values()].find((each) => each.members.has(user.id));
  const guild = place.guild === undefined ? own : guildNamed(world, place.guild);
  if (guild === undefined || !guild.members.has(user.id)) {
    throw new Error(`${user.name} is not a member there.`);
  }
  const name = place.channel ?? channelsIn(world, guild.id)[0]?.id;
  if (name === undefined) throw new Error(`${guild.name} has no channels.`);
  return whereInChannel(context, user, channelNamed(world, name, guild.id).id);
}

export function whereInChannel({ world }: Context, user: User, channelId: string): Where {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new Error('That channel is gone.');
  if (!has(permissionsAt(world.guilds, channel, user.id), 'ViewChannel')) {
    throw new Error(`${user.name} does not see that channel.`);
  }
  const guild = channel.kind === 'guild' ? world.guilds.get(channel.guildId) : undefined;
  return { user, channel, guild };
}
