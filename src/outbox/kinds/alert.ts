import { DAY_MS, type Instant } from '../../clock.ts';
import type { ChannelTarget, CommunityRef } from '../../platform/target.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { Concern } from '../concern.ts';
import { type Addressee, type Delivery, delivery, type Subject } from '../delivery.ts';
import type { Spell } from '../spell.ts';

/** Where a community's organisers are told what they are to look at. */
export interface AlertChannel {
  readonly target: ChannelTarget;
  /** One of `LANGUAGES`. */
  readonly language: string;
}

/** At most one a community. */
export interface AlertChannels {
  of(community: CommunityRef): Promise<AlertChannel | undefined>;
  /** By platform and community. */
  all(): Promise<readonly AlertChannel[]>;
  put(channel: AlertChannel): Promise<void>;
  remove(community: CommunityRef): Promise<void>;
}

/** A concern of a community, from when it was told. */
export interface Alert extends Spell<Concern> {
  readonly community: CommunityRef;
  /** What began within minutes is told in one message, which is named by when the first of it was seen. */
  readonly episode: Instant;
  /** Of the message: the community's, when the episode began. */
  readonly conference: ConferenceKey;
}

export interface Alerts {
  /** The last of each concern of each community. */
  latest(): Promise<readonly Alert[]>;
  /** What one message tells, the oldest first. */
  told(community: CommunityRef, episode: Instant): Promise<readonly Alert[]>;
  /** In the place of the one of its concern and episode. */
  keep(alert: Alert): Promise<void>;
  /** What was told of the conference's talks goes on under their new ids, and is not told anew. */
  follow(conference: ConferenceKey, ids: ReadonlyMap<TalkId, TalkId>): Promise<void>;
  /** Forgets those that were over before. */
  letGo(before: Instant): Promise<void>;
  /** What is open then is a concern that nobody was told of yet; returns what was forgotten. */
  forget(community: CommunityRef): Promise<readonly Alert[]>;
}

const ALERT_USEFUL_MS = DAY_MS;

/** What a community's organisers are to look at, to be told or told otherwise from `at` on. */
export function alertDelivery(
  to: Addressee,
  told: Omit<Extract<Subject, { readonly kind: 'alert' }>, 'kind'>,
  at: Instant,
): Delivery {
  return delivery(to, { kind: 'alert', ...told }, { dueAt: at, expiresAt: at + ALERT_USEFUL_MS });
}
