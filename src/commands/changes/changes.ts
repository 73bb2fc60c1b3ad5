import type { ChangedView } from '../../cards/view.ts';
import type { Instant } from '../../clock.ts';
import { languageOf } from '../../messages/messages.ts';
import type { CommandSpec } from '../../platform/commandSpec.ts';
import { answered, refused } from '../../platform/replies.ts';
import { sinceOf, usualSince } from '../asking/time/since.ts';
import { sentenceOf } from '../asking/words/lexemes.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { type ChangedPorts, drawChanged } from './changed.ts';

export const changesSpec: CommandSpec = {
  name: 'changes',
  access: 'everyone',
  options: [{ name: 'since', kind: 'text', required: false, rest: true }],
  subcommands: [],
};

/** `/changes [since]`: what changed in the schedule; unless told, today, and of a week outside the conference. */
export function createChangesCommand(ports: ChangedPorts): Command {
  return {
    spec: changesSpec,
    shows: 'programme',
    async run({ args }, readContext) {
      const context = await readContext();
      const typed = args['since'] ?? '';
      const since = sinceTyped(typed, context);
      if (since === undefined) {
        return refused(context.messages, context.messages.errors.noSuchMoment(typed));
      }
      const view: ChangedView = { kind: 'changed', since, page: 1 };
      return answered(await drawChanged(ports, view, context), context);
    },
  };
}

function sinceTyped(typed: string, { programme, now, caller }: Context): Instant | undefined {
  const present = { conference: programme.conference, now };
  const { lexemes } = sentenceOf(typed, languageOf(caller.locale));
  const asked = sinceOf(lexemes, present);
  if (asked.kind === 'since') return asked.since;
  return asked.kind === 'open' && typed.trim() === '' ? usualSince(present) : undefined;
}
