import type { MemberWork } from '../../agenda/memberWork.ts';
import type { Wish } from '../../outbox/kinds/afterwards.ts';
import type { CommunityRef, MemberRef } from '../../platform/target.ts';
import { speakerSubject, subjectKey } from '../../programme/following.ts';
import type { Programme } from '../../programme/programme.ts';
import { SPEAKER_LEAD_MINUTES } from '../../programme/speakerClaims.ts';
import type { TalkId } from '../../schedule/schedule.ts';

export interface Seating {
  /** Talks that the member starred. */
  readonly stars: readonly TalkId[];
  readonly wishes?: Readonly<Record<Wish, boolean>>;
  /** Talks that are the member's own: organisers know them as whoever gives these. */
  readonly speaks?: readonly TalkId[];
}

/** Who rehearses, and in which community. */
interface Seated {
  readonly member: MemberRef;
  readonly community: CommunityRef;
  readonly locale: string;
}

/** What the member wished for and said long before the rehearsal begins; returns the ids that no talk has. */
export async function seatBefore(
  { stars: starred, wishes, speaks = [] }: Seating,
  memberWork: MemberWork,
  { member, community, locale }: Seated,
  { key, conference: { talks } }: Pick<Programme, 'key' | 'conference'>,
): Promise<readonly TalkId[]> {
  const known = new Set(talks.map(({ id }) => id));
  const named = [...starred, ...speaks];
  if (named.some((id) => known.has(id))) {
    await memberWork.transaction(async ({ members, stars, speakerClaims }, at) => {
      await members.see({ ref: member, locale, seenAt: at }, 'rehearsal');
      await members.change(member, {
        wantsRecordings: wishes?.recordings ?? false,
        wantsFeedback: wishes?.feedback ?? false,
      });
      for (const { id, status, start } of talks.filter((one) => starred.includes(one.id))) {
        const due = status === 'scheduled' ? { start } : {};
        await stars.add(member, { conference: key, talk: id, community, ...due }, at);
      }
      for (const speaker of speakersOf(talks.filter(({ id }) => speaks.includes(id)))) {
        const claim = { id: subjectKey(speaker), community, conference: key, member, speaker };
        await speakerClaims.add({ ...claim, leadMinutes: SPEAKER_LEAD_MINUTES }, at);
        await speakerClaims.confirm(claim.id, at);
      }
    });
  }
  return named.filter((id) => !known.has(id));
}

/** Once each. */
function speakersOf(talks: Programme['conference']['talks']) {
  const all = talks.flatMap(({ speakers }) => speakers.map(speakerSubject));
  const speakers = all.filter((subject) => subject.kind === 'speaker');
  return new Map(speakers.map((subject) => [subjectKey(subject), subject])).values();
}
