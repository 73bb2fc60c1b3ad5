import type { Instant } from '../clock.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { PeopleCount } from './interest.ts';

/**
 * Direct messages that people of a community are to get, beside those because of what they follow, in
 * exact numbers, of which `toldCount` tells organisers. What becomes one message counts once.
 */
export interface MessageCounts {
  /** Reminders of what is on lists that fall due in `(after, until]`. */
  lists(
    community: CommunityRef,
    conferences: readonly ConferenceKey[],
    window: CountedWindow,
  ): Promise<PeopleCount>;
  /** What is planned already for `(after, until]`: reminders put off, and recordings. */
  waiting(
    community: CommunityRef,
    conferences: readonly ConferenceKey[],
    window: CountedWindow,
  ): Promise<Readonly<Record<'snoozed' | 'recordings', PeopleCount>>>;
  /** Questions how talks were. */
  feedback(community: CommunityRef, asked: readonly AskedTogether[]): Promise<PeopleCount>;
}

export interface CountedWindow {
  readonly after: Instant;
  readonly until: Instant;
}

/** Talks of a conference that whoever starred some of them is asked about in one message. */
export interface AskedTogether {
  readonly conference: ConferenceKey;
  readonly talks: readonly TalkId[];
}
