import type { Instant } from '../clock.ts';
import type { CommunityRef, Target } from '../platform/target.ts';
import type { TalkId } from '../schedule/model.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { Wait } from './wait.ts';

/**
 * What a delivery speaks of. Its words are found when it is sent, from the
 * conference as it is then; a change keeps what it was, for "old → new".
 */
export type Subject =
  | {
      readonly kind: 'announcement';
      readonly talk: TalkId;
      readonly start: Instant;
      /** Where it was to take place when it fell due: a change since is told. */
      readonly room?: string;
    }
  | { readonly kind: 'reminder'; readonly talk: TalkId; readonly start: Instant }
  | { readonly kind: 'notice'; readonly change: ToldChange }
  /** More changes than a channel wants to read one by one. */
  | { readonly kind: 'changes'; readonly changes: readonly ToldChange[] }
  | { readonly kind: 'digest'; readonly date: string }
  /** The member's live list; one row a member, sent or edited with whatever the list is by then. */
  | { readonly kind: 'list' }
  /** Edits a list that another has taken the place of: it stays behind and is true no more. */
  | { readonly kind: 'formerList'; readonly messageId: string }
  /** Edits the message of an earlier announcement, so that it no longer lies. */
  | {
      readonly kind: 'correction';
      readonly messageId: string;
      readonly talks: readonly TalkId[];
      readonly start: Instant;
      /** Where it told readers to go first, by the ids of talks. */
      readonly rooms?: Readonly<Record<string, string>>;
    };

/** A change between two versions of a schedule, as told: enough to word it without the old version. */
export interface ToldChange {
  readonly kind: 'new' | 'canceled' | 'reinstated' | 'moved' | 'edited';
  readonly talk: TalkId;
  readonly title: string;
  /** Where the title was another. */
  readonly formerTitle?: string;
  readonly before?: Placing;
  readonly after?: Placing;
  /** What else is different. */
  readonly fields: readonly string[];
}

/** Where and when a talk stands in one version. */
export interface Placing {
  readonly start: Instant;
  readonly end: Instant;
  readonly room?: string;
}

export interface Delivery {
  /** Unique for ever: community, target, talk, kind and the start (or the version) it speaks of. */
  readonly key: string;
  /** Pending deliveries of one batch become one message: same target, kind and start. */
  readonly batch: string;
  readonly target: Target;
  /** Key of the conference it speaks of. */
  readonly conference: ConferenceKey;
  /** Of a member: the community whose delays count when it is worded. */
  readonly home?: CommunityRef;
  readonly subject: Subject;
  readonly mention?: string;
  /** Of a channel, as it was then; members are spoken to in theirs. */
  readonly language?: string;
  readonly dueAt: Instant;
  /** From here on it is of no use and is dropped. */
  readonly expiresAt: Instant;
  /** What kept it from being planned when it fell due, where something did. */
  readonly plannedLate?: Wait;
}

export type DeliveryState = 'pending' | 'sending' | 'sent' | 'failed' | 'expired';

const SHORT_ENOUGH = 8;

/** Accounts are people: as much of both ends of an id as mostly tells them apart. */
export function shortId(id: string): string {
  return id.length <= SHORT_ENOUGH ? id : `${id.slice(0, 3)}…${id.slice(-4)}`;
}

/** The key as operators see it, in the log and elsewhere: it names nobody, and `trace` understands it. */
export function shortKey(key: string): string {
  const [, start = '', member = '', rest = ''] = /^(member:[^:]*:)([^|]*)(.*)$/s.exec(key) ?? [];
  return start === '' ? key : `${start}${shortId(member)}${rest}`;
}
