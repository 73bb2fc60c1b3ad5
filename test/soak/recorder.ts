import { createServer, type IncomingMessage } from 'node:http';
import type { Plot } from './plot.ts';

interface Message {
  readonly key: string;
  readonly lines: readonly string[];
}

/** A chat platform in a process of its own: it never refuses a double, but can say what it has. */
export interface Recorder {
  readonly url: string;
  /** Every line that was said, doubles included. */
  lines(): readonly string[];
  /** The version of the schedule that is served. */
  publish(version: number): void;
  stop(): Promise<void>;
}

export async function startRecorder(plot: Plot): Promise<Recorder> {
  const messages: Message[] = [];
  let version = 0;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://recorder');
    if (pathname === '/schedule') {
      response.end(plot.schedule(version));
    } else if (request.method === 'POST') {
      const message: Message = JSON.parse(await bodyOf(request));
      messages.push(message);
      response.end(JSON.stringify({ id: `m${messages.length}` }));
    } else {
      const index = messages.findIndex(({ key }) => key === searchParams.get('key'));
      response.end(JSON.stringify({ id: index === -1 ? null : `m${index + 1}` }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    lines: () => messages.flatMap(({ lines }) => lines),
    publish: (next) => {
      version = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  return body;
}
