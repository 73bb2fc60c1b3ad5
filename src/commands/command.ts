import type { CommandSpec } from '../platform/commandSpec.ts';
import type { CommandRequest, Reply } from '../platform/requests.ts';
import type { Context } from './context.ts';

export interface Command {
  readonly spec: CommandSpec;
  /** `readContext` throws a `ScheduleFormatError` where the community's schedule cannot be had. */
  run(request: CommandRequest, readContext: () => Promise<Context>): Promise<Reply>;
}
