/**
 * What is known after a platform refused or lost a call:
 * `retry`: definitely not done, worth another try, not before `afterMs`;
 * `unknown`: it may have been done (a timeout, a 5xx after the body was sent);
 * `permanent`: not done, and never will be.
 */
export type PlatformOutcome = 'retry' | 'unknown' | 'permanent';

export type PlatformErrorCode =
  | 'rate-limited'
  | 'unavailable'
  | 'direct-messages-closed'
  | 'channel-gone'
  | 'message-gone'
  | 'forbidden'
  | 'community-gone'
  | 'invalid';

/** A refusal at a platform's port, in the core's words. */
export class PlatformError extends Error {
  readonly code: PlatformErrorCode;
  readonly outcome: PlatformOutcome;
  /** From now on, by the machine's clock: platforms count real time, whatever clock Hallway runs by. */
  readonly afterMs: number | undefined;
  /** What `afterMs` holds for: this target, or everything in its lane. */
  readonly scope: 'target' | 'lane';

  constructor(
    code: PlatformErrorCode,
    outcome: PlatformOutcome,
    message: string,
    options: {
      readonly afterMs?: number;
      readonly scope?: 'target' | 'lane';
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'PlatformError';
    this.code = code;
    this.outcome = outcome;
    this.afterMs = options.afterMs;
    this.scope = options.scope ?? 'target';
  }
}
