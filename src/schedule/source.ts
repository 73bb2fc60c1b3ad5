import { hash } from 'node:crypto';

/** A conference's name in the database, which nobody can find a second source for: see {@link sourceOf}. */
export type ConferenceKey = string & { readonly brand: 'ConferenceKey' };

/**
 * How action ids name a conference: the beginning of its key. Others can be made that begin alike, so
 * it only tells apart the conferences of one community, or of one member.
 */
export type ConferenceRef = string & { readonly brand: 'ConferenceRef' };

/** Where a conference's schedule comes from. */
export interface Source {
  /** Key of the conference: of the address as named and the zone, since the same bytes read in another zone are another one. */
  readonly key: ConferenceKey;
  /** Path or address at which the schedule is. */
  readonly address: string;
  /** The page that a person named, where that led to the schedule: what {@link key} is of. */
  readonly origin?: string;
  /** IANA, used where the schedule names none. */
  readonly timeZone?: string;
  /** What the operator calls the conference, whatever the schedule says. */
  readonly title?: string;
  /** It comes with Hallway, to try it out: nobody named it, so that nobody is asked before it is replaced. */
  readonly isExample?: true;
  /** Named in chat: must be `https` and must not lead into the network that Hallway runs in. */
  readonly trust: 'operator' | 'chat';
}

export function isWebAddress({ address }: Pick<Source, 'address'>): boolean {
  return /^https?:\/\//i.test(address);
}

const REF_LENGTH = 8;

export function conferenceRef(key: ConferenceKey | ConferenceRef): ConferenceRef {
  return key.slice(0, REF_LENGTH) as ConferenceRef;
}

/** The source at a path or address, and the one place where conferences get their keys. */
export function sourceOf(
  address: string,
  timeZone: string | undefined,
  trust: Source['trust'],
): Source {
  const name = timeZone === undefined ? address : `${address} ${timeZone}`;
  const key = hash('sha256', name, 'hex') as ConferenceKey;
  return { key, address, ...(timeZone === undefined ? {} : { timeZone }), trust };
}
