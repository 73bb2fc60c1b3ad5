import {
  type APIApplicationCommand,
  ApplicationCommandType as CommandType,
  ApplicationIntegrationType as Install,
  InteractionContextType as InteractionContext,
  ApplicationCommandOptionType as OptionType,
} from 'discord-api-types/v10';
import type { Context } from './context.ts';
import { type Json, listOf, objectOf, objectsOf, textOf } from './json.ts';
import { permissionsAt } from './permissions.ts';
import { presentRole, presentUser } from './present.ts';
import {
  type Channel,
  channelNamed,
  type Guild,
  roleNamed,
  type User,
  userNamed,
} from './world.ts';

export type Values = Readonly<Record<string, string | number | boolean>>;

export interface Where {
  readonly user: User;
  readonly channel: Channel;
  readonly guild: Guild | undefined;
}

/** The registered command of that name which this user is offered at this place; throws when there is none. */
export function offeredCommand(
  context: Context,
  where: Where,
  name: string,
  type: CommandType,
  force = false,
): APIApplicationCommand {
  const { commands } = context.world;
  const all = [...(commands.get(where.guild?.id ?? '-') ?? []), ...(commands.get('') ?? [])];
  const command = all.find((each) => each.name === name && each.type === type);
  if (command === undefined) throw new Error(`No command "${name}" is registered.`);
  const hindrance = force ? undefined : hindranceOf(context, where, command);
  if (hindrance !== undefined)
    throw new Error(`${where.user.name} is not offered "${name}": ${hindrance}.`);
  return command;
}

function hindranceOf(
  { world }: Context,
  { user, channel, guild }: Where,
  command: APIApplicationCommand,
): string | undefined {
  const kind = guild === undefined ? InteractionContext.BotDM : InteractionContext.Guild;
  if (command.contexts != null && !command.contexts.includes(kind)) return 'not in this context';
  const install = guild?.botIsMember === false ? Install.UserInstall : Install.GuildInstall;
  const installs = command.integration_types ?? [Install.GuildInstall];
  if (guild !== undefined && !installs.includes(install)) return 'not with this installation';
  const needed = command.default_member_permissions;
  if (guild === undefined || needed == null) return undefined;
  const permissions = permissionsAt(world.guilds, channel, user.id);
  const bits = BigInt(needed);
  const may = bits === 0n ? false : (permissions & bits) === bits;
  return may ? undefined : `needs the permissions ${needed}`;
}

export interface CommandData extends Json {
  readonly id: string;
  readonly name: string;
  readonly type: CommandType;
}

/**
 * What the client sends for a typed command. `path` is the words after the
 * slash (`conference announce`), `focus` the option being typed.
 */
export function chatInputData(
  context: Context,
  where: Where,
  command: APIApplicationCommand,
  path: readonly string[],
  values: Values,
  focus?: string,
): CommandData {
  const resolved: Resolved = { channels: {}, roles: {}, users: {} };
  const options = optionsOf(context, where, command, path.slice(1), values, { focus, resolved });
  const filled = Object.entries(resolved).filter(([, each]) => Object.keys(each).length > 0);
  return {
    id: command.id,
    name: command.name,
    type: CommandType.ChatInput,
    options,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    ...(filled.length > 0 ? { resolved: Object.fromEntries(filled) } : {}),
  };
}

interface Resolved {
  readonly channels: Record<string, unknown>;
  readonly roles: Record<string, unknown>;
  readonly users: Record<string, unknown>;
}

interface Typing {
  readonly focus: string | undefined;
  readonly resolved: Resolved;
}

function optionsOf(
  context: Context,
  where: Where,
  node: unknown,
  path: readonly string[],
  values: Values,
  typing: Typing,
): readonly Json[] {
  const defined = objectsOf(objectOf(node)['options']);
  const [word, ...rest] = path;
  if (word !== undefined) {
    const sub = defined.find((each) => each['name'] === word);
    if (sub === undefined) throw new Error(`There is no subcommand "${word}".`);
    const options = optionsOf(context, where, sub, rest, values, typing);
    return [{ name: word, type: sub['type'], options }];
  }
  for (const name of Object.keys(values)) {
    if (!defined.some((each) => each['name'] === name)) throw new Error(`No option "${name}".`);
  }
  return defined.flatMap((option) => {
    const name = textOf(option['name']);
    const value = values[name];
    if (value === undefined) {
      // While one option is typed, others may still be missing.
      if (option['required'] === true && typing.focus === undefined) {
        throw new Error(`The option "${name}" is required.`);
      }
      return [];
    }
    if (name === typing.focus) return [{ name, type: option['type'], value, focused: true }];
    return [
      {
        name,
        type: option['type'],
        value: wireValue(context, where, option, value, typing.resolved),
      },
    ];
  });
}

function wireValue(
  context: Context,
  where: Where,
  option: Json,
  value: string | number | boolean,
  resolved: Resolved,
): string | number | boolean {
  const { world } = context;
  const { guild } = where;
  switch (option['type']) {
    case OptionType.Channel: {
      const { id, name } = channelNamed(world, String(value), guild?.id);
      resolved.channels[id] = { id, name, type: 0, permissions: '0', parent_id: null };
      return id;
    }
    case OptionType.Role: {
      if (guild === undefined) throw new Error('There are no roles in a direct message.');
      const role = roleNamed(guild, String(value));
      resolved.roles[role.id] = presentRole(role);
      return role.id;
    }
    case OptionType.Mentionable: {
      const isRole = [...(guild?.roles.values() ?? [])].some(
        ({ id, name }) => id === value || name === value,
      );
      const type = isRole ? OptionType.Role : OptionType.User;
      return wireValue(context, where, { ...option, type }, value, resolved);
    }
    case OptionType.User: {
      const user = world.users.get(String(value)) ?? userNamed(world, String(value));
      resolved.users[user.id] = presentUser(user);
      return user.id;
    }
    default:
      return checkedChoice(option, value);
  }
}

function checkedChoice(option: Json, value: string | number | boolean) {
  const choices = listOf(option['choices']);
  const isOffered = objectsOf(choices).some((each) => each['value'] === value);
  if (choices.length > 0 && !isOffered) {
    throw new Error(`"${value}" is not a choice of "${textOf(option['name'])}".`);
  }
  const isNumber = option['type'] === OptionType.Integer || option['type'] === OptionType.Number;
  if (isNumber && typeof value !== 'number') throw new Error(`"${value}" is not a number.`);
  return value;
}
