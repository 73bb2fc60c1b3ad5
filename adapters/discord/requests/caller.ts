import { ApplicationIntegrationType, type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { DEFAULT_LANGUAGE } from '../../../src/messages/messages.ts';
import type { Caller } from '../../../src/platform/requests.ts';
import { PLATFORM } from '../rendering/identity.ts';

/** Who pressed or typed, as Discord vouches for it. A server counts only where Hallway itself was invited. */
export function callerOf(interaction: BaseInteraction): Caller {
  const owners = interaction.authorizingIntegrationOwners;
  const community = owners[ApplicationIntegrationType.GuildInstall];
  const isInvited = community !== undefined && community === interaction.guildId;
  return {
    platform: PLATFORM,
    member: interaction.user.id,
    name: nameOf(interaction),
    // Discord leaves it out at times, whatever its types say.
    locale: interaction.locale ?? interaction.guildLocale ?? DEFAULT_LANGUAGE,
    ...(interaction.locale ? {} : { isLocaleGuessed: true }),
    isOrganiser:
      isInvited && interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true,
    ...(isInvited ? { community, roles: rolesOf(interaction) } : {}),
    ...(!interaction.guildLocale ? {} : { communityLocale: interaction.guildLocale }),
    ...(interaction.channelId === null ? {} : { channel: interaction.channelId }),
  };
}

/** As the server calls them, or else as they call themselves. */
function nameOf({ member, user }: BaseInteraction): string {
  const nick = member !== null && 'nickname' in member ? member.nickname : member?.nick;
  return nick || user.displayName;
}

/** Ids; the one that everybody has is never named. */
function rolesOf({ member }: BaseInteraction): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
