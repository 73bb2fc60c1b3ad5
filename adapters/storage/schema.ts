/**
 * The tables as the queries see them. Instants are epoch milliseconds in 64-bit
 * integers, truth is 0 or 1, lists are JSON in text: one SQL text serves both databases.
 */
export interface Tables {
  readonly communities: CommunityRow;
  readonly delays: DelayRow;
  readonly subscriptions: SubscriptionRow;
  readonly people: PersonRow;
  readonly members: MemberRow;
  readonly stars: StarRow;
  readonly link_codes: LinkCodeRow;
  readonly link_attempts: LinkAttemptRow;
}

/** A community that chose a conference of its own. */
export interface CommunityRow {
  platform: string;
  id: string;
  /** Key of the conference. */
  conference: string;
  source: string;
  time_zone: string | null;
  chosen_at: number;
}

export interface DelayRow {
  platform: string;
  community: string;
  conference: string;
  /** Slug of the room. */
  room: string;
  minutes: number;
  /** Talks that start from here on are late. */
  since: number;
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
  since: number;
}

export interface PersonRow {
  id: string;
  lead_minutes: number;
}

export interface MemberRow {
  platform: string;
  id: string;
  person: string;
  /** Where the member was last seen. */
  community: string | null;
  locale: string;
  time_zone: string | null;
  muted: number;
  digest: number;
  direct_messages: 'open' | 'closed' | 'unknown';
  seen_at: number;
}

export interface StarRow {
  person: string;
  conference: string;
  talk: string;
  /** Platform of the community in which it was starred. */
  platform: string | null;
  community: string | null;
  /** The start that is known to the person; `null` while the talk is canceled. */
  start: number | null;
  /** When the reminder falls due; `null` when there is nothing to be reminded of. */
  due_at: number | null;
  starred_at: number;
  /** How often the talk changed since: the SEQUENCE of its calendar entry. */
  revision: number;
}

export interface LinkCodeRow {
  person: string;
  code: string;
  expires_at: number;
}

export interface LinkAttemptRow {
  platform: string;
  member: string;
  tried_at: number;
}
