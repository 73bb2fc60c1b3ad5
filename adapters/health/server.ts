import type { RequestListener, ServerResponse } from 'node:http';
import type { Health } from '../../src/app/health.ts';
import { withDeadline } from '../../src/clock/deadline.ts';
import { systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';

export interface Page {
  readonly mediaType: string;
  readonly text: string;
}

export interface HealthParts {
  readonly health: () => Promise<Health>;
  readonly metrics: () => Promise<Page>;
  readonly log: Log;
}

export const PATHS = ['/health', '/live', '/metrics'] as const;

/** Whoever watches gives up after few seconds; a database that hangs answers never. */
const ANSWERED_WITHIN_MS = 2_000;

/**
 * `GET /health`: 200 while everything is well, 503 otherwise, with the reasons as JSON.
 * `GET /live`: 200 as soon as it answers at all, whatever else is away: a restart would mend nothing.
 * `GET /metrics`: what happened and how things are, for Prometheus.
 */
export function healthRequests(parts: HealthParts): RequestListener {
  return (request, response) => {
    const path = request.method === 'GET' ? request.url : undefined;
    if (path === '/health') void answerHealth(parts, response);
    else if (path === '/live') replyJson(response, 200, { isAlive: true });
    else if (path === '/metrics') void answerMetrics(parts, response);
    else replyJson(response, 404, { paths: PATHS });
  };
}

async function answerHealth({ health, log }: HealthParts, response: ServerResponse) {
  try {
    const told = await withDeadline(systemClock, ANSWERED_WITHIN_MS, health);
    replyJson(response, told.isHealthy ? 200 : 503, told);
  } catch (error) {
    log.error({ err: error }, 'The health could not be found out');
    replyJson(response, 503, { isHealthy: false });
  }
}

async function answerMetrics({ metrics, log }: HealthParts, response: ServerResponse) {
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
