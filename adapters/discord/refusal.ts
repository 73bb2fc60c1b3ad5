import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { PlatformError, type PlatformErrorCode } from '../../src/errors.ts';
import type { Instant } from '../../src/schedule/model.ts';

/** Discord's error codes (opcodes-and-status-codes) that end a delivery for good. */
const PERMANENT: Readonly<Record<number, PlatformErrorCode>> = {
  10003: 'channel-gone',
  10004: 'community-gone',
  10008: 'message-gone',
  10013: 'channel-gone',
  50001: 'forbidden',
  50007: 'direct-messages-closed',
  50013: 'forbidden',
  50278: 'direct-messages-closed',
};

/** Opening direct messages too fast (40003) and writing too much into a channel (20028) pass after a while. */
const SLOW_DOWN: readonly number[] = [20028, 40003];
const SLOW_DOWN_MS = 60_000;

/** A failed call in the core's words: what is known of its outcome, and when to try again. */
export function refusalOf(error: unknown, now: Instant): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof DiscordAPIError) return apiRefusal(error, now);
  if (error instanceof RateLimitError) {
    return new PlatformError('rate-limited', 'retry', 'Discord asked to slow down.', {
      notBefore: now + error.timeToReset,
      cause: error,
    });
  }
  const status = error instanceof HTTPError ? ` (status ${error.status})` : '';
  return new PlatformError('unavailable', 'unknown', `Discord did not answer${status}.`, {
    cause: error,
  });
}

function apiRefusal(error: DiscordAPIError, now: Instant): PlatformError {
  const code = Number(error.code);
  const permanent = PERMANENT[code];
  if (permanent !== undefined) {
    return new PlatformError(
      permanent,
      'permanent',
      `Discord refused: ${error.message} (${code}).`,
    );
  }
  if (SLOW_DOWN.includes(code) || error.status === 429) {
    return new PlatformError('rate-limited', 'retry', 'Discord asked to slow down.', {
      notBefore: now + SLOW_DOWN_MS,
      cause: error,
    });
  }
  if (error.status >= 500) {
    return new PlatformError(
      'unavailable',
      'unknown',
      `Discord failed with status ${error.status}.`,
    );
  }
  return new PlatformError('invalid', 'permanent', `Discord refused: ${error.message} (${code}).`);
}
