import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Health } from '../../src/app/health.ts';
import { withDeadline } from '../../src/clock/deadline.ts';
import { systemClock } from '../../src/clock.ts';
import { ConfigError } from '../../src/config/error.ts';
import type { Log } from '../../src/log.ts';

export interface Page {
  readonly mediaType: string;
  readonly text: string;
}

export interface HealthServerParts {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly health: () => Promise<Health>;
  readonly metrics: () => Promise<Page>;
  readonly log: Log;
}

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

const PATHS = ['/health', '/live', '/metrics'] as const;

/** Whoever watches gives up after few seconds; a database that hangs answers never. */
const ANSWERED_WITHIN_MS = 2_000;

/**
 * `GET /health`: 200 while everything is well, 503 otherwise, with the reasons as JSON.
 * `GET /live`: 200 as soon as it answers at all, whatever else is away: a restart would mend nothing.
 * `GET /metrics`: what happened and how things are, for Prometheus.
 * Throws a {@link ConfigError} when the address cannot be had.
 */
export async function serveHealth(parts: HealthServerParts): Promise<HealthServer> {
  const { host, log } = parts;
  const server = createServer((request, response) => {
    const path = request.method === 'GET' ? request.url : undefined;
    if (path === '/health') void answerHealth(parts, response);
    else if (path === '/live') replyJson(response, 200, { isAlive: true });
    else if (path === '/metrics') void answerMetrics(parts, response);
    else replyJson(response, 404, { paths: PATHS });
  });
  await listen(server, parts);
  server.on('error', (error) => log.warn({ err: error }, 'The health could not be served'));
  const port = portOf(server.address());
  log.info(
    { addresses: PATHS.map((path) => `http://${host}:${port}${path}`) },
    'Health and metrics can be asked for',
  );
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

async function answerHealth({ health, log }: HealthServerParts, response: ServerResponse) {
  try {
    const told = await withDeadline(systemClock, ANSWERED_WITHIN_MS, health);
    replyJson(response, told.isHealthy ? 200 : 503, told);
  } catch (error) {
    log.error({ err: error }, 'The health could not be found out');
    replyJson(response, 503, { isHealthy: false });
  }
}

async function answerMetrics({ metrics, log }: HealthServerParts, response: ServerResponse) {
  try {
    reply(response, 200, await metrics());
  } catch (error) {
    log.error({ err: error }, 'The metrics could not be told');
    reply(response, 500, { mediaType: 'text/plain; charset=utf-8', text: 'See the log.\n' });
  }
}

function replyJson(response: ServerResponse, status: number, body: object): void {
  reply(response, status, { mediaType: 'application/json', text: `${JSON.stringify(body)}\n` });
}

function reply(response: ServerResponse, status: number, { mediaType, text }: Page): void {
  response.writeHead(status, { 'content-type': mediaType, 'cache-control': 'no-store' });
  response.end(text);
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}
