import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Instant, MINUTE_MS } from '../../../src/clock.ts';
import type { Attempt, Fate } from '../../../src/platform/messenger.ts';
import type { Target } from '../../../src/platform/target.ts';
import { teamAndUser } from '../workspaces/identity.ts';

/** Marks each post with its delivery's key, so that one of unknown fate is found again. */
export const METADATA_EVENT = 'hallway_delivery';

const PAGE = 100;
const MOST_PAGES = 5;

/** Slack's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = MINUTE_MS;

const page = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z
          .object({ event_payload: z.object({ key: z.string().optional() }).optional() })
          .optional(),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Whether a message arrived, by the channel's own history; `lost` where that is closed or too long. */
export async function fateInHistory(
  client: WebClient,
  { target, attemptKey }: Attempt,
  triedAt: Instant,
): Promise<Fate> {
  const channel = await channelOf(client, target);
  const oldest = String((triedAt - CLOCK_SKEW_MS) / 1000);
  let cursor: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const found = await historyPage(client, { channel, oldest, cursor });
    if (found === undefined) return { kind: 'lost' };
    const message = found.messages.find(
      ({ metadata }) => metadata?.event_payload?.key === attemptKey,
    );
    if (message !== undefined) return { kind: 'arrived', messageId: `${channel}/${message.ts}` };
    cursor = found.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return { kind: 'resend' };
  }
  return { kind: 'lost' };
}

interface Sought {
  readonly channel: string;
  readonly oldest: string;
  readonly cursor: string | undefined;
}

/** Newest first; undefined when the history is closed to the bot. */
async function historyPage(client: WebClient, { cursor, ...sought }: Sought) {
  try {
    const answer = await client.conversations.history({
      ...sought,
      ...(cursor === undefined ? {} : { cursor }),
      include_all_metadata: true,
      limit: PAGE,
    });
    return page.parse(answer);
  } catch (error) {
    if (error instanceof WebAPIPlatformError && CLOSED.includes(error.data.error)) return undefined;
    throw error;
  }
}

const CLOSED: readonly string[] = ['not_in_channel', 'missing_scope', 'channel_not_found'];

/** Slack takes a user for the direct messages with them, which saves a call that it allows 50 times a minute. */
export function addressOf(target: Target): string {
  return target.kind === 'channel' ? target.channel : teamAndUser(target.member).user;
}

/** Of a member, the direct messages with them. */
async function channelOf(client: WebClient, target: Target): Promise<string> {
  if (target.kind === 'channel') return target.channel;
  const { user } = teamAndUser(target.member);
  const opened = await client.conversations.open({ users: user });
  return opened.channel?.id ?? user;
}
