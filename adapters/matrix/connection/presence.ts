import { PlatformError } from '../../../src/platform/refusal.ts';
import type { Session } from './api.ts';

/** Who one is on the homeserver, be it to hear or only to send. */
export interface Presence {
  /** Hallway's own user; empty before that is known. */
  self(): string;
  /** What whoever hears has found out; from now on it is told of changes. */
  hears(session: Session): void;
  /**
   * Before anything is sent: a process that stands by may send, too. It is told of nothing, so it looks
   * each time. Throws where nothing can be sent.
   */
  toSend(): Promise<void>;
}

export interface PresenceParts {
  readonly open: () => Promise<Session>;
  /** What is known of the account's rooms is to be looked up anew. */
  readonly refresh: () => void;
}

export function createPresence({ open, refresh }: PresenceParts): Presence {
  let session: Session | undefined;
  let isHearing = false;
  return {
    self: () => session?.user ?? '',
    hears: (heard) => {
      refresh();
      session = heard;
      isHearing = true;
    },
    toSend: async () => {
      if (isHearing) return;
      session ??= await open().catch(notYet);
      refresh();
    },
  };
}

function notYet(cause: unknown): never {
  const words = 'The session on the homeserver could not be opened.';
  throw new PlatformError('unavailable', 'retry', words, { cause });
}
