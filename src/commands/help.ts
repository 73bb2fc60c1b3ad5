import { type Block, type Card, paragraph } from '../cards/cards.ts';
import type { Frame } from '../cards/frame.ts';
import { describe } from '../messages/messages.ts';
import type { CommandSpec } from '../platform/commandSpec.ts';
import { usage } from '../platform/grammar.ts';
import { privately } from '../platform/replies.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';

export const helpSpec: CommandSpec = {
  name: 'help',
  access: 'everyone',
  options: [],
  subcommands: [],
};

/** `/help`, over all the commands, itself among them. */
export function helpCommand(all: readonly CommandSpec[]): Command {
  return {
    spec: helpSpec,
    async run(_request, readContext) {
      return privately(drawHelp(all, await readContext()));
    },
  };
}

export function drawHelp(commands: readonly CommandSpec[], context: Context): Card {
  const shown = commands.filter(
    ({ access }) =>
      access === 'everyone' || (context.caller.isOrganiser && context.audience === 'caller'),
  );
  return helpCard(shown, context);
}

/** Every command the reader may use, with an example of each filter. */
export function helpCard(commands: readonly CommandSpec[], frame: Frame): Card {
  const { help } = frame.messages;
  const { title } = frame.programme.conference;
  const open = commands.filter(({ access }) => access === 'everyone');
  const organising = commands.filter(({ access }) => access === 'organiser');
  return {
    kind: 'help',
    title: help.title,
    summary: help.lead(title),
    blocks: [
      paragraph(help.lead(title)),
      { kind: 'heading', text: help.commands },
      ...open.flatMap((spec) => commandLines(spec, frame)),
      { kind: 'heading', text: help.filters },
      ...help.filterExamples.map(([filter = '', meaning = '']) => worded(filter, meaning, frame)),
      ...(organising.length === 0
        ? []
        : [{ kind: 'heading', text: help.organisers } satisfies Block]),
      ...organising.flatMap((spec) => commandLines(spec, frame)),
    ],
  };
}

function commandLines(spec: CommandSpec, frame: Frame): readonly Block[] {
  const { name, options, subcommands } = spec;
  if (subcommands.length === 0) {
    return [worded(usage([name], options, frame.messages), describe(frame.messages, name), frame)];
  }
  return subcommands.map((each) =>
    worded(
      usage([name, each.name], each.options, frame.messages),
      describe(frame.messages, name, each.name),
      frame,
    ),
  );
}

function worded(code: string, meaning: string, { messages }: Frame): Block {
  return paragraph({ kind: 'code', text: code }, messages.help.meaning(meaning));
}
