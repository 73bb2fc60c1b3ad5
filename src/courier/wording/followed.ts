import type { Follows } from '../../agenda/following/follow.ts';
import { NO_REASONS, type Reasons } from '../../agenda/following/followWords.ts';
import { dayNamed, type FollowDay } from '../../announcements/following/followPlan.ts';
import type { Card } from '../../cards/cards.ts';
import type { Frame } from '../../cards/frame.ts';
import type { Instant } from '../../clock.ts';
import type { Subject } from '../../outbox/delivery.ts';
import type { MemberRef } from '../../platform/target.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { inProgrammeOrder } from '../../schedule/timetable.ts';
import { followDigestCard, followNewsCard } from './followCards.ts';

/** What the member follows, and which talks that found, as far as the message depends on it. */
export async function reasonsOf(
  follows: Pick<Follows, 'of' | 'talks'>,
  { kind }: Subject,
  member: MemberRef,
  conference: ConferenceKey,
): Promise<Reasons> {
  switch (kind) {
    case 'list':
      return { ...NO_REASONS, follows: await follows.of(member, conference) };
    case 'reminder':
    case 'recording':
    case 'followNews':
    case 'followDigest': {
      const talks = await follows.talks(member, conference);
      return talks.length === 0
        ? NO_REASONS
        : { follows: await follows.of(member, conference), talks };
    }
    default:
      return NO_REASONS;
  }
}

/** Undefined when nothing of it is still to come, or the member follows it no more. */
export function followCard(
  subject: Extract<Subject, { readonly kind: 'followNews' | 'followDigest' }>,
  reasons: Reasons,
  programme: Pick<Programme, 'conference' | 'timetable'>,
  frame: Frame,
): Card | undefined {
  const all = new Set(reasons.talks.map(({ talk }) => talk));
  if (subject.kind === 'followNews') {
    const told = subject.talks.filter((id) => all.has(id));
    const talks = toCome(told, programme, frame);
    return talks.length === 0 ? undefined : followNewsCard(talks, reasons, frame);
  }
  const day = dayNamed(programme.conference, subject.date);
  const talks = followedOn(day, reasons, programme, frame);
  return talks.length === 0 ? undefined : followDigestCard(day, talks, reasons, frame);
}

/** Of what is followed, what is still to come and not starred: what starts that day, and what a version brought on it. */
export function followedOn(
  { start, end }: FollowDay,
  { talks }: Pick<Reasons, 'talks'>,
  programme: Pick<Programme, 'timetable'>,
  frame: Pick<Frame, 'now' | 'starred'>,
): readonly Talk[] {
  const isWithin = (at: Instant | undefined) => at !== undefined && start <= at && at < end;
  const ids = talks.flatMap(({ talk, newSince }) =>
    isWithin(programme.timetable.talk(talk)?.start) || isWithin(newSince) ? [talk] : [],
  );
  return toCome(ids, programme, frame);
}

function toCome(
  ids: readonly TalkId[],
  { timetable }: Pick<Programme, 'timetable'>,
  frame: Pick<Frame, 'now' | 'starred'>,
): readonly Talk[] {
  return [...new Set(ids)]
    .flatMap((id) => timetable.talk(id) ?? [])
    .filter((talk) => isToCome(talk, frame))
    .toSorted(inProgrammeOrder);
}

/** Of what is starred the list tells. */
function isToCome(
  { id, status, start }: Talk,
  { now, starred }: Pick<Frame, 'now' | 'starred'>,
): boolean {
  return status === 'scheduled' && start > now && !starred.has(id);
}
