import { hash } from 'node:crypto';
import type { Instant } from '../clock.ts';
import type { Flaw } from './comparing/succession.ts';
import type { ConferenceKey } from './source.ts';
import type { Version, WrittenVersion } from './versions.ts';

/** What tells what a source shows from all else that it may show: of what is read, not of its bytes. */
export type Digest = string & { readonly brand: 'Digest' };

/** Short enough for a button, too long to be met by chance. */
const DIGEST_LENGTH = 16;

export function digestOf(text: string): Digest {
  return hash('sha256', text, 'base64url').slice(0, DIGEST_LENGTH) as Digest;
}

/** A digest as it stands in an action id, which anybody may have written. */
export function readDigest(word: string): Digest {
  return word as Digest;
}

export interface Refusal {
  readonly digest: Digest;
  readonly flaw: Flaw;
  /** When it was first seen. */
  readonly since: Instant;
}

/** A version that was not believed, which organisers may take all the same (issue 18 §4). */
export type RefusedVersion = Refusal & Omit<Version, 'number' | 'takenAt'>;

/** The same as it is kept. */
export type WrittenRefusal = Refusal & Omit<WrittenVersion, 'number' | 'takenAt'>;

/** What sources show at last and was not believed: one of a conference. */
export interface RefusedVersions {
  /** Undefined where the version in use is what the source shows. */
  head(key: ConferenceKey): Promise<Refusal | undefined>;
  /** Undefined also where it cannot be loaded within the bounds of a conference. */
  get(key: ConferenceKey): Promise<RefusedVersion | undefined>;
  /** In place of the one before. */
  keep(refused: WrittenRefusal): Promise<void>;
  /** The source shows it no more, or it is in use. */
  drop(key: ConferenceKey): Promise<void>;
}
