import { within } from '../../src/clock/deadline.ts';
import { systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { CommandSpec } from '../../src/platform/commandSpec.ts';
import { createLiveAnswers } from '../../src/platform/liveAnswers.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createMatrixApi, type MatrixApi, type Session } from './connection/api.ts';
import { openSession, stayConnected } from './connection/connection.ts';
import { createMatrixHttp } from './connection/http.ts';
import { createInbox } from './connection/inbox.ts';
import { keptNews, type MatrixStore } from './connection/kept.ts';
import { persistentHttp, persistently } from './connection/persist.ts';
import { createMatrixSession, type MatrixLogin } from './connection/session.ts';
import { PLATFORM } from './identity.ts';
import { handle, isMeant, type ListenParts } from './listen.ts';
import { createRoomBook } from './rooms/book.ts';
import { createRoomCommunities } from './rooms/community.ts';
import { createDirectRooms } from './rooms/direct.ts';
import { createChannelInspector } from './sending/channels.ts';
import { createMeasure } from './sending/measure.ts';
import { createMessenger } from './sending/messenger.ts';
import { createOffers } from './sending/offers.ts';
import { createPace } from './sending/pace.ts';

export interface MatrixOptions {
  /** Such as `https://matrix.example.org`. */
  readonly homeserver: string;
  readonly login: MatrixLogin;
  /** Begins what is a command in a room. */
  readonly prefix: string;
  readonly commands: readonly CommandSpec[];
  readonly store: MatrixStore;
  /** Whether something is said for the first time; from now on it has been. */
  readonly isFirst: (what: string) => Promise<boolean>;
  /** Erases what is kept about a community. */
  readonly forget: (community: string) => Promise<void>;
  /** Whether no other process can have the connection: what is heard otherwise is left to that one. */
  readonly isOurs: () => boolean;
  readonly log: Log;
}

/** For connections that are still in use when all else has ended. */
const CLOSED_WITHIN_MS = 1_000;

/** Hallway in the rooms of one account on one homeserver. */
export function createMatrix(options: MatrixOptions): Platform {
  const { homeserver, login, log } = options;
  const session = createMatrixSession(login);
  const http = createMatrixHttp({ homeserver, token: session.token });
  const api = createMatrixApi(http);
  const stopping = new AbortController();
  const { signal } = stopping;
  let who: Session | undefined;
  let isReached = false;
  let running: Promise<unknown> = Promise.resolve();
  const self = () => who?.user ?? '';
  const { pace, ...rooms } = roomsOf(api, self, log);
  const { direct, book, offers } = rooms;
  const answering = answeringIn(rooms, createMatrixApi(persistentHttp(http, signal)), signal);

  return {
    name: PLATFORM,
    messenger: createMessenger({ ...rooms, self, pace }),
    channels: createChannelInspector({
      ...rooms,
      self,
      measure: createMeasure({ api, book, pace }),
    }),
    readiness: () => (!signal.aborted && isReached ? 'ready' : 'away'),
    async start(hallway) {
      who = await openSession({ api, session, log }, signal);
      if (who === undefined) return;
      const parts = await listening({ ...options, ...answering, hallway }, who);
      const { store, isOurs } = options;
      const inbox = createInbox({ store, handle: (news) => handle(parts, news), isOurs, log });
      const begun = Promise.withResolvers<void>();
      signal.addEventListener('abort', () => begun.resolve(), { once: true });
      const kept = keptNews({
        ...{ store, device: who.device, onMember: direct.changed },
        isMeant: (news) => isMeant(parts, news),
      });
      const following = stayConnected(
        {
          ...{ api, session, log, self: who.user, store: kept, onKept: inbox.wake },
          onReach: (reached) => {
            isReached = reached;
            if (reached) begun.resolve();
          },
          onAccountData: (_, content) => direct.learn(content),
        },
        signal,
      );
      running = Promise.all([following, inbox.run(signal)]);
      await Promise.race([begun.promise, running]);
      if (!signal.aborted) log.info({ user: self() }, 'Hallway hears what is said on Matrix');
    },
    async stop() {
      stopping.abort();
      await running;
      await rooms.live.close();
      await offers.settled();
      await within(systemClock, CLOSED_WITHIN_MS, http.close());
    },
  };
}

function roomsOf(api: MatrixApi, self: () => string, log: Log) {
  const direct = createDirectRooms(api, self);
  const book = createRoomBook(api, self);
  const pace = createPace();
  const communities = createRoomCommunities({ api, book });
  const live = createLiveAnswers(systemClock, log);
  return { api, direct, book, communities, pace, live, offers: createOffers({ api, pace, log }) };
}

/** What is answered has nobody behind it who would try again. */
function answeringIn(rooms: Rooms, api: MatrixApi, signal: AbortSignal): Rooms {
  const { direct } = rooms;
  const openFor = (user: string) => persistently(() => direct.openFor(user), signal);
  return { ...rooms, api, direct: { ...direct, openFor } };
}

type Rooms = Pick<ListenParts, 'direct' | 'book' | 'communities' | 'offers' | 'live'> & {
  readonly api: MatrixApi;
};

async function listening(
  parts: MatrixOptions & Rooms & Pick<ListenParts, 'hallway'>,
  { user }: Session,
): Promise<ListenParts> {
  const { prefix, store, api } = parts;
  const displayName = (await api.displayName(user)) ?? '';
  return {
    ...parts,
    self: user,
    server: user.slice(user.indexOf(':') + 1),
    names: { prefix, self: user, displayName },
    roomOfAlias: api.roomOfAlias,
    outcomeOf: store.outcomeOf,
  };
}

/** Throws a `ConfigError` for a session that is refused; waits out a homeserver that is down, as long as `signal` lets it. */
export async function checkMatrix(
  { homeserver, login, log }: Pick<MatrixOptions, 'homeserver' | 'login' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  // A password is tried by whoever needs it: each time is counted by the homeserver.
  if (login.kind !== 'token') return;
  const session = createMatrixSession(login);
  const http = createMatrixHttp({ homeserver, token: session.token });
  await openSession({ api: createMatrixApi(http), session, log }, signal).finally(http.close);
}
