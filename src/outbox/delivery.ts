import { type Instant, MINUTE_MS } from '../clock.ts';
import { type CommunityRef, type Target, targetKey } from '../platform/target.ts';
import type { Rename } from '../schedule/comparing/renames.ts';
import type { RoomSlug, TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import { type Trouble, troubleKey } from './trouble.ts';
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
  | {
      readonly kind: 'reminder';
      readonly talk: TalkId;
      readonly start: Instant;
      /** It comes because of what the member follows, not of a star. */
      readonly isFollowed?: true;
      /** The how manyeth time it comes again, as asked for; absent, it comes by itself. See `snooze.ts`. */
      readonly again?: number;
    }
  /** Talks that a new version brought to what the member follows. */
  | { readonly kind: 'followNews'; readonly talks: readonly TalkId[] }
  /**
   * In the place of all that follows would tell on a day beyond the most: one row a member and day, sent or
   * edited with what is still to come by then.
   */
  | { readonly kind: 'followDigest'; readonly date: string }
  | { readonly kind: 'notice'; readonly change: ToldChange }
  /** A recording is there, or how it was is asked: of a talk that is over, once. See `afterwards.ts`. */
  | { readonly kind: 'recording' | 'feedback'; readonly talk: TalkId }
  /** The room is full in which that talk is next, which is told once. */
  | { readonly kind: 'roomFull'; readonly room: RoomSlug; readonly talk: TalkId }
  /** To a confirmed speaker: they are on soon; their talk changed; its recording is there. */
  | { readonly kind: 'onStage'; readonly talk: TalkId; readonly start: Instant }
  | { readonly kind: 'ownChange'; readonly change: ToldChange }
  | { readonly kind: 'ownRecording'; readonly talk: TalkId }
  /** To whoever claimed to be that speaker: what organisers decided. See `speaking.ts`. */
  | {
      readonly kind: 'claimDecided';
      readonly claim: string;
      readonly name: string;
      readonly isConfirmed: boolean;
    }
  /** More changes than a channel wants to read one by one. */
  | { readonly kind: 'changes'; readonly changes: readonly ToldChange[] }
  /** A room runs late: one row a channel and spell of lateness, sent or edited with what is next there by then. */
  | { readonly kind: 'roomDelay'; readonly delay: ToldDelay }
  /** Rooms and tracks that are called otherwise now, and are where they were. */
  | { readonly kind: 'renamed'; readonly renames: readonly Rename[] }
  /** Rooms and tracks that a channel is subscribed to and that are in the schedule no more. */
  | { readonly kind: 'placesGone'; readonly names: readonly string[] }
  | { readonly kind: 'digest'; readonly date: string }
  /** The member's live list; one row a member, sent or edited with whatever the list is by then. */
  | { readonly kind: 'list' }
  /** Edits a list that another has taken the place of: it stays behind and is true no more. */
  | { readonly kind: 'formerList'; readonly messageId: string }
  /** What organisers say to many: one row a target, sent with what it is by then, or edited once it has arrived. */
  | { readonly kind: 'say'; readonly say: string }
  /** Edits the message of an earlier announcement, so that it no longer lies. */
  | {
      readonly kind: 'correction';
      readonly messageId: string;
      readonly talks: readonly TalkId[];
      readonly start: Instant;
      /** Where it told readers to go first, by the ids of talks. */
      readonly rooms?: Readonly<Record<string, string>>;
    }
  /**
   * To a community's organisers: what they are to look at, sent or edited with how it stands by then; one row
   * an episode. With `isNaming`, that they are told there from now on.
   */
  | { readonly kind: 'alert'; readonly episode: Instant; readonly isNaming?: true }
  /** To whoever runs Hallway: it has ailed since, or, with `until`, no longer does. */
  | {
      readonly kind: 'operator';
      readonly trouble: Trouble;
      readonly since: Instant;
      readonly until?: Instant;
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
  /** By name, where they are others. */
  readonly speakers?: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** How late a room runs, as told. */
export interface ToldDelay {
  readonly room: RoomSlug;
  /** Of the room, as it was called then. */
  readonly name: string;
  /** Negative when the room is ahead of time; 0 when it is on time again. */
  readonly minutes: number;
  /** When it began not to be on time: every other delay until it is on time again is told in one message. */
  readonly since: Instant;
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
  readonly community?: CommunityRef;
  readonly subject: Subject;
  readonly mention?: string;
  /** Of a channel, as it was then; members are spoken to in theirs. */
  readonly language?: string;
  readonly dueAt: Instant;
  /** From here on it is of no use and is dropped. */
  readonly expiresAt: Instant;
  /** What kept it from being planned when it fell due, where something did. */
  readonly plannedLate?: Wait;
  /** Of news: since when Hallway knew the version that was replaced. */
  readonly knownSince?: Instant;
}

export type DeliveryState = 'pending' | 'sending' | 'sent' | 'failed' | 'expired';

/** What the makers of deliveries below have in common. */
export interface Addressee {
  readonly target: Target;
  /** Key of the conference. */
  readonly conference: ConferenceKey;
  /** Of a member: the community whose delays count. */
  readonly community?: CommunityRef;
  readonly mention?: string;
  /** Of a channel. */
  readonly language?: string;
}

export interface Span {
  readonly dueAt: Instant;
  readonly expiresAt: Instant;
  /** Of news. */
  readonly knownSince?: Instant | undefined;
}

/** A delivery whose key and batch follow from what it speaks of; `version` sets apart what is told of different versions, or instants. */
export function delivery(to: Addressee, subject: Subject, span: Span, version = 0): Delivery {
  const { batch, item, name } = identity(subject, version);
  const prefix = batchKey(to, batch);
  const key = item === '' ? prefix : `${prefix}|${item}`;
  return {
    key: name === undefined ? key : batchKey(to, name),
    batch: prefix,
    target: to.target,
    conference: to.conference,
    ...(to.community === undefined ? {} : { community: to.community }),
    subject,
    ...(to.mention === undefined ? {} : { mention: to.mention }),
    ...(to.language === undefined ? {} : { language: to.language }),
    dueAt: span.dueAt,
    expiresAt: span.expiresAt,
    ...(span.knownSince === undefined ? {} : { knownSince: span.knownSince }),
  };
}

function batchKey({ target, conference }: Addressee, batch: string): string {
  return `${targetKey(target)}|${conference}|${batch}`;
}

/** Which of the changes that a target was told of at once are meant, by when or in which version they came. */
export function changesKey(to: Addressee, update: number): string {
  return batchKey(to, `changes|${update}`);
}

/** The update that {@link changesKey} finds these changes by. */
export function toldUpdate({ batch }: Pick<Delivery, 'batch'>): number {
  return Number(batch.slice(batch.lastIndexOf('|') + 1));
}

type Reminder = Extract<Subject, { readonly kind: 'reminder' }>;

/** The batch of all that a target is reminded of at once. */
export function reminderBatchOf(to: Addressee, reminded: Omit<Reminder, 'kind' | 'talk'>): string {
  return batchKey(to, reminderBatch({ kind: 'reminder', ...reminded }));
}

/** Whether its row is one for ever: asked for again, its message is edited in place. */
export function isLive({ kind }: Subject): boolean {
  return ['list', 'roomDelay', 'followDigest', 'alert', 'say'].includes(kind);
}

/** Whether it waits until nothing else does: many at once, and bound to no time. */
export function isBulk({ kind }: Subject): boolean {
  return kind === 'say';
}

interface Identity {
  readonly batch: string;
  readonly item: string;
  /** What it is told once by, whichever message it becomes a part of; otherwise batch and item. */
  readonly name?: string;
}

/** What becomes one message, and what sets a delivery apart within it. */
function identity(subject: Subject, version: number): Identity {
  switch (subject.kind) {
    case 'announcement':
      return { batch: `announcement|${minute(subject.start)}`, item: startItem(subject) };
    case 'reminder':
      return { batch: reminderBatch(subject), item: startItem(subject) };
    case 'onStage':
      return { batch: `onStage|${minute(subject.start)}`, item: startItem(subject) };
    case 'recording':
    case 'ownRecording':
    case 'feedback': {
      const name = `${subject.kind}|${subject.talk}|once`;
      return { batch: `${subject.kind}|${version}`, item: '', name };
    }
    case 'roomFull': {
      const name = `roomFull|${subject.room}|${subject.talk}`;
      return { batch: `roomFull|${version}`, item: subject.room, name };
    }
    case 'claimDecided':
      return { batch: `claimDecided|${subject.claim}`, item: '' };
    case 'notice':
    case 'ownChange': {
      const item = `${subject.change.kind}|${subject.change.talk}`;
      return { batch: `${subject.kind}|${version}`, item };
    }
    case 'changes':
      return { batch: `changes|${version}`, item: '' };
    case 'followNews':
      // What is told of at one instant is told of once then: the first talk tells messages apart.
      return { batch: `followNews|${version}|${subject.talks[0] ?? ''}`, item: '' };
    case 'followDigest':
      return { batch: `followDigest|${subject.date}`, item: '' };
    case 'say':
      return { batch: `say|${subject.say}`, item: '' };
    case 'roomDelay':
      return { batch: `roomDelay|${subject.delay.since}|${subject.delay.room}`, item: '' };
    case 'renamed':
      return { batch: `renamed|${version}`, item: '' };
    case 'placesGone':
      return { batch: `placesGone|${version}`, item: '' };
    case 'digest':
      return { batch: `digest|${subject.date}`, item: '' };
    case 'list':
      return { batch: 'list', item: '' };
    case 'formerList':
      return { batch: `formerList|${subject.messageId}`, item: '' };
    case 'correction':
      return { batch: `correction|${version}|${subject.messageId}`, item: '' };
    case 'alert':
      return { batch: `alert|${subject.isNaming ? 'naming|' : ''}${subject.episode}`, item: '' };
    case 'operator':
      // Both that wait become one message, which says that it is over.
      return {
        batch: `operator|${troubleKey(subject.trouble)}|${subject.since}`,
        item: subject.until === undefined ? 'begun' : 'over',
      };
  }
}

function reminderBatch({ start, again }: Omit<Reminder, 'talk'>): string {
  return `reminder|${minute(start)}${again === undefined ? '' : `+${again}`}`;
}

function startItem({ talk, start }: { readonly talk: TalkId; readonly start: Instant }): string {
  return `${talk}|${start}`;
}

function minute(start: Instant): number {
  return Math.floor(start / MINUTE_MS);
}
