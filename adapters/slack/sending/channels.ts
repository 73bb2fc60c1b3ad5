import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Messages } from '../../../src/messages/messages.ts';
import {
  type ChannelCheck,
  type ChannelInspector,
  UNLIMITED,
} from '../../../src/platform/platform.ts';
import type { SendingClients } from '../connection/clients.ts';
import { SCOPES } from '../connection/scopes.ts';
import { pingOf } from '../rendering/mention.ts';
import { refusalOf } from './refusal.ts';

/** Joins a public channel, which nobody has to allow; of a private one, Hallway hears only once invited. */
export function createChannelInspector(clients: SendingClients): ChannelInspector {
  return {
    inspect: async ({ community, channel }, messages, mention) => {
      if (mention !== undefined && pingOf(mention) === undefined) {
        return { kind: 'forbidden', lacking: [messages.home.group] };
      }
      try {
        return await inspect(await clients.of(community), channel, messages);
      } catch (error) {
        throw refusalOf(error);
      }
    },
    measuredLimit: async () => UNLIMITED,
    ungranted: async (team) => {
      try {
        const { response_metadata: told } = await (await clients.of(team)).auth.test();
        const granted = told?.scopes;
        return granted === undefined ? [] : SCOPES.filter((scope) => !granted.includes(scope));
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}

async function inspect(
  client: WebClient,
  channel: string,
  { home }: Messages,
): Promise<ChannelCheck> {
  const found = await visible(client, channel);
  if (found === undefined || found.is_archived === true) return { kind: 'missing' };
  const isIn =
    found.is_member === true || (!found.is_private && (await hasJoined(client, channel)));
  if (isIn) return { kind: 'writable', name: `#${found.name ?? channel}` };
  const { user = 'Hallway' } = await client.auth.test();
  return { kind: 'forbidden', lacking: [home.invite(`@${user}`)] };
}

async function visible(client: WebClient, channel: string) {
  try {
    return (await client.conversations.info({ channel })).channel;
  } catch (error) {
    if (wordOf(error) === 'channel_not_found') return undefined;
    throw error;
  }
}

async function hasJoined(client: WebClient, channel: string): Promise<boolean> {
  try {
    await client.conversations.join({ channel });
    return true;
  } catch (error) {
    if (wordOf(error) !== undefined) return false;
    throw error;
  }
}

function wordOf(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}
