import { describe, expect, it } from 'vitest';
import { LANGUAGES, messagesFor } from '../../src/messages/messages.ts';
import { sentences } from './sentences.ts';

const others = LANGUAGES.filter((language) => language !== 'en');
const english = new Map(sentences(messagesFor('en')));

/** What may be as in English, whatever the language: names, marks and commands, and no sentence. */
const SAME_IN_ALL = new Set([
  'slash',
  'names.own',
  ...['help.title', 'help.meaning', 'talk.starredMark', 'agenda.exportFile', 'time.seconds'],
  ...['announcements.arrow', 'announcements.one', 'lateness.because', 'operator.one'],
  ...['lists.schedule', 'cli.unreadable', 'console.welcome'],
]);

/** Words that a language has in common with English, by language. */
const SAME_WORDS: Readonly<Record<string, readonly string[]>> = {
  de: ['Format', 'Links', 'Streams', 'Track', 'Tracks', 'track:containers'],
};

describe.each(others)('the sentences of %s', (language) => {
  it('are other ones than in English', () => {
    const common = new Set(SAME_WORDS[language]);
    const same = sentences(messagesFor(language)).filter(
      ([path, text]) => text === english.get(path) && !SAME_IN_ALL.has(path) && !common.has(text),
    );
    expect(same.map(([path, text]) => `${path}: ${text}`)).toEqual([]);
  });

  it('have each word that they need in common with English, and no more', () => {
    const said = new Set(sentences(messagesFor(language)).map(([, text]) => text));
    expect((SAME_WORDS[language] ?? []).filter((word) => !said.has(word))).toEqual([]);
  });
});
