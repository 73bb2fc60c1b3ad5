import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { systemClock } from '../../src/clock.ts';
import { ConfigError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import { longer } from './access.ts';
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
const FIRST_PAUSE_MS = 500;
/** A connection that ends sooner is followed by a pause, or Slack would be called in a circle. */
const HEALTHY_MS = 2_000;

/**
 * Socket Mode over two connections. The SDK's own reconnection waits for seconds first and ends the
 * process when Slack refuses it, so each connection is renewed here.
 */
export function createSocketTransport(appToken: string, parts: ApiParts): Transport {
  const lines = Array.from({ length: CONNECTIONS }, () => createLine(appToken, parts));
  return {
    receiver: {
      init: (app: App) => {
        for (const { receiver } of lines) receiver.init(app);
      },
      start: async () => {},
      stop: async () => {},
    },
    async start(signal) {
      await Promise.all(lines.map((line) => line.open(signal)));
    },
    async stop() {
      await Promise.all(lines.map(({ receiver }) => receiver.client.disconnect()));
    },
    isReady: () => lines.some(({ isOpen }) => isOpen()),
  };
}

function createLine(appToken: string, parts: ApiParts) {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLog(parts.log),
    installerOptions: { clientOptions: answeringOptions(parts) },
  });
  let isOpen = false;
  const dial: Dial = async (signal, opened) => {
    const ended = new Promise<void>((resolve) => receiver.client.once('disconnected', resolve));
    await receiver.client.start();
    // Stopping found no connection to close as long as Slack was asked for its address.
    if (signal.aborted) return receiver.client.disconnect();
    isOpen = true;
    opened();
    await ended;
    isOpen = false;
  };
  return {
    receiver,
    isOpen: () => isOpen,
    open: (signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        keepOpen(dial, parts.log, signal, resolve).then(resolve, reject);
      }),
  };
}

/** Connects, says so, and resolves when the connection has ended; rejects when there was none. */
type Dial = (signal: AbortSignal, opened: () => void) => Promise<void>;

/** Connects again whenever a connection ends; throws only when the first one is refused for good. */
async function keepOpen(
  dial: Dial,
  log: Log,
  signal: AbortSignal,
  opened: () => void,
): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  let wasOpen = false;
  while (!signal.aborted) {
    const since = performance.now();
    try {
      await dial(signal, () => {
        wasOpen = true;
        opened();
      });
    } catch (error) {
      if (isRefusal(error) && !wasOpen) throw refusal();
      if (!signal.aborted) log.warn({ err: error, pause }, 'Slack cannot be reached');
    }
    const isHealthy = performance.now() - since > HEALTHY_MS;
    if (!isHealthy) await systemClock.sleep(pause, signal);
    pause = isHealthy ? FIRST_PAUSE_MS : longer(pause);
  }
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
