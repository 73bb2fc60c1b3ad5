import {
  type APIInteraction,
  ApplicationCommandType as CommandType,
  GatewayDispatchEvents as Event,
  ComponentType as Kind,
  InteractionType as Type,
} from 'discord-api-types/v10';
import { type Answer, awaitAnswer } from './answer.ts';
import { chatInputData, offeredCommand, type Values, type Where } from './command-input.ts';
import type { Context } from './context.ts';
import { envelope } from './envelope.ts';
import type { Interaction } from './interactions.ts';
import { type Json, numberOf, objectsOf, textOf } from './json.ts';
import { type Entries, modalSubmitData } from './modal-input.ts';
import { has, permissionsAt } from './permissions.ts';
import { walk } from './rules/components.ts';
import { type Seen, type SeenModal, see } from './seen.ts';
import {
  channelNamed,
  channelsIn,
  dmWith,
  guildNamed,
  messagesIn,
  type StoredMessage,
  userNamed,
} from './world.ts';

/** Where and how something is done. Default: the first channel of the user's first server. */
export interface Place {
  readonly dm?: boolean;
  readonly guild?: string;
  readonly channel?: string;
  readonly locale?: string;
  /** Also what Discord does not offer this user: a server's own permission settings may. */
  readonly force?: boolean;
  /** Return at the first acknowledgement, without waiting for what a deferred answer becomes. */
  readonly acknowledged?: boolean;
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** A person at a Discord client. Everything resolves with what that person sees. */
export interface DiscordUser {
  readonly id: string;
  readonly name: string;
  /** `command` with its subcommand: `conference announce`. */
  slash(command: string, values?: Values, place?: Place): Promise<Answer>;
  /** The choices offered while `option` holds `text`; `values` are the other options so far. */
  autocomplete(
    command: string,
    option: string,
    text: string,
    place?: Place & { readonly values?: Values },
  ): Promise<readonly Choice[]>;
  /** `which` is a custom id, a label, or a pattern of either. */
  press(message: Seen, which: string | RegExp, place?: Place): Promise<Answer>;
  /** `which` is a custom id, a placeholder, or a pattern of either. */
  select(
    message: Seen,
    which: string | RegExp,
    values: readonly string[],
    place?: Place,
  ): Promise<Answer>;
  submit(modal: SeenModal, entries: Entries, place?: Place): Promise<Answer>;
  contextMenu(command: string, message: Seen, place?: Place): Promise<Answer>;
  /** Every message in the conversation with the bot, oldest first. */
  dms(): readonly Seen[];
  /** Every message of a channel that this user sees, ephemeral ones included. */
  sees(channel: string, guild?: string): readonly Seen[];
  closeDms(): void;
  openDms(): void;
}

export function createUser(context: Context, name: string): DiscordUser {
  const { world } = context;
  const user = userNamed(world, name);
  const at = (place: Place) => whereIs(context, name, place);
  const perform = (
    interaction: Interaction,
    type: Type,
    data: Json,
    what: string,
    place: Place,
  ) => {
    dispatch(context, interaction, type, data, place.locale ?? user.locale);
    return awaitAnswer(context, interaction, what, place.acknowledged ?? false);
  };
  const ofMessage = (message: Seen): StoredMessage => {
    const stored = world.messages.get(message.id);
    const isSeen = stored?.ephemeralFor === undefined || stored.ephemeralFor === user.id;
    if (stored === undefined || !isSeen) throw new Error(`${name} does not see that message.`);
    return stored;
  };
  const useComponent = (
    message: Seen,
    which: string | RegExp,
    kind: Kind,
    data: Json,
    place: Place,
  ) => {
    const source = ofMessage(message);
    const customId = usable(source, which, kind, data);
    const where = placeOf(context, user, source.api.channel_id);
    const interaction = context.interactions.start({
      ...where,
      type: Type.MessageComponent,
      source,
    });
    const what = `"${customId}"`;
    const sent = { custom_id: customId, component_type: kind, ...data };
    return perform(interaction, Type.MessageComponent, sent, what, place);
  };

  return {
    id: user.id,
    name,
    async slash(command, values = {}, place = {}) {
      const where = at(place);
      const path = command.split(' ');
      const force = place.force ?? false;
      const definition = offeredCommand(
        context,
        where,
        path[0] ?? '',
        CommandType.ChatInput,
        force,
      );
      const data = chatInputData(context, where, definition, path, values);
      const interaction = context.interactions.start({ ...where, type: Type.ApplicationCommand });
      return perform(interaction, Type.ApplicationCommand, data, `/${command}`, place);
    },
    async autocomplete(command, option, text, place = {}) {
      const where = at(place);
      const path = command.split(' ');
      const force = place.force ?? false;
      const definition = offeredCommand(
        context,
        where,
        path[0] ?? '',
        CommandType.ChatInput,
        force,
      );
      const values = { ...place.values, [option]: text };
      const data = chatInputData(context, where, definition, path, values, option);
      const type = Type.ApplicationCommandAutocomplete;
      const interaction = context.interactions.start({ ...where, type });
      dispatch(context, interaction, type, data, place.locale ?? user.locale);
      return awaitChoices(context, interaction, `/${command} ${option}:${text}`);
    },
    press: async (message, which, place = {}) =>
      useComponent(message, which, Kind.Button, {}, place),
    select: async (message, which, values, place = {}) =>
      useComponent(message, which, Kind.StringSelect, { values: [...values] }, place),
    async submit(modal, entries, place = {}) {
      const opener = context.interactions.get(modal.openedBy);
      if (opener === undefined) throw new Error('That modal was never opened.');
      const { channel, guild, source } = opener;
      const type = Type.ModalSubmit;
      const interaction = context.interactions.start({
        ...{ type, user, channel, guild },
        ...(source === undefined ? {} : { source }),
      });
      const data = modalSubmitData(modal, entries);
      return perform(interaction, type, data, `the modal "${modal.title}"`, place);
    },
    async contextMenu(command, message, place = {}) {
      const target = ofMessage(message);
      if (target.ephemeralFor !== undefined)
        throw new Error('Ephemeral messages have no apps menu.');
      const where = placeOf(context, user, target.api.channel_id);
      const type = CommandType.Message;
      const definition = offeredCommand(context, where, command, type, place.force ?? false);
      const interaction = context.interactions.start({ ...where, type: Type.ApplicationCommand });
      const data = {
        ...{ id: definition.id, name: definition.name, type, target_id: target.api.id },
        resolved: { messages: { [target.api.id]: target.api } },
      };
      return perform(interaction, Type.ApplicationCommand, data, `"${command}"`, place);
    },
    dms: () => messagesIn(world, dmWith(world, user.id).id).map(see),
    sees: (channel, guild) => seenBy(context, user.id, channelIdOf(context, channel, guild)),
    closeDms: () => {
      user.dmsClosed = true;
    },
    openDms: () => {
      user.dmsClosed = false;
    },
  };
}

function channelIdOf({ world }: Context, channel: string, guild: string | undefined): string {
  return channelNamed(world, channel, guild === undefined ? undefined : guildNamed(world, guild).id)
    .id;
}

function seenBy({ world }: Context, userId: string, channelId: string): readonly Seen[] {
  return messagesIn(world, channelId)
    .filter((each) => each.ephemeralFor === undefined || each.ephemeralFor === userId)
    .map(see);
}

function whereIs(context: Context, name: string, place: Place): Where {
  const { world } = context;
  const user = userNamed(world, name);
  if (place.dm) return { user, channel: dmWith(world, user.id), guild: undefined };
  const own = [...world.guilds.values()].find((each) => each.members.has(user.id));
  const guild = place.guild === undefined ? own : guildNamed(world, place.guild);
  if (guild === undefined || !guild.members.has(user.id)) throw new Error(`${name} is not there.`);
  const first = channelsIn(world, guild.id)[0]?.id ?? '';
  const { id } = channelNamed(world, place.channel ?? first, guild.id);
  return placeOf(context, user, id);
}

function placeOf({ world }: Context, user: Where['user'], channelId: string): Where {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new Error('That channel is gone.');
  if (!has(permissionsAt(world.guilds, channel, user.id), 'ViewChannel')) {
    throw new Error(`${user.name} does not see that channel.`);
  }
  const guild = channel.kind === 'guild' ? world.guilds.get(channel.guildId) : undefined;
  return { user, channel, guild };
}

function dispatch(
  context: Context,
  interaction: Interaction,
  type: Type,
  data: Json,
  locale: string,
): void {
  // The wrappers of discord-api-types tell apart what the envelope decides at run time.
  const payload = envelope(context, interaction, locale, type, data) as unknown as APIInteraction;
  const guildId = interaction.guild?.botIsMember ? interaction.guild.id : undefined;
  const scope = guildId === undefined ? { intent: 0 } : { guildId, intent: 0 };
  context.gateway.dispatch(Event.InteractionCreate, payload, scope);
}

async function awaitChoices(
  { interactions, settings }: Context,
  interaction: Interaction,
  what: string,
): Promise<readonly Choice[]> {
  const limit = settings.answerWithinMs;
  const silence = `Loading options for ${what} failed: no answer within ${limit} ms.`;
  await interactions.until(interaction, () => interaction.choices !== undefined, limit, silence);
  return objectsOf(interaction.choices).map((each) => ({
    name: textOf(each['name']),
    value: typeof each['value'] === 'number' ? each['value'] : textOf(each['value']),
  }));
}

/** The custom id of the one component meant; throws when a client would not let it be used. */
function usable(source: StoredMessage, which: string | RegExp, kind: Kind, data: Json): string {
  const all = walk(source.api.components).map(({ component }) => component);
  const candidates = all.filter((each) => each['type'] === kind && each['custom_id'] !== undefined);
  const fits = (text: unknown) =>
    typeof which === 'string' ? text === which : which.test(textOf(text));
  const component =
    candidates.find((each) => fits(each['custom_id'])) ??
    candidates.find((each) => fits(each['label'] ?? each['placeholder']));
  if (component === undefined) {
    const ids = candidates.map((each) => `${textOf(each['label'])} (${textOf(each['custom_id'])})`);
    throw new Error(`No ${Kind[kind]} ${String(which)}; there are: ${ids.join(', ') || 'none'}.`);
  }
  if (component['disabled'] === true) throw new Error(`${String(which)} is disabled.`);
  const values = Array.isArray(data['values']) ? data['values'] : [];
  if (kind === Kind.StringSelect) checkPicked(component, values);
  return textOf(component['custom_id']);
}

function checkPicked(select: Json, values: readonly unknown[]): void {
  const offered = objectsOf(select['options']).map((each) => each['value']);
  const min = numberOf(select['min_values'], 1);
  const max = numberOf(select['max_values'], 1);
  const stranger = values.find((value) => !offered.includes(value));
  if (stranger !== undefined) throw new Error(`"${String(stranger)}" is not on the menu.`);
  if (values.length < min || values.length > max) {
    throw new Error(`Pick between ${min} and ${max}, not ${values.length}.`);
  }
}
