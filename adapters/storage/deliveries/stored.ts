import type { Delivery } from '../../../src/outbox/delivery.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';
import type { OutboxRow } from '../database/schema.ts';

/** A delivery as a row keeps it. Until 0.1.0 the community of a member was written as its `home`. */
type Stored = Delivery & { readonly home?: CommunityRef };

/** Its names are those of the row, which may have got longer ones since it was written. */
export function readDelivery(row: Names & Pick<OutboxRow, 'delivery'>): Delivery {
  const { home, ...delivery }: Stored = JSON.parse(row.delivery);
  const { key, batch, conference } = row;
  return {
    ...delivery,
    ...(home === undefined ? {} : { community: home }),
    key,
    batch,
    conference,
  };
}

type Names = Pick<OutboxRow, 'key' | 'batch' | 'conference'>;
