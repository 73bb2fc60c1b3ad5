import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { PlatformError, type PlatformErrorCode } from '../../../src/platform/refusal.ts';
import type { Target } from '../../../src/platform/target.ts';

/** Slack's error words that end a delivery for good (docs.slack.dev/reference/methods/chat.postMessage, chat.update). */
const PERMANENT: Readonly<Record<string, PlatformErrorCode>> = {
  access_denied: 'forbidden',
  accesslimited: 'forbidden',
  account_inactive: 'community-gone',
  cannot_dm_bot: 'direct-messages-closed',
  cant_update_message: 'message-gone',
  channel_not_found: 'channel-gone',
  edit_window_closed: 'message-gone',
  ekm_access_denied: 'forbidden',
  enterprise_is_restricted: 'forbidden',
  invalid_auth: 'community-gone',
  is_archived: 'channel-gone',
  is_inactive: 'channel-gone',
  message_not_found: 'message-gone',
  messages_tab_disabled: 'direct-messages-closed',
  missing_scope: 'forbidden',
  no_permission: 'forbidden',
  not_authed: 'community-gone',
  not_in_channel: 'forbidden',
  team_access_not_granted: 'community-gone',
  team_not_found: 'community-gone',
  token_revoked: 'community-gone',
  user_disabled: 'direct-messages-closed',
  user_not_found: 'direct-messages-closed',
  user_not_visible: 'direct-messages-closed',
};

/** `restricted_action_read_only_channel`, `restricted_action_thread_only_channel` and their like: not for us to post in. */
const RESTRICTED = 'restricted_action';

/** Words for a passing trouble: the call was refused before anything was done. */
const PASSING: readonly string[] = [
  'external_channel_migrating',
  'message_limit_exceeded',
  'org_login_required',
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'team_added_to_org',
  'token_expired',
];

/** Words that leave open whether the call was carried out. */
const UNKNOWN: readonly string[] = ['fatal_error', 'internal_error', 'request_timeout'];

export interface Refused {
  readonly target: Target;
  /** What a 429 to this call holds up. */
  readonly limited: PlatformError['scope'];
}

/** A failed call in the core's words: what is known of its outcome, and when to try again. */
export function refusalOf(error: unknown, refused?: Refused): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof WebAPIRateLimitedError) {
    const afterMs = error.retryAfter * 1000;
    const scope = refused?.limited ?? 'target';
    return new PlatformError('rate-limited', 'retry', 'Slack asked to slow down.', {
      afterMs,
      scope,
    });
  }
  if (error instanceof WebAPIPlatformError) {
    return wordRefusal(error.data.error, refused?.target.kind === 'member');
  }
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

function wordRefusal(word: string, isToMember: boolean): PlatformError {
  const permanent = word.startsWith(RESTRICTED) ? 'forbidden' : PERMANENT[word];
  if (permanent !== undefined) {
    // A member is written to by their id, which Slack then calls a channel.
    const code = isToMember && permanent === 'channel-gone' ? 'direct-messages-closed' : permanent;
    return new PlatformError(code, 'permanent', `Slack refused: ${word}.`);
  }
  if (PASSING.includes(word))
    return new PlatformError('unavailable', 'retry', `Slack refused for now: ${word}.`);
  if (UNKNOWN.includes(word))
    return new PlatformError('unavailable', 'unknown', `Slack failed: ${word}.`);
  return new PlatformError('invalid', 'permanent', `Slack refused: ${word}.`);
}
