import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import {
  type APIApplicationCommandSubcommandGroupOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { confirmationCard } from '../../../src/cards/problem.ts';
import type { Clock } from '../../../src/clock.ts';
import { type Sought, seekRoom, seekTrack } from '../../../src/commands/places.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import type { OptionSpec } from '../../../src/platform/commandSpec.ts';
import { privately, refused } from '../../../src/platform/replies.ts';
import type { Hallway, Reply } from '../../../src/platform/requests.ts';
import { mayUse } from '../../../src/platform/roles.ts';
import { type NamedRoles, withNamed } from '../../../src/programme/namedRoles.ts';
import type { Programme, Programmes } from '../../../src/programme/programme.ts';
import { subcommandOption } from '../connection/registration.ts';
import type { EventKeeper } from '../events/keeper.ts';
import { talksToCome } from '../events/plan.ts';
import { PLATFORM } from '../rendering/identity.ts';
import { LIMITS } from '../rendering/limits.ts';
import { described } from '../rendering/words.ts';
import { nameInSettings } from '../sending/channels.ts';
import { callerOf } from './caller.ts';
import { wordsFor } from './words.ts';

/** Discord alone has events: this part of `/conference` is the adapter's own. */
export const EVENTS = 'events';

const FILTERS: readonly OptionSpec[] = [
  { name: 'room', kind: 'room', required: false },
  { name: 'track', kind: 'track', required: false },
];

export function eventsOption(command: string): APIApplicationCommandSubcommandGroupOption {
  const path = [command, EVENTS];
  return {
    type: ApplicationCommandOptionType.SubcommandGroup,
    name: EVENTS,
    ...described(...path),
    options: [
      subcommandOption(path, { name: 'on', options: FILTERS }),
      subcommandOption(path, { name: 'off', options: [] }),
    ],
  };
}

export interface EventsCommandParts {
  readonly keeper: EventKeeper;
  readonly programmes: Pick<Programmes, 'all'>;
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly clock: Clock;
  readonly hallway: Pick<Hallway, 'reader'>;
}

/** `/conference events on` and `off`. */
export async function runEvents(
  interaction: ChatInputCommandInteraction,
  parts: EventsCommandParts,
): Promise<Reply> {
  const caller = await withNamed(parts.namedRoles, callerOf(interaction));
  const { community } = caller;
  const messages = await wordsFor(caller, parts.hallway);
  if (community === undefined) return refused(messages, messages.events.notHere);
  if (!mayUse('organiser', caller)) {
    return refused(messages, messages.errors.organisersOnly(interaction.commandName));
  }
  if (!interaction.appPermissions.has(PermissionFlagsBits.CreateEvents)) {
    return refused(messages, messages.events.lacking(nameInSettings('CreateEvents')));
  }
  if (interaction.options.getSubcommand() === 'on') {
    return turnOn(interaction, community, messages, parts);
  }
  parts.keeper.turnOff(community);
  return privately(confirmationCard(messages.events.off, messages.events.removed));
}

async function turnOn(
  interaction: ChatInputCommandInteraction,
  community: string,
  messages: Messages,
  { keeper, programmes, clock }: EventsCommandParts,
): Promise<Reply> {
  const all = await programmes.all({ platform: PLATFORM, id: community });
  const seekIn = (name: string, seek: typeof seekRoom) =>
    seekInAny(all, (programme) =>
      seek(interaction.options.getString(name) ?? undefined, { programme, messages }),
    );
  const room = seekIn('room', seekRoom);
  if (room.kind === 'refused') return refused(messages, room.sentence);
  const track = seekIn('track', seekTrack);
  if (track.kind === 'refused') return refused(messages, track.sentence);
  const scope = { room: room.value, track: track.value };
  const now = clock.now();
  const { length: count } = all.flatMap((one) => talksToCome(one, scope, now));
  if (count === 0) return refused(messages, messages.events.nothingToCome);
  keeper.turnOn(community, scope);
  const { on, willFollow, capped } = messages.events;
  const sentence =
    count > LIMITS.events ? `${willFollow(count)} ${capped(LIMITS.events)}` : willFollow(count);
  return privately(confirmationCard(on, sentence));
}

/** A place of any conference of the server, the main one asked first; or that one's refusal. */
function seekInAny<T>(
  [main, ...others]: readonly [Programme, ...Programme[]],
  seekIn: (programme: Programme) => Sought<T>,
): Sought<T> {
  const first = seekIn(main);
  if (first.kind === 'found') return first;
  return others.map(seekIn).find(({ kind }) => kind === 'found') ?? first;
}
