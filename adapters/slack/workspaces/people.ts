import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { within } from '../../../src/clock/deadline.ts';
import {
  type Clock,
  canonicalTimeZone,
  HOUR_MS,
  type Instant,
  MINUTE_MS,
  systemClock,
} from '../../../src/clock.ts';

/** What Slack tells of a user that answers depend on. */
export interface Person {
  /** Of the workspace: an admin or an owner. */
  readonly isAdmin: boolean;
  /** BCP 47. */
  readonly locale: string;
  /** Slack did not tell it. */
  readonly isLocaleGuessed?: boolean;
  /** IANA. */
  readonly timeZone?: string;
  /** As the workspace calls them. */
  readonly name?: string;
}

export interface People {
  find(client: WebClient, team: string, user: string): Promise<Person>;
}

const STRANGER: Person = { isAdmin: false, locale: 'en', isLocaleGuessed: true };

/** Slack answers `users.info` 100 times a minute and workspace (Tier 4); admins are looked at more often. */
const FRESH_MS = { admin: 5 * MINUTE_MS, other: 30 * MINUTE_MS } as const;
/** What was known last is better than nothing while Slack does not tell. */
const USABLE_MS = HOUR_MS;
const MOST_REMEMBERED = 10_000;

/** A modal has to open within three seconds, so that people cannot be waited for much longer. */
const ANSWERED_WITHIN_MS = 1_000;

interface Known {
  readonly person: Person;
  readonly at: Instant;
}

/** Asks `users.info`, and remembers the answer for a while; of whom nothing was ever told, nobody is an admin. */
export function createPeople(clock: Clock): People {
  const known = new LRUCache<string, Known>({
    max: MOST_REMEMBERED,
    ttl: USABLE_MS,
    ttlResolution: 0,
    perf: clock,
  });
  /** Those under way. */
  const asking = new Map<string, Promise<Person>>();
  const learn = async (key: string, asked: Promise<Person>): Promise<Person> => {
    try {
      const person = await asked;
      known.set(key, { person, at: clock.now() });
      return person;
    } finally {
      asking.delete(key);
    }
  };
  return {
    async find(client, team, user) {
      const key = `${team}/${user}`;
      const last = known.get(key);
      if (last !== undefined && clock.now() - last.at < freshFor(last.person)) return last.person;
      const asked = asking.get(key) ?? learn(key, ask(client, team, user));
      asking.set(key, asked);
      const otherwise = last?.person ?? STRANGER;
      const found = asked.catch(() => otherwise);
      return (await within(systemClock, ANSWERED_WITHIN_MS, found)) ?? otherwise;
    },
  };
}

function freshFor({ isAdmin }: Person): number {
  return isAdmin ? FRESH_MS.admin : FRESH_MS.other;
}

/** In a channel that workspaces share, the admin of another one is nobody's admin here. */
async function ask(client: WebClient, team: string, user: string): Promise<Person> {
  const { user: found } = await client.users.info({ user, include_locale: true });
  const timeZone = canonicalTimeZone(found?.tz);
  const name = found?.profile?.display_name || found?.real_name;
  const isOwn = found?.team_id === team || found?.enterprise_user?.teams?.includes(team) === true;
  return {
    isAdmin: isOwn && (found.is_admin === true || found.is_owner === true),
    locale: found?.locale || STRANGER.locale,
    ...(found?.locale ? {} : { isLocaleGuessed: true }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(name ? { name } : {}),
  };
}
