/**
 * The floor `messages`: every sentence that people read, one catalogue a language, one section a
 * floor. It knows nobody's types but its own; whoever has something to say hands over the facts.
 * A function elsewhere whose name ends in `Words` puts sentences of a catalogue together; it has no
 * text of its own.
 * Start here, then read `en/english.ts`.
 */

import { createRequire } from 'node:module';
import { english } from './en/english.ts';
import { type Slash, slashWith } from './slash.ts';

/**
 * Every sentence people read, in one language. English comes first and its sections are the shape
 * of all: a sentence added to `en/` does not compile until each
 * other language has it too (docs/translating.md).
 */
export type Messages = ReturnType<typeof english>;

/** Loads at once, and each file once: a start pays for English and for no language that nobody asks for. */
const load = createRequire(import.meta.url);

type German = typeof import('./de/german.ts');
type Spanish = typeof import('./es/spanish.ts');
type French = typeof import('./fr/french.ts');
type Dutch = typeof import('./nl/dutch.ts');

const CATALOGUES: Readonly<Record<string, (slash: Slash) => Messages>> = {
  en: english,
  de: (slash) => (load('./de/german.ts') as German).german(slash),
  fr: (slash) => (load('./fr/french.ts') as French).french(slash),
  nl: (slash) => (load('./nl/dutch.ts') as Dutch).dutch(slash),
  es: (slash) => (load('./es/spanish.ts') as Spanish).spanish(slash),
};

/** By language and by what precedes the names of commands: whoever runs Hallway chose that once. */
const made = new Map<string, Messages>();

export const DEFAULT_LANGUAGE = 'en';

/** What Hallway speaks, in ISO 639 codes; English comes first. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES);

/** Of the languages that Hallway speaks the one of a BCP 47 locale such as `de-AT`, or else English. */
export function languageOf(locale: string | null | undefined): string {
  const language = (locale ?? '').toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return LANGUAGES.includes(language) ? language : DEFAULT_LANGUAGE;
}

/**
 * The catalogue for a BCP 47 locale; English where Hallway does not speak it. `commandPrefix` is what
 * precedes the names of commands where the reader types them, such as `fosdem-`.
 */
export function messagesFor(locale: string | null | undefined, commandPrefix = ''): Messages {
  const language = languageOf(locale);
  const key = `${language} ${commandPrefix}`;
  const messages = made.get(key) ?? (CATALOGUES[language] ?? english)(slashWith(commandPrefix));
  made.set(key, messages);
  return messages;
}

/** The description of a command, subcommand or option, by its names in order. */
export function describe(messages: Messages, ...path: readonly string[]): string {
  const descriptions: Readonly<Record<string, string>> = messages.commands;
  return descriptions[path.join(' ')] ?? path.join(' ');
}
