import type { Instant } from '../../clock.ts';
import type { AlertChannels, Alerts } from '../../outbox/kinds/alert.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { RefusedChannel } from '../../outbox/reachability.ts';
import type { Subscriptions } from '../../outbox/subscription.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { Communities } from '../../programme/communities.ts';
import type { SpeakerClaims } from '../../programme/speakerClaims.ts';

/** The unit of work of whoever looks after communities: of all processes, one after the other. */
export interface AlertWork {
  transaction<T>(work: (stores: AlertStores) => Promise<T>): Promise<T>;
}

export interface AlertStores {
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly channels: Pick<AlertChannels, 'all'>;
  readonly alerts: Pick<Alerts, 'latest' | 'keep' | 'letGo'>;
  readonly subscriptions: Pick<Subscriptions, 'all'>;
  readonly communities: Pick<Communities, 'choices' | 'allByHand' | 'allRoomFeeds'>;
  readonly speakerClaims: Pick<SpeakerClaims, 'all'>;
  /** Channels of all communities that refused what they were last sent. */
  refused(): Promise<readonly RefusedChannel[]>;
  /** Communities to which messages were due by then that have not left; edits and alerts are none. */
  overdue(by: Instant): Promise<readonly Overdue[]>;
}

export interface Overdue {
  readonly community: CommunityRef;
  /** Of the oldest message. */
  readonly since: Instant;
}
