import { createHmac } from 'node:crypto';
import { parseJson } from './arguments.ts';
import type { Attempt, Delivered, DeliveryKind } from './delivery.ts';
import { isObject, type Json } from './json.ts';

/** `old` is signed rightly, ten minutes ago. */
export type Signature = 'right' | 'wrong' | 'old' | 'missing';

export interface HttpTarget {
  /** Where the app takes commands, interactivity, options and events. */
  readonly url: string;
  readonly signature: Signature;
}

const TEN_MINUTES_S = 600;

/** Posts a payload as Slack does. A late answer, another status than 200 and a refused connection fail. */
export async function deliverByHttp(
  { url, signature }: HttpTarget,
  signingSecret: string,
  kind: DeliveryKind,
  payload: Json,
  attempt: Attempt,
  ackWithinMs: number,
): Promise<Delivered> {
  const start = performance.now();
  const { body, type } = encode(kind, payload);
  const headers = {
    'Content-Type': type,
    ...signed(signingSecret, body, signature),
    ...retryHeaders(attempt),
  };
  try {
    const timeout = AbortSignal.timeout(ackWithinMs);
    const response = await fetch(url, { method: 'POST', headers, body, signal: timeout });
    const text = await response.text();
    const retry = response.headers.get('x-slack-no-retry') !== '1';
    if (response.status !== 200) {
      return { kind: 'failed', reason: `http_error (${response.status})`, retry };
    }
    return { kind: 'acknowledged', body: read(text, response), ms: performance.now() - start };
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return { kind: 'failed', reason: isLate ? 'http_timeout' : 'connection_failed', retry: true };
  }
}

/** `v0=` and the HMAC-SHA256 of `v0:timestamp:body`. */
export function sign(secret: string, timestampS: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestampS}:${body}`).digest('hex')}`;
}

function signed(secret: string, body: string, signature: Signature): Record<string, string> {
  const nowS = Math.floor(Date.now() / 1_000);
  const timestampS = signature === 'old' ? nowS - TEN_MINUTES_S : nowS;
  if (signature === 'missing') return {};
  return {
    'X-Slack-Request-Timestamp': String(timestampS),
    'X-Slack-Signature': sign(signature === 'wrong' ? `${secret}!` : secret, timestampS, body),
  };
}

function encode(kind: DeliveryKind, payload: Json): { body: string; type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields =
    kind === 'slash_commands'
      ? Object.entries(payload).map(([key, value]) => [key, String(value)])
      : [['payload', JSON.stringify(payload)]];
  const body = new URLSearchParams(Object.fromEntries(fields)).toString();
  return { body, type: 'application/x-www-form-urlencoded' };
}

function retryHeaders({ number, reason }: Attempt): Record<string, string> {
  if (number === 0) return {};
  return { 'X-Slack-Retry-Num': String(number), 'X-Slack-Retry-Reason': reason ?? '' };
}

function read(text: string, response: Response): Json | string {
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  const parsed = isJson ? parseJson(text) : text;
  return isObject(parsed) ? parsed : text;
}
