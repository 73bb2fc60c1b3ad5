import type { Instant } from '../clock.ts';
import type { Conference } from './model.ts';

/** What a source said about its bytes, to be sent back when asking for newer ones. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** The last good version of a conference. */
export interface Version {
  /** Key of the conference. */
  readonly key: string;
  /** Our own count, from 1. */
  readonly number: number;
  readonly takenAt: Instant;
  /** Of the source's bytes. */
  readonly fingerprint: string;
  readonly validators: Validators;
  readonly conference: Conference;
}

export interface Versions {
  /** Locks it until a surrounding transaction ends. */
  latest(key: string): Promise<Version | undefined>;
  /** Takes the place of the version before, and of no other: fails when that is not the one kept now. */
  keep(version: Version): Promise<void>;
  /** The number of each conference's version, by key. */
  numbers(): Promise<ReadonlyMap<string, number>>;
}
