import { DAY_MS, type Instant } from '../../clock.ts';
import type { SpeakerClaim } from '../../programme/speakerClaims.ts';
import { type Addressee, type Delivery, delivery } from '../delivery.ts';

/** Whoever claimed it wants to know, also the day after. */
const DECISION_USEFUL_MS = 2 * DAY_MS;

/** A speaker, where they said who they are: the delays of that community count. */
export function speakerAddressee({
  member,
  community,
  conference,
}: Pick<SpeakerClaim, 'member' | 'community' | 'conference'>): Addressee {
  const target = { kind: 'member', platform: member.platform, member: member.id } as const;
  return { target, conference, community };
}

/** To whoever claimed it: what the organisers decided; once a claim. */
export function claimDecidedDelivery(
  claim: SpeakerClaim,
  isConfirmed: boolean,
  at: Instant,
): Delivery {
  const { id, speaker } = claim;
  const subject = { kind: 'claimDecided', claim: id, name: speaker.name, isConfirmed } as const;
  const span = { dueAt: at, expiresAt: at + DECISION_USEFUL_MS };
  return delivery(speakerAddressee(claim), subject, span);
}
