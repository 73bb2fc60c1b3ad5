import type { TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';

/** What a community's organisers are to look at, told in a channel of theirs: once when it begins and once when it is over. */
export type Concern = Matter & { readonly conference?: ConcernedConference | undefined };

/** Which of a community's conferences it is of, where it has several. */
export interface ConcernedConference {
  /** What it is called beside others. */
  readonly name: string;
  /** Absent: whichever is the main one. */
  readonly key?: ConferenceKey | undefined;
}

type Matter =
  /** The schedule's source is not reached, or cannot be read. */
  | { readonly kind: 'sourceStale' }
  /** It shows a version that is not believed: so many of so many talks still to come are gone, or past. */
  | {
      readonly kind: 'sourceRefused';
      readonly flaw: 'shrunken' | 'past';
      readonly lost: number;
      readonly of: number;
    }
  /** Announcements do not arrive there any more. */
  | { readonly kind: 'channel'; readonly channel: string }
  /** The source goes on to say something else of a talk that organisers changed by hand: theirs counts until they decide. */
  | { readonly kind: 'contradiction'; readonly talk: TalkId; readonly title: string }
  /** Somebody says to be that speaker, and waits to hear whether they are. */
  | { readonly kind: 'claim'; readonly claim: string; readonly name: string }
  /** The feed of how rooms stand is not reached, or cannot be read. */
  | { readonly kind: 'roomFeedStale' }
  /** What is due to the community waits. */
  | { readonly kind: 'late' };

/** One name for a concern: of each a community has one at a time, whatever the number of processes. */
export function concernKey(concern: Concern): string {
  const { key } = concern.conference ?? {};
  return key === undefined ? matterKey(concern) : `${matterKey(concern)}@${key}`;
}

function matterKey(concern: Matter): string {
  switch (concern.kind) {
    case 'sourceStale':
    case 'sourceRefused':
    case 'roomFeedStale':
    case 'late':
      return concern.kind;
    case 'channel':
      return `${concern.kind}:${concern.channel}`;
    case 'claim':
      return `${concern.kind}:${concern.claim}`;
    case 'contradiction':
      return `${concern.kind}:${concern.talk}`;
  }
}
