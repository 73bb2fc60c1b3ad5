import type { Card } from '../../cards/cards.ts';
import type { Instant } from '../../clock.ts';
import type { Delivery } from '../../outbox/delivery.ts';
import type { OutboxQueue } from '../../outbox/outbox.ts';
import type { Messenger } from '../../platform/messenger.ts';

/** A message that left. */
export interface Post {
  readonly at: Instant;
  readonly deliveries: readonly Delivery[];
  readonly card: Card;
  /** Of the message that was sent, or edited. */
  readonly messageId: string;
}

export interface Recording {
  /** A platform that takes everything. */
  readonly messenger: Messenger;
  /** The queue, with what is settled as sent written down. */
  readonly queue: OutboxQueue;
  /** What has left since this was asked last, in that order. */
  takePosts(): readonly Post[];
}

/** A platform for a clock that stands: what it is handed is kept, with the deliveries it was made of. */
export function createRecording(queue: OutboxQueue): Recording {
  const cards = new Map<string, Card>();
  let posts: readonly Post[] = [];
  return {
    messenger: {
      lane: ({ platform }) => platform,
      spacing: () => 0,
      send: async ({ attemptKey, card }) => {
        cards.set(attemptKey, card);
        return attemptKey;
      },
      edit: async (_messageId, { attemptKey, card }) => {
        cards.set(attemptKey, card);
      },
      remove: async () => undefined,
      fate: async () => ({ kind: 'resend' }),
      find: async () => ({ messages: new Map(), isWhole: true }),
    },
    queue: {
      ...queue,
      settle: async (claim, settlement, at) => {
        const isSettled = await queue.settle(claim, settlement, at);
        const card = cards.get(claim.attemptKey);
        if (settlement.kind === 'sent' && card !== undefined) {
          posts = [
            ...posts,
            { at, deliveries: claim.deliveries, card, messageId: settlement.messageId },
          ];
        }
        if (settlement.kind !== 'arrived') cards.delete(claim.attemptKey);
        return isSettled;
      },
    },
    takePosts: () => {
      const taken = posts;
      posts = [];
      return taken;
    },
  };
}
