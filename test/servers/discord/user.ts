import {
  type APIInteraction,
  ApplicationCommandType as CommandType,
  GatewayDispatchEvents as Event,
  ComponentType as Kind,
  InteractionType as Type,
} from 'discord-api-types/v10';
import { type Answer, awaitAnswer } from './answer.ts';
import { chatInputData, offeredCommand, type Values } from './command-input.ts';
import { type ComponentKind, usableComponent } from './component-input.ts';
import type { Context } from './context.ts';
import { envelope } from './envelope.ts';
import type { Interaction } from './interactions.ts';
import { type Json, objectsOf, textOf } from './json.ts';
import { type Entries, modalSubmitData } from './modal-input.ts';
import { type Place, whereInChannel, whereIs } from './place.ts';
import { type Seen, type SeenModal, see, seeModal } from './seen.ts';
import { editSaid, type Saying, say, sayAgain, unsay } from './talking.ts';
import {
  channelNamed,
  dmWith,
  guildNamed,
  messagesIn,
  type StoredMessage,
  type User,
  userNamed,
} from './world.ts';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** A person at a Discord client. Everything resolves with what that person sees. */
export interface DiscordUser {
  readonly id: string;
  readonly name: string;
  /** `command` with its subcommand: `conference announce`. Channels, roles and users by name or id. */
  slash(command: string, values?: Values, place?: Place): Promise<Answer>;
  /** The choices offered while `option` holds `text`; `values` are the other options so far. */
  autocomplete(
    command: string,
    option: string,
    text: string,
    place?: Place & { readonly values?: Values },
  ): Promise<readonly Choice[]>;
  /** `which` is a custom id, a label, or a pattern of either; with `force` a custom id that need not be there. */
  press(message: Seen, which: string | RegExp, place?: Place): Promise<Answer>;
  /** `which` is a custom id, a placeholder, or a pattern of either. */
  select(
    message: Seen,
    which: string | RegExp,
    values: readonly string[],
    place?: Place,
  ): Promise<Answer>;
  submit(modal: SeenModal, entries: Entries, place?: Place): Promise<Answer>;
  /** What stands open before them, oldest first. */
  modals(): readonly SeenModal[];
  contextMenu(command: string, message: Seen, place?: Place): Promise<Answer>;
  /** `@hallway` mentions the bot. */
  says(text: string, saying?: Saying): Seen;
  /** Discord tells of the message once more, as after a lost connection. */
  repeats(message: Seen): void;
  edits(message: Seen, text: string): void;
  deletes(message: Seen): void;
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
  return {
    id: user.id,
    name,
    slash: (command, values = {}, place = {}) => slash(context, user, command, values, place),
    autocomplete: (command, option, text, place = {}) =>
      autocomplete(context, user, command, option, text, place),
    press: (message, which, place = {}) =>
      useComponent(context, user, message, which, Kind.Button, [], place),
    select: (message, which, values, place = {}) =>
      useComponent(context, user, message, which, Kind.StringSelect, values, place),
    submit: (modal, entries, place = {}) => submit(context, user, modal, entries, place),
    modals: () =>
      context.interactions
        .open()
        .filter((opener) => opener.user === user)
        .map((opener) => seeModal(opener.modal ?? {}, opener.id)),
    contextMenu: (command, message, place = {}) =>
      contextMenu(context, user, command, message, place),
    says: (text, saying = {}) => say(context, user, text, saying),
    repeats: (message) => sayAgain(context, message),
    edits: (message, text) => editSaid(context, message, text),
    deletes: (message) => unsay(context, message),
    dms: () => messagesIn(world, dmWith(world, user.id).id).map(see),
    sees(channel, guild) {
      const guildId = guild === undefined ? undefined : guildNamed(world, guild).id;
      return messagesIn(world, channelNamed(world, channel, guildId).id)
        .filter((each) => each.ephemeralFor === undefined || each.ephemeralFor === user.id)
        .map(see);
    },
    closeDms: () => {
      user.dmsClosed = true;
    },
    openDms: () => {
      user.dmsClosed = false;
    },
  };
}

async function slash(
  context: Context,
  user: User,
  command: string,
  values: Values,
  place: Place,
): Promise<Answer> {
  const where = whereIs(context, user, place);
  const path = command.split(' ');
  const [name = ''] = path;
  const definition = offeredCommand(context, where, name, CommandType.ChatInput, place.force);
  const data = chatInputData(context, where, definition, path, values);
  const interaction = context.interactions.start({ ...where, type: Type.ApplicationCommand });
  return perform(context, interaction, data, `/${command}`, place);
}

async function autocomplete(
  context: Context,
  user: User,
  command: string,
  option: string,
  text: string,
  place: Place & { readonly values?: Values },
): Promise<readonly Choice[]> {
  const where = whereIs(context, user, place);
  const path = command.split(' ');
  const [name = ''] = path;
  const definition = offeredCommand(context, where, name, CommandType.ChatInput, place.force);
  const values = { ...place.values, [option]: text };
  const data = chatInputData(context, where, definition, path, values, option);
  const type = Type.ApplicationCommandAutocomplete;
  const interaction = context.interactions.start({ ...where, type });
  dispatch(context, interaction, data, place);
  return awaitChoices(context, interaction, `/${command} ${option}:${text}`);
}

async function useComponent(
  context: Context,
  user: User,
  message: Seen,
  which: string | RegExp,
  kind: ComponentKind,
  values: readonly string[],
  place: Place,
): Promise<Answer> {
  const source = messageSeenBy(context, user, message);
  const isForged = place.force === true && typeof which === 'string';
  const customId = isForged ? which : usableComponent(source, which, kind, values);
  const where = whereInChannel(context, user, source.api.channel_id);
  const interaction = context.interactions.start({ ...where, type: Type.MessageComponent, source });
  const picked = kind === Kind.StringSelect ? { values } : {};
  const data = { custom_id: customId, component_type: kind, ...picked };
  return perform(context, interaction, data, `"${customId}"`, place);
}

async function submit(
  context: Context,
  user: User,
  modal: SeenModal,
  entries: Entries,
  place: Place,
): Promise<Answer> {
  const opener = context.interactions.get(modal.openedBy);
  if (opener === undefined) throw new Error('That modal was never opened.');
  const { channel, guild, source } = opener;
  opener.isSent = true;
  const opened = { type: Type.ModalSubmit, user, channel, guild };
  const interaction = context.interactions.start(
    source === undefined ? opened : { ...opened, source },
  );
  const data = modalSubmitData(modal, entries);
  return perform(context, interaction, data, `the modal "${modal.title}"`, place);
}

async function contextMenu(
  context: Context,
  user: User,
  command: string,
  message: Seen,
  place: Place,
): Promise<Answer> {
  const target = messageSeenBy(context, user, message);
  if (target.ephemeralFor !== undefined) throw new Error('Ephemeral messages have no apps menu.');
  const where = whereInChannel(context, user, target.api.channel_id);
  const type = CommandType.Message;
  const { id, name } = offeredCommand(context, where, command, type, place.force);
  const interaction = context.interactions.start({ ...where, type: Type.ApplicationCommand });
  const resolved = { messages: { [target.api.id]: target.api } };
  const data = { id, name, type, target_id: target.api.id, resolved };
  return perform(context, interaction, data, `"${command}"`, place);
}

function messageSeenBy({ world }: Context, user: User, message: Seen): StoredMessage {
  const stored = world.messages.get(message.id);
  const isSeen = stored?.ephemeralFor === undefined || stored.ephemeralFor === user.id;
  if (stored === undefined || !isSeen) throw new Error(`${user.name} does not see that message.`);
  return stored;
}

function perform(
  context: Context,
  interaction: Interaction,
  data: Json,
  what: string,
  place: Place,
): Promise<Answer> {
  dispatch(context, interaction, data, place);
  return awaitAnswer(context, interaction, what, place.acknowledged ?? false);
}

function dispatch(context: Context, interaction: Interaction, data: Json, place: Place): void {
  const locale = place.locale === null ? undefined : (place.locale ?? interaction.user.locale);
  // The wrappers of discord-api-types tell apart what the envelope decides at run time.
  const payload = envelope(context, interaction, locale, interaction.type, data);
  const guildId = interaction.guild?.botIsMember ? interaction.guild.id : undefined;
  const scope = guildId === undefined ? { intent: 0 } : { guildId, intent: 0 };
  context.gateway.dispatch(Event.InteractionCreate, payload as unknown as APIInteraction, scope);
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
