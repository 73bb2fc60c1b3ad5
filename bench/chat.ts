import type { MemberRef, Target } from '../src/platform/target.ts';
import type { ClientStart } from './client.ts';

/** What people do, by meaning; each platform has its own way. */
export type Deed =
  | { readonly kind: 'talk'; readonly query: string }
  | { readonly kind: 'now' | 'next' | 'schedule' | 'mytalks' }
  /** Looks for the talk, and stars it where the answer has a button for it. */
  | { readonly kind: 'star'; readonly title: string };

/** A message that a client sent by itself, or an edit of one. */
export interface Said {
  readonly kind: 'post' | 'edit';
  /** The conversation's id. */
  readonly where: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * A chat platform on loopback with one client, one community, and members called `member 0`,
 * `member 1`, …
 */
export interface Chat {
  /** Has Hallway be that client; it logs `readyWords` when it can be asked. */
  readonly environment: Readonly<Record<string, string>>;
  readonly readyWords: string;
  /** The SDK by itself as that client. */
  readonly bare: ClientStart;
  readonly channel: Target & { readonly kind: 'channel' };
  member(name: string): MemberRef;
  /** Resolves when a client is connected. */
  connected(): Promise<void>;
  /** Resolves when the last client is gone. */
  left(): Promise<void>;
  /** Resolves when the member sees the answer. */
  ask(member: string, deed: Deed): Promise<void>;
  /** All that the client said by itself so far. */
  said(): readonly Said[];
  /** What has a bare client offer the same commands; absent where clients do not say what they offer. */
  readonly offer?: () => unknown;
  /** What has the bare client say the same, to this member or, without one, in the channel. */
  order(said: Said, member?: string): unknown;
  stop(): Promise<void>;
}
