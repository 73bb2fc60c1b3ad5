import { hash } from 'node:crypto';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Card } from '../../../src/cards/cards.ts';
import { type Clock, MINUTE_MS } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import type { NamedRoles } from '../../../src/programme/namedRoles.ts';
import type { SendingClients } from '../connection/clients.ts';
import { answerLine, type CommandParts } from '../requests/commands.ts';
import { type Asker, askerOf } from '../workspaces/asker.ts';
import type { People } from '../workspaces/people.ts';
import { type HomeParts, homeView } from './home.ts';
import { organisersOf } from './organisers.ts';

export interface HomesParts extends CommandParts {
  readonly people: People;
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly clients: SendingClients;
  /** Of the day: people look at Home by that one, whatever clock Hallway runs by. */
  readonly dayClock: Clock;
  readonly log: Log;
}

/** The Home tabs that people look at. */
export interface Homes {
  /** Publishes somebody's Home, and keeps it true for a while. */
  open(asker: Asker): Promise<void>;
  /**
   * Publishes it again if it is looked at and not as it was; what fails is left to the next minute.
   * `seen` is the Home that somebody acts in, which another process may have published. Never rejects.
   */
  refresh(asker: Acting, seen?: Published): Promise<void>;
  /** Refreshes every minute what is looked at, until `signal`. Never rejects. */
  keepTrue(signal: AbortSignal): Promise<void>;
}

/** A Home as somebody sees it. Its hash changes with every publishing; beneath a window it is not told. */
export type Published = { readonly hash?: string | undefined };

type Acting = Pick<Asker, 'client' | 'team' | 'user'>;

/** Slack does not tell when people look away. */
const LOOKED_AT_MS = 15 * MINUTE_MS;
const MOST_LOOKED_AT = 500;
const REFRESH_EACH_MS = MINUTE_MS;
/** A workspace and minute: Slack allows 100, and people who open their Home come first. */
const MOST_REFRESHED = 50;

interface Shown {
  readonly team: string;
  readonly user: string;
  /** Empty before the first publishing by this process. */
  readonly fingerprint: string;
  readonly hash?: string | undefined;
}

export function createHomes(parts: HomesParts): Homes {
  const { clients, dayClock, log, namedRoles } = parts;
  /** The one published longest ago comes first in turn, and goes first. */
  const shown = new LRUCache<string, Shown>({
    max: MOST_LOOKED_AT,
    ttl: LOOKED_AT_MS,
    ttlResolution: 0,
    perf: dayClock,
  });
  const inTurn = createInTurn();
  const show = (asker: Asker): Promise<boolean> =>
    inTurn(keyOf(asker), async () => {
      const { client, isAdmin, team, user } = asker;
      const cards = await cardsFor(parts, asker);
      const organisers = isAdmin ? await organisersOf(namedRoles, team) : undefined;
      const view = homeView({ ...asker, ...cards, organisers });
      const fingerprint = hash('sha256', JSON.stringify(view));
      if (shown.peek(keyOf(asker))?.fingerprint === fingerprint) return false;
      const { view: published } = await client.views.publish({ user_id: user, view });
      const { hash: now } = published ?? {};
      shown.set(keyOf(asker), { team, user, fingerprint, hash: now }, { noUpdateTTL: true });
      return true;
    });
  /** Whether it was published. */
  const refresh = async ({ client, team, user }: Acting): Promise<boolean> => {
    const isShown = shown.peek(keyOf({ team, user })) !== undefined;
    return isShown && show(await askerOf({ client, team, user }, parts));
  };
  return {
    async refresh(asker, seen) {
      const own = shown.peek(keyOf(asker));
      const isOwn = own !== undefined && (seen?.hash ?? own.hash) === own.hash;
      if (seen !== undefined && !isOwn) lookAt(asker);
      await quietly(log, asker, () => refresh(asker));
    },
    async open(asker) {
      lookAt(asker);
      await show(asker);
    },
    async keepTrue(signal) {
      for (;;) {
        await dayClock.sleep(REFRESH_EACH_MS, signal);
        if (signal.aborted) return;
        const waiting = [...shown.rvalues()].filter((home) => home !== undefined);
        await refreshSome(waiting, refreshUnasked, signal);
      }
    },
  };

  function lookAt({ team, user }: Acting): void {
    shown.set(keyOf({ team, user }), { team, user, fingerprint: '' });
  }

  function refreshUnasked({ team, user }: Shown): Promise<Refreshed> {
    const acting = async () => ({ client: await clients.of(team), team, user });
    return quietly(log, { team }, async () => refresh(await acting()));
  }
}

type Refreshed = 'published' | 'true' | 'limited';

async function quietly(
  log: Log,
  { team }: Pick<Acting, 'team'>,
  publish: () => Promise<boolean>,
): Promise<Refreshed> {
  try {
    return (await publish()) ? 'published' : 'true';
  } catch (error) {
    log.warn({ err: error, team }, 'A Home tab could not be published again');
    return error instanceof WebAPIRateLimitedError ? 'limited' : 'published';
  }
}

/** What is over a workspace's share of the minute is left for the next. */
async function refreshSome(
  homes: readonly Shown[],
  refresh: (home: Shown) => Promise<Refreshed>,
  signal: AbortSignal,
): Promise<void> {
  const calls = new Map<string, number>();
  for (const home of homes) {
    const spent = calls.get(home.team) ?? 0;
    if (signal.aborted) return;
    if (spent >= MOST_REFRESHED) continue;
    const refreshed = await refresh(home);
    if (refreshed === 'published') calls.set(home.team, spent + 1);
    if (refreshed === 'limited') calls.set(home.team, MOST_REFRESHED);
  }
}

function keyOf({ team, user }: Pick<Shown, 'team' | 'user'>): string {
  return `${team}/${user}`;
}

const LINES = ['/mytalks list', '/now', '/next'];
const WELCOME = '/help';
const SETTINGS = '/mytalks settings';

async function cardsFor(
  parts: CommandParts,
  asker: Asker,
): Promise<Pick<HomeParts, 'cards' | 'settings'>> {
  const [settings, ...asked] = await Promise.all(
    [SETTINGS, ...LINES].map((line) => ask(parts, asker, line)),
  );
  const own = asked.flat();
  const cards = hasList(own) ? own : [...(await ask(parts, asker, WELCOME)), ...own];
  return { cards, settings: settings ?? [] };
}

async function ask(parts: CommandParts, asker: Asker, line: string): Promise<readonly Card[]> {
  const { caller, messages } = asker;
  const reply = await answerLine(parts, line, caller, messages);
  return reply.kind === 'card' ? [reply.card] : [];
}

/** Whoever has no list yet is new here, as far as is known. */
function hasList([list]: readonly Card[]): boolean {
  return list?.kind === 'agenda' && list.blocks.some(({ kind }) => kind === 'row');
}

/** Does what is asked for under one key one after the other, in the order of asking. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = Promise.allSettled([last.get(key)]).then(work);
    const forget = () => {
      if (last.get(key) === turn) last.delete(key);
    };
    last.set(key, turn);
    turn.then(forget, forget);
    return turn;
  };
}
