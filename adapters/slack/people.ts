import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../src/clock.ts';
import type { Instant } from '../../src/schedule/model.ts';
import { within } from './patience.ts';

/** What Slack tells of a user that answers depend on. */
export interface Person {
  /** Of the workspace: an admin or an owner. */
  readonly isAdmin: boolean;
  /** BCP 47. */
  readonly locale: string;
  /** IANA. */
  readonly timeZone?: string;
}

export interface People {
  find(client: WebClient, team: string, user: string): Promise<Person>;
}

const STRANGER: Person = { isAdmin: false, locale: 'en' };
const REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 10_000;

/** A modal has to open within three seconds, so that people cannot be waited for much longer. */
const PATIENCE_MS = 1_000;

/** Asks `users.info`, and remembers the answer for five minutes; when Slack does not tell, nobody is an admin. */
export function createPeople(clock: Clock): People {
  const known = new Map<string, { readonly person: Promise<Person>; readonly until: Instant }>();
  return {
    async find(client, team, user) {
      const key = `${team}/${user}`;
      const remembered = known.get(key);
      const isFresh = remembered !== undefined && clock.now() < remembered.until;
      const person = isFresh ? remembered.person : ask(client, user);
      if (!isFresh) {
        if (known.size >= MOST_REMEMBERED) known.clear();
        known.set(key, { person, until: clock.now() + REMEMBERED_MS });
        person.catch(() => known.delete(key));
      }
      const found = person.catch(() => STRANGER);
      return (await within(PATIENCE_MS, found)) ?? STRANGER;
    },
  };
}

async function ask(client: WebClient, user: string): Promise<Person> {
  const { user: found } = await client.users.info({ user, include_locale: true });
  return {
    isAdmin: found?.is_admin === true || found?.is_owner === true,
    locale: found?.locale ?? STRANGER.locale,
    ...(found?.tz === undefined ? {} : { timeZone: found.tz }),
  };
}
