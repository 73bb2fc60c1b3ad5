import type { Trouble } from '../../../src/outbox/trouble.ts';
import type { PlatformErrorCode } from '../../../src/platform/refusal.ts';
import type { Flaw } from '../../../src/schedule/comparing/succession.ts';
import type { Digest } from '../../../src/schedule/refusedVersions.ts';
import type { TalkId } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import type {
  ActRow,
  AlertChannelRow,
  AlertRow,
  AnswerPlacesRow,
  CommunityRow,
  DelayRow,
  InterestLookRow,
  NamedRoleRow,
  PageRow,
  RoomFeedRow,
  RoomStateRow,
  SayRow,
  SourceRow,
  SpeakerClaimRow,
  StreamRow,
  SubscriptionRow,
  TalkByHandRow,
} from './communityRows.ts';
import type { FollowedTalkRow, FollowRow } from './followRows.ts';
import type { MatrixNewsRow, MatrixSessionRow } from './matrixRows.ts';

/**
 * The tables as the queries see them. Instants are epoch milliseconds in 64-bit
 * integers, truth is 0 or 1, lists are JSON in text: one SQL text serves both databases.
 */
export interface Tables {
  readonly communities: CommunityRow;
  readonly sources: SourceRow;
  readonly delays: DelayRow;
  readonly talks_by_hand: TalkByHandRow;
  readonly subscriptions: SubscriptionRow;
  readonly answer_places: AnswerPlacesRow;
  readonly streams: StreamRow;
  readonly acts: ActRow;
  readonly named_roles: NamedRoleRow;
  readonly says: SayRow;
  readonly interest_looks: InterestLookRow;
  readonly room_states: RoomStateRow;
  readonly speaker_claims: SpeakerClaimRow;
  readonly room_feeds: RoomFeedRow;
  readonly alert_channels: AlertChannelRow;
  readonly alerts: AlertRow;
  readonly pages: PageRow;
  readonly people: PersonRow;
  readonly members: MemberRow;
  readonly stars: StarRow;
  readonly follows: FollowRow;
  readonly followed_talks: FollowedTalkRow;
  readonly own_addresses: OwnAddressRow;
  readonly link_codes: LinkCodeRow;
  readonly link_attempts: LinkAttemptRow;
  readonly outbox: OutboxRow;
  readonly lane_leases: LaneLeaseRow;
  readonly connection_leases: ConnectionLeaseRow;
  readonly counted: CountedRow;
  readonly watermarks: WatermarkRow;
  readonly troubles: TroubleRow;
  readonly retention_marks: RetentionMarkRow;
  readonly schedule_versions: ScheduleVersionRow;
  readonly refused_versions: RefusedVersionRow;
  readonly schedule_changes: ScheduleChangesRow;
  readonly refused_channels: RefusedChannelRow;
  readonly slack_installations: SlackInstallationRow;
  readonly matrix_sessions: MatrixSessionRow;
  readonly matrix_news: MatrixNewsRow;
}

export interface PersonRow {
  id: string;
  lead_minutes: number;
  /** ISO 639; null: as the app tells. */
  language: string | null;
  /** IANA; null: as the app tells. */
  time_zone: string | null;
}

export interface MemberRow {
  platform: string;
  id: string;
  person: string;
  /** Where the member was last seen. */
  community: string | null;
  locale: string;
  time_zone: string | null;
  volume: 'full' | 'quiet' | 'silent';
  digest: number;
  /** Whether it wants to hear of recordings. */
  recordings: number;
  /** Whether it wants to be asked how talks were. */
  feedback: number;
  /** Whether it wants to hear what organisers say to many. */
  says: number;
  direct_messages: 'open' | 'closed' | 'unknown';
  seen_at: number;
}

export interface StarRow {
  person: string;
  conference: ConferenceKey;
  talk: TalkId;
  /** Platform of the community in which it was starred. */
  platform: string | null;
  community: string | null;
  /** The start that is known to the person; `null` while the talk is canceled. */
  start: number | null;
  /** When the reminder falls due; `null` when there is nothing to be reminded of. */
  due_at: number | null;
  /** Of this star alone; `null` where the person's counts. */
  lead_minutes: number | null;
  starred_at: number;
}

export interface OwnAddressRow {
  person: string;
  /** Of the secret: SHA-256 in hexadecimal digits. */
  digest: string;
  /** The secret; null where there was no key. */
  sealed: string | null;
  made_at: number;
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

export interface OutboxRow {
  key: string;
  batch: string;
  lane: string;
  platform: string;
  /** Whose organisers it concerns; `null` in rows from before it was kept. */
  community: string | null;
  /** Key of the target. */
  target: string;
  conference: ConferenceKey;
  kind: string;
  talk: TalkId | null;
  start: number | null;
  /** Id of what organisers say. */
  say: string | null;
  /** 0 for what is timed; 1 goes behind all of that. */
  rank: number;
  /** The delivery as JSON. */
  delivery: string;
  expires_at: number;
  state: 'pending' | 'sending' | 'sent' | 'failed' | 'expired';
  due_at: number;
  /** Pending: ready from here on. Sending: in doubt from here on. Settled: `null`. */
  ready_at: number | null;
  attempts: number;
  attempt_key: string | null;
  /** Whose lease runs, or ran out; `null` before a claim and once its end is settled. */
  owner: string | null;
  /** First claimed since it is due. */
  claimed_at: number | null;
  /** First try under this attempt key. */
  tried_at: number | null;
  /** 1 when asked for anew while it was being sent. */
  again: number;
  message_id: string | null;
  reason: string | null;
  /** When it was last sent or edited. */
  sent_at: number | null;
  /** When it last came to an end, sent or not. */
  settled_at: number | null;
  /** Why it was not sent when due, as JSON; `null` for no reason. */
  waits: string | null;
}

export interface LaneLeaseRow {
  lane: string;
  owner: string;
  expires_at: number;
}

export interface ConnectionLeaseRow {
  connection: string;
  owner: string;
  expires_at: number;
}

/** What counts once, until it may count again. */
export interface CountedRow {
  key: string;
  until: number;
}

export interface WatermarkRow {
  name: string;
  at: number;
}

/** The last spell of what ailed Hallway. */
export interface TroubleRow {
  /** `troubleKey` of it. */
  name: string;
  kind: Trouble['kind'];
  platform: string | null;
  since: number;
  seen_at: number;
  /** `null` while it lasts. */
  over_at: number | null;
  returns: number;
}

/** What is to be erased a day later. */
export interface RetentionMarkRow {
  name: string;
  marked_at: number;
}

/** A channel that could not be written to when it was last tried. */
export interface RefusedChannelRow {
  platform: string;
  community: string;
  channel: string;
  code: PlatformErrorCode;
  at: number;
}

/** The last good version of a conference, and the one before. */
export interface ScheduleVersionRow {
  conference: ConferenceKey;
  /** Our own count of versions, from 1. */
  number: number;
  taken_at: number;
  /** Of the source's bytes. */
  fingerprint: string;
  etag: string | null;
  last_modified: string | null;
  /** The conference as `writeConference` has it, packed by `packText` or, by older versions of Hallway, not. */
  content: string;
  /** 1 when it could not be loaded. */
  set_aside: number;
}

/** What a conference's source shows at last and was not believed. */
export interface RefusedVersionRow
  extends Pick<ScheduleVersionRow, 'conference' | 'fingerprint' | 'etag' | 'last_modified'> {
  /** Of the content. */
  digest: Digest;
  flaw: Flaw['kind'];
  /** Of so many talks still to come, so many were lost. */
  lost: number;
  coming: number;
  since: number;
  content: string;
}

/** What a version of a conference changed. */
export interface ScheduleChangesRow {
  conference: ConferenceKey;
  /** Of the version. */
  number: number;
  taken_at: number;
  /** As JSON: its changes as they are told, new ids of talks and new names. */
  step: string;
}

export interface SlackInstallationRow {
  team: string;
  /** Bolt's installation as JSON, tokens and all, encrypted. */
  sealed: string;
}
