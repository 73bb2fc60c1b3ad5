import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A source on loopback that shows one version after the other. */
export interface VersionServer {
  readonly address: string;
  /** Shows these bytes from here on, and resolves when somebody has fetched them. */
  show(bytes: Uint8Array): Promise<void>;
  stop(): Promise<void>;
}

export async function serveVersions(first: Uint8Array): Promise<VersionServer> {
  let shown = first;
  let number = 1;
  let fetched: () => void = () => undefined;
  const server = createServer((request, response) => {
    const etag = `"${number}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(200, { etag }).end(shown, fetched);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/schedule`,
    show: (bytes) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      shown = bytes;
      number += 1;
      fetched = resolve;
      return promise;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
