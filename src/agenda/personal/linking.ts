import { type Instant, MINUTE_MS } from '../../clock.ts';
import type { MemberRef } from '../../platform/target.ts';

export const LINK_CODE_LIFE_MS = 10 * MINUTE_MS;

/** Wrong codes that one member may enter within a code's life. */
export const MOST_LINK_TRIES = 5;

export type Redemption =
  /** One person from here on: the lists are merged, the lead is that of whoever made the code. */
  | { readonly kind: 'linked' }
  /** Wrong, used or too old. */
  | { readonly kind: 'unknown' }
  /** Both accounts are one person already. */
  | { readonly kind: 'own' }
  | { readonly kind: 'tooManyTries' };

/** Several accounts, one person. All members are known ones. */
export interface Linking {
  /** Replaces the person's earlier code. */
  offer(member: MemberRef, code: string, expiresAt: Instant): Promise<void>;
  redeem(member: MemberRef, code: string, at: Instant): Promise<Redemption>;
  /** The account becomes a person of its own, called `personId`, with a copy of the list. False when it was alone. */
  part(member: MemberRef, personId: string): Promise<boolean>;
}

/** Without letters and digits that look alike. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/**
 * `7KQ2M-XW9RT`: 31^10 possible codes, so that a million guesses at one of a thousand open codes
 * succeed once in a million. `random` gives bytes nobody can foresee.
 */
export function createLinkCode(random: (count: number) => Uint8Array): string {
  let letters = '';
  while (letters.length < CODE_LENGTH) {
    for (const byte of random(CODE_LENGTH)) {
      // Bytes past the last whole multiple are thrown away: every letter is equally likely.
      if (byte < 256 - (256 % ALPHABET.length)) letters += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return spaced(letters.slice(0, CODE_LENGTH));
}

/** The code as it was shown, however it was typed; undefined for what cannot be one. */
export function readLinkCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return letters.length === CODE_LENGTH ? spaced(letters) : undefined;
}

function spaced(letters: string): string {
  return `${letters.slice(0, CODE_LENGTH / 2)}-${letters.slice(CODE_LENGTH / 2)}`;
}
