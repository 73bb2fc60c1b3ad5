import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way from Hallway to its homeserver, which can be cut where it hurts. */
export interface Way {
  readonly url: string;
  /**
   * Of the next request whose path fits, the homeserver's answer never comes back; resolves once the
   * homeserver has given it.
   */
  loseAnswer(path: RegExp): Promise<void>;
  stop(): Promise<void>;
}

/** Hands everything on to a homeserver, and everything back. */
export async function startWay(homeserver: string): Promise<Way> {
  let lost: { readonly path: RegExp; readonly resolve: () => void } | undefined;
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const sent = await fetch(`${homeserver}${url}`, {
      method,
      headers: {
        ...(headers.authorization === undefined ? {} : { authorization: headers.authorization }),
        'content-type': headers['content-type'] ?? 'application/json',
      },
      ...(method === 'GET' ? {} : { body: Buffer.concat(chunks) }),
      signal: gone.signal,
    });
    const body = Buffer.from(await sent.arrayBuffer());
    if (lost?.path.test(url) === true) {
      lost.resolve();
      lost = undefined;
      return;
    }
    const type = sent.headers.get('content-type') ?? 'application/json';
    response.writeHead(sent.status, { 'content-type': type });
    response.end(body);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    loseAnswer: (path) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      lost = { path, resolve };
      return promise;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
