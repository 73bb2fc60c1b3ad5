import { ApplicationIntegrationType, type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Caller } from '../../src/commands/request.ts';

export const PLATFORM = 'discord';

/** Who pressed or typed, as Discord vouches for it. A server counts only where Hallway itself was invited. */
export function callerOf(interaction: BaseInteraction): Caller {
  const owners = interaction.authorizingIntegrationOwners;
  const invitedTo = owners[ApplicationIntegrationType.GuildInstall];
  const isInvited = interaction.guildId !== null && invitedTo === interaction.guildId;
  return {
    platform: PLATFORM,
    member: interaction.user.id,
    locale: interaction.locale,
    isOrganiser:
      isInvited && (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
    ...(isInvited && interaction.guildId !== null ? { community: interaction.guildId } : {}),
    ...(interaction.channelId === null ? {} : { channel: interaction.channelId }),
  };
}
