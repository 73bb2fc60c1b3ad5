import type { Steps } from '../clock/steps.ts';
import type { Instant } from '../clock.ts';
import type { Conference } from './schedule.ts';
import type { ConferenceKey } from './source.ts';
import { writeConference } from './written/conferenceText.ts';

/** What a source said about its bytes, to be sent back when asking for newer ones. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** A good version of a conference. */
export interface Version {
  /** Key of the conference. */
  readonly key: ConferenceKey;
  /** Our own count, from 1. */
  readonly number: number;
  readonly takenAt: Instant;
  /** Of the source's bytes. */
  readonly fingerprint: string;
  readonly validators: Validators;
  readonly conference: Conference;
}

/** A version as it is kept, its conference as {@link writeConference} has it, packed or not. */
export interface WrittenVersion extends Omit<Version, 'conference'> {
  readonly text: string;
}

/** Writes a version down, which is to be done before the transaction that keeps it. */
export function* writeVersion({ conference, ...version }: Version): Steps<WrittenVersion> {
  return { ...version, text: yield* writeConference(conference) };
}

export interface Versions {
  /**
   * The latest that can be loaded within the bounds of a conference. One that cannot be is set aside,
   * and the one before serves, under a number of its own.
   */
  latest(key: ConferenceKey): Promise<Version | undefined>;
  /** The version that was set aside since the last was kept. */
  setAside(key: ConferenceKey): Promise<Pick<Version, 'number' | 'takenAt'> | undefined>;
  /** What tells the latest version from others; locks it until a surrounding transaction ends. */
  head(key: ConferenceKey): Promise<Pick<Version, 'number' | 'fingerprint'> | undefined>;
  /**
   * Takes the place of the version before, which is kept beside it, and of no other: fails when that is
   * not the one kept now.
   */
  keep(version: WrittenVersion): Promise<void>;
  /** The number of each conference's version, by key. */
  numbers(): Promise<ReadonlyMap<ConferenceKey, number>>;
}
