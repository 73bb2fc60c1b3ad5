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
import { systemClock } from '../../../src/clock.ts';
import { ConfigError, type Finding } from '../../../src/config/error.ts';
import type { Log } from '../../../src/log.ts';

/** Every shard of this process is connected; discord.js's own `isReady` stays true after a disconnect. */
export function isConnected(client: Client): boolean {
  const { shards } = client.ws;
  return shards.size > 0 && shards.every(({ status }) => status === Status.Ready);
}

const COMPLAIN_EACH_MS = 20_000;

/**
 * Resolves when every shard is connected; waits out a Discord that is down, for as long as `signal`
 * lets it. Throws a {@link ConfigError} when Discord refuses the token or the way it is used.
 */
export async function connect(
  client: Client,
  token: string,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const refusal = Promise.withResolvers<never>();
  client.on(Events.ShardDisconnect, ({ code }) => refusal.reject(refusedAtGateway(code)));
  // A refusal after the start has its log line; nobody waits for it here.
  refusal.promise.catch(() => undefined);
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const done = new AbortController();
  const given = AbortSignal.any([signal, done.signal]);
  void complainUntil(given, client, log);
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
  return isRefused ? new ConfigError([botTokenRefused]) : undefined;
}

function refusedAtGateway(code: number): ConfigError {
  const reason = GatewayCloseCodes[code] ?? String(code);
  return new ConfigError([
    code === GatewayCloseCodes.AuthenticationFailed
      ? botTokenRefused
      : (words) => words.connectionRefused('Discord', reason),
  ]);
}

const botTokenRefused: Finding = (words) => words.tokenRefused('DISCORD_TOKEN');

/** A gateway that closes every connection at once is retried for ever without an error. */
async function complainUntil(signal: AbortSignal, client: Client, log: Log): Promise<void> {
  while (!signal.aborted) {
    await systemClock.sleep(COMPLAIN_EACH_MS, signal);
    if (signal.aborted) return;
    const shards = client.ws.shards.map(({ id, status }) => `${id}: ${Status[status]}`);
    log.warn({ shards }, 'Discord has not let the bot in yet');
  }
}

/** What happens to the connection, for whoever runs the bot. */
export function logConnection(client: Client, log: Log, stopping: AbortSignal): void {
  logRefusals(client.rest, log);
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.error({ shard, code }, 'Discord closed the connection for good'),
  );
  client.on(Events.ShardReconnecting, (shard) => {
    // discord.js says so of its own goodbye, too.
    if (!stopping.aborted) log.warn({ shard }, 'Reconnecting to Discord');
  });
  client.on(Events.ShardResume, (shard, replayed) =>
    log.info({ shard, replayed }, 'Connected to Discord again, nothing missed'),
  );
  client.on(Events.ShardReady, (shard) => log.info({ shard }, 'Connected to Discord'));
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
