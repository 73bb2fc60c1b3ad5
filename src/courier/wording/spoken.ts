import { FEWEST, type Interest, rounded } from '../../agenda/interest.ts';
import type { Subject } from '../../outbox/delivery.ts';
import type { CommunityRef, MemberRef } from '../../platform/target.ts';
import { createTalksOf } from '../../programme/following.ts';
import type { Programme } from '../../programme/programme.ts';
import type { SpeakerClaims } from '../../programme/speakerClaims.ts';
import type { TalkId } from '../../schedule/schedule.ts';

export interface SpokenPorts {
  readonly speakerClaims: Pick<SpeakerClaims, 'in' | 'of'>;
  readonly interest: Pick<Interest, 'tally'>;
}

/** What a message to a speaker depends on. */
export interface Spoken {
  /** Confirmed, as somebody who speaks there. */
  readonly isSpeaker: boolean;
  /** The talks that the member gives. */
  readonly given: ReadonlySet<TalkId>;
  /** How many starred which of them, where enough did. */
  readonly starrers: ReadonlyMap<TalkId, number>;
}

export const NOBODYS: Spoken = { isSpeaker: false, given: new Set(), starrers: new Map() };

/** Of a message to a speaker, where they are confirmed still; numbers as organisers see them. */
export async function spokenOf(
  { speakerClaims, interest }: SpokenPorts,
  { kind }: Subject,
  member: MemberRef,
  { key, conference }: Pick<Programme, 'key' | 'conference'>,
  community: CommunityRef | undefined,
): Promise<Spoken> {
  const isOwn = kind === 'onStage' || kind === 'ownChange' || kind === 'ownRecording';
  if (!isOwn || community === undefined) return NOBODYS;
  const claims = (await speakerClaims.of(member)).filter(
    (claim) =>
      claim.state === 'confirmed' &&
      claim.conference === key &&
      claim.community.id === community.id,
  );
  const talksOf = createTalksOf(conference, { about: () => undefined });
  const given = new Set(
    claims.flatMap(({ speaker }) => (talksOf(speaker) ?? []).map(({ id }) => id)),
  );
  const tally = kind === 'onStage' ? await interest.tally(community, key) : new Map();
  const enough = [...tally].filter(([talk, people]) => given.has(talk) && people >= FEWEST);
  const starrers = new Map(enough.map(([talk, people]) => [talk, rounded(people)]));
  return { isSpeaker: claims.length > 0, given, starrers };
}
