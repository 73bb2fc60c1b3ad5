import type { Instant } from '../clock.ts';
import type { PlatformErrorCode } from '../platform/refusal.ts';
import type { ChannelTarget, Target } from '../platform/target.ts';

/** What sending finds out about targets. */
export interface Reachability {
  reached(target: Target): Promise<void>;
  /** A refusal for good: closed direct messages, a channel that is gone or closed to us. */
  refused(target: Target, code: PlatformErrorCode, at: Instant): Promise<void>;
}

/** What organisers are told about channels that could not be written to when it was last tried. */
export interface RefusedChannels {
  of(community: {
    readonly platform: string;
    readonly id: string;
  }): Promise<readonly RefusedChannel[]>;
}

export interface RefusedChannel {
  readonly target: ChannelTarget;
  readonly code: PlatformErrorCode;
  readonly at: Instant;
}
