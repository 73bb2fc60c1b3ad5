import type { CardKind } from '../../src/cards/cards.ts';
import { DAY_MS } from '../../src/clock.ts';
import { type Messages, messagesFor } from '../../src/messages/messages.ts';
import type { CommandSpec } from '../../src/platform/commandSpec.ts';
import { parseLine } from '../../src/platform/grammar.ts';
import type { LiveAnswers } from '../../src/platform/liveAnswers.ts';
import { refused } from '../../src/platform/replies.ts';
import type { Caller, Hallway, Reply } from '../../src/platform/requests.ts';
import { visible } from '../../src/schedule/naming/slug.ts';
import type { Posted } from './posted.ts';
import type { Screen } from './screen.ts';

/** After a slip or a word of confirmation, the card before it can still be pressed. */
const PASSING: ReadonlySet<CardKind> = new Set(['problem', 'confirmation']);

export interface SessionParts {
  readonly hallway: Hallway;
  readonly commands: readonly CommandSpec[];
  readonly caller: Caller;
  readonly screen: Screen;
  readonly posted: Posted;
  readonly live: LiveAnswers;
}

/** What is shown goes on for as long as nothing else is typed. */
const PLACE = 'screen';
const EDITS = { everyMs: 1_000, most: Number.POSITIVE_INFINITY, withinMs: DAY_MS };

/** Ends the lines of a form that takes several. */
const END = '.';

/** Answers one line after the other; remembers the last card's buttons and an open form. */
export function createSession(parts: SessionParts): (text: string) => Promise<void> {
  const { screen, live } = parts;
  let actions: readonly string[] = [];
  let formId: string | undefined;
  let gathered = readLine;
  return async (text) => {
    const line = gathered(text);
    if (line.kind === 'empty') return;
    await live.end(PLACE);
    gathered = readLine;
    const { locale } = await parts.hallway.reader(parts.caller);
    const reply = await replyTo(
      line,
      { actions, formId },
      { ...parts, messages: messagesFor(locale) },
    );
    if (reply.kind === 'form') {
      formId = reply.id;
      gathered = reply.long === undefined ? readLine : linesUntilEnd();
      screen.form(text, reply);
      return;
    }
    // A value that was refused can be given again; with anything but words the form is left.
    const isRefused = line.kind === 'words' && reply.card.kind === 'problem';
    if (!isRefused) formId = undefined;
    const numbered = screen.reply(text, reply);
    if (!PASSING.has(reply.card.kind)) actions = numbered;
    live.begin(PLACE, reply, EDITS, async (card) => screen.goesOn(card));
  };
}

/** Words of several lines are one once they end; a command or a press leaves them. */
function linesUntilEnd(): (text: string) => Line {
  const lines: string[] = [];
  return (text) => {
    const line = readLine(text);
    if (line.kind === 'command' || line.kind === 'press') return line;
    if (text.trim() === END) return { kind: 'words', text: lines.join('\n') };
    lines.push(visible(text));
    return { kind: 'empty' };
  };
}

/** With the words that the caller reads now. */
type Asked = Omit<SessionParts, 'screen' | 'live'> & { readonly messages: Messages };

interface Memory {
  readonly actions: readonly string[];
  readonly formId: string | undefined;
}

async function replyTo(
  line: Exclude<Line, { readonly kind: 'empty' }>,
  { actions, formId }: Memory,
  parts: Asked,
): Promise<Reply> {
  switch (line.kind) {
    case 'command':
      return command(line.name, line.rest, parts);
    case 'press':
      return press(line, actions, parts);
    case 'words':
      return formId === undefined
        ? command('talk', line.text, parts)
        : parts.hallway.press({
            kind: 'press',
            id: formId,
            value: line.text,
            caller: parts.caller,
          });
  }
}

async function command(
  name: string,
  rest: string,
  { hallway, commands, caller, messages }: Asked,
): Promise<Reply> {
  const spec = commands.find((each) => each.name === name);
  if (spec === undefined) {
    return hallway.command({ kind: 'command', command: name, args: {}, caller });
  }
  const parsed = parseLine(spec, rest, messages);
  if (parsed.kind === 'refused') return refused(messages, parsed.sentence);
  if (parsed.kind === 'help') {
    return hallway.command({ kind: 'command', command: 'help', args: parsed.args, caller });
  }
  const { subcommand } = parsed;
  return hallway.command({
    kind: 'command',
    command: name,
    ...(subcommand === undefined ? {} : { subcommand }),
    args: withoutMarks(parsed.args, spec, subcommand),
    caller,
  });
}

async function press(
  { letter, number, value }: Extract<Line, { readonly kind: 'press' }>,
  last: readonly string[],
  { hallway, caller, messages, posted }: Asked,
): Promise<Reply> {
  const actions = letter === '' ? last : posted.under(letter);
  const id = actions[number - 1];
  if (id === undefined) {
    return refused(messages, messages.console.noSuchButton(letter, number, actions.length));
  }
  const first = await hallway.press({ kind: 'press', id, caller });
  const isAsked = first.kind === 'form' && value !== undefined;
  const reply = isAsked
    ? await hallway.press({ kind: 'press', id: first.id, value, caller })
    : first;
  // What was printed by itself stays as it was: the answer is a card of its own.
  return letter === '' || reply.kind === 'form' ? reply : { ...reply, placement: 'new' };
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

/** What somebody typed. */
export type Line =
  | { readonly kind: 'empty' }
  | { readonly kind: 'command'; readonly name: string; readonly rest: string }
  /** `!2`, or `!2 15` where the button opens a form; `!b2` of a message that appeared by itself. */
  | {
      readonly kind: 'press';
      /** Empty: of the last answer. */
      readonly letter: string;
      readonly number: number;
      readonly value?: string;
    }
  /** Words without a command: a search, or the value of a form that was just asked for. */
  | { readonly kind: 'words'; readonly text: string };

export function readLine(line: string): Line {
  const text = visible(line).trim();
  if (text === '') return { kind: 'empty' };
  const command = /^\/(\S+)\s*(.*)$/s.exec(text);
  if (command?.[1] !== undefined) {
    return { kind: 'command', name: command[1].toLowerCase(), rest: command[2] ?? '' };
  }
  const press = /^!(?<letter>[a-z]?)(?<number>\d{1,9})(?:\s+(?<value>.+))?$/is.exec(text)?.groups;
  if (press?.['number'] !== undefined) {
    const { letter = '', number, value } = press;
    const given = value === undefined ? {} : { value };
    return { kind: 'press', letter: letter.toLowerCase(), number: Number(number), ...given };
  }
  return { kind: 'words', text };
}
