import type { WebClient } from '@slack/web-api';
import { type Messages, messagesFor } from '../../../src/messages/messages.ts';
import type { Caller, Hallway } from '../../../src/platform/requests.ts';
import { memberId, PLATFORM } from './identity.ts';
import type { People } from './people.ts';

/** Whose request it is, and where it was made. */
interface Acting {
  /** For what people wait for. */
  readonly client: WebClient;
  readonly team: string;
  readonly user: string;
  readonly channel?: string | undefined;
}

/** Somebody who waits for an answer. */
export interface Asker extends Acting {
  readonly caller: Caller;
  readonly messages: Messages;
  /** May say who else is an organiser. */
  readonly isAdmin: boolean;
}

export interface AskerParts {
  readonly hallway: Pick<Hallway, 'reader'>;
  readonly people: People;
  /** What precedes the names of slash commands in these workspaces. */
  readonly prefix: string;
}

/** Of a request as Bolt hands it over. */
export type AskerOf = (
  client: WebClient,
  context: { readonly teamId?: string; readonly userId?: string },
  channel?: string,
) => Promise<Asker>;

/** Who asks, as Slack vouches for it, and the words they read. */
export async function askerOf(
  acting: Acting,
  { hallway, people, prefix }: AskerParts,
): Promise<Asker> {
  const { client, team, user, channel } = acting;
  const { isAdmin, locale, isLocaleGuessed, timeZone, name } = await people.find(
    client,
    team,
    user,
  );
  const caller = {
    platform: PLATFORM,
    community: team,
    member: memberId(team, user),
    locale,
    ...(isLocaleGuessed ? { isLocaleGuessed } : {}),
    commandPrefix: prefix,
    isOrganiser: isAdmin,
    ...(channel === undefined ? {} : { channel }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(name === undefined ? {} : { name }),
  };
  const reader = await hallway.reader(caller);
  return { ...acting, caller, messages: messagesFor(reader.locale, prefix), isAdmin };
}
