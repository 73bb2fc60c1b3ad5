import { joinedGuild } from '../access.ts';
import { missingAccess, unknownMember } from '../api-error.ts';
import { type Call, type Context, type Outcome, param, type Route } from '../context.ts';
import { presentGuild, presentGuildChannel, presentMember, presentRole } from '../present.ts';
import { channelsIn } from '../world.ts';

export const guildRoutes: readonly Route[] = [
  { method: 'GET', template: '/guilds/{guild_id}', handle: getGuild },
  { method: 'GET', template: '/guilds/{guild_id}/channels', handle: listChannels },
  { method: 'GET', template: '/guilds/{guild_id}/roles', handle: listRoles },
  { method: 'GET', template: '/guilds/{guild_id}/members', handle: listMembers },
  { method: 'GET', template: '/guilds/{guild_id}/members/{user_id}', handle: getMember },
];

function getGuild(context: Context, call: Call): Outcome {
  return { status: 200, body: presentGuild(joinedGuild(context, param(call, 'guild_id'))) };
}

function listChannels(context: Context, call: Call): Outcome {
  const guild = joinedGuild(context, param(call, 'guild_id'));
  return { status: 200, body: channelsIn(context.world, guild.id).map(presentGuildChannel) };
}

function listRoles(context: Context, call: Call): Outcome {
  const guild = joinedGuild(context, param(call, 'guild_id'));
  return { status: 200, body: guild.roles.map(presentRole) };
}

/** Listing members is the privileged intent's; a bot without it is refused. */
function listMembers(context: Context, call: Call): Outcome {
  joinedGuild(context, param(call, 'guild_id'));
  throw missingAccess();
}

function getMember(context: Context, call: Call): Outcome {
  const guild = joinedGuild(context, param(call, 'guild_id'));
  const userId = param(call, 'user_id');
  if (!guild.members.has(userId)) throw unknownMember();
  return { status: 200, body: presentMember(context.world, guild, userId) };
}
