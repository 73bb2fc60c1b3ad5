import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from '../../../adapters/health/server.ts';
import { type HealthParts, healthOf } from '../../../src/app/health.ts';
import { silentLog } from '../../../src/log.ts';
import type { Listening } from '../../../src/main/listening.ts';
import { serveHealth } from '../../../src/main/watched.ts';
import type { Readiness } from '../../../src/platform/platform.ts';
import { collectingLog } from '../discord/collectingLog.ts';

const NOON = Date.UTC(2020, 1, 1, 12);
const MINUTE_MS = 60_000;
const counts = { pending: 2, sending: 1, sent: 40, failed: 0, expired: 3 };

const HERE = { host: '127.0.0.1', port: 0 };
const unasked = () => Promise.reject(new Error('unasked'));

const running: Listening[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

describe('The health of Hallway', () => {
  it('is good while every platform is ready and ticks come', async () => {
    expect(await ask({})).toEqual({
      status: 200,
      body: {
        isHealthy: true,
        platforms: { discord: true, slack: true },
        standby: [],
        lastTick: '2020-02-01T11:58:00.000Z',
        outbox: counts,
      },
    });
  });

  it('is bad while one platform is not ready', async () => {
    expect(await ask({ slack: 'away' })).toMatchObject({
      status: 503,
      body: { isHealthy: false, platforms: { discord: true, slack: false } },
    });
  });

  it('is good where another process answers, and says that this one stands by', async () => {
    expect(await ask({ discord: 'standby' })).toMatchObject({
      status: 200,
      body: { isHealthy: true, platforms: { discord: true, slack: true }, standby: ['discord'] },
    });
  });

  it('is bad before the first tick and when none came for more than three minutes', async () => {
    expect(await ask({ lastTickAt: undefined })).toMatchObject({
      status: 503,
      body: { isHealthy: false, lastTick: null },
    });
    expect(await ask({ lastTickAt: NOON - 3 * MINUTE_MS })).toMatchObject({ status: 200 });
    expect(await ask({ lastTickAt: NOON - 3 * MINUTE_MS - 1 })).toMatchObject({ status: 503 });
  });

  it('is bad, by the next probe, when the database is frozen', async () => {
    const answer = await ask({ counts: () => new Promise(() => undefined) });
    expect(answer).toEqual({ status: 503, body: { isHealthy: false } });
  });

  it('is bad when the database does not answer, and tells nobody why', async () => {
    const answer = await ask({
      counts: () => Promise.reject(new Error('postgres://hallway:secret@db is down')),
    });
    expect(answer).toEqual({ status: 503, body: { isHealthy: false } });
  });

  it('is refused in words at an address that another program has', async () => {
    const parts = { ...HERE, health: unasked, metrics: unasked, log: silentLog };
    const first = await serveHealth(parts);
    running.push(first);
    await expect(serveHealth({ ...parts, port: first.port })).rejects.toThrow(
      `Nothing can be served at 127.0.0.1:${first.port}, the address in HEALTH_ADDRESS: listen EADDRINUSE`,
    );
  });

  it('is told on after an error of the server itself, which is in the log', async () => {
    const log = collectingLog();
    const { promise: listening, resolve } = Promise.withResolvers<Server>();
    const hear = (message: unknown) => resolve((message as { server: Server }).server);
    subscribe('tracing:net.server.listen:asyncStart', hear);
    const health = () => healthOf(parts({}));
    const served = await serveHealth({ ...HERE, health, metrics: unasked, log });
    running.push(served);
    unsubscribe('tracing:net.server.listen:asyncStart', hear);
    const error = new Error('accept EMFILE');

    (await listening).emit('error', error);

    expect(log.lines.at(-1)).toEqual({
      level: 'warn',
      facts: { err: error },
      message: 'HEALTH_ADDRESS could not be served',
    });
    const response = await fetch(`http://127.0.0.1:${served.port}/health`);
    expect(response.status).toBe(200);
  });

  it('is one thing, and whether the process turns another', async () => {
    const counts = () => Promise.reject(new Error('down'));
    const alive = { status: 200, body: { isAlive: true } };
    expect(await ask({ discord: 'away', counts }, '/live')).toEqual(alive);
    expect(await ask({ discord: 'away', counts })).toMatchObject({ status: 503 });
  });

  it('is all that is served, beside the metrics', async () => {
    expect(await ask({}, '/')).toEqual({
      status: 404,
      body: { paths: ['/health', '/live', '/metrics'] },
    });
    expect(await ask({}, '/health', 'POST')).toMatchObject({ status: 404 });
    expect(await ask({}, '/metrics', 'POST')).toMatchObject({ status: 404 });
  });
});

describe('The metrics of Hallway', () => {
  it('are served as they are told', async () => {
    const page = { mediaType: 'text/plain; version=0.0.4; charset=utf-8', text: 'ticks 1\n' };
    const response = await askMetrics(async () => page);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, page.mediaType]);
    expect(await response.text()).toBe(page.text);
  });

  it('are an error where they cannot be told, and tell nobody why', async () => {
    const response = await askMetrics(() => Promise.reject(new Error('postgres://hallway:secret')));
    expect([response.status, await response.text()]).toEqual([500, 'See the log.\n']);
  });
});

async function askMetrics(metrics: () => Promise<Page>): Promise<Response> {
  const server = await serveHealth({ ...HERE, metrics, health: unasked, log: silentLog });
  running.push(server);
  return fetch(`http://127.0.0.1:${server.port}/metrics`);
}

interface Situation {
  readonly discord?: Readiness;
  readonly slack?: Readiness;
  readonly lastTickAt?: number | undefined;
  readonly counts?: HealthParts['outbox']['counts'];
}

function parts(situation: Situation): HealthParts {
  const lastTickAt = 'lastTickAt' in situation ? situation.lastTickAt : NOON - 2 * MINUTE_MS;
  return {
    readiness: () => ({ discord: situation.discord ?? 'ready', slack: situation.slack ?? 'ready' }),
    announcer: { status: () => ({ lastTickAt, failedTicks: 0 }) },
    outbox: { counts: situation.counts ?? (async () => counts) },
    clock: { now: () => NOON, sleep: async () => undefined },
  };
}

async function ask(situation: Situation, path = '/health', method = 'GET') {
  const server = await serveHealth({
    ...HERE,
    health: () => healthOf(parts(situation)),
    metrics: unasked,
    log: silentLog,
  });
  running.push(server);
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return { status: response.status, body: await response.json() };
}
