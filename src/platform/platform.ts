/**
 * The floor `platform`: the port to a chat. What people do there arrives as requests (`requests.ts`)
 * and is answered by replies; what leaves by itself goes through a messenger (`messenger.ts`), whose
 * refusals tell the whole truth (`refusal.ts`). It names no platform. Start here.
 */

import type { RetryPolicy } from '../clock/retry.ts';
import type { Messages } from '../messages/messages.ts';
import type { Messenger } from './messenger.ts';
import type { Hallway } from './requests.ts';
import type { Target } from './target.ts';

/** May the bot post there? What an organiser is told at `announce` and by `doctor`. */
export type ChannelCheck =
  | { readonly kind: 'writable'; readonly name: string }
  /** It holds channels, and is none itself. */
  | { readonly kind: 'group'; readonly channels: readonly GroupedChannel[] }
  | { readonly kind: 'missing' }
  /** One could post there, but the role that is to be told exists no more. */
  | { readonly kind: 'mentionGone' }
  /** `lacking` names the platform's permissions as it calls them in English, or says what to do. */
  | { readonly kind: 'forbidden'; readonly lacking: readonly string[] };

/** A channel of a group, as its platform tells it to whoever sees the group. */
export interface GroupedChannel {
  readonly channel: string;
  /** What it is called, the best first. */
  readonly names: readonly string[];
  /** As links to it end. */
  readonly addresses: readonly string[];
}

export interface ChannelInspector {
  /**
   * `messages` of whoever asks; `mention`: the role or group that is to be told there, where an
   * organiser chose one.
   */
  inspect(
    target: Target & { readonly kind: 'channel' },
    messages: Messages,
    mention?: string,
  ): Promise<ChannelCheck>;
  /** What this version asks a community for and has not been given, as the platform calls it: it was installed before. */
  ungranted(community: string): Promise<readonly string[]>;
  /** How a server of its own limits what Hallway says, tried out; `messages` of whoever asks. */
  measuredLimit(messages: Messages): Promise<ServerLimit>;
}

export interface ServerLimit {
  /** Between two messages; 0 where it limits nothing. */
  readonly spacingMs: number;
  /** What whoever runs the server can do about it, as a sentence. */
  readonly remedy: string;
}

export const UNLIMITED: ServerLimit = { spacingMs: 0, remedy: '' };

/** A chat platform: answers people through `Hallway`, and carries what the courier hands it. */
export interface Platform {
  readonly name: string;
  readonly messenger: Messenger;
  readonly channels: ChannelInspector;
  /** Resolves when people can be answered, be it by another process for which this one stands by. */
  start(hallway: Hallway): Promise<void>;
  /** Stops taking requests, finishes those under way, closes connections. */
  stop(): Promise<void>;
  readiness(): Readiness;
}

/**
 * Whether people can be answered now by this process, or by another one from which this one takes over
 * when it is gone (`standby`).
 */
export type Readiness = 'ready' | 'standby' | 'away';

/** How a platform that cannot be reached is asked again. */
export const RECONNECTING: RetryPolicy = { firstMs: 500, longestMs: 30_000 };
