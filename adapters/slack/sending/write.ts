import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  type WebClient,
} from '@slack/web-api';
import { z } from 'zod';
import { type Lease, postWhileOurs } from '../connection/lastLook.ts';
import type { Answer } from '../connection/post.ts';

const written = z.object({ channel: z.string().optional(), ts: z.string().optional() });
const answer = z.discriminatedUnion('ok', [
  written.extend({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

type Written = z.infer<typeof written>;

/**
 * Says something by itself, and throws what the SDK's client would. Not by that one: it knows of no
 * lease, and copies each call and each answer for a log that nobody reads, which stays until the call
 * ends.
 */
export async function write(
  { slackApiUrl, token = '' }: Pick<WebClient, 'slackApiUrl' | 'token'>,
  method: 'chat.postMessage' | 'chat.update' | 'chat.delete',
  args: Readonly<Record<string, unknown>>,
  lease: Lease,
): Promise<Written> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json; charset=utf-8',
  };
  const request = { headers, body: JSON.stringify(args) };
  return readAnswer(await postWhileOurs(new URL(method, slackApiUrl), request, lease));
}

function readAnswer({ status, statusText, headers, text }: Answer): Written {
  const retryAfter = Number(headers.get('retry-after'));
  if (status === 429 && retryAfter > 0) throw new WebAPIRateLimitedError(retryAfter);
  if (status !== 200) throw new WebAPIHTTPError(status, statusText, Object.fromEntries(headers));
  const told = answer.parse(JSON.parse(text));
  if (told.ok) return told;
  throw new WebAPIPlatformError(told);
}
