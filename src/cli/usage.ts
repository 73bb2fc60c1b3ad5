import type { Messages } from '../messages/messages.ts';

type Words = Messages['cli'];

interface Described {
  readonly description: string;
  readonly defaultValue?: unknown;
}

/** Its code and its message in English. */
interface Misuse {
  readonly code: string;
  readonly message: string;
}

/** Commander's help in the reader's words. */
export function helpIn({ titles, byDefault }: Words) {
  const titlesByEnglish: Readonly<Record<string, string>> = {
    'Usage:': titles.usage,
    'Options:': titles.options,
    'Commands:': titles.commands,
  };
  return {
    styleTitle: (title: string) => titlesByEnglish[title] ?? title,
    optionDescription: ({ description, defaultValue }: Described) =>
      ['string', 'number'].includes(typeof defaultValue) && defaultValue !== ''
        ? `${description} (${byDefault(String(defaultValue))})`
        : description,
  };
}

/** What is wrong with the usage, in the reader's words; `names` are those of the subcommands. */
export function usageWords({ code, message }: Misuse, { misused }: Words, names: string): string {
  const [, quoted = ''] = /'([^']*)'/.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownOption':
      return misused.unknownOption(quoted, /Did you mean (?:one of )?(.*)\?/.exec(message)?.[1]);
    case 'commander.excessArguments': {
      const [, words = ''] = /: (.*)\.$/s.exec(message.replace('error: ', '')) ?? [];
      // What names no subcommand is taken for words to the default one.
      return quoted === 'serve'
        ? misused.unknownSubcommand(words.split(', ')[0] ?? '', names)
        : misused.tooManyWords(words);
    }
    case 'commander.optionMissingArgument':
      return misused.withoutValue(quoted);
    case 'commander.missingMandatoryOptionValue':
    case 'commander.missingArgument':
      return misused.missing(quoted);
    default:
      return message;
  }
}
