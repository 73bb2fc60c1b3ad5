import { hash } from 'node:crypto';

/** A conference's name in the database and in action ids: see {@link sourceOf}. */
export type ConferenceKey = string & { readonly brand: 'ConferenceKey' };

/** Where a conference's schedule comes from. */
export interface Source {
  /** Key of the conference: of the address and the zone, since the same bytes read in another zone are another one. */
  readonly key: ConferenceKey;
  /** Path or address. */
  readonly address: string;
  /** IANA, used where the schedule names none. */
  readonly timeZone?: string;
  /** Named in chat: must be `https` and must not lead into the network that Hallway runs in. */
  readonly trust: 'operator' | 'chat';
}

const KEY_LENGTH = 8;

/** The source at a path or address, and the one place where conferences get their keys. */
export function sourceOf(
  address: string,
  timeZone: string | undefined,
  trust: Source['trust'],
): Source {
  const name = timeZone === undefined ? address : `${address} ${timeZone}`;
  const key = hash('sha256', name, 'hex').slice(0, KEY_LENGTH) as ConferenceKey;
  return { key, address, ...(timeZone === undefined ? {} : { timeZone }), trust };
}
