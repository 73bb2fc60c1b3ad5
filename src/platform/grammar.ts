import type { Messages } from '../messages/messages.ts';
import { visible } from '../schedule/naming/slug.ts';
import type { CommandSpec, OptionSpec } from './commandSpec.ts';
import type { CommandRequest } from './requests.ts';

export type Parsed =
  | ({ readonly kind: 'parsed' } & Pick<CommandRequest, 'subcommand' | 'args'>)
  /** How the command is used is asked for: `args` are those of the command `help`. */
  | { readonly kind: 'help'; readonly args: CommandRequest['args'] }
  /** What is wrong with the line, in a sentence. */
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * What was typed after a command's name, for platforms where that is one line of text. Options go
 * by place or by name (`room:H.1302`, `lead=5`); quotation marks hold blanks together; a `rest`
 * option takes the line's remainder as it is. What cannot be seen is dropped. Without a subcommand's name the first one is meant.
 */
export function parseLine(spec: CommandSpec, typed: string, messages: Messages): Parsed {
  const line = visible(typed);
  if (ASKS_HELP.test(line) && spec.options[0]?.kind !== 'talk') {
    return { kind: 'help', args: { command: spec.name } };
  }
  if (spec.subcommands.length === 0) return parseOptions([spec.name], spec.options, line, messages);
  const [, word = '', rest = ''] = line.match(/^\s*(\S*)\s*(.*)$/s) ?? [];
  const named = spec.subcommands.find(({ name }) => name === word.toLowerCase());
  const subcommand = word === '' ? spec.subcommands[0] : named;
  if (subcommand === undefined) {
    const names = spec.subcommands.map(({ name }) => name).join(', ');
    return refusal(messages.errors.unknownSubcommand(spec.name, word, names));
  }
  return parseOptions([spec.name, subcommand.name], subcommand.options, rest, messages);
}

/** As people ask any program; in quotation marks it is a word like others. Who looks for a talk asks in sentences. */
const ASKS_HELP = /^\s*(?:-{0,2}help|-h|\?)\s*$/i;

/**
 * The same where platforms write ids for channels and people: `meant` has those, and `seen` is the line
 * as people see it. Words that are passed on are those that were seen: of `say Come to #hall to=#hall`
 * the second hall alone is looked up.
 */
export function parseReferences(
  spec: CommandSpec,
  { meant, seen }: { readonly meant: string; readonly seen: string },
  messages: Messages,
): Parsed {
  const parsed = parseLine(spec, meant, messages);
  if (parsed.kind !== 'parsed') return parsed;
  const sub = spec.subcommands.find(({ name }) => name === parsed.subcommand);
  const [first, ...others] = (sub ?? spec).options;
  if (first?.rest !== true || others.length === 0) return parsed;
  const words = parseLine(spec, seen, messages);
  const said = words.kind === 'parsed' ? words.args[first.name] : undefined;
  return said === undefined ? parsed : { ...parsed, args: { ...parsed.args, [first.name]: said } };
}

type Args = Map<string, string>;

/** The command's name, and its subcommand's where it has one. */
type Path = readonly [command: string, subcommand?: string];

function parseOptions(
  path: Path,
  options: readonly OptionSpec[],
  line: string,
  messages: Messages,
): Parsed {
  if (options[0]?.rest === true) {
    return finish(path, options, restOnly(options[0], options.slice(1), line), messages);
  }
  const split = splitWords(line);
  if (split.kind === 'unclosed') return refusal(messages.errors.unclosedQuote(split.text));
  const args: Args = new Map();
  let list: OptionSpec | undefined;
  for (const word of split.words) {
    const option = optionFor(word, options, args, list);
    if (option === undefined) return refusal(strayWord(word, options, messages));
    list = option.kind === 'who' ? option : undefined;
    if (list !== undefined) {
      listed(args, list, word);
      continue;
    }
    const isNamed = option.name === word.name;
    if (args.has(option.name)) return refusal(messages.errors.optionTwice(option.name));
    if (option.rest === true) {
      args.set(option.name, line.slice(isNamed ? word.valueStart : word.start).trim());
      break;
    }
    args.set(option.name, isNamed ? word.value : word.text);
  }
  return finish(path, options, args, messages);
}

/**
 * A first option that takes the rest takes all: the line may hold anything, such as one quotation mark.
 * The others are named at its end, each with all that follows it (`say Lunch is here to=#general, #staff`).
 */
function restOnly(option: OptionSpec, others: readonly OptionSpec[], line: string): Args {
  const args: Args = new Map();
  let rest = line;
  for (const { name } of others.toReversed()) {
    const [, text = '', value = ''] =
      rest.match(new RegExp(`^(.*?)(?:^|\\s)${name}=(?!.*\\s${name}=)(.*)$`, 'is')) ?? [];
    if (value.trim() === '') continue;
    args.set(name, value.trim().replace(/^"(.*)"$/s, '$1'));
    rest = text;
  }
  const name = new RegExp(`^\\s*${option.name}[:=]\\s*`, 'i');
  const value = rest.replace(name, '').trim();
  if (value !== '') args.set(option.name, value);
  return args;
}

/** A list of whom is meant begins with its name alone, too (`remove @ada`), and goes on until something else is named. */
function optionFor(
  word: Word,
  options: readonly OptionSpec[],
  args: Args,
  list: OptionSpec | undefined,
): OptionSpec | undefined {
  const begun = options.find((option) => option.kind === 'who' && isNameOf(option, word));
  const named = begun ?? options.find(({ name }) => name === word.name);
  if (named !== undefined || word.name !== undefined) return named;
  return list ?? options.find(({ name }) => !args.has(name));
}

function isNameOf({ name }: OptionSpec, word: Word): boolean {
  return name === (word.name ?? word.text.toLowerCase());
}

function listed(args: Args, option: OptionSpec, word: Word): void {
  if (word.name === undefined && isNameOf(option, word)) return;
  const former = args.get(option.name);
  args.set(option.name, former === undefined ? word.value : `${former},${word.value}`);
}

function strayWord(word: Word, options: readonly OptionSpec[], { errors }: Messages): string {
  if (word.name === undefined) return errors.tooManyWords(word.text);
  return errors.unknownOption(word.name, options.map(({ name }) => name).join(', '));
}

function finish(
  path: Path,
  options: readonly OptionSpec[],
  args: Args,
  messages: Messages,
): Parsed {
  const [command, subcommand] = path;
  const wanted = usage(
    [command, ...(subcommand === undefined ? [] : [subcommand])],
    options,
    messages,
  );
  for (const option of options) {
    const typed = args.get(option.name);
    const value = typed === undefined ? undefined : canonical(option, typed, messages);
    if (value !== undefined) args.set(option.name, value);
    const sentence =
      value === undefined ? missing(option, wanted, messages) : wrong(option, value, messages);
    if (sentence !== undefined) return refusal(sentence);
  }
  return {
    kind: 'parsed',
    args: Object.fromEntries(args),
    ...(subcommand === undefined ? {} : { subcommand }),
  };
}

/** A choice may be typed by its own name or by the reader's. */
function canonical({ choices = [] }: OptionSpec, value: string, { names }: Messages): string {
  const typed = value.toLowerCase();
  return choices.find((choice) => names.choices[choice]?.toLowerCase() === typed) ?? value;
}

function missing(
  { name, required }: OptionSpec,
  typed: string,
  { errors }: Messages,
): string | undefined {
  return required ? errors.missingOption(name, typed) : undefined;
}

function wrong(option: OptionSpec, value: string, { errors, names }: Messages): string | undefined {
  const { name, kind, range, choices = [] } = option;
  if (kind === 'choice' && !choices.includes(value.toLowerCase())) {
    return errors.notAChoice(
      name,
      value,
      choices.map((choice) => names.choices[choice] ?? choice).join(', '),
    );
  }
  if (kind !== 'integer') return undefined;
  if (!/^[+-]?\d{1,6}$/.test(value)) return errors.notAnInteger(name, value);
  const number = Number(value);
  if (range === undefined || (number >= range.min && number <= range.max)) return undefined;
  return errors.outOfRange(name, value, range.min, range.max);
}

function refusal(sentence: string): Parsed {
  return { kind: 'refused', sentence };
}

/** One word of a typed line. */
export interface Word {
  /** Without its quotation marks. */
  readonly text: string;
  /** The name before `:` or `=`, in lower case, when the word has that shape and is no address. */
  readonly name?: string;
  /** What follows the name, or all of it. */
  readonly value: string;
  /** Where the word and its value begin in the line. */
  readonly start: number;
  readonly valueStart: number;
}

export type Words =
  | { readonly kind: 'words'; readonly words: readonly Word[] }
  /** `text` is what follows a quotation mark that is never closed. */
  | { readonly kind: 'unclosed'; readonly text: string };

/** Chat programs turn straight quotation marks into curly ones while people type. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };
const NAME = /^([a-zA-Z]+)[:=](?!\/\/)/;

/** Splits a line at blanks; quotation marks hold words together, also after `name:`. */
export function splitWords(line: string): Words {
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    at += line.slice(at).match(/^\s*/)?.[0].length ?? 0;
    if (at >= line.length) return { kind: 'words', words };
    const named = NAME.exec(line.slice(at));
    const valueStart = at + (named?.[0].length ?? 0);
    const value = readValue(line, valueStart);
    if (value === undefined) return { kind: 'unclosed', text: line.slice(valueStart + 1) };
    const head = line.slice(at, valueStart);
    words.push({
      text: head + value.text,
      ...(named?.[1] === undefined ? {} : { name: named[1].toLowerCase() }),
      value: value.text,
      start: at,
      valueStart,
    });
    at = value.end;
  }
}

function readValue(line: string, start: number): { text: string; end: number } | undefined {
  const closing = QUOTES[line.charAt(start)];
  if (closing === undefined) {
    const text = line.slice(start).match(/^\S*/)?.[0] ?? '';
    return { text, end: start + text.length };
  }
  const end = line.slice(start + 1).search(closing === '"' ? /"/ : new RegExp(`[${closing}"]`));
  if (end < 0) return undefined;
  return { text: line.slice(start + 1, start + 1 + end), end: start + end + 2 };
}

/**
 * How a command is typed: `/conference announce CHANNEL [lead]`; capitals must be given, and of
 * `on|off` one.
 */
export function usage(
  path: readonly string[],
  options: readonly OptionSpec[],
  { slash, names }: Pick<Messages, 'slash' | 'names'>,
): string {
  return slash([...path, ...options.map((option) => placeholder(option, names))].join(' '));
}

function placeholder(
  { name, required, choices }: OptionSpec,
  { choices: called }: Messages['names'],
): string {
  if (!required) return `[${name}]`;
  return choices?.map((choice) => called[choice] ?? choice).join('|') ?? name.toUpperCase();
}
