import type { Validators } from './versions.ts';

/** Where a conference's schedule comes from. */
export interface Source {
  /** Key of the conference: of the address and the zone, since the same bytes read in another zone are another one. */
  readonly key: string;
  /** Path or address. */
  readonly address: string;
  /** IANA, used where the schedule names none. */
  readonly timeZone?: string;
  /** Named in chat: must be `https` and must not lead into the network that Hallway runs in. */
  readonly trust: 'operator' | 'chat';
}

export type Fetched =
  /** `fingerprint` is of the bytes. */
  | {
      readonly kind: 'fresh';
      readonly bytes: Uint8Array;
      readonly fingerprint: string;
      readonly validators: Validators;
    }
  | { readonly kind: 'unchanged' };

export interface Feed {
  /**
   * Asks the source for its bytes, unless they are those that `known` belongs to. Bounded in size,
   * time and redirects; throws a `ScheduleFormatError` whose message says what is wrong.
   */
  fetch(source: Source, known: Validators): Promise<Fetched>;
}
