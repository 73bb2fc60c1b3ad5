import { readRef, type ShortRef } from './reference.ts';

/** What speakers say of themselves, and what organisers make of it. `claim` is the id of a claim. */
export type SpeakerDeed =
  /** `speaker` is a reference to the key of the subject. */
  | { readonly kind: 'claimSpeaker'; readonly talk: ShortRef; readonly speaker: ShortRef }
  | { readonly kind: 'dropClaim'; readonly claim: string }
  | ClaimDecision;

export interface ClaimDecision {
  readonly kind: 'confirmClaim' | 'refuseClaim';
  readonly claim: string;
}

export function speakerWords(deed: SpeakerDeed): readonly string[] {
  return deed.kind === 'claimSpeaker'
    ? [deed.kind, deed.talk, deed.speaker]
    : [deed.kind, deed.claim];
}

/** The inverse of {@link speakerWords}; undefined for words it never wrote. */
export function speakerDeed(
  kind: SpeakerDeed['kind'],
  [first = '', second = '']: readonly string[],
): SpeakerDeed | undefined {
  if (first === '') return undefined;
  if (kind !== 'claimSpeaker') return { kind, claim: first };
  return second === '' ? undefined : { kind, talk: readRef(first), speaker: readRef(second) };
}
