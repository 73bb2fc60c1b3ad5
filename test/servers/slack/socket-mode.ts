import type { Server } from 'node:http';
import { parseJson } from './arguments.ts';
import { createConnections } from './connections.ts';
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
  /** Writes anything to every connection. */
  say(text: string): void;
  /** Cuts connections without a word. */
  drop(): void;
  /** Resolves once so many connections are open and greeted. */
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

const KINDS_WITH_PAYLOAD = new Set<DeliveryKind>(['slash_commands', 'interactive']);

export function createSocketMode(options: SocketModeOptions): SocketMode {
  const waiting = new Map<string, (payload: unknown) => void>();
  const connections = createConnections({
    appId: options.appId,
    most: options.maxConnections,
    onMessage(text) {
      const message = objectOf(parseJson(text));
      waiting.get(textOf(message['envelope_id']))?.(message['payload']);
    },
  });
  let turn = 0;
  options.server.on('upgrade', connections.accept);
  const pinging = setInterval(() => {
    for (const { socket } of connections.all) socket.ping();
  }, options.pingEveryMs);
  pinging.unref();

  return {
    issueTicket: connections.issueTicket,
    get connections() {
      return connections.usable().length;
    },
    send(kind, id, payload, attempt) {
      const candidates = connections.usable();
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
    disconnect(reason, { graceMs = 0, count = Infinity } = {}) {
      for (const connection of connections.usable().slice(0, count)) {
        connection.isLeaving = true;
        const debug_info = { host: '127.0.0.1' };
        connection.socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info }));
        setTimeout(() => connection.socket.close(1000), graceMs).unref();
      }
    },
    say: (text) => {
      for (const { socket } of connections.all) socket.send(text);
    },
    drop: () => {
      for (const { socket } of connections.all) socket.terminate();
    },
    connected: (count = 1) => connections.greeted(count),
    stop() {
      clearInterval(pinging);
      return connections.stop();
    },
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
