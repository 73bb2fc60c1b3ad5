import type { Messages } from '../messages/catalogue.ts';
import type { CommandSpec, OptionSpec } from './commandSpec.ts';
import type { CommandRequest } from './requests.ts';
import { usage } from './usage.ts';
import { splitWords, type Word } from './words.ts';

export type Parsed =
  | ({ readonly kind: 'parsed' } & Pick<CommandRequest, 'subcommand' | 'args'>)
  /** What is wrong with the line, in a sentence. */
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * What was typed after a command's name, for platforms where that is one line of text. Options go
 * by place or by name (`room:H.1302`, `lead=5`); quotation marks hold blanks together; a `rest`
 * option takes the line's remainder as it is. Without a subcommand's name the first one is meant.
 */
export function parseLine(spec: CommandSpec, line: string, messages: Messages): Parsed {
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

type Args = Map<string, string>;

/** The command's name, and its subcommand's where it has one. */
type Path = readonly [command: string, subcommand?: string];

function parseOptions(
  path: Path,
  options: readonly OptionSpec[],
  line: string,
  messages: Messages,
): Parsed {
  if (options[0]?.rest === true) return finish(path, options, restOnly(options[0], line), messages);
  const split = splitWords(line);
  if (split.kind === 'unclosed') return refusal(messages.errors.unclosedQuote(split.text));
  const args: Args = new Map();
  for (const word of split.words) {
    const option = optionFor(word, options, args);
    if (option === undefined) return refusal(strayWord(word, options, messages));
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

/** A first option that takes the rest takes all: the line may hold anything, such as one quotation mark. */
function restOnly(option: OptionSpec, line: string): Args {
  const name = new RegExp(`^\\s*${option.name}[:=]\\s*`, 'i');
  const value = line.replace(name, '').trim();
  return new Map(value === '' ? [] : [[option.name, value]]);
}

function optionFor(word: Word, options: readonly OptionSpec[], args: Args): OptionSpec | undefined {
  const named = options.find(({ name }) => name === word.name);
  if (named !== undefined || word.name !== undefined) return named;
  return options.find(({ name }) => !args.has(name));
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
  const typed = usage([command, ...(subcommand === undefined ? [] : [subcommand])], options);
  for (const option of options) {
    const value = args.get(option.name);
    const sentence =
      value === undefined ? missing(option, typed, messages) : wrong(option, value, messages);
    if (sentence !== undefined) return refusal(sentence);
  }
  return {
    kind: 'parsed',
    args: Object.fromEntries(args),
    ...(subcommand === undefined ? {} : { subcommand }),
  };
}

function missing(
  { name, required }: OptionSpec,
  typed: string,
  { errors }: Messages,
): string | undefined {
  return required ? errors.missingOption(name, typed) : undefined;
}

function wrong(option: OptionSpec, value: string, { errors }: Messages): string | undefined {
  const { name, kind, range, choices = [] } = option;
  if (kind === 'choice' && !choices.includes(value.toLowerCase())) {
    return errors.notAChoice(name, value, choices.join(', '));
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
