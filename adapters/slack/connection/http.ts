import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt';
import { ConfigError } from '../../../src/config/error.ts';
import type { Log } from '../../../src/log.ts';
import { boltLog } from './boltLog.ts';
import type { Transport } from './socket.ts';

export interface HttpParts {
  readonly signingSecret: string;
  readonly customRoutes: NonNullable<HTTPReceiverOptions['customRoutes']>;
  readonly port: number;
  readonly log: Log;
}

/** Slack itself waits for three seconds; what the receiver cannot understand is never answered. */
const ANSWERED_WITHIN_MS = 30_000;

/**
 * Slack's requests to `/slack/events`; the receiver checks their signature over the raw body, in
 * constant time, and refuses what is older than five minutes.
 */
export function createHttpTransport(parts: HttpParts): Transport {
  const { log, port, signingSecret, customRoutes } = parts;
  const receiver = new HTTPReceiver({ signingSecret, customRoutes, logger: boltLog(log) });
  let isListening = false;
  return {
    receiver,
    async start(signal) {
      if (signal.aborted) return;
      const server = await receiver.start(port).catch((error: unknown) => {
        throw unusable(port, error);
      });
      if (signal.aborted) return receiver.stop();
      server.setTimeout(ANSWERED_WITHIN_MS);
      isListening = true;
      log.info({ port: portOf(server.address()) }, 'Listening for Slack');
    },
    async stop() {
      if (!isListening) return;
      isListening = false;
      await receiver.stop();
    },
    isReady: () => isListening,
  };
}

function unusable(port: number, error: unknown): ConfigError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ConfigError([(words) => words.addressUnusable('PORT', String(port), reason)]);
}

function portOf(address: AddressInfo | string | null): number | undefined {
  return typeof address === 'object' ? address?.port : undefined;
}
