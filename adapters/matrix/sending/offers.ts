import type { Log } from '../../../src/log.ts';
import { createUnderWay } from '../../../src/platform/underWay.ts';
import type { MatrixApi } from '../connection/api.ts';
import type { Content } from '../connection/verbs.ts';
import { actionsIn } from '../rendering/card.ts';
import { offeredFor } from '../rendering/reactions.ts';
import { REACTION, reactionTo, transactionOf } from './content.ts';
import type { Pace } from './pace.ts';

/** Reactions that Hallway sets first, for people to press. */
export interface Offers {
  /** Beside a card that was sent, by what was sent; nobody waits for it. */
  offer(room: string, event: string, content: Content): void;
  settled(): Promise<void>;
}

export interface OfferParts {
  readonly api: Pick<MatrixApi, 'send'>;
  readonly pace: Pick<Pace, 'spacing'>;
  readonly log: Log;
}

/**
 * Each is a message of its own to the homeserver: where that limits how many there may be, what has to be
 * said goes first, and numbers and one's own reactions do the same.
 */
export function createOffers({ api, pace, log }: OfferParts): Offers {
  const underWay = createUnderWay();
  const set = async (room: string, event: string, keys: readonly string[]) => {
    for (const key of keys) {
      if (pace.spacing() > 0) return;
      const txnId = transactionOf('offer', `${event} ${key}`);
      await api.send(room, REACTION, txnId, reactionTo(event, key));
    }
  };
  return {
    offer: (room, event, content) => {
      const keys = offeredFor(actionsIn(content));
      const failed = (err: unknown) => log.info({ err, room }, 'A reaction was not offered');
      underWay.add(set(room, event, keys).catch(failed));
    },
    settled: underWay.settled,
  };
}
