import type { SubjectKey } from '../../../src/programme/following.ts';
import type { RoomSlug, TalkId } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';

/** A conference that a community chose. */
export interface CommunityRow {
  platform: string;
  id: string;
  /** Key of the conference. */
  conference: ConferenceKey;
  source: string;
  time_zone: string | null;
  chosen_at: number;
  /** The community's own of its conference. */
  name: string | null;
  /** 1 beside the main one, of which there is one at most. */
  is_beside: number;
}

/** A source that a community chose, or the operator. */
export interface SourceRow {
  /** Of the conference. */
  key: ConferenceKey;
  address: string;
  /** The page that led there, where one was named. */
  origin: string | null;
  time_zone: string | null;
  trust: 'operator' | 'chat';
  /** Platform of the community that named it first. */
  platform: string | null;
  community: string | null;
  /** `null` while somebody uses it. */
  idle_since: number | null;
  /** Its place among those to whom belongs what was kept under short keys; 0 when it has none. */
  inherits: number;
}

export interface DelayRow {
  platform: string;
  community: string;
  conference: ConferenceKey;
  /** Slug of the room. */
  room: RoomSlug;
  minutes: number;
  /** Talks that start from here on are late. */
  since: number;
}

/** What organisers of a community have otherwise of a talk. */
export interface TalkByHandRow {
  platform: string;
  community: string;
  conference: ConferenceKey;
  talk: TalkId;
  at: number;
  /** As JSON: `TalkByHand.facts`. */
  facts: string;
  /** As JSON: `TalkByHand.said`. */
  said: string;
}

export interface AnswerPlacesRow {
  platform: string;
  community: string;
  /** JSON: a list of ids of channels, or "all". */
  channels: string;
}

/** Where its organisers are told what they are to look at. */
export interface AlertChannelRow {
  platform: string;
  community: string;
  channel: string;
  /** Of the catalogue of messages. */
  language: string;
}

/** What they were told of. */
export interface AlertRow {
  platform: string;
  community: string;
  /** Which message. */
  episode: number;
  /** Of the concern. */
  name: string;
  /** JSON. */
  concern: string;
  /** Of the message. */
  conference: ConferenceKey;
  since: number;
  seen_at: number;
  over_at: number | null;
  returns: number;
}

/** Where a community watches a room live. */
export interface StreamRow {
  platform: string;
  community: string;
  conference: ConferenceKey;
  /** Slug of the room. */
  room: RoomSlug;
  url: string;
}

/** What somebody did who organises. */
export interface ActRow {
  platform: string;
  community: string;
  /** Within the community, from 1. */
  number: number;
  at: number;
  /** Who did it; `null` for a member who was forgotten. */
  member: string | null;
  kind: string;
  /** JSON: lists of words. */
  about: string;
  before: string;
  after: string;
}

/** Whom a community's organisers named. */
export interface NamedRoleRow {
  platform: string;
  community: string;
  role: string;
  kind: 'role' | 'member';
  id: string;
}

/** What organisers say to many at once. */
export interface SayRow {
  id: string;
  platform: string;
  community: string;
  conference: ConferenceKey;
  /** As JSON. */
  audience: string;
  text: string;
  draft: string | null;
  edition: number;
  state: 'draft' | 'sent' | 'stopped' | 'removed';
  made_at: number;
}

/** What organisers were last shown of how many starred what. */
export interface InterestLookRow {
  platform: string;
  community: string;
  conference: ConferenceKey;
  at: number;
  /** As JSON; its numbers are rounded. */
  look: string;
}

/** Who says to be which speaker. */
export interface SpeakerClaimRow {
  id: string;
  platform: string;
  community: string;
  conference: ConferenceKey;
  /** Id of the account. */
  member: string;
  subject: SubjectKey;
  name: string;
  state: 'open' | 'confirmed';
  claimed_at: number;
  lead_minutes: number;
  since: number | null;
}

/** What was said last of how a room stands. */
export interface RoomStateRow {
  platform: string;
  community: string;
  conference: ConferenceKey;
  /** Slug of the room. */
  room: RoomSlug;
  state: string;
  talk: TalkId;
  said_at: number;
  until: number;
  origin: 'helper' | 'feed';
}

/** Where a community's conference says itself how rooms stand. */
export interface RoomFeedRow {
  platform: string;
  community: string;
  conference: ConferenceKey;
  url: string;
  /** As JSON: `FeedReading`. */
  reading: string;
}

export interface PageRow {
  slug: string;
  platform: string;
  community: string;
}

export interface SubscriptionRow {
  platform: string;
  community: string;
  channel: string;
  lead_minutes: number;
  /** JSON list of slugs, empty for all. */
  rooms: string;
  /** JSON list of slugs, empty for all. */
  tracks: string;
  /** JSON list of subscription kinds. */
  kinds: string;
  mention: string | null;
  /** Of the catalogue of messages. */
  language: string;
  since: number;
}
