import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Messages } from '../messages/messages.ts';
import type { CommandSpec } from '../platform/commandSpec.ts';
import type { CommandRequest, Reply } from '../platform/requests.ts';
import type { MemberRef } from '../platform/target.ts';
import type { Programmes } from '../programme/programme.ts';
import type { TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';

export interface Command {
  readonly spec: CommandSpec;
  run(request: CommandRequest, asked: Asked): Promise<Reply>;
}

/** What every command is given: the ports, and the reader's words. */
export interface Asked {
  readonly context: Context;
  readonly messages: Messages;
}

/** The ports that commands reach the world through. */
export interface Context {
  readonly clock: Clock;
  readonly log: Log;
  readonly programmes: Pick<Programmes, 'of'>;
  readonly stars: StarReader;
}

/** Which talks of a conference (by its programme's key) a member starred: their ids. */
export interface StarReader {
  starredBy(member: MemberRef, conference: ConferenceKey): Promise<ReadonlySet<TalkId>>;
}
