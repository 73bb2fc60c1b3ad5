import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context, RecordedCall, Violation } from './context.ts';
import {
  DEFAULT_ROOMS,
  DEFAULT_USERS,
  type MatrixOptions,
  type RoomDescription,
} from './description.ts';
import { exchange } from './exchange.ts';
import { createFailures, type Failure, type When } from './failures.ts';
import { objectOf, textsOf } from './json.ts';
import { createLimiter } from './rate-limits.ts';
import { bring, createRoom, nameRoom } from './rooms.ts';
import { loadSpecification } from './rules/specification.ts';
import { messagesIn, type Seen } from './seen.ts';
import { createSessions } from './sessions.ts';
import { createUser, type MatrixUser } from './user.ts';
import { accountOf, append, createWorld, roomOf, type Upload, type World } from './world.ts';

/** A Matrix homeserver on loopback, and the strings to pull it by. */
export interface Matrix {
  /** What `MATRIX_HOMESERVER` is set to. */
  readonly url: string;
  readonly serverName: string;
  /** Hallway's own account, and a token of its first device. */
  readonly botUserId: string;
  readonly botPassword: string;
  readonly botToken: string;
  /** Every call but those that nothing listens to, in order of arrival. */
  readonly calls: readonly RecordedCall[];
  /** What does not keep to Matrix's specification. */
  readonly violations: readonly Violation[];
  /** By its `mxc://` address. */
  readonly uploads: ReadonlyMap<string, Upload>;
  user(name: string): MatrixUser;
  roomId(name: string): string;
  addRoom(description: RoomDescription): string;
  messages(room: string): readonly Seen[];
  /** What stands in the rooms that Hallway's account data calls direct with that person, oldest room first. */
  dms(user: string): readonly Seen[];
  /** Makes matching calls fail. */
  fail(when: When, failure: Failure): void;
  failNoMore(): void;
  /** The next sync tells that event once more. */
  tellAgain(room: string, event: string): void;
  /** Every token of Hallway's account is refused from now on; `soft`: its device may log in again. */
  endSessions(how: 'soft' | 'gone'): void;
  /** Hallway is never refused for saying too much any more: an administrator's override. */
  exempt(): void;
  stop(): Promise<void>;
}

const BOT = 'hallway';
const PASSWORD = 'password of';
const KEEP_ALIVE_MS = 60_000;

/** Listens on a free port of 127.0.0.1. */
export async function startMatrix(options: MatrixOptions = {}): Promise<Matrix> {
  const context = createContext(options);
  const server = createServer((request, response) => {
    exchange(context, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  // A machine that stands still for seconds is no homeserver that hangs up.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const bot = accountOf(context.world, BOT);
  return {
    ...looking(context),
    ...pulling(context, bot.id),
    url: `http://127.0.0.1:${port}`,
    serverName: context.world.serverName,
    botUserId: bot.id,
    botPassword: bot.password,
    botToken: context.sessions.open(bot.id).token,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createContext(options: MatrixOptions): Context {
  const { serverName = 'hallway.test', users = DEFAULT_USERS, rooms = DEFAULT_ROOMS } = options;
  const world = createWorld(serverName);
  for (const name of [BOT, ...users]) {
    const id = `@${name}:${serverName}`;
    world.accounts.set(id, { id, name, password: `${PASSWORD} ${name}`, data: new Map() });
  }
  for (const room of rooms) describeRoom(world, room, users);
  // Spaces may hold each other.
  for (const room of rooms) fill(world, room);
  return {
    world,
    settings: {
      timelineLimit: options.timelineLimit ?? 100,
      marksMembership: options.marksMembership ?? true,
    },
    sessions: createSessions(world.mint),
    limiter: createLimiter(options.rateLimit),
    failures: createFailures(),
    specification: options.specification === false ? undefined : loadSpecification(),
    calls: [],
    violations: [],
  };
}

function describeRoom(
  world: World,
  { name, creator, members, powers = {}, ...how }: RoomDescription,
  everyone: readonly string[],
): string {
  const first = accountOf(world, creator ?? everyone[0] ?? BOT);
  const given = Object.entries(powers).map(([who, level]) => [accountOf(world, who).id, level]);
  const owner = how.version === '12' ? {} : { [first.id]: 100 };
  const room = createRoom(world, first.id, {
    name,
    preset: how.isPublic === false ? 'private_chat' : 'public_chat',
    room_version: how.version,
    creation_content: how.isSpace === true ? { type: 'm.space' } : {},
    power_level_content_override: { users: { ...owner, ...Object.fromEntries(given) } },
  });
  const say = (type: string, stateKey: string, content: Readonly<Record<string, unknown>>) =>
    append(world, room, { type, stateKey, sender: first.id, content });
  nameRoom(world, room, `#${name}:${world.serverName}`, first.id);
  if (how.isEncrypted === true) {
    say('m.room.encryption', '', { algorithm: 'm.megolm.v1.aes-sha2' });
  }
  for (const who of members ?? everyone) {
    const { id } = accountOf(world, who);
    if (id !== first.id) bring(world, room, id, first.id);
  }
  return room.id;
}

/** A space with what it holds. */
function fill(world: World, { name, children = [] }: RoomDescription): void {
  const space = roomOf(world, name);
  const sender = space.timeline[0]?.event.sender ?? '';
  for (const child of children) {
    const content = { via: [world.serverName] };
    const stateKey = roomOf(world, child).id;
    append(world, space, { type: 'm.space.child', stateKey, sender, content });
  }
}

function looking(context: Context) {
  const { world, calls, violations } = context;
  const users = new Map<string, MatrixUser>();
  return {
    calls,
    violations,
    uploads: world.uploads,
    user: (name: string) => {
      const account = accountOf(world, name);
      const known = users.get(account.id) ?? createUser(context, account);
      users.set(account.id, known);
      return known;
    },
    roomId: (name: string) => roomOf(world, name).id,
    messages: (room: string) => messagesIn(roomOf(world, room)),
    dms: (user: string) => {
      const direct = objectOf(accountOf(world, BOT).data.get('m.direct')?.content);
      const rooms = textsOf(direct[accountOf(world, user).id]);
      return rooms.toReversed().flatMap((room) => messagesIn(roomOf(world, room)));
    },
  };
}

function pulling({ world, failures, sessions, limiter }: Context, bot: string) {
  return {
    addRoom: (description: RoomDescription) => {
      const names = [...world.accounts.values()].map(({ name }) => name);
      const everyone = names.filter((name) => name !== BOT);
      const room = describeRoom(world, description, everyone);
      fill(world, description);
      return room;
    },
    fail: failures.plan,
    failNoMore: failures.clear,
    tellAgain: (which: string, id: string) => {
      const room = roomOf(world, which);
      const entry = room.timeline.find(({ event }) => event.id === id);
      if (entry === undefined) throw new Error(`There is no event ${id} in ${which}.`);
      room.timeline.push({ at: world.next(), event: entry.event });
      world.waiting.wake();
    },
    endSessions: (how: 'soft' | 'gone') => {
      sessions.end(bot, how);
      world.waiting.wake();
    },
    exempt: () => limiter.exempt(bot),
  };
}
