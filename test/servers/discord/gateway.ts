import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes as Close,
  type GatewayDispatchPayload,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { shardOf } from './ids.ts';
import { objectOf } from './json.ts';
import { createSessions, type Session, type Sessions, tell, write } from './sessions.ts';
import type { World } from './world.ts';

export type EventName = GatewayDispatchPayload['t'];
export type EventData<E extends EventName> = Extract<
  GatewayDispatchPayload,
  { readonly t: E }
>['d'];

export interface Scope {
  /** Absent: a matter of shard 0. */
  readonly guildId?: string;
  /** The intent without which a session does not hear of it; 0: everybody hears. */
  readonly intent: number;
}

/** What happened on the gateway, for tests to read. */
export interface GatewayEvent {
  readonly kind:
    | 'connect'
    | 'identify'
    | 'resume'
    | 'resume-refused'
    | 'heartbeat'
    | 'close'
    | 'handshake-refused';
  readonly at: number;
  readonly shard?: number;
  readonly code?: number;
  /** What the bot says beside its name. */
  readonly status?: string;
}

export interface Gateway {
  dispatch<E extends EventName>(event: E, data: EventData<E>, scope: Scope): void;
  readonly events: readonly GatewayEvent[];
  /** How many wait for the answer to their handshake. */
  handshakes(): number;
  /** How many sessions have a socket and were told READY or RESUMED. */
  connected(): number;
  /** Resolves when `count` sessions are connected. */
  ready(count?: number, timeoutMs?: number): Promise<void>;
  /** Op 7 to every session. */
  askToReconnect(): void;
  /** Op 9 to every session; those not resumable are forgotten. */
  invalidate(resumable: boolean): void;
  /** Ends every socket without a word; sessions stay resumable. */
  drop(): void;
  /** Closes every socket with a code. */
  close(code: number): void;
  acknowledgeHeartbeats(acknowledge: boolean): void;
  /** From now on IDENTIFY and RESUME end with 4004. */
  refuseToken(refuse?: boolean): void;
  /** The next `times` connections are closed as soon as they are made. */
  closeAtOnce(times: number): void;
  /** From now on handshakes are answered with this status, or never; `undefined`: with a connection. */
  refuseHandshakes(how: number | 'hang' | undefined): void;
  /** Connections made from now on wait for HELLO until `hold(false)`. */
  hold(hold: boolean): void;
  stop(): Promise<void>;
}

/** How the gateway behaves; what tests turn. */
export interface Mood {
  acknowledges: boolean;
  refusesToken: boolean;
  closesAtOnce: number;
  handshake: number | 'hang' | undefined;
  holds: boolean;
}

export interface GatewayOptions {
  readonly server: Server;
  readonly world: World;
  readonly token: string;
  readonly heartbeatMs: number;
  /** Where sessions are to be resumed. */
  readonly url: () => string;
}

export function createGateway(options: GatewayOptions): Gateway {
  const hanging = new Set<Duplex>();
  const sockets = new WebSocketServer({
    server: options.server,
    verifyClient: ({ req }, answer) => {
      if (mood.handshake === undefined) return answer(true);
      record({ kind: 'handshake-refused' });
      if (mood.handshake !== 'hang') return answer(false, mood.handshake);
      hanging.add(req.socket);
      req.socket.once('end', () => req.socket.destroy());
      req.socket.once('close', () => hanging.delete(req.socket));
      req.socket.resume();
    },
  });
  const events: GatewayEvent[] = [];
  const record = (event: Omit<GatewayEvent, 'at'>) =>
    void events.push({ ...event, at: Date.now() });
  const held = new Set<WebSocket>();
  const mood: Mood = {
    acknowledges: true,
    refusesToken: false,
    closesAtOnce: 0,
    handshake: undefined,
    holds: false,
  };
  const sessions = createSessions(options, mood, record);
  const greet = (socket: WebSocket) =>
    write(socket, { op: Op.Hello, d: { heartbeat_interval: options.heartbeatMs } });

  sockets.on('connection', (socket) => {
    record({ kind: 'connect' });
    socket.on('error', () => socket.terminate());
    if (mood.closesAtOnce > 0) {
      mood.closesAtOnce -= 1;
      socket.close(Close.UnknownError);
      return;
    }
    listen(socket, sessions, mood, record);
    socket.on('close', () => held.delete(socket));
    if (mood.holds) held.add(socket);
    else greet(socket);
  });

  return {
    events,
    dispatch(event, data, { guildId, intent }) {
      for (const session of sessions.all()) {
        const [shard, count] = session.shard;
        const hears = intent === 0 || (session.intents & intent) !== 0;
        if (hears && shardOf(guildId, count) === shard) tell(session, event, data);
      }
    },
    handshakes: () => hanging.size,
    connected: () => sessions.live().length,
    ready: (count = 1, timeoutMs = 60_000) => sessions.untilLive(count, timeoutMs),
    ...levers(sessions, mood),
    hold(hold) {
      mood.holds = hold;
      if (hold) return;
      for (const socket of held) greet(socket);
      held.clear();
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        for (const socket of hanging) socket.destroy();
        sockets.close(() => resolve());
      }),
  };
}

function listen(
  socket: WebSocket,
  sessions: Sessions,
  mood: Mood,
  record: (event: Omit<GatewayEvent, 'at'>) => void,
): void {
  let session: Session | undefined;
  socket.on('message', (raw) => {
    const { op, d } = objectOf(JSON.parse(String(raw)));
    if (op === Op.Heartbeat) {
      record({ kind: 'heartbeat' });
      if (mood.acknowledges) write(socket, { op: Op.HeartbeatAck });
    }
    if (op === Op.Identify) session = sessions.identify(socket, d);
    if (op === Op.Resume) session = sessions.resume(socket, d);
  });
  socket.on('close', (code) => {
    record({ kind: 'close', code });
    if (session?.socket === socket) sessions.left(session, code);
  });
}

function levers(sessions: Sessions, mood: Mood) {
  const each = (act: (socket: WebSocket, session: Session) => void) => {
    for (const session of sessions.live()) if (session.socket) act(session.socket, session);
  };
  return {
    askToReconnect: () => each((socket) => write(socket, { op: Op.Reconnect, d: null })),
    invalidate: (resumable: boolean) =>
      each((socket, session) => {
        write(socket, { op: Op.InvalidSession, d: resumable });
        if (!resumable) sessions.forget(session);
      }),
    drop: () =>
      each((socket, session) => {
        socket.terminate();
        session.socket = undefined;
      }),
    close: (code: number) =>
      each((socket, session) => {
        socket.close(code);
        session.socket = undefined;
      }),
    acknowledgeHeartbeats: (acknowledge: boolean) => {
      mood.acknowledges = acknowledge;
    },
    refuseToken: (refuse = true) => {
      mood.refusesToken = refuse;
    },
    refuseHandshakes: (how: number | 'hang' | undefined) => {
      mood.handshake = how;
    },
    closeAtOnce: (times: number) => {
      mood.closesAtOnce = times;
    },
  };
}
