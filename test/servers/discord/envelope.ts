import {
  type APIBaseInteraction,
  type APIGuildMember,
  ApplicationIntegrationType as Install,
  InteractionContextType as InteractionContext,
  type InteractionType,
  type Locale,
} from 'discord-api-types/v10';
import type { Context } from './context.ts';
import type { Interaction } from './interactions.ts';
import { permissionsAt } from './permissions.ts';
import { presentChannel, presentMember, presentUser } from './present.ts';

/** What every interaction carries beside its own data. */
export function envelope<T extends InteractionType, D extends object>(
  { world }: Context,
  interaction: Interaction,
  locale: string | undefined,
  type: T,
  data: D,
): APIBaseInteraction<T, D> {
  const { user, channel, guild } = interaction;
  const isGuest = guild !== undefined && !guild.botIsMember;
  const base = {
    id: interaction.id,
    application_id: world.bot.id,
    type,
    data,
    token: interaction.token,
    version: 1,
    channel: presentChannel(world, channel),
    channel_id: channel.id,
    // Where the bot is a guest Discord tells what the user may do through it.
    app_permissions: String(permissionsAt(world.guilds, channel, isGuest ? user.id : world.bot.id)),
    // Left out by JSON, as Discord does at times.
    locale: locale as Locale,
    entitlements: [] as never[],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: isGuest
      ? { [Install.UserInstall]: user.id }
      : { [Install.GuildInstall]: guild?.id ?? '0' },
    ...(interaction.source === undefined ? {} : { message: interaction.source.api }),
  } as const;
  if (guild === undefined) {
    return { ...base, user: presentUser(user), context: InteractionContext.BotDM };
  }
  const member: APIGuildMember = presentMember(world, guild, user.id);
  const permissions = String(permissionsAt(world.guilds, channel, user.id));
  return {
    ...base,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale as Locale, features: [] },
    guild_locale: guild.locale as Locale,
    member: { ...member, user: presentUser(user), permissions },
    context: InteractionContext.Guild,
  };
}
