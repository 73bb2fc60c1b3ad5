import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPModuleFunctions, HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt';
import { ConfigError } from '../../../src/config/error.ts';
import type { Log } from '../../../src/log.ts';
import { boltLog } from './boltLog.ts';
import type { Transport } from './socket.ts';

export interface HttpParts {
  readonly signingSecret: string;
  readonly customRoutes: NonNullable<HTTPReceiverOptions['customRoutes']>;
  /** Absent: every interface. */
  readonly host?: string | undefined;
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
  const { log, host, port, signingSecret, customRoutes } = parts;
  const receiver = new HTTPReceiver({ signingSecret, customRoutes, logger: boltLog(log) });
  receiver.requestListener = objectsOnly(receiver.requestListener);
  let isListening = false;
  return {
    receiver,
    async start(signal) {
      if (signal.aborted) return;
      const server = await receiver.start({ host, port }).catch((error: unknown) => {
        throw unusable(parts, error);
      });
      if (signal.aborted) return receiver.stop();
      server.setTimeout(ANSWERED_WITHIN_MS);
      isListening = true;
      log.info(listeningAt(server.address()), 'Listening for Slack');
    },
    async stop() {
      if (!isListening) return;
      isListening = false;
      await receiver.stop();
    },
    isReady: () => isListening,
  };
}

const EVENTS = '/slack/events';

/** Bolt falls over a body that is no object, such as `payload=null`, and leaves its request open. */
function objectsOnly(bolt: RequestListener): RequestListener {
  const { bufferIncomingMessage, buildNoBodyResponse, defaultBodyLimit } = HTTPModuleFunctions;
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    if (request.method !== 'POST' || pathname !== EVENTS) return bolt(request, response);
    bufferIncomingMessage(request, defaultBodyLimit).then(
      (buffered) => {
        if (isObject(buffered)) bolt(buffered, response);
        else buildNoBodyResponse(response, 400);
      },
      (error: unknown) => {
        const isTooLarge = HTTPModuleFunctions.isRawBodyError(error) && error.statusCode === 413;
        buildNoBodyResponse(response, isTooLarge ? 413 : 400);
      },
    );
  };
}

type Buffered = Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>;

function isObject(request: Buffered): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    return typeof body === 'object' && body !== null;
  } catch {
    // Bolt refuses what cannot be parsed, once it knows who sent it.
    return true;
  }
}

function unusable({ host, port }: HttpParts, error: unknown): ConfigError {
  const reason = error instanceof Error ? error.message : String(error);
  const [name, address] =
    host === undefined ? ['PORT', String(port)] : ['SLACK_ADDRESS', `${host}:${port}`];
  return new ConfigError([(words) => words.addressUnusable(name, address, reason)]);
}

function listeningAt(address: AddressInfo | string | null): Partial<AddressInfo> {
  if (address === null || typeof address === 'string') return {};
  return { address: address.address, port: address.port };
}
