import type { Bucket, RateLimits } from './description.ts';

export interface Ticket {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when the request is one too many. */
  readonly refused?: { readonly retryAfterMs: number; readonly global: boolean };
}

interface Window {
  used: number;
  resetAt: number;
}

export interface Limiter {
  /** Counts one request; `route` is `METHOD template`, `major` the id its bucket belongs to. */
  take(route: string, major: string, isGlobal: boolean): Ticket;
  /** Counts one opening of a DM channel; false when it is one too many. */
  takeOpening(): boolean;
}

const MESSAGE_ROUTES: ReadonlySet<string> = new Set([
  'POST /channels/{channel_id}/messages',
  'PATCH /channels/{channel_id}/messages/{message_id}',
]);

/** Buckets as Discord keeps them: a window begins with its first request and all of it is given back at its end. */
export function createLimiter(limits: RateLimits): Limiter {
  const windows = new Map<string, Window>();
  const globalBucket =
    limits.globalPerSecond === undefined
      ? undefined
      : { limit: limits.globalPerSecond, windowMs: 1_000 };

  function take(key: string, bucket: Bucket): Window & { readonly allowed: boolean } {
    const now = performance.now();
    let window = windows.get(key);
    if (window === undefined || now >= window.resetAt) {
      window = { used: 0, resetAt: now + bucket.windowMs };
      windows.set(key, window);
    }
    const allowed = window.used < bucket.limit;
    if (allowed) window.used += 1;
    return { ...window, allowed };
  }

  function takeRoute(route: string, major: string): Ticket {
    const bucket = MESSAGE_ROUTES.has(route) ? limits.channelMessages : undefined;
    if (bucket === undefined) return { headers: {} };
    const { used, resetAt, allowed } = take(`${route} ${major}`, bucket);
    const leftMs = resetAt - performance.now();
    const headers = {
      'x-ratelimit-limit': String(bucket.limit),
      'x-ratelimit-remaining': String(bucket.limit - used),
      'x-ratelimit-reset': ((Date.now() + leftMs) / 1_000).toFixed(3),
      'x-ratelimit-reset-after': (leftMs / 1_000).toFixed(3),
      'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(-32),
    };
    return allowed ? { headers } : { headers, refused: { retryAfterMs: leftMs, global: false } };
  }

  return {
    take(route, major, isGlobal) {
      const ticket = takeRoute(route, major);
      if (ticket.refused || !isGlobal || globalBucket === undefined) return ticket;
      const { resetAt, allowed } = take('global', globalBucket);
      const retryAfterMs = resetAt - performance.now();
      return allowed ? ticket : { headers: {}, refused: { retryAfterMs, global: true } };
    },
    takeOpening: () =>
      limits.dmOpenings === undefined || take('dm openings', limits.dmOpenings).allowed,
  };
}

/** The headers and body of a 429. */
export function tooMany(retryAfterMs: number, scope: 'user' | 'shared' | 'global') {
  const seconds = Math.max(retryAfterMs, 1) / 1_000;
  return {
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: {
      message: 'You are being rate limited.',
      retry_after: Number(seconds.toFixed(3)),
      global: scope === 'global',
      code: 0,
    },
  };
}
