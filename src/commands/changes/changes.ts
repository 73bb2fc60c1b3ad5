import type { ChangedView } from '../../cards/view.ts';
import { languageOf } from '../../messages/messages.ts';
import type { CommandSpec } from '../../platform/commandSpec.ts';
import { answered, refused } from '../../platform/replies.ts';
import { changesTyped } from '../asking/changesAsked.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { type ChangedPorts, drawChanged } from './changed.ts';

export const changesSpec: CommandSpec = {
  name: 'changes',
  access: 'everyone',
  options: [{ name: 'since', kind: 'text', required: false, rest: true }],
  subcommands: [],
};

/**
 * `/changes [since]`: what changed in the schedule; unless told, today, and of a week outside the
 * conference. With the filters of a question, or in its words: `since 9 room:janson`, `my list`.
 */
export function createChangesCommand(ports: ChangedPorts): Command {
  return {
    spec: changesSpec,
    shows: 'programme',
    async run({ args }, readContext) {
      const context = await readContext();
      const typed = args['since'] ?? '';
      const view = viewTyped(typed, context);
      if (view === undefined) {
        return refused(context.messages, context.messages.errors.noSuchMoment(typed));
      }
      return answered(await drawChanged(ports, view, context), context);
    },
  };
}

function viewTyped(
  typed: string,
  { programme, now, caller, messages }: Context,
): ChangedView | undefined {
  const language = languageOf(caller.locale);
  return changesTyped(typed, { programme, now, language, localNames: messages.names.filters });
}
