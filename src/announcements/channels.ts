import { MINUTE_MS } from '../clock.ts';
import type { Addressee } from '../outbox/delivery.ts';
import { interest, type Subscription } from '../outbox/subscription.ts';
import type { Programme } from '../programme/programme.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { DigestReader, PlannedChannel } from './plan.ts';

/** What planning for a channel needs of its community's programme. */
export type Planned = Pick<Programme, 'key' | 'conference'>;

export function plannedChannel(
  subscription: Subscription,
  { key, conference }: Planned,
): PlannedChannel {
  const { leadMinutes, since, kinds } = subscription;
  const isInteresting = interest(subscription, conference);
  return {
    to: channelAddressee(subscription, key),
    conference,
    leadMs: leadMinutes * MINUTE_MS,
    since,
    announces: (talk) => kinds.includes('announcements') && isInteresting(talk),
  };
}

/** Undefined for a channel that wants no digest. Nobody is mentioned in one. */
export function digestReader(
  subscription: Subscription,
  { key, conference }: Planned,
): DigestReader | undefined {
  const { kinds, since } = subscription;
  if (!kinds.includes('digest')) return undefined;
  const { mention: _, ...to } = channelAddressee(subscription, key);
  return { to, conference, since };
}

export function channelAddressee(
  { target, mention, language }: Subscription,
  conference: ConferenceKey,
): Addressee {
  return { target, conference, language, ...(mention === undefined ? {} : { mention }) };
}
