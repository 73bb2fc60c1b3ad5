import { HOUR_MS, type Instant } from '../clock.ts';
import type { Addressee, Delivery } from '../outbox/delivery.ts';
import { afterwardsDelivery, hourEnd } from '../outbox/kinds/afterwards.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { Change } from '../schedule/comparing/changes.ts';
import type { Conference, Talk, TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import { feedbackOf, recordingsOf } from '../schedule/talkLinks.ts';
import type { AnnouncerStores } from './announcerWork.ts';
import type { Window } from './plan.ts';
import type { Starrer } from './starred.ts';
import type { Update } from './versions/update.ts';

/**
 * What is said of talks that are over (issue 17): that a version brought their recordings, and the
 * question how they were. Whoever wishes for it hears of the recordings of what they starred or follow,
 * and is asked about what they starred: what is only followed may not have been seen.
 */

/**
 * Talks that are over and have a recording now, and did not when the version before was taken over. A
 * link that came while the talk still ran counts once it is over, with whatever version comes next.
 */
export function newlyRecorded({ changes, after, at, knownSince }: Update): readonly TalkId[] {
  if (knownSince === undefined) return [];
  const brought = changes.flatMap((change) =>
    'before' in change && recordingsOf(change.before, knownSince).length === 0
      ? (change.after ?? [])
      : [],
  );
  const ended = after.talks.filter(({ end }) => end > knownSince && end <= at);
  const recorded = [...brought, ...ended].filter(
    (talk) => talk.status === 'scheduled' && recordingsOf(talk, at).length > 0,
  );
  return [...new Set(recorded.map(({ id }) => id))];
}

/** Whether an hour ends in the window: only then anybody is asked how talks were. */
export function hasHourEnd({ after, until }: Window): boolean {
  return Math.floor(until / HOUR_MS) * HOUR_MS > after;
}

/** The talks of which it is asked how they were at the end of an hour that lies in the window. */
export function askedAbout({ after, until }: Window, { talks }: Conference): readonly Talk[] {
  return talks.filter((talk) => {
    const due = hourEnd(talk.end);
    return after < due && due <= until && isAsked(talk);
  });
}

/** The talks that a change has end in an hour that is past, though they did not before. */
export function endedEarlier(changes: readonly Change[], at: Instant): readonly TalkId[] {
  return changes.flatMap((change) => {
    if (!('before' in change) || change.after === undefined) return [];
    const { before, after } = change;
    const isMissed = hourEnd(before.end) > at && hourEnd(after.end) <= at;
    return isMissed && isAsked(after) ? [after.id] : [];
  });
}

/** Whoever wishes to hear of recordings and starred or follows one of the talks, each account once a talk. */
export async function recordingWishers(
  { stars, followed }: Pick<AnnouncerStores, 'stars' | 'followed'>,
  conference: ConferenceKey,
  talks: readonly TalkId[],
): Promise<readonly Starrer[]> {
  return [
    ...(await stars.wishers('recordings', conference, talks)),
    ...(await followed.wishers(conference, talks)),
  ];
}

/** The deliveries of those who wish to hear of talks afterwards. */
export function afterwards(
  kind: 'recording' | 'feedback',
  wishers: readonly Starrer[],
  conference: ConferenceKey,
  at: (star: Starrer) => Instant,
  knownSince?: Instant,
): readonly Delivery[] {
  return wishers.map((star) =>
    afterwardsDelivery(
      addresseeOf(star, conference),
      { kind, talk: star.talk },
      at(star),
      knownSince,
    ),
  );
}

function isAsked(talk: Talk): boolean {
  return talk.status === 'scheduled' && feedbackOf(talk) !== undefined;
}

function addresseeOf(
  { member, community }: { readonly member: Starrer['member']; readonly community?: CommunityRef },
  conference: ConferenceKey,
): Addressee {
  return {
    target: { kind: 'member', platform: member.platform, member: member.id },
    conference,
    ...(community === undefined ? {} : { community }),
  };
}
