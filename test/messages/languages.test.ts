import { describe, expect, it } from 'vitest';
import { LANGUAGES, messagesFor } from '../../src/messages/messages.ts';
import { HOLE, sentences, wordings } from './sentences.ts';

const others = LANGUAGES.filter((language) => language !== 'en');
const english = new Map(sentences(messagesFor('en')));

/** What may be as in English, whatever the language: names, marks and commands, and no sentence. */
const SAME_IN_ALL = new Set([
  'slash',
  'names.own',
  ...['marks.colon', 'marks.semicolon'],
  ...['help.title', 'help.meaning', 'talk.starredMark', 'agenda.exportFile', 'time.seconds'],
  ...['announcements.arrow', 'announcements.one', 'lateness.because', 'operator.one'],
  ...['lists.schedule', 'cli.unreadable', 'console.welcome'],
]);

/** Words that a language has in common with English, by language. */
const SAME_WORDS: Readonly<Record<string, readonly string[]>> = {
  de: ['Format', 'Links', 'Status', 'Streams', 'Track', 'Tracks', 'track:containers'],
  fr: [
    ...['Format', 'Message', 'Messages', 'Programme', 'Source', 'Type', 'Version'],
    ...['pages', 'programme', 'version', '7 places', '7 min', '7 h 7 min'],
  ],
  nl: [
    ...['Feedback', 'Links', 'Privacy', 'Streams', 'Track', 'Tracks', 'track', 'track:containers'],
    ...['“7”', '“7”: 7', 'was “7”', '7 min', '7 min later'],
  ],
  es: ['Track', 'Tracks', 'track', 'track:containers', '7 min', '7 h 7 min'],
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

/** What shows marks that are typed, such as `!2`. */
const TYPED = new Set(['config.notAMark', 'console.invitation', 'console.noSuchButton']);

/** The quotation marks of each language. */
const QUOTES: Readonly<Record<string, string>> = {
  en: '“”',
  de: '„“',
  fr: '«»',
  nl: '“”',
  es: '«»',
};

/** What shows quotation marks that are typed. */
const AS_TYPED = new Set([
  ...['errors.tooManyWords', 'say.noChannels', 'numbered.liftLimit', 'cli.backup.postgres'],
]);

/** Of one language, all that its sentences may say, where there is something that they can say. */
function said(language: string): readonly (readonly [string, string])[] {
  return wordings(messagesFor(language)).flatMap(([name, texts]) =>
    [...new Set(texts)]
      .filter((text) => !HOLE.test(text) && !TYPED.has(name))
      .map((text) => [name, text] as const),
  );
}

describe('as it is printed', () => {
  it('French keeps a narrow blank before high marks, and within its quotation marks', () => {
    const amiss = / [;:!?»]|« |«[^\u202f]|[^\u202f]»|\p{L}[;!?]/u;
    expect(said('fr').filter(([, text]) => amiss.test(text))).toEqual([]);
  });

  it.each(Object.entries(QUOTES))('%s quotes as its readers do', (language, own) => {
    const foreign = [...'“”„«»‘'].filter((mark) => !own.includes(mark));
    const amiss = said(language).filter(
      ([name, text]) =>
        foreign.some((mark) => text.includes(mark)) ||
        text.includes("'") ||
        (text.includes('"') && !AS_TYPED.has(name)),
    );
    expect(amiss).toEqual([]);
  });

  it.each(['fr', 'es'])('dots of %s stand right behind their word', (language) => {
    expect(said(language).filter(([, text]) => / …$/u.test(text))).toEqual([]);
  });

  it('Spanish opens each question and each call', () => {
    const marks = (text: string) => text.replace(/[^¿?¡!]/g, '').replace(/¿\?|¡!/g, '');
    expect(said('es').filter(([, text]) => marks(text) !== '')).toEqual([]);
  });
});
