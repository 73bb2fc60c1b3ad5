import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { parseJson } from './arguments.ts';
import type { Attempt, Delivered, DeliveryKind } from './delivery.ts';
import { isObject, type Json, objectOf, textOf } from './json.ts';

export type DisconnectReason = 'refresh_requested' | 'warning' | 'link_disabled';

export interface SocketMode {
  /** The path a connection may be opened at once. */
  issueTicket(): string;
  /** Connections that are open and were not told to go. */
  readonly connections: number;
  /** Hands a payload to one connection, in turn, and waits for its acknowledgement. */
  send(kind: DeliveryKind, id: string, payload: Json, attempt: Attempt): Promise<Delivered>;
  /** Tells connections to go (default all), and closes them after `graceMs`. */
  disconnect(
    reason: DisconnectReason,
    how?: { readonly graceMs?: number; readonly count?: number },
  ): void;
  /** Cuts connections without a word. */
  drop(): void;
  /** Resolves once so many connections are open. */
  connected(count?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface SocketModeOptions {
  readonly server: Server;
  readonly appId: () => string;
  readonly maxConnections: number;
  readonly ackWithinMs: number;
  readonly pingEveryMs: number;
}

interface Connection {
  readonly socket: WebSocket;
  isLeaving: boolean;
}

const KINDS_WITH_PAYLOAD = new Set<DeliveryKind>(['slash_commands', 'interactive']);

export function createSocketMode(options: SocketModeOptions): SocketMode {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections = new Set<Connection>();
  const waiting = new Map<string, (payload: unknown) => void>();
  const arrivals = new Set<() => void>();
  let turn = 0;

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const known = tickets.delete(request.url ?? '');
    if (!known) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, greet);
  };
  const greet = (socket: WebSocket) => {
    if (connections.size >= options.maxConnections) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      return socket.close();
    }
    const connection: Connection = { socket, isLeaving: false };
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
    // A cut connection ends in a close as well.
    socket.on('error', () => {});
    socket.on('message', (data) => receive(String(data)));
    socket.send(JSON.stringify(hello(options.appId(), connections.size)));
    for (const check of [...arrivals]) check();
  };
  const receive = (text: string) => {
    const message = objectOf(parseJson(text));
    waiting.get(textOf(message['envelope_id']))?.(message['payload']);
  };
  const usable = () =>
    [...connections].filter(
      ({ socket, isLeaving }) => !isLeaving && socket.readyState === socket.OPEN,
    );

  options.server.on('upgrade', upgrade);
  const pinging = setInterval(() => {
    for (const { socket } of connections) socket.ping();
  }, options.pingEveryMs);
  pinging.unref();

  return {
    issueTicket() {
      const path = `/link/?ticket=${randomUUID()}&app_id=${options.appId()}`;
      tickets.add(path);
      return path;
    },
    get connections() {
      return usable().length;
    },
    send(kind, id, payload, attempt) {
      const candidates = usable();
      const target = candidates[turn % candidates.length];
      turn += 1;
      if (target === undefined) {
        return Promise.resolve({ kind: 'failed', reason: 'no_connection', retry: true });
      }
      const envelope = toEnvelope(kind, id, payload, attempt);
      return acknowledgement(waiting, id, options.ackWithinMs, () =>
        target.socket.send(JSON.stringify(envelope)),
      );
    },
    disconnect(reason, { graceMs = 0, count = connections.size } = {}) {
      for (const connection of usable().slice(0, count)) {
        connection.isLeaving = true;
        const debug_info = { host: '127.0.0.1' };
        connection.socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info }));
        setTimeout(() => connection.socket.close(1000), graceMs).unref();
      }
    },
    drop: () => {
      for (const { socket } of connections) socket.terminate();
    },
    connected: (count = 1) =>
      new Promise((resolve) => {
        const check = () => {
          if (usable().length < count) return;
          arrivals.delete(check);
          resolve();
        };
        arrivals.add(check);
        check();
      }),
    async stop() {
      clearInterval(pinging);
      for (const { socket } of connections) socket.terminate();
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}

function hello(appId: string, count: number): Json {
  return {
    type: 'hello',
    num_connections: count,
    connection_info: { app_id: appId },
    debug_info: { host: '127.0.0.1', approximate_connection_time: 18_060 },
  };
}

function toEnvelope(kind: DeliveryKind, id: string, payload: Json, attempt: Attempt): Json {
  const retry =
    kind === 'events_api'
      ? { retry_attempt: attempt.number, retry_reason: attempt.reason ?? '' }
      : {};
  return {
    envelope_id: id,
    type: kind,
    accepts_response_payload: KINDS_WITH_PAYLOAD.has(kind),
    payload,
    ...retry,
  };
}

/** Which connection it comes by does not matter. */
function acknowledgement(
  waiting: Map<string, (payload: unknown) => void>,
  id: string,
  withinMs: number,
  send: () => void,
): Promise<Delivered> {
  const start = performance.now();
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      waiting.delete(id);
      resolve({ kind: 'failed', reason: 'timeout', retry: true });
    }, withinMs);
    waiting.set(id, (payload) => {
      clearTimeout(timer);
      waiting.delete(id);
      const body = isObject(payload) ? payload : textOf(payload);
      resolve({ kind: 'acknowledged', body, ms: performance.now() - start });
    });
    send();
  });
}
