import type { CommandSpec } from '../platform/commandSpec.ts';
import type { CommandRequest, Reply } from '../platform/requests.ts';
import type { Context } from './context.ts';

export interface Command {
  readonly spec: CommandSpec;
  /** Whether others may read along, where a platform shows them the answer; what one keeps is one's own. */
  readonly shows: 'programme' | 'own';
  /** `readContext` throws a `ScheduleFormatError` where the community's schedule cannot be had. */
  run(request: CommandRequest, readContext: () => Promise<Context>): Promise<Reply>;
}
