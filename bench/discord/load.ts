import { setTimeout as delay } from 'node:timers/promises';
import type { DiscordUser } from '../../test/servers/discord/user.ts';

const QUERIES = [
  'crfs',
  'kubernetes',
  'live migration',
  'podman',
  'rust',
  'gpu',
  'by:graber',
  'xyzzy',
];

/** What people do, in turns; each resolves to the milliseconds until it was answered. */
const DEEDS: readonly ((user: DiscordUser, turn: number) => Promise<number>)[] = [
  async (user, turn) =>
    (await user.slash('talk', { query: QUERIES[turn % QUERIES.length] ?? '' })).afterMs,
  async (user) => (await user.slash('now')).afterMs,
  async (user) => (await user.slash('schedule')).afterMs,
  async (user, turn) => {
    const startedAt = performance.now();
    await user.autocomplete('talk', 'query', (QUERIES[turn % QUERIES.length] ?? '').slice(0, 4));
    return performance.now() - startedAt;
  },
];

export interface Load {
  /** Milliseconds until each command was answered, those from here to the next call. */
  take(): readonly number[];
  failed(): number;
  /** Resolves when all that were given are answered. */
  stop(): Promise<void>;
}

/** One user's commands at a steady rate a second, whether those before are answered or not. */
export function startLoad(user: DiscordUser, rate: number): Load {
  const stopping = new AbortController();
  let times: number[] = [];
  let failed = 0;
  const perform = async (turn: number) => {
    try {
      const into = times;
      const ms = await DEEDS[turn % DEEDS.length]?.(user, turn);
      if (ms !== undefined) into.push(ms);
    } catch {
      failed += 1;
    }
  };
  const running = (async () => {
    const startedAt = performance.now();
    const underWay: Promise<void>[] = [];
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      const dueIn = startedAt + (turn * 1_000) / rate - performance.now();
      if (dueIn > 1) await delay(dueIn);
      underWay.push(perform(turn));
    }
    await Promise.all(underWay);
  })();
  return {
    take: () => {
      const taken = times;
      times = [];
      return taken;
    },
    failed: () => failed,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** The time within which that share was answered. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}
