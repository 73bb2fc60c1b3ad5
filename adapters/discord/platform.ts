import type { Client } from 'discord.js';
import { retry } from '../../src/clock/retry.ts';
import { type Clock, MINUTE_MS, systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { CommandSpec } from '../../src/platform/commandSpec.ts';
import { createLiveAnswers } from '../../src/platform/liveAnswers.ts';
import type { Platform } from '../../src/platform/platform.ts';
import type { NamedRoles } from '../../src/programme/namedRoles.ts';
import type { Programmes } from '../../src/programme/programme.ts';
import { type Newcomers, welcomeArrivals } from './arrivals.ts';
import {
  checkToken,
  createClient,
  createSendingLine,
  retryingRequests,
  type Sharding,
} from './connection/client.ts';
import { connect, createTrouble, isConnected, logConnection } from './connection/connection.ts';
import { register } from './connection/registrar.ts';
import { type Registered, remindCommand, slashCommand } from './connection/registration.ts';
import { type KeptServers, watchDepartures } from './departures.ts';
import { createEventKeeper, type EventKeeper } from './events/keeper.ts';
import { listenToQuestions } from './questions/questions.ts';
import { pressable } from './rendering/commandIds.ts';
import { PLATFORM } from './rendering/identity.ts';
import { eventsOption } from './requests/eventsCommand.ts';
import { type Listener, listen } from './requests/interactions.ts';
import { createChannelInspector, isRole } from './sending/channels.ts';
import { createMessenger } from './sending/messenger.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Where Discord's HTTP interface is, when not at Discord. */
  readonly apiUrl?: string | undefined;
  /** Registers the commands in this server alone, where changes show at once. */
  readonly guildId?: string | undefined;
  /** The shards of this process; absent: all of them. */
  readonly sharding?: Sharding | undefined;
  readonly commands: readonly CommandSpec[];
  readonly programmes: Pick<Programmes, 'all'>;
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly servers: KeptServers;
  readonly newcomers: Newcomers;
  /** Whether no other process can have the connection: what is heard otherwise is left to that one. */
  readonly isOurs: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** Hallway in Discord's servers and direct messages. */
export function createDiscord(options: DiscordOptions): Platform {
  const { token, apiUrl, sharding, programmes, namedRoles, isOurs, clock, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const trouble = createTrouble(log, signal);
  const unreachable = (err: unknown, shard?: number) =>
    trouble.log.warn({ err, shard }, 'Discord cannot be reached yet');
  const makeRequest = retryingRequests(unreachable, signal);
  const trying = { signal, onFailure: unreachable };
  const client = createClient({ apiUrl, sharding, makeRequest, trying });
  const keeper = createEventKeeper({ client, programmes, clock, log, signal });
  let listeners: readonly Listener[] = [];
  const ids = new Map<string, string>();
  let registration: Promise<void> | undefined;
  logConnection(client, log, trouble);

  return {
    name: PLATFORM,
    messenger: createMessenger(
      createSendingLine(apiUrl, token, log),
      systemClock,
      (community, mention) => isRole(client, community, mention),
    ),
    channels: createChannelInspector(client),
    readiness: () => (!signal.aborted && isConnected(client) ? 'ready' : 'away'),
    async start(hallway) {
      const answering = pressable(hallway, ids);
      const { newcomers } = options;
      const arrivals = welcomeArrivals(client, { hallway: answering, newcomers, isOurs, log });
      listeners = [
        arrivals,
        listen(client, {
          ...{ hallway: answering, programmes, namedRoles, keeper, arrivals },
          ...{ live: createLiveAnswers(systemClock, log), isOurs, clock, log },
        }),
        listenToQuestions(client, { hallway: answering, isOurs, log }),
        watchDepartures(client, forgetting(options.servers, keeper), log, signal),
      ];
      await connect(client, token, trouble, signal);
      if (!client.isReady()) return;
      registration = registerAll(client, options, ids, signal);
      void keeper.run();
    },
    async stop() {
      stopping.abort();
      await Promise.all([...listeners.map((each) => each.close()), registration]);
      await client.destroy();
    },
  };
}

/** Throws a `ConfigError` for a token that Discord refuses; waits out a Discord that is down, as long as `signal` lets it. */
export async function checkDiscord(
  { token, apiUrl, log }: Pick<DiscordOptions, 'token' | 'apiUrl' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  const unreachable = (err: unknown) => log.warn({ err }, 'Discord cannot be reached yet');
  await checkToken(apiUrl, token, retryingRequests(unreachable, signal), signal);
}

/** Its events went with the server. */
function forgetting(servers: KeptServers, keeper: EventKeeper): KeptServers {
  return {
    known: servers.known,
    forget: async (server) => {
      keeper.drop(server);
      await servers.forget(server);
    },
  };
}

const REGISTERING = { firstMs: MINUTE_MS, longestMs: MINUTE_MS };

/** In the background: commands that are known already work before, and when Discord cannot take them now. */
async function registerAll(
  client: Client<true>,
  { commands, guildId, log }: DiscordOptions,
  ids: Map<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const wanted = [...commands.map(commandOf), remindCommand()];
  const registered = await retry(() => register(client, wanted, guildId), {
    ...REGISTERING,
    clock: systemClock,
    signal,
    onFailure: (error) => log.error({ err: error }, 'The commands could not be registered'),
  });
  if (registered === undefined) return;
  for (const [name, id] of registered.ids) ids.set(name, id);
  log.info({ isChanged: registered.isChanged }, 'Commands are registered');
}

/** The command for organisers has a part here that other platforms cannot have. */
function commandOf(spec: CommandSpec): Registered {
  const command = slashCommand(spec);
  if (spec.access !== 'organiser') return command;
  return { ...command, options: [...(command.options ?? []), eventsOption(spec.name)] };
}
