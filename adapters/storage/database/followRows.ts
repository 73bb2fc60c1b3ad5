import type { SubjectKey } from '../../../src/programme/following.ts';
import type { TalkId } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';

/** What somebody follows. */
export interface FollowRow {
  person: string;
  conference: ConferenceKey;
  subject: SubjectKey;
  /** As it was called when it was followed. */
  name: string;
  /** Platform of the community in which it was followed. */
  platform: string | null;
  community: string | null;
  /** By its number, in which its talks were last looked for; `null` while they never were. */
  version: number | null;
  followed_at: number;
}

/** A talk that a follow found. */
export interface FollowedTalkRow {
  person: string;
  conference: ConferenceKey;
  subject: SubjectKey;
  talk: TalkId;
  /** As those of a star. */
  platform: string | null;
  community: string | null;
  start: number | null;
  due_at: number | null;
  /** 0 once it is found no more: that the person knows of it is remembered. */
  is_found: number;
  /** When a version brought it; `null` when it was found as the follow began. */
  new_since: number | null;
}
