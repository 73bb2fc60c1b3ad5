import { ApiError } from './api-error.ts';
import type { RateLimit } from './description.ts';

export interface Limiter {
  /** Throws the refusal of somebody who says too much. */
  take(user: string): void;
  /** From now on that one is never refused: what an administrator's override does. */
  exempt(user: string): void;
}

export function createLimiter(limit: RateLimit | undefined): Limiter {
  const levels = new Map<string, { left: number; at: number }>();
  const exempted = new Set<string>();
  return {
    take: (user) => {
      if (limit === undefined || exempted.has(user)) return;
      const now = performance.now();
      const { left, at } = levels.get(user) ?? { left: limit.burst, at: now };
      const level = Math.min(limit.burst, left + ((now - at) / 1_000) * limit.perSecond);
      if (level < 1) throw tooMany(Math.ceil(((1 - level) / limit.perSecond) * 1_000));
      levels.set(user, { left: level - 1, at: now });
    },
    exempt: (user) => void exempted.add(user),
  };
}

export function tooMany(retry_after_ms: number): ApiError {
  return new ApiError(429, 'M_LIMIT_EXCEEDED', 'Too Many Requests', { retry_after_ms });
}
