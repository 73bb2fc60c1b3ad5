import type { Outbox } from '../outbox/outbox.ts';

interface Enqueuing {
  readonly outbox: Pick<Outbox, 'enqueue'>;
}

/** Runs `work` in one transaction, again from its beginning where another one got into its way. */
type Transaction<Stores, Facts extends readonly unknown[]> = <T>(
  work: (stores: Stores, ...facts: Facts) => Promise<T>,
) => Promise<T>;

/** The same, and once it is kept `wake` hears of it, where deliveries were among what was written. */
export function waking<Stores extends Enqueuing, Facts extends readonly unknown[]>(
  transaction: Transaction<Stores, Facts>,
  wake: () => void,
): Transaction<Stores, Facts> {
  return async (work) => {
    let hasEnqueued = false;
    const result = await transaction((stores, ...facts) => {
      hasEnqueued = false;
      const outbox: Stores['outbox'] = {
        ...stores.outbox,
        enqueue: (deliveries) => {
          hasEnqueued ||= deliveries.length > 0;
          return stores.outbox.enqueue(deliveries);
        },
      };
      return work({ ...stores, outbox }, ...facts);
    });
    if (hasEnqueued) wake();
    return result;
  };
}
