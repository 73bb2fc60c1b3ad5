import type { Delivery } from '../../../src/outbox/delivery.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';

/** A delivery as a row keeps it. Until 0.1.0 the community of a member was written as its `home`. */
type Stored = Delivery & { readonly home?: CommunityRef };

export function readDelivery(text: string): Delivery {
  const { home, ...delivery }: Stored = JSON.parse(text);
  return home === undefined ? delivery : { ...delivery, community: home };
}
