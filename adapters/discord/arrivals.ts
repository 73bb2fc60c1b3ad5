import { type Client, Events, type Guild, PermissionFlagsBits } from 'discord.js';
import { HOUR_MS, systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { Hallway } from '../../src/platform/requests.ts';
import { mayUse } from '../../src/platform/roles.ts';
import { createUnderWay } from '../../src/platform/underWay.ts';
import { PLATFORM } from './rendering/identity.ts';
import { type Answerable, replyBody, withAudience } from './requests/answer.ts';
import { callerOf } from './requests/caller.ts';

/** Which servers have been welcomed, whichever process did it. */
export interface Newcomers {
  /** Whether something is kept about the server, as where Hallway has been for long. */
  isKnown(server: string): Promise<boolean>;
  /** Whether the server is welcomed for the first time; from now on it has been. */
  isFirst(server: string): Promise<boolean>;
}

export interface ArrivalParts {
  readonly hallway: Pick<Hallway, 'ask' | 'command'>;
  readonly newcomers: Newcomers;
  readonly isOurs: () => boolean;
  readonly log: Log;
}

export interface Arrivals {
  /** To be asked before an organiser's first command is carried out; then says where to start, if nobody was told. */
  organiserComes(interaction: Answerable): Promise<() => Promise<void>>;
  /** Hears of nothing more; resolves when what is under way is done. */
  close(): Promise<void>;
}

const NOTHING = async () => {};

/**
 * Welcomes each server that Hallway comes to, once: where newcomers are welcomed if Hallway may write
 * there, else at an organiser's first command, to that organiser alone.
 */
export function welcomeArrivals(client: Client, parts: ArrivalParts): Arrivals {
  const { hallway, newcomers, isOurs, log } = parts;
  const underWay = createUnderWay();
  /** Those of this process that need not be asked about again. */
  const met = new Set<string>();
  const failed = (guild: string | null) => (err: unknown) => {
    log.warn({ err, guild }, 'A server was not welcomed');
    return NOTHING;
  };
  const onCreate = (guild: Guild) => {
    if (isOurs() && isNew(guild)) underWay.add(welcome(guild, parts).catch(failed(guild.id)));
  };
  const firstCommand = async (interaction: Answerable) => {
    const caller = callerOf(interaction);
    const { community } = caller;
    if (!interaction.isChatInputCommand() || !mayUse('organiser', caller)) return NOTHING;
    if (community === undefined || met.has(community)) return NOTHING;
    met.add(community);
    if (await newcomers.isKnown(community)) return NOTHING;
    return async () => {
      const isFirst = await newcomers.isFirst(community);
      if (!isFirst || interaction.commandName === HELP) return;
      const reply = await hallway.command({ kind: 'command', command: HELP, args: {}, caller });
      if (reply.kind === 'card') await interaction.followUp(withAudience(reply));
    };
  };
  const onDelete = ({ id }: Guild) => void met.delete(id);
  client.on(Events.GuildCreate, onCreate);
  client.on(Events.GuildDelete, onDelete);
  return {
    organiserComes: (interaction) => firstCommand(interaction).catch(failed(interaction.guildId)),
    close: async () => {
      client.off(Events.GuildCreate, onCreate);
      client.off(Events.GuildDelete, onDelete);
      await underWay.settled();
    },
  };
}

const HELP = 'help';

/** discord.js calls a server new that it was not told of at the connection, too. */
function isNew({ joinedTimestamp }: Guild): boolean {
  return systemClock.now() - joinedTimestamp < HOUR_MS;
}

const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];

async function welcome(guild: Guild, { hallway, newcomers }: ArrivalParts): Promise<void> {
  const { id: community, members, preferredLocale, systemChannel } = guild;
  const mayWrite = members.me !== null && systemChannel?.permissionsFor(members.me).has(NEEDED);
  if (systemChannel === null || !mayWrite || !(await newcomers.isFirst(community))) return;
  const caller = {
    ...{ platform: PLATFORM, community, channel: systemChannel.id, isOrganiser: false },
    ...{ member: guild.client.user.id, locale: preferredLocale, communityLocale: preferredLocale },
  };
  const reply = await hallway.ask({
    ...{ kind: 'question', text: '', caller, isPublic: true, follows: [] },
    welcome: 'community',
  });
  if (reply !== undefined) await systemChannel.send(replyBody(reply));
}
