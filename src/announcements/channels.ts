import { MINUTE_MS } from '../clock.ts';
import type { Addressee } from '../outbox/delivery.ts';
import { announces, interest, type Subscription } from '../outbox/subscription.ts';
import type { Programme } from '../programme/programme.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { DigestReader, PlannedChannel } from './plan.ts';

/** What planning for a channel needs of its community's programme. */
export type Planned = Pick<Programme, 'key' | 'conference'>;

export function plannedChannel(
  subscription: Subscription,
  { key, conference }: Planned,
): PlannedChannel {
  const { leadMinutes, since, mention } = subscription;
  const isInteresting = interest(subscription, conference);
  return {
    to: {
      ...channelAddressee(subscription, key),
      ...(mention === undefined ? {} : { mention }),
    },
    conference,
    leadMs: leadMinutes * MINUTE_MS,
    since,
    announces: (talk) => announces(subscription) && isInteresting(talk),
  };
}

/** Undefined for a channel that wants no digest. */
export function digestReader(
  subscription: Subscription,
  { key, conference }: Planned,
): DigestReader | undefined {
  const { kinds, since } = subscription;
  if (!kinds.includes('digest')) return undefined;
  return { to: channelAddressee(subscription, key), conference, since };
}

/** Whom an organiser chose is mentioned when a talk is announced; whatever else is said there pings nobody. */
export function channelAddressee(
  { target, language }: Subscription,
  conference: ConferenceKey,
): Addressee {
  return { target, conference, language };
}
