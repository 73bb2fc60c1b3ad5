import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Instant } from '../../../src/clock.ts';
import type { Fate } from '../../../src/platform/messenger.ts';

const PAGE = 100;
const MOST_PAGES = 3;

const historySchema = z.array(
  z.object({
    id: z.string(),
    timestamp: z.string(),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
);

export interface Sought {
  readonly channel: string;
  /** What the message's container bears. */
  readonly mark: number;
  readonly since: Instant;
}

/** Whether a message arrived, by the channel's own history; `lost` when that does not tell. */
export async function fateInHistory(
  line: REST,
  sought: Sought,
  signal: AbortSignal,
): Promise<Fate> {
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await historyPage(line, sought.channel, before, signal);
    if (messages === undefined) return { kind: 'lost' };
    const found = messages.find(({ components }) =>
      components.some(({ id }) => id === sought.mark),
    );
    if (found !== undefined) {
      return { kind: 'arrived', messageId: `${sought.channel}/${found.id}` };
    }
    const oldest = messages.at(-1);
    const isAll = messages.length < PAGE || oldest === undefined;
    if (isAll || Date.parse(oldest.timestamp) < sought.since) return { kind: 'resend' };
    before = oldest.id;
  }
  return { kind: 'lost' };
}

/** Newest first; undefined when the history is closed to the bot. */
async function historyPage(
  line: REST,
  channel: string,
  before: string | undefined,
  signal: AbortSignal,
): Promise<z.infer<typeof historySchema> | undefined> {
  const query = new URLSearchParams({
    limit: String(PAGE),
    ...(before === undefined ? {} : { before }),
  });
  try {
    return historySchema.parse(await line.get(Routes.channelMessages(channel), { query, signal }));
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status < 500 && error.status !== 429) {
      return undefined;
    }
    throw error;
  }
}
