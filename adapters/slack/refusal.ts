import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { PlatformError, type PlatformErrorCode } from '../../src/errors.ts';
import type { Target } from '../../src/platform.ts';
import type { Instant } from '../../src/schedule/model.ts';

/** Slack's error words that end a delivery for good. */
const PERMANENT: Readonly<Record<string, PlatformErrorCode>> = {
  account_inactive: 'community-gone',
  cannot_dm_bot: 'direct-messages-closed',
  cant_update_message: 'message-gone',
  channel_not_found: 'channel-gone',
  edit_window_closed: 'message-gone',
  invalid_auth: 'community-gone',
  is_archived: 'channel-gone',
  message_not_found: 'message-gone',
  messages_tab_disabled: 'direct-messages-closed',
  missing_scope: 'forbidden',
  not_authed: 'community-gone',
  not_in_channel: 'forbidden',
  restricted_action: 'forbidden',
  token_revoked: 'community-gone',
  user_disabled: 'direct-messages-closed',
  user_not_found: 'direct-messages-closed',
};

/** Words for a passing trouble: the call was refused before anything was done. */
const PASSING: readonly string[] = [
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'team_added_to_org',
];

/** Words that leave open whether the call was carried out. */
const UNKNOWN: readonly string[] = ['fatal_error', 'internal_error', 'request_timeout'];

/**
 * A failed call in the core's words: what is known of its outcome, and when to try again. A member
 * hears so little that a 429 there means the whole workspace.
 */
export function refusalOf(error: unknown, now: Instant, about?: Target): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    const notBefore = now + error.retryAfter * 1000;
    const scope = about?.kind === 'member' ? 'lane' : 'target';
    return new PlatformError('rate-limited', 'retry', 'Slack asked to slow down.', {
      notBefore,
      scope,
    });
  }
  if (error instanceof WebAPIPlatformError) return wordRefusal(error.data.error);
  if (error instanceof WebAPIHTTPError) {
    return new PlatformError(
      'unavailable',
      'unknown',
      `Slack failed with status ${error.statusCode}.`,
    );
  }
  const reason = error instanceof WebAPIRequestError ? error.original : error;
  return new PlatformError('unavailable', 'unknown', 'Slack did not answer.', { cause: reason });
}

function wordRefusal(word: string): PlatformError {
  const permanent = PERMANENT[word];
  if (permanent !== undefined) {
    return new PlatformError(permanent, 'permanent', `Slack refused: ${word}.`);
  }
  if (PASSING.includes(word))
    return new PlatformError('unavailable', 'retry', `Slack refused for now: ${word}.`);
  if (UNKNOWN.includes(word))
    return new PlatformError('unavailable', 'unknown', `Slack failed: ${word}.`);
  return new PlatformError('invalid', 'permanent', `Slack refused: ${word}.`);
}
