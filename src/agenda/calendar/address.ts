import type { Instant } from '../../clock.ts';
import type { MemberRef } from '../../platform/target.ts';

/** Where calendars read a person's list, kept so that whoever reads the database cannot. */
export interface OwnAddress {
  /** 128 random bits in hexadecimal digits; absent where they cannot be read any more. */
  readonly secret?: string;
  readonly madeAt: Instant;
}

/** At most one a person, of all linked accounts. */
export interface OwnAddresses {
  /** Of a known member. */
  of(member: MemberRef): Promise<OwnAddress | undefined>;
  /** In place of the one before, at which nothing is found any more. */
  renew(member: MemberRef, secret: string, at: Instant): Promise<void>;
  /** The account last seen of the person whose it is; undefined for nobody's, which takes as long to find out. */
  ownerOf(secret: string): Promise<MemberRef | undefined>;
}

/** Below the web's public address, as the calendar is: the list as a page. */
export function listPath(secret: string): string {
  return `/my/${secret}`;
}

/** Below the web's public address. */
export function calendarPath(secret: string): string {
  return `/calendar/${secret}.ics`;
}
