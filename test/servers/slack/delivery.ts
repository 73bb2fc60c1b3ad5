import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from './context.ts';
import { deliverByHttp, type HttpTarget, type Signature } from './http-delivery.ts';
import type { Json } from './json.ts';

/** Socket Mode's names of the three ways Slack speaks to apps. */
export type DeliveryKind = 'slash_commands' | 'interactive' | 'events_api';

export interface Attempt {
  /** 0 for the first. */
  readonly number: number;
  readonly reason: string | undefined;
}

export type Delivered =
  | { readonly kind: 'acknowledged'; readonly body: Json | string; readonly ms: number }
  | { readonly kind: 'failed'; readonly reason: string; readonly retry: boolean };

export interface Delivery {
  /** From now on to an app's URL, each request signed so. */
  toUrl(url: string, signature?: Signature): void;
  /** From now on over Socket Mode, as at the start. */
  toSocket(): void;
  readonly target: HttpTarget | undefined;
}

export function createDelivery(): Delivery {
  let target: HttpTarget | undefined;
  return {
    toUrl: (url, signature = 'right') => {
      target = { url, signature };
    },
    toSocket: () => {
      target = undefined;
    },
    get target() {
      return target;
    },
  };
}

const FIRST: Attempt = { number: 0, reason: undefined };

/** A command or an interaction: one attempt. `what` names it for the record of what was not acknowledged. */
export async function deliver(
  context: Context,
  kind: DeliveryKind,
  what: string,
  payload: Json,
): Promise<Delivered> {
  const delivered = await send(context, kind, randomUUID(), payload, FIRST);
  if (delivered.kind === 'failed') note(context, what, delivered.reason);
  return delivered;
}

export interface EventOutcome {
  readonly eventId: string;
  /** How often it was sent. */
  readonly attempts: number;
  readonly acknowledged: boolean;
}

/** An event: sent again, with the same ids, while it is not acknowledged. */
export async function deliverEvent(
  context: Context,
  what: string,
  payload: Json,
): Promise<EventOutcome> {
  const envelopeId = randomUUID();
  const eventId = String(payload['event_id']);
  let reason: string | undefined;
  const delays = [0, ...context.settings.eventRetriesMs];
  for (const [number, delay] of delays.entries()) {
    if (delay > 0) await wait(delay, undefined, { ref: false });
    const delivered = await send(context, 'events_api', envelopeId, payload, { number, reason });
    if (delivered.kind === 'acknowledged') {
      return { eventId, attempts: number + 1, acknowledged: true };
    }
    reason = delivered.reason.replace(/ .*/, '');
    note(context, what, delivered.reason);
    if (!delivered.retry) return { eventId, attempts: number + 1, acknowledged: false };
  }
  return { eventId, attempts: delays.length, acknowledged: false };
}

function send(
  { delivery, socketMode, credentials, settings }: Context,
  kind: DeliveryKind,
  id: string,
  payload: Json,
  attempt: Attempt,
): Promise<Delivered> {
  const { target } = delivery;
  if (target === undefined) return socketMode.send(kind, id, payload, attempt);
  const { signingSecret } = credentials;
  return deliverByHttp(target, signingSecret, kind, payload, attempt, settings.ackWithinMs);
}

function note({ unacknowledged }: Context, what: string, reason: string): void {
  unacknowledged.push({ what, reason, at: Date.now() });
}
