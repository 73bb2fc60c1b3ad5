import { hash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for https://schedule.example before a program that was started with `loopbackWeb.ts`. */
export interface Web {
  /** What tells the program where it is. */
  readonly environment: Readonly<Record<string, string>>;
  put(path: string, content: string): void;
  stop(): Promise<void>;
}

export async function startWeb(pages: Readonly<Record<string, string>>): Promise<Web> {
  const contents = new Map(Object.entries(pages));
  const server = createServer(({ url = '', headers }, response) => {
    const content = contents.get(url);
    const etag = `"${hash('sha256', content ?? '', 'hex').slice(0, 16)}"`;
    if (content === undefined) response.writeHead(404).end();
    else if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: { LOOPBACK_WEB_PORT: String(port) },
    put: (path, content) => void contents.set(path, content),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
