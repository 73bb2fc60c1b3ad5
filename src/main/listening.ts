import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../config/error.ts';
import type { Log } from '../log.ts';

export interface ListeningParts {
  /** The setting that named the address. */
  readonly variable: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly requests: RequestListener;
  readonly log: Log;
}

export interface Listening {
  readonly port: number;
  /** Whoever is still reading is cut off. */
  stop(): Promise<void>;
}

/** Serves over HTTP from then on. Throws a {@link ConfigError} when the address cannot be had. */
export async function listen(parts: ListeningParts): Promise<Listening> {
  const { variable, host, port, requests, log } = parts;
  const server = createServer(requests);
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const address = `${host}:${port}`;
    throw new ConfigError([(words) => words.addressUnusable(variable, address, reason)]);
  }
  server.on('error', (error) => log.warn({ err: error }, `${variable} could not be served`));
  return {
    port: portOf(server.address()),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}
