import type { Conference } from '../../schedule/schedule.ts';
import type { Names } from './names/names.ts';
import { keyOf } from './names/names.ts';
import { signIn } from './time/clockPhrase.ts';
import type { Lexeme, Sentence } from './words/lexemes.ts';
import { wordsOf } from './words/tokens.ts';

/** A question without the name of the conference itself. */
export interface WithoutEvent {
  readonly said: string;
  readonly isOfEvent: boolean;
}

/**
 * `talks at fosdem`, `security in brussels`, `when does fosdem start?`: that it is about this conference
 * goes without saying. The city is that of the time zone, and nobody is told that it is no room.
 */
export function withoutEvent(
  sentence: Sentence,
  conference: Conference,
  names: Names,
): WithoutEvent {
  const { text, tokens, lexemes } = sentence;
  const asksWhen = lexemes.some((lexeme) => signIn(lexeme, 'when'));
  for (const name of eventNames(conference)) {
    const from = tokens.findIndex((_, at) =>
      name.every((word, offset) => tokens[at + offset]?.word === word),
    );
    const [start, end] = [tokens[from], tokens[from + name.length - 1]];
    if (start === undefined || end === undefined || isPlace(keyOf(name), names)) continue;
    if (name.length === tokens.length) continue;
    const before = lexemes.filter(({ to }) => to <= from);
    const lead = leadOf(before);
    if (lead === undefined && !asksWhen) continue;
    const cut = tokens[lead?.from ?? from]?.start ?? start.start;
    const said = `${text.slice(0, cut)} ${text.slice(end.end)}`.replace(/\s+/gu, ' ').trim();
    return { said, isOfEvent: true };
  }
  return { said: text, isOfEvent: false };
}

function isPlace(key: string, names: Names): boolean {
  return names.find(key).some(({ kind }) => kind === 'room' || kind === 'track');
}

/** `at`, `in the`. */
function leadOf(before: readonly Lexeme[]): Lexeme | undefined {
  const [last, other] = [before.at(-1), before.at(-2)];
  if (signIn(last, 'place')) return last;
  return signIn(last, 'filler') && signIn(other, 'place') ? other : undefined;
}

/** With its year and without, what stands before a colon, its short form, and the city that its time zone is named for. */
function eventNames({ title, acronym = '', timeZone }: Conference): readonly (readonly string[])[] {
  const whole = wordsOf(title);
  const city = timeZone.split('/').at(-1)?.replace(/_/gu, ' ') ?? '';
  const head = wordsOf(title.split(/[:|–—]/u)[0] ?? '');
  const plain = [whole, head].map((words) => words.filter((word) => !/^\d+$/u.test(word)));
  const names = [whole, head, ...plain, wordsOf(acronym), wordsOf(city)];
  return names.filter(({ length }) => length > 0);
}
