import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { createWaiting } from '../waiting.ts';
import type { Json } from './json.ts';

export interface Connection {
  readonly socket: WebSocket;
  /** Told to go. */
  isLeaving: boolean;
  /** The client has read its greeting. */
  isGreeted: boolean;
}

/** The sockets of one app. */
export interface Connections {
  readonly all: ReadonlySet<Connection>;
  /** The path a connection may be opened at once. */
  issueTicket(): string;
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Those that are open and were not told to go. */
  usable(): readonly Connection[];
  /** Resolves once so many are open and greeted. */
  greeted(count: number): Promise<void>;
  stop(): Promise<void>;
}

export interface ConnectionsOptions {
  readonly appId: () => string;
  readonly most: number;
  readonly onMessage: (text: string) => void;
}

export function createConnections({ appId, most, onMessage }: ConnectionsOptions): Connections {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const all = new Set<Connection>();
  const arrivals = createWaiting();
  const usable = () =>
    [...all].filter(({ socket, isLeaving }) => !isLeaving && socket.readyState === socket.OPEN);
  const greet = (socket: WebSocket) => {
    if (all.size >= most) return turnAway(socket);
    const connection: Connection = { socket, isLeaving: false, isGreeted: false };
    all.add(connection);
    socket.on('close', () => all.delete(connection));
    // A cut connection ends in a close as well.
    socket.on('error', () => {});
    socket.on('message', (data) => onMessage(String(data)));
    socket.on('pong', () => {
      connection.isGreeted = true;
      arrivals.wake();
    });
    socket.send(JSON.stringify(hello(appId(), all.size)));
    socket.ping();
  };
  return {
    all,
    issueTicket() {
      const path = `/link/?ticket=${randomUUID()}&app_id=${appId()}`;
      tickets.add(path);
      return path;
    },
    accept(request, socket, head) {
      if (tickets.delete(request.url ?? '')) sockets.handleUpgrade(request, socket, head, greet);
      else socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    },
    usable,
    greeted: (count) =>
      arrivals.until(() => usable().filter((each) => each.isGreeted).length >= count),
    async stop() {
      await Promise.all([...all].map(({ socket }) => hangUp(socket)));
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}

function turnAway(socket: WebSocket): void {
  socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
  socket.close();
}

/** Closes a connection politely, and cuts it where that takes long. */
async function hangUp(socket: WebSocket): Promise<void> {
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.close(1000);
  const timer = setTimeout(() => socket.terminate(), 200);
  await closed;
  clearTimeout(timer);
}

function hello(appId: string, count: number): Json {
  return {
    type: 'hello',
    num_connections: count,
    connection_info: { app_id: appId },
    debug_info: { host: '127.0.0.1', approximate_connection_time: 18_060 },
  };
}
