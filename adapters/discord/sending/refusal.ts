import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { MINUTE_MS } from '../../../src/clock.ts';
import { PlatformError, type PlatformErrorCode } from '../../../src/platform/refusal.ts';

/** What ends a delivery for good (discord-api-docs, topics/opcodes-and-status-codes). */
const PERMANENT: Readonly<Record<number, PlatformErrorCode>> = {
  [Code.UnknownChannel]: 'channel-gone',
  [Code.UnknownGuild]: 'community-gone',
  [Code.UnknownMessage]: 'message-gone',
  [Code.UnknownUser]: 'channel-gone',
  [Code.MissingAccess]: 'forbidden',
  [Code.CannotSendMessagesToThisUser]: 'direct-messages-closed',
  [Code.MissingPermissions]: 'forbidden',
  [Code.InvalidActionOnArchivedThread]: 'forbidden',
  [Code.ThreadLocked]: 'forbidden',
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: 'direct-messages-closed',
};

/** What passes after a while, with whatever status it comes. */
const SLOW_DOWN: readonly number[] = [
  Code.ChannelSendRateLimit,
  Code.AnnouncementEditLimitExceeded,
  Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
  Code.OpeningDirectMessagesTooFast,
  Code.ServiceResourceIsBeingRateLimited,
];
export const SLOW_DOWN_MS = MINUTE_MS;

/** A failed call in the core's words: what is known of its outcome, and when to try again. */
export function refusalOf(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof DiscordAPIError) return apiRefusal(error);
  if (error instanceof RateLimitError) {
    const scope = error.global ? 'lane' : 'target';
    return slowDown(Math.max(error.timeToReset, error.retryAfter, 0), error, scope);
  }
  const status = error instanceof HTTPError ? ` (status ${error.status})` : '';
  return new PlatformError('unavailable', 'unknown', `Discord did not answer${status}.`, {
    cause: error,
  });
}

function apiRefusal(error: DiscordAPIError): PlatformError {
  const code = Number(error.code);
  if (error.status === 401) {
    // The bot's token was taken away meanwhile: the messages wait for the new one.
    return new PlatformError('unavailable', 'retry', 'Discord refused the bot token.', {
      afterMs: SLOW_DOWN_MS,
      scope: 'lane',
      cause: error,
    });
  }
  if (SLOW_DOWN.includes(code) || error.status === 429) return slowDown(SLOW_DOWN_MS, error);
  const sentence = `Discord refused: ${error.message} (${code}).`;
  return new PlatformError(PERMANENT[code] ?? 'invalid', 'permanent', sentence, { cause: error });
}

export function isTooFast(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === Code.OpeningDirectMessagesTooFast;
}

export function slowDown(
  afterMs: number,
  cause: Error | undefined,
  scope: 'target' | 'lane' = 'target',
): PlatformError {
  return new PlatformError('rate-limited', 'retry', 'Discord asked to slow down.', {
    afterMs,
    scope,
    cause,
  });
}
