import type { Messages } from '../messages/catalogue.ts';
import type { CommandSpec } from '../platform/commandSpec.ts';
import type { CommandRequest, Reply } from '../platform/requests.ts';
import type { Context } from './context.ts';

export interface Command {
  readonly spec: CommandSpec;
  run(request: CommandRequest, asked: Asked): Promise<Reply>;
}

/** What every command is given: the ports, and the reader's words. */
export interface Asked {
  readonly context: Context;
  readonly messages: Messages;
}
