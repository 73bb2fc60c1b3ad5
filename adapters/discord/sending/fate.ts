import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Instant } from '../../../src/clock.ts';
import type { Found } from '../../../src/platform/messenger.ts';

const PAGE = 100;
const MOST_PAGES = 10;

const partSchema = z.object({
  id: z.number().optional(),
  get components() {
    return z.array(partSchema).default([]);
  },
  get accessory() {
    return partSchema.optional();
  },
});
const historySchema = z.array(
  z.object({
    id: z.string(),
    timestamp: z.string(),
    components: z.array(partSchema).default([]),
  }),
);

type History = z.infer<typeof historySchema>;

export interface Sought {
  readonly channel: string;
  /** What the parts of messages bear, and the key that it stands for. */
  readonly numbers: ReadonlyMap<number, string>;
  readonly since: Instant;
}

/** Which messages of the channel bear what is sought, by its own history. */
export async function findInHistory(
  line: REST,
  sought: Sought,
  signal: AbortSignal,
): Promise<Found> {
  const messages = new Map<string, string>();
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const history = await historyPage(line, sought.channel, before, signal);
    if (history === undefined) return { messages, isWhole: false };
    for (const [key, id] of borneBy(history, sought)) {
      if (!messages.has(key)) messages.set(key, id);
    }
    const oldest = history.at(-1);
    const isAll = history.length < PAGE || oldest === undefined;
    const isFound = messages.size === sought.numbers.size;
    if (isFound || isAll || Date.parse(oldest.timestamp) < sought.since) {
      return { messages, isWhole: true };
    }
    before = oldest.id;
  }
  return { messages, isWhole: false };
}

/** The latest message comes first. */
function borneBy(history: History, { channel, numbers }: Sought): readonly [string, string][] {
  return history.flatMap(({ id, components }) =>
    components.flatMap(numbersIn).flatMap((number): [string, string][] => {
      const key = numbers.get(number);
      return key === undefined ? [] : [[key, `${channel}/${id}`]];
    }),
  );
}

function numbersIn({ id, components, accessory }: z.infer<typeof partSchema>): readonly number[] {
  const inside = accessory === undefined ? components : [...components, accessory];
  return [...(id === undefined ? [] : [id]), ...inside.flatMap(numbersIn)];
}

/** Newest first; undefined when the history is closed to the bot. */
async function historyPage(
  line: REST,
  channel: string,
  before: string | undefined,
  signal: AbortSignal,
): Promise<History | undefined> {
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
