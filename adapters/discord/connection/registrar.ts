import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandType, type Client, Routes } from 'discord.js';
import { z } from 'zod';
import type { CommandIds } from '../rendering/commandIds.ts';
import type { Registered } from './registration.ts';

export interface Registration {
  readonly isChanged: boolean;
  /** What Discord calls each slash command. */
  readonly ids: CommandIds;
}

/** Registers the commands when Discord has others. Changes are limited to 200 a day. */
export async function register(
  client: Client<true>,
  commands: readonly Registered[],
  guildId: string | undefined,
): Promise<Registration> {
  const application = client.application.id;
  const wanted = guildId === undefined ? commands : commands.map(withoutReach);
  const route =
    guildId === undefined
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, guildId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const present = await client.rest.get(route, { query });
  const isChanged = !isDeepStrictEqual(essences(present), essences(wanted));
  const known = isChanged ? await client.rest.put(route, { body: wanted }) : present;
  return { isChanged, ids: idsIn(known) };
}

const known = z.array(z.object({ id: z.string(), name: z.string(), type: z.number().default(1) }));

function idsIn(commands: unknown): CommandIds {
  const slash = known
    .parse(commands)
    .filter(({ type }) => type === ApplicationCommandType.ChatInput);
  return new Map(slash.map(({ name, id }) => [name, id]));
}

/** A server's own commands cannot say where else they may be used. */
function withoutReach({ contexts, integration_types, ...command }: Registered) {
  return command;
}

const KEYS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'required',
  'autocomplete',
  'choices',
  'value',
  'channel_types',
  'min_value',
  'max_value',
  'options',
];

const record = z.record(z.string(), z.unknown());
const NOTHING: readonly unknown[] = [undefined, null, false, ''];

/** What makes the commands, which Discord orders as it likes. */
function essences(commands: unknown): readonly unknown[] {
  return z.array(record).parse(commands).map(essence).toSorted(byNameAndKind);
}

/** What makes a command, without ids and without what Discord fills in. Options keep their order, which people see. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.some(isRecord) ? value.map(essence) : value.toSorted();
  if (!isRecord(value)) return value;
  const kept = KEYS.flatMap((key) => {
    const inner = key.endsWith('_localizations') ? value[key] : essence(value[key]);
    const isNothing = NOTHING.includes(inner) || (Array.isArray(inner) && inner.length === 0);
    return isNothing ? [] : [[key, inner] as const];
  });
  return Object.fromEntries(kept);
}

function isRecord(value: unknown): value is z.infer<typeof record> {
  return record.safeParse(value).success;
}

function byNameAndKind(one: unknown, other: unknown): number {
  return sortKey(one).localeCompare(sortKey(other));
}

function sortKey(value: unknown): string {
  return isRecord(value) ? `${value['type']} ${value['name']}` : String(value);
}
