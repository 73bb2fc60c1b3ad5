import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { MemberRef } from '../platform/target.ts';
import type { Programmes } from '../programme/programme.ts';

/** The ports that commands reach the world through. */
export interface Context {
  readonly clock: Clock;
  readonly log: Log;
  readonly programmes: Programmes;
  readonly stars: StarReader;
}

/** Which talks of a conference (by its programme's key) a member starred: their ids. */
export interface StarReader {
  starredBy(member: MemberRef, conference: string): Promise<ReadonlySet<string>>;
}
