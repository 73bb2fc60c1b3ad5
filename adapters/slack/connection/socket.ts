import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { pauseMs } from '../../../src/clock/retry.ts';
import { seldom } from '../../../src/clock/seldom.ts';
import { systemClock } from '../../../src/clock.ts';
import { ConfigError } from '../../../src/config/error.ts';
import { RECONNECTING } from '../../../src/platform/platform.ts';
import { boltLog } from './boltLog.ts';
import { type ApiParts, answeringOptions } from './clients.ts';

/** How Slack reaches Hallway. */
export interface Transport {
  /** For Bolt's constructor. */
  readonly receiver: Receiver;
  /** Resolves when Slack can reach Hallway; throws a `ConfigError` when Slack refuses for good. */
  start(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
  isReady(): boolean;
}

/** Slack renews each connection every few hours; while one is renewed the other one listens. */
const CONNECTIONS = 2;
/** A connection that ends sooner is followed by a pause, or Slack would be called in a circle. */
const HEALTHY_MS = 2_000;

/**
 * Socket Mode over two connections. The SDK's own reconnection waits for seconds first and ends the
 * process when Slack refuses it, so each connection is renewed here.
 */
export function createSocketTransport(appToken: string, parts: ApiParts): Transport {
  let wasOpen = false;
  const opened = () => {
    wasOpen = true;
    trouble.over();
  };
  const trouble = seldom(systemClock);
  const failed = (error: unknown) =>
    trouble.once(() => parts.log.warn({ err: error }, 'Slack cannot be reached'));
  const lines = Array.from({ length: CONNECTIONS }, () =>
    createLine(appToken, parts, { opened, failed, wasOpen: () => wasOpen }),
  );
  return {
    receiver: {
      init: (app: App) => {
        for (const { receiver } of lines) receiver.init(app);
      },
      start: async () => {},
      stop: async () => {},
    },
    // Slack promises one connection a minute: people are answered from the first on.
    start: (signal) => Promise.race(lines.map((line) => line.open(signal))),
    async stop() {
      await Promise.all(lines.map(({ receiver }) => receiver.client.disconnect()));
    },
    isReady: () => lines.some(({ isOpen }) => isOpen()),
  };
}

/** Of all lines together. */
interface History {
  opened(): void;
  failed(error: unknown): void;
  wasOpen(): boolean;
}

function createLine(appToken: string, parts: ApiParts, history: History) {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLog(parts.log),
    installerOptions: { clientOptions: answeringOptions(parts) },
  });
  let isOpen = false;
  const dial = async (signal: AbortSignal, opened: () => void): Promise<void> => {
    const ended = new Promise<void>((resolve) => receiver.client.once('disconnected', resolve));
    await receiver.client.start();
    // Stopping found no connection to close as long as Slack was asked for its address.
    if (signal.aborted) return receiver.client.disconnect();
    isOpen = true;
    history.opened();
    opened();
    await ended;
    isOpen = false;
  };
  return {
    receiver,
    isOpen: () => isOpen,
    open: (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const attempt = () => dial(signal, resolve);
        keepOpen(attempt, history, signal).then(resolve, reject);
      }),
  };
}

/** Connects again whenever a connection ends; throws only when the very first one is refused for good. */
async function keepOpen(
  /** Connects, and resolves when the connection has ended; rejects when there was none. */
  dial: () => Promise<void>,
  { wasOpen, failed }: Pick<History, 'wasOpen' | 'failed'>,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const since = performance.now();
    const pause = pauseMs(RECONNECTING, failures);
    let restMs = 0;
    try {
      await dial();
    } catch (error) {
      if (isRefusal(error) && !wasOpen()) throw refusal();
      if (!signal.aborted) failed(error);
      restMs = restAfter(error);
    }
    const isHealthy = performance.now() - since > HEALTHY_MS;
    const waitMs = Math.max(restMs, isHealthy ? 0 : pause);
    if (waitMs > 0) await systemClock.sleep(waitMs, signal);
    failures = isHealthy ? 0 : failures + 1;
  }
}

function restAfter(error: unknown): number {
  return error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : 0;
}

function isRefusal(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && FATAL.includes(error.data.error);
}

function refusal(): ConfigError {
  return new ConfigError([(words) => words.tokenRefused('SLACK_APP_TOKEN')]);
}

const FATAL: readonly string[] = [
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'token_revoked',
];
