import { german } from './de/german.ts';
import { english } from './en/english.ts';

/**
 * Every sentence people read, in one language. English comes first and its sections are the shape
 * of all: a sentence added to `en/` does not compile until `de/` has it too.
 */
export type Messages = typeof english;

const LANGUAGES: Readonly<Record<string, Messages>> = { en: english, de: german };

/** The catalogue for a BCP 47 locale such as `de-AT`; English where Hallway does not speak it. */
export function messagesFor(locale: string): Messages {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language] ?? english) : english;
}

/** The description of a command, subcommand or option, by its names in order. */
export function describe(messages: Messages, ...path: readonly string[]): string {
  const descriptions: Readonly<Record<string, string>> = messages.commands;
  return descriptions[path.join(' ')] ?? path.join(' ');
}
