import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Instant, MINUTE_MS } from '../../../src/clock.ts';
import type { Dispatch, Found } from '../../../src/platform/messenger.ts';
import type { Target } from '../../../src/platform/target.ts';
import { teamAndUser } from '../workspaces/identity.ts';

/** Marks each post with its attempt key and its deliveries' marks, so that it is found again. */
const METADATA_EVENT = 'hallway_delivery';

const PAGE = 100;
const MOST_PAGES = 10;

/** Slack's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = MINUTE_MS;

/** `marks`: one after the other, parted by blanks. */
const payload = z.object({ key: z.string().optional(), marks: z.string().optional() });

const page = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z.object({ event_payload: payload.optional() }).optional(),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** What a message bears beside its text. It is kept when the message is edited without one. */
export function metadataOf({ attemptKey, marks }: Pick<Dispatch, 'attemptKey' | 'marks'>) {
  const event_payload = { key: attemptKey, marks: marks.join(' ') };
  return { event_type: METADATA_EVENT, event_payload };
}

/** Which messages of a channel bear these keys, by its own history. */
export async function findInHistory(
  client: WebClient,
  target: Target,
  keys: readonly string[],
  since: Instant,
): Promise<Found> {
  const channel = await channelOf(client, target);
  const oldest = String((since - CLOCK_SKEW_MS) / 1000);
  const messages = new Map<string, string>();
  let cursor: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const found = await historyPage(client, { channel, oldest, cursor });
    if (found === undefined) return { messages, isWhole: false };
    for (const { ts, metadata } of found.messages) {
      const { key = '', marks = '' } = metadata?.event_payload ?? {};
      const borne = new Set([key, ...marks.split(' ')]);
      for (const sought of keys) {
        if (borne.has(sought) && !messages.has(sought)) messages.set(sought, `${channel}/${ts}`);
      }
    }
    cursor = found.response_metadata?.next_cursor || undefined;
    if (cursor === undefined || messages.size === keys.length) return { messages, isWhole: true };
  }
  return { messages, isWhole: false };
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
