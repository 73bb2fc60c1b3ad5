import type { MemberRef } from '../platform/target.ts';
import { subjectKey } from '../programme/following.ts';
import {
  MOST_OPEN_CLAIMS,
  SPEAKER_LEAD_MINUTES,
  type SpeakerClaim,
  type SpeakerClaims,
  type SpeakerSubject,
} from '../programme/speakerClaims.ts';
import { type AgendaParts, homeOf, see, type Visit } from './agenda.ts';
import type { Member } from './member.ts';

/** What became of somebody's word that they are a speaker. */
export type Claimed = Known | { readonly kind: 'tooMany' } | { readonly kind: 'nowhere' };

/** It is kept, from now or since before. */
export interface Known {
  readonly kind: 'claimed' | 'open' | 'confirmed';
  readonly member: Pick<Member, 'directMessages' | 'volume'>;
}

/** What members say of who they are; organisers decide (issue 18 §1). */
export interface Speaking {
  /** In the community of the visit: `nowhere` without one. */
  claim(visit: Visit, speaker: SpeakerSubject): Promise<Claimed>;
  /** Undefined where it is not theirs, or no more. */
  drop(visit: Visit, id: string): Promise<SpeakerClaim | undefined>;
  /** How long before they are on they hear of it. */
  setLead(visit: Visit, minutes: number): Promise<void>;
  /** Of that conference, wherever they were made. */
  of(member: MemberRef, conference: Visit['conference']): Promise<readonly SpeakerClaim[]>;
}

export function createSpeaking(parts: AgendaParts, claims: Pick<SpeakerClaims, 'of'>): Speaking {
  return {
    of: async (member, conference) =>
      (await claims.of(member)).filter((claim) => claim.conference === conference),

    claim: (visit, speaker) =>
      parts.memberWork.transaction(async (stores, at): Promise<Claimed> => {
        const community = homeOf(visit);
        if (community === undefined) return { kind: 'nowhere' };
        const { ref, directMessages, volume } = await see(parts, stores, visit, at);
        const member = { directMessages, volume };
        const here = (await stores.speakerClaims.of(ref)).filter(
          (claim) => claim.community.id === community.id,
        );
        const known = here.find(
          (claim) =>
            claim.conference === visit.conference &&
            subjectKey(claim.speaker) === subjectKey(speaker),
        );
        if (known !== undefined) return { kind: known.state, member };
        if (here.filter(({ state }) => state === 'open').length >= MOST_OPEN_CLAIMS) {
          return { kind: 'tooMany' };
        }
        const { conference } = visit;
        const leadMinutes = here[0]?.leadMinutes ?? SPEAKER_LEAD_MINUTES;
        const what = { community, conference, member: ref, speaker, leadMinutes };
        await stores.speakerClaims.add({ id: parts.random.id(), ...what }, at);
        return { kind: 'claimed', member };
      }),

    setLead: (visit, minutes) =>
      parts.memberWork.transaction(({ speakerClaims }, at) =>
        speakerClaims.setLead(visit.seen.ref, minutes, at),
      ),

    drop: (visit, id) =>
      parts.memberWork.transaction(async ({ speakerClaims }) => {
        const { ref } = visit.seen;
        const own = (await speakerClaims.of(ref)).find((claim) => claim.id === id);
        return own !== undefined && (await speakerClaims.remove(id)) ? own : undefined;
      }),
  };
}
