/** Learns how often one homeserver lets one account speak, which no homeserver tells. */
export interface Pace {
  /** Milliseconds between two messages. */
  spacing(): number;
  sent(): void;
  refused(afterMs: number | undefined): void;
  /** It was found out that there is no limit. */
  lifted(): void;
}

/** Synapse's own limit for an account: one message in five seconds, after ten at once. */
const SLOWEST_MS = 5_000;
const FIRST_STEP_MS = 50;
/** Of what was learnt, so much is forgotten with every message: a limit may have been raised. */
const FORGOTTEN = 0.02;

/** Twice as slow with every refusal, and slowly quicker again with every message that went through. */
export function createPace(): Pace {
  let ms = 0;
  return {
    spacing: () => Math.round(ms),
    lifted: () => {
      ms = 0;
    },
    sent: () => {
      ms = ms < 1 ? 0 : ms * (1 - FORGOTTEN);
    },
    refused: (afterMs = FIRST_STEP_MS) => {
      ms = Math.min(
        SLOWEST_MS,
        Math.max(FIRST_STEP_MS, ms * 2, Math.min(afterMs, ms + afterMs / 4)),
      );
    },
  };
}
