import { aborted } from 'node:util';
import {
  type Client,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  type REST,
  RESTEvents,
  Status,
} from 'discord.js';
import { seldom } from '../../../src/clock/seldom.ts';
import { MINUTE_MS, systemClock } from '../../../src/clock.ts';
import { ConfigError, type Finding } from '../../../src/config/error.ts';
import type { Log } from '../../../src/log.ts';

/** Every shard of this process is connected; discord.js's own `isReady` stays true after a disconnect. */
export function isConnected(client: Client): boolean {
  const { shards } = client.ws;
  return shards.size > 0 && shards.every(({ status }) => status === Status.Ready);
}

/**
 * Resolves when every shard is connected; waits out a Discord that is down, for as long as `signal`
 * lets it. Throws a {@link ConfigError} when Discord refuses the token or the way it is used.
 */
export async function connect(
  client: Client,
  token: string,
  trouble: Trouble,
  signal: AbortSignal,
): Promise<void> {
  const refusal = Promise.withResolvers<never>();
  client.on(Events.ShardDisconnect, ({ code }) => refusal.reject(refusedAtGateway(code)));
  // A refusal after the start has its log line; nobody waits for it here.
  refusal.promise.catch(() => undefined);
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const done = new AbortController();
  const given = AbortSignal.any([signal, done.signal]);
  void complainUntil(given, client, trouble);
  try {
    const login = client.login(token).catch((error: unknown) => {
      if (!signal.aborted) throw refusedToken(error) ?? error;
    });
    await Promise.race([Promise.all([login, ready]), refusal.promise, aborted(given, client)]);
  } finally {
    done.abort();
  }
}

function refusedToken(error: unknown): ConfigError | undefined {
  const isRefused =
    error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid;
  return isRefused ? tokenRefused() : undefined;
}

function refusedAtGateway(code: number): ConfigError {
  const reason = GatewayCloseCodes[code] ?? String(code);
  return new ConfigError([
    code === GatewayCloseCodes.AuthenticationFailed
      ? botTokenRefused
      : (words) => words.connectionRefused('Discord', reason),
  ]);
}

export function tokenRefused(): ConfigError {
  return new ConfigError([botTokenRefused]);
}

const botTokenRefused: Finding = (words) => words.tokenRefused('DISCORD_TOKEN');

/** A gateway that closes every connection at once is retried for ever without an error. */
async function complainUntil(signal: AbortSignal, client: Client, { log }: Trouble): Promise<void> {
  while (!signal.aborted) {
    await systemClock.sleep(MINUTE_MS, signal);
    if (signal.aborted) return;
    const shards = client.ws.shards.map(({ id, status }) => `${id}: ${Status[status]}`);
    log.warn({ shards }, 'Discord has not let the bot in yet');
  }
}

/** What keeps the bot from being connected, in one line a minute for as long as it lasts. */
export interface Trouble {
  readonly log: Pick<Log, 'warn'>;
  over(): void;
}

export function createTrouble(log: Log, stopping: AbortSignal): Trouble {
  const { once, over } = seldom(systemClock);
  return {
    log: {
      warn(facts, words) {
        // discord.js calls its own goodbye a reconnection, too.
        if (!stopping.aborted) once(() => log.warn(facts, words));
      },
    },
    over,
  };
}

/** What happens to the connection, for whoever runs the bot. */
export function logConnection(client: Client, log: Log, trouble: Trouble): void {
  logRefusals(client.rest, log);
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.error({ shard, code }, 'Discord closed the connection for good'),
  );
  client.on(Events.ShardReconnecting, (shard) =>
    trouble.log.warn({ shard }, 'Reconnecting to Discord'),
  );
  client.on(Events.ShardResume, (shard, replayed) => {
    trouble.over();
    log.info({ shard, replayed }, 'Connected to Discord again, nothing missed');
  });
  client.on(Events.ShardReady, (shard) => {
    trouble.over();
    log.info({ shard }, 'Connected to Discord');
  });
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, err: error }, 'The connection to Discord failed'),
  );
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js failed'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js warns'));
}

/** Discord shuts out whoever goes on with requests that it refuses. */
export function logRefusals(rest: REST, log: Log): void {
  rest.on(RESTEvents.InvalidRequestWarning, (warning) =>
    log.warn({ ...warning }, 'Discord refused many requests'),
  );
}
