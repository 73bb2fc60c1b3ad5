import { randomBytes } from 'node:crypto';
import {
  GatewayCloseCodes as Close,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { EventData, GatewayEvent, GatewayOptions, Mood } from './gateway.ts';
import { shardOf } from './ids.ts';
import { listOf, numberOf, objectOf, objectsOf, textOf } from './json.ts';
import { NO_FLAGS, presentGuildCreate, presentUser } from './present.ts';
import { type Looks, until } from './until.ts';

/** What outlives a socket: a shard's place in the stream of events. */
export interface Session {
  readonly id: string;
  readonly shard: readonly [shard: number, count: number];
  readonly intents: number;
  /** What was told, for those who resume. */
  readonly log: { readonly s: number; readonly payload: string }[];
  seq: number;
  socket: WebSocket | undefined;
}

export interface Sessions {
  all(): Iterable<Session>;
  live(): readonly Session[];
  identify(socket: WebSocket, data: unknown): Session | undefined;
  resume(socket: WebSocket, data: unknown): Session | undefined;
  left(session: Session, code: number): void;
  forget(session: Session): void;
  untilLive(count: number, timeoutMs: number): Promise<void>;
}

const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
const REPLAYED_AT_MOST = 2_000;

export function write(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify(payload));
}

export function tell(session: Session, t: string, d: unknown): void {
  session.seq += 1;
  const payload = JSON.stringify({ op: Op.Dispatch, t, s: session.seq, d });
  session.log.push({ s: session.seq, payload });
  if (session.log.length > REPLAYED_AT_MOST) session.log.shift();
  session.socket?.send(payload);
}

export function createSessions(
  options: GatewayOptions,
  mood: Mood,
  record: (event: Omit<GatewayEvent, 'at'>) => void,
): Sessions {
  const sessions = new Map<string, Session>();
  const waiting: Looks = new Set();
  const live = () => [...sessions.values()].filter((each) => each.socket !== undefined);
  const isRefused = (token: unknown) => mood.refusesToken || token !== options.token;

  return {
    all: () => sessions.values(),
    live,
    identify(socket, data) {
      const body = objectOf(data);
      const [shard = 0, count = 1] = listOf(body['shard']).map((each) => numberOf(each));
      const [activity] = objectsOf(objectOf(body['presence'])['activities']);
      const status = textOf(activity?.['state']);
      record({ kind: 'identify', shard, ...(status === '' ? {} : { status }) });
      const intents = numberOf(body['intents']);
      const code = isRefused(body['token'])
        ? Close.AuthenticationFailed
        : identifyFault(shard, count, intents);
      if (code !== undefined) return refuse(socket, code);
      const id = randomBytes(16).toString('hex');
      const session: Session = { id, shard: [shard, count], intents, log: [], seq: 0, socket };
      sessions.set(id, session);
      welcome(options, session);
      for (const look of waiting) look();
      return session;
    },
    resume(socket, data) {
      const body = objectOf(data);
      if (isRefused(body['token'])) return refuse(socket, Close.AuthenticationFailed);
      const session = sessions.get(textOf(body['session_id']));
      if (session === undefined) {
        record({ kind: 'resume-refused' });
        write(socket, { op: Op.InvalidSession, d: false });
        return undefined;
      }
      record({ kind: 'resume', shard: session.shard[0] });
      replay(session, socket, numberOf(body['seq']));
      for (const look of waiting) look();
      return session;
    },
    left(session, code) {
      session.socket = undefined;
      // A client that says goodbye gives its session up.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    },
    forget: (session) => void sessions.delete(session.id),
    untilLive: (count, timeoutMs) =>
      until(
        waiting,
        () => live().length >= count,
        timeoutMs,
        `No ${count} sessions within ${timeoutMs} ms.`,
      ),
  };
}

function refuse(socket: WebSocket, code: number): undefined {
  socket.close(code);
  return undefined;
}

function identifyFault(shard: number, count: number, intents: number): number | undefined {
  if (shard < 0 || shard >= count) return Close.InvalidShard;
  return (intents & PRIVILEGED) === 0 ? undefined : Close.DisallowedIntents;
}

function replay(session: Session, socket: WebSocket, seen: number): void {
  session.socket = socket;
  for (const { s, payload } of session.log) if (s > seen) socket.send(payload);
  tell(session, Event.Resumed, { _trace: [] });
}

function welcome({ world, url }: GatewayOptions, session: Session): void {
  const [shard, count] = session.shard;
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.botIsMember && shardOf(guild.id, count) === shard,
  );
  tell(session, Event.Ready, {
    v: 10,
    user: { ...presentUser(world.bot), verified: true, mfa_enabled: false, email: null },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url(),
    shard: [shard, count],
    application: { id: world.bot.id, flags: NO_FLAGS, flags_new: '0' },
  } satisfies EventData<Event.Ready>);
  if ((session.intents & Intent.Guilds) === 0) return;
  for (const guild of guilds) {
    if (!guild.isInOutage) tell(session, Event.GuildCreate, presentGuildCreate(world, guild));
  }
}
