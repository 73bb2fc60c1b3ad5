import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Programmes } from '../programme.ts';

/** The ports that commands reach the world through. */
export interface Context {
  readonly clock: Clock;
  readonly log: Log;
  readonly programmes: Programmes;
}
