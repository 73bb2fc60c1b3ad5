import type { CardKind } from '../../src/cards/card.ts';
import type { CommandSpec } from '../../src/commands/command.ts';
import { parseLine } from '../../src/commands/grammar.ts';
import { refused } from '../../src/commands/reply.ts';
import type { Caller, Hallway, Reply } from '../../src/commands/request.ts';
import type { Messages } from '../../src/messages/catalogue.ts';
import { readLine } from './line.ts';
import type { Screen } from './screen.ts';

/** After a slip or a word of confirmation, the card before it can still be pressed. */
const PASSING: ReadonlySet<CardKind> = new Set(['problem', 'confirmation']);

export interface SessionParts {
  readonly hallway: Hallway;
  readonly commands: readonly CommandSpec[];
  readonly caller: Caller;
  readonly messages: Messages;
  readonly screen: Screen;
}

/** Answers one line after the other; remembers the last card's buttons and an open form. */
export function createSession({ hallway, commands, caller, messages, screen }: SessionParts) {
  let actions: readonly string[] = [];
  let formId: string | undefined;

  return async function answer(text: string): Promise<void> {
    const line = readLine(text);
    const openForm = formId;
    if (line.kind !== 'empty') formId = undefined;
    switch (line.kind) {
      case 'empty':
        return;
      case 'command':
        return show(text, await command(line.name, line.rest));
      case 'press':
        return show(text, await press(line.number, line.value));
      case 'words':
        return show(
          text,
          openForm === undefined
            ? await command('talk', line.text)
            : await hallway.press({ kind: 'press', id: openForm, value: line.text, caller }),
        );
    }
  };

  function show(asked: string, reply: Reply): void {
    if (reply.kind === 'form') {
      formId = reply.id;
      screen.form(asked, reply);
    } else {
      const numbered = screen.reply(asked, reply);
      if (!PASSING.has(reply.card.kind)) actions = numbered;
    }
  }

  async function command(name: string, rest: string): Promise<Reply> {
    const spec = commands.find((each) => each.name === name);
    if (spec === undefined) {
      return hallway.command({ kind: 'command', command: name, args: {}, caller });
    }
    const parsed = parseLine(spec, rest, messages);
    if (parsed.kind === 'refused') return refused(messages, parsed.sentence);
    const { subcommand } = parsed;
    const args = withoutMarks(parsed.args, spec, subcommand);
    return hallway.command({
      kind: 'command',
      command: name,
      ...(subcommand === undefined ? {} : { subcommand }),
      args,
      caller,
    });
  }

  async function press(number: number, value: string | undefined): Promise<Reply> {
    const id = actions[number - 1];
    if (id === undefined) {
      return refused(messages, messages.console.noSuchButton(number, actions.length));
    }
    const reply = await hallway.press({ kind: 'press', id, caller });
    if (reply.kind !== 'form' || value === undefined) return reply;
    return hallway.press({ kind: 'press', id: reply.id, value, caller });
  }
}

/** People write `#general` and `@team`; their names are without the mark. */
function withoutMarks(
  args: Readonly<Record<string, string>>,
  { options, subcommands }: CommandSpec,
  subcommand: string | undefined,
): Readonly<Record<string, string>> {
  const own = subcommands.find(({ name }) => name === subcommand)?.options ?? options;
  const marked = own.filter(({ kind }) => kind === 'channel' || kind === 'mention');
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) =>
      marked.some((option) => option.name === name)
        ? [name, value.replace(/^[#@]/, '')]
        : [name, value],
    ),
  );
}
