import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Health } from '../../src/app/health.ts';
import { withDeadline } from '../../src/clock/deadline.ts';
import { systemClock } from '../../src/clock.ts';
import { ConfigError } from '../../src/config/error.ts';
import type { Log } from '../../src/log.ts';

export interface HealthServerParts {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly health: () => Promise<Health>;
  readonly log: Log;
}

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

const PATH = '/health';

/** Whoever watches gives up after few seconds; a database that hangs answers never. */
const ANSWERED_WITHIN_MS = 2_000;

/**
 * `GET /health`: 200 while everything is well, 503 otherwise, with the reasons as JSON.
 * Throws a {@link ConfigError} when the address cannot be had.
 */
export async function serveHealth(parts: HealthServerParts): Promise<HealthServer> {
  const { host, log } = parts;
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === PATH;
    void (isAsked ? answer(parts, response) : reply(response, 404, { path: PATH }));
  });
  await listen(server, parts);
  server.on('error', (error) => log.warn({ err: error }, 'The health could not be served'));
  const port = portOf(server.address());
  log.info({ address: `http://${host}:${port}${PATH}` }, 'Health can be asked for');
  return {
    port,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server, { host, port }: HealthServerParts): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const address = `${host}:${port}`;
    throw new ConfigError([(words) => words.addressUnusable('HEALTH_ADDRESS', address, reason)]);
  }
}

async function answer({ health, log }: HealthServerParts, response: ServerResponse) {
  try {
    const told = await withDeadline(systemClock, ANSWERED_WITHIN_MS, health);
    reply(response, told.isHealthy ? 200 : 503, told);
  } catch (error) {
    log.error({ err: error }, 'The health could not be found out');
    reply(response, 503, { isHealthy: false });
  }
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}
