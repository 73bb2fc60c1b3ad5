import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { invalidForm, unknownCommand } from '../api-error.ts';
import { type Call, type Context, type Outcome, param, type Route } from '../context.ts';
import { type Json, listOf, numberOf, objectOf, objectsOf, textOf } from '../json.ts';
import { withoutLocalizations } from '../present.ts';
import { checkCommand, checkCommands } from '../rules/commands.ts';

const GLOBAL = '/applications/{application_id}/commands';
const GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';

export const commandRoutes: readonly Route[] = [GLOBAL, GUILD].flatMap((template): Route[] => [
  { method: 'GET', template, handle: listCommands },
  { method: 'PUT', template, handle: overwriteCommands },
  { method: 'POST', template, handle: createCommand },
  { method: 'DELETE', template: `${template}/{command_id}`, handle: deleteCommand },
]);

function scopeOf(call: Call): string {
  return call.params['guild_id'] ?? '';
}

function registered(context: Context, call: Call): readonly APIApplicationCommand[] {
  return context.world.commands.get(scopeOf(call)) ?? [];
}

function listCommands(context: Context, call: Call): Outcome {
  const commands = registered(context, call);
  const whole = call.query.get('with_localizations') === 'true';
  return { status: 200, body: whole ? commands : commands.map(withoutLocalizations) };
}

function overwriteCommands(context: Context, call: Call): Outcome {
  const wanted = objectsOf(call.body);
  const complaints = checkCommands(wanted);
  if (complaints.length > 0) throw invalidForm(complaints);
  const before = registered(context, call);
  const commands = wanted.map((each) => toCommand(context, call, each, before));
  context.world.commands.set(scopeOf(call), commands);
  return { status: 200, body: commands };
}

function createCommand(context: Context, call: Call): Outcome {
  const wanted = objectOf(call.body);
  const complaints = checkCommand(wanted);
  if (complaints.length > 0) throw invalidForm(complaints);
  const before = registered(context, call);
  const command = toCommand(context, call, wanted, before);
  const others = before.filter((each) => each.id !== command.id);
  context.world.commands.set(scopeOf(call), [...others, command]);
  return { status: others.length === before.length ? 201 : 200, body: command };
}

function deleteCommand(context: Context, call: Call): Outcome {
  const before = registered(context, call);
  const others = before.filter((each) => each.id !== param(call, 'command_id'));
  if (others.length === before.length) throw unknownCommand();
  context.world.commands.set(scopeOf(call), others);
  return { status: 204 };
}

/** A command of the same name and type keeps its id; what was left out gets Discord's defaults. */
function toCommand(
  { world }: Context,
  call: Call,
  wanted: Json,
  before: readonly APIApplicationCommand[],
): APIApplicationCommand {
  const type = numberOf(wanted['type'], ApplicationCommandType.ChatInput);
  const same = before.find((each) => each.name === wanted['name'] && each.type === type);
  const isGlobal = call.params['guild_id'] === undefined;
  const permissions = wanted['default_member_permissions'];
  return {
    id: same?.id ?? world.mint(),
    application_id: world.bot.id,
    version: world.mint(),
    type,
    name: textOf(wanted['name']),
    name_localizations: wanted['name_localizations'] ?? null,
    description: textOf(wanted['description']),
    description_localizations: wanted['description_localizations'] ?? null,
    default_member_permissions: permissions == null ? null : String(permissions),
    nsfw: wanted['nsfw'] ?? false,
    ...(isGlobal
      ? {
          contexts: wanted['contexts'] ?? null,
          integration_types: wanted['integration_types'] ?? [0],
          dm_permission: wanted['dm_permission'] ?? true,
        }
      : { guild_id: call.params['guild_id'] }),
    ...(listOf(wanted['options']).length > 0 ? { options: wanted['options'] } : {}),
  } as unknown as APIApplicationCommand;
}
