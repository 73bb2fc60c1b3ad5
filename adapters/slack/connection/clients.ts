import { WebClient, type WebClientOptions } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Log } from '../../../src/log.ts';
import { PlatformError } from '../../../src/platform/refusal.ts';
import { boltLog } from './boltLog.ts';
import type { Installations } from './installations.ts';
import { postingFetch } from './post.ts';

export interface ApiParts {
  /** Where Slack's Web API is, when not at Slack. */
  readonly apiUrl?: string | undefined;
  readonly log: Log;
}

const ANSWER_WITHIN_MS = 10_000;

/**
 * For what people wait for: a passing trouble is tried once more at once, and a refused call is
 * refused, since the SDK would hold up every other call of the workspace until it may go on.
 */
export function answeringOptions({ apiUrl, log }: ApiParts): WebClientOptions {
  return {
    ...at(apiUrl),
    logger: boltLog(log),
    fetch: postingFetch,
    timeout: ANSWER_WITHIN_MS,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 1, minTimeout: 100, maxTimeout: 100 },
  };
}

/** The clients that send what Hallway says by itself. */
export interface SendingClients {
  /** Throws `PlatformError` `community-gone` where Hallway is not installed (any more). */
  of(team: string): Promise<WebClient>;
}

/** Of the workspaces that were last sent to; a client is made again in no time. */
const MOST_CLIENTS = 500;

/** One client for each workspace; none tries twice, since the outbox knows better when and whether. */
export function createSendingClients(
  installations: Pick<Installations, 'accessTo'>,
  { apiUrl, log }: ApiParts,
): SendingClients {
  const known = new LRUCache<string, WebClient>({ max: MOST_CLIENTS });
  return {
    async of(team) {
      const access = await installations.accessTo(team).catch((cause: unknown) => {
        throw new PlatformError('unavailable', 'retry', 'No token could be had.', { cause });
      });
      if (access === undefined) {
        throw new PlatformError('community-gone', 'permanent', `Not installed in ${team}.`);
      }
      const { botToken } = access;
      const current = known.get(team);
      if (current?.token === botToken) return current;
      const client = new WebClient(botToken, {
        ...at(apiUrl),
        logger: boltLog(log),
        fetch: postingFetch,
        // The lanes pace what is sent; queued here, a call would be begun in the name of another.
        maxRequestConcurrency: Number.POSITIVE_INFINITY,
        // Its own would hold each delivery for as long as it lasts, answered or not.
        timeout: 0,
        rejectRateLimitedCalls: true,
        retryConfig: { retries: 0 },
      });
      known.set(team, client);
      return client;
    },
  };
}

function at(apiUrl: string | undefined): Pick<WebClientOptions, 'slackApiUrl'> {
  return apiUrl === undefined ? {} : { slackApiUrl: apiUrl };
}
