import type { Addressee } from '../outbox/deliveries.ts';
import { MINUTE_MS } from '../outbox/due.ts';
import { interest, type Subscription } from '../outbox/subscription.ts';
import { applyDelays, type RoomDelay } from '../programme/delays.ts';
import type { Conference } from '../schedule/model.ts';
import type { DigestReader, PlannedChannel, PlannedConference } from './plan.ts';

/** The last good version of each conference in use, by key, as it was published. */
export interface Conferences {
  get(key: string): Conference | undefined;
}

export type PlannedOf = (
  key: string,
  delays: readonly RoomDelay[],
) => PlannedConference | undefined;

/** Conferences made ready for planning, once for each version and set of delays. */
export function planningFor(conferences: Conferences): PlannedOf {
  const ready = new WeakMap<Conference, Map<string, PlannedConference>>();
  return (key, delays) => {
    const conference = conferences.get(key);
    if (conference === undefined) return undefined;
    const variants = ready.get(conference) ?? new Map<string, PlannedConference>();
    ready.set(conference, variants);
    const variant = JSON.stringify([key, delays]);
    const known = variants.get(variant);
    if (known !== undefined) return known;
    const planned = plannedConference(key, applyDelays(conference, delays));
    variants.set(variant, planned);
    return planned;
  };
}

export function plannedConference(key: string, conference: Conference): PlannedConference {
  return { key, conference, talksById: new Map(conference.talks.map((talk) => [talk.id, talk])) };
}

export function plannedChannel(
  subscription: Subscription,
  planned: PlannedConference,
): PlannedChannel {
  const { leadMinutes, since, kinds } = subscription;
  const isInteresting = interest(subscription, planned.conference);
  return {
    to: channelAddressee(subscription, planned.key),
    planned,
    leadMs: leadMinutes * MINUTE_MS,
    since,
    announces: (talk) => kinds.includes('announcements') && isInteresting(talk),
  };
}

/** Undefined for a channel that wants no digest. Nobody is mentioned in one. */
export function digestReader(
  subscription: Subscription,
  planned: PlannedConference,
): DigestReader | undefined {
  const { kinds, since } = subscription;
  if (!kinds.includes('digest')) return undefined;
  const { mention: _, ...to } = channelAddressee(subscription, planned.key);
  return { to, planned, since };
}

export function channelAddressee(
  { target, mention, language }: Subscription,
  conference: string,
): Addressee {
  return { target, conference, language, ...(mention === undefined ? {} : { mention }) };
}
