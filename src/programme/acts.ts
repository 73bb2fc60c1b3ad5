import type { Instant } from '../clock.ts';
import type { CommunityRef } from '../platform/target.ts';

/** What whoever organises can do to a community's conference, each by its command's name. */
export const ACT_KINDS = [
  'use',
  'drop',
  'announce',
  'mute',
  'answers',
  'delay',
  'talk',
  'stream',
  'say',
  'organisers',
  'helpers',
  'accept',
  'room',
  'alerts',
  'speakers',
  'web',
] as const;

export type ActKind = (typeof ACT_KINDS)[number];

/** Plain words in no language (numbers, names, what a command takes), and what platforms show in their own way. */
export type ActWord =
  | string
  | { readonly kind: 'channel' | 'mention' | 'member'; readonly id: string };

export type ActWords = readonly ActWord[];

/** Somebody; in the one form by which they are found, to be forgotten. */
export function memberWord(id: string): ActWord {
  return { kind: 'member', id };
}

/** One thing that was done. What it was about, and what held before and after, is empty where there is nothing. */
export interface Act {
  readonly kind: ActKind;
  readonly about: ActWords;
  readonly before: ActWords;
  readonly after: ActWords;
}

export interface Done {
  readonly at: Instant;
  /** Id of the member who did it, on the community's platform. */
  readonly by: string;
}

/** An act as it is remembered: of a member who was forgotten since, what they did alone. */
export interface ActRecord extends Act {
  readonly at: Instant;
  readonly by?: string;
}

/** Who did what, by community. */
export interface Acts {
  record(community: CommunityRef, act: Act, done: Done): Promise<void>;
  /** The latest first, without so many of them. */
  of(community: CommunityRef, page: ActsPage): Promise<readonly ActRecord[]>;
  count(community: CommunityRef): Promise<number>;
  /** Forgets what was done before. */
  purge(before: Instant): Promise<void>;
}

export interface ActsPage {
  readonly skip: number;
  readonly limit: number;
}
