import { WebAPIPlatformError } from '@slack/web-api';
import type { Clock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import { PlatformError } from '../../../src/platform/refusal.ts';
import type { SendingClients } from '../connection/clients.ts';
import type { Installations } from '../connection/installations.ts';
import type { Workspaces } from './workspaces.ts';

export interface DepartureParts {
  readonly clients: SendingClients;
  readonly installations: Pick<Installations, 'teams'>;
  readonly workspaces: Pick<Workspaces, 'erase'>;
  /** Of the day: Slack's word does not run by Hallway's clock. */
  readonly dayClock: Pick<Clock, 'sleep'>;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** Its word may be ahead of its tokens, as well as behind them. */
const LOOK_AGAIN_MS = 10_000;

/** Has everything erased that belongs to workspaces which took Hallway out. */
export interface Departures {
  /** Slack says that the app was taken out, at times only after Hallway was installed anew: a token that works is the truth. */
  told(team: string): Promise<void>;
  /** Finds those that nobody was told of, because nobody listened. Never rejects. */
  look(): Promise<void>;
}

export function createDepartures(parts: DepartureParts): Departures {
  const { clients, dayClock, installations, log, signal, workspaces } = parts;
  const erase = async (team: string) => {
    await workspaces.erase(team);
    log.info({ team }, 'Taken out of a workspace; everything of it is erased');
  };
  return {
    async told(team) {
      const before = await presence(clients, team, TOKEN_ENDED);
      if (before !== 'out') await dayClock.sleep(LOOK_AGAIN_MS, signal);
      const now = await presence(clients, team, TOKEN_ENDED);
      // What worked and now cannot be asked may work: that is no word to erase anything by.
      if (now === 'out' || (now === 'unknown' && before !== 'in')) await erase(team);
    },
    async look() {
      try {
        for (const team of await installations.teams()) {
          if ((await presence(clients, team, TAKEN_OUT)) === 'out') await erase(team);
        }
      } catch (error) {
        log.error({ err: error }, 'It was not found out who took Hallway out meanwhile');
      }
    },
  };
}

/**
 * What Slack answers for the bot of an app that was taken out. A token that was revoked alone, as a
 * leaked one is, takes no app out (docs.slack.dev, auth.revoke), and is no word to erase anything by.
 */
const TAKEN_OUT: readonly string[] = ['account_inactive'];
/** What is enough where Slack has said that the app was taken out. */
const TOKEN_ENDED: readonly string[] = [...TAKEN_OUT, 'token_revoked'];

async function presence(
  clients: SendingClients,
  team: string,
  out: readonly string[],
): Promise<'in' | 'out' | 'unknown'> {
  try {
    const client = await clients.of(team);
    await client.auth.test();
    return 'in';
  } catch (error) {
    const isOut = error instanceof WebAPIPlatformError && out.includes(error.data.error);
    const isAbsent = error instanceof PlatformError && error.code === 'community-gone';
    return isOut || isAbsent ? 'out' : 'unknown';
  }
}
