import { hash } from 'node:crypto';
import type { Card } from '../../src/cards/card.ts';
import { systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { type Asker, askerOf, readCard } from './asker.ts';
import type { SendingClients } from './clients.ts';
import { answerLine, type CommandParts } from './commands.ts';
import { homeView } from './home.ts';
import type { People } from './people.ts';
import type { Workspaces } from './workspaces.ts';

export interface HomesParts extends CommandParts {
  readonly people: People;
  readonly workspaces: Pick<Workspaces, 'organisersOf'>;
  readonly clients: SendingClients;
  readonly log: Log;
}

/** The Home tabs that people look at. */
export interface Homes {
  /** Publishes somebody's Home, and keeps it true for a while. */
  open(asker: Asker): Promise<void>;
  /** Publishes it again if it is looked at and not as it was. */
  refresh(asker: Pick<Asker, 'client' | 'team' | 'user'>): Promise<void>;
  /** Refreshes every minute what is looked at, until `signal`. */
  keepTrue(signal: AbortSignal): Promise<void>;
}

/** Slack does not tell when people look away. */
const LOOKED_AT_MS = 15 * 60_000;
const MOST_LOOKED_AT = 500;
const REFRESH_EACH_MS = 60_000;

interface Shown {
  readonly team: string;
  readonly user: string;
  readonly until: number;
  readonly fingerprint: string;
}

export function createHomes(parts: HomesParts): Homes {
  const shown = new Map<string, Shown>();
  const publish = async (asker: Asker, until: number): Promise<void> => {
    const { client, team, user } = asker;
    const key = `${team}/${user}`;
    const view = homeView({
      ...asker,
      cards: await cardsFor(parts, asker),
      ...(await named(asker)),
    });
    const fingerprint = hash('sha256', JSON.stringify(view));
    if (shown.get(key)?.fingerprint === fingerprint) return;
    await client.views.publish({ user_id: user, view });
    shown.set(key, { team, user, until, fingerprint });
  };
  const named = async ({ isAdmin, team }: Asker) =>
    isAdmin ? { organisers: await parts.workspaces.organisersOf(team) } : {};
  const refresh: Homes['refresh'] = async ({ client, team, user }) => {
    const seen = shown.get(`${team}/${user}`);
    if (seen === undefined) return;
    await publish(await askerOf({ client, team, user }, parts), seen.until);
  };
  return {
    refresh,
    async open(asker) {
      const key = `${asker.team}/${asker.user}`;
      shown.delete(key);
      const [oldest] = shown.keys();
      if (oldest !== undefined && shown.size >= MOST_LOOKED_AT) shown.delete(oldest);
      await publish(asker, systemClock.now() + LOOKED_AT_MS);
    },
    async keepTrue(signal) {
      while (!signal.aborted) {
        await systemClock.sleep(REFRESH_EACH_MS, signal);
        for (const [key, { until, team, user }] of shown) {
          if (signal.aborted) return;
          if (until < systemClock.now()) shown.delete(key);
          else await refreshQuietly(team, user);
        }
      }
    },
  };

  async function refreshQuietly(team: string, user: string): Promise<void> {
    try {
      await refresh({ client: await parts.clients.of(team), team, user });
    } catch (error) {
      parts.log.warn({ err: error, team }, 'A Home tab could not be published again');
    }
  }
}

const LINES = ['/mytalks list', '/now', '/next'];

async function cardsFor(parts: CommandParts, asker: Asker): Promise<readonly Card[]> {
  const { caller, messages } = asker;
  const replies = await Promise.all(LINES.map((line) => answerLine(parts, line, caller, messages)));
  return replies.flatMap((reply) => (reply.kind === 'card' ? [readCard(reply, asker)] : []));
}
