export interface Ids {
  mint(prefix: string): string;
  /** What the next ones come after. */
  last(): number;
}

/** Ids as Slack spells them: a letter for the kind, then ten of `0-9A-Z`; never the same twice. */
export function createIds(after = 36 ** 5): Ids {
  let last = after;
  return {
    mint: (prefix) => {
      last += 7;
      return `${prefix}0${last.toString(36).toUpperCase().padStart(9, '0')}`;
    },
    last: () => last,
  };
}

/** Message timestamps, `seconds.microseconds`: strictly increasing, never the same twice. */
export function createTimestamps(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * 1_000);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
}
