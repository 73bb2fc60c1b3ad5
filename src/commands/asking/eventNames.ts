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
  /** What was left out is where the time zone has its name from, of which the title says nothing. */
  readonly city?: string;
}

/**
 * `talks at fosdem`, `security in brussels`, `when does fosdem start?`: that it is about this conference
 * goes without saying. Nobody is told that the city is no room.
 */
export function withoutEvent(
  sentence: Sentence,
  conference: Conference,
  names: Names,
): WithoutEvent {
  const { text, tokens, lexemes } = sentence;
  const asksWhen = lexemes.some((lexeme) => signIn(lexeme, 'when'));
  for (const { isKind, isCity, words: name } of eventNames(conference)) {
    const from = tokens.findIndex((_, at) =>
      name.every((word, offset) => tokens[at + offset]?.word === word),
    );
    const [start, end] = [tokens[from], tokens[from + name.length - 1]];
    if (start === undefined || end === undefined || isPlace(keyOf(name), names)) continue;
    if (name.length === tokens.length) continue;
    const before = lexemes.filter(({ to }) => to <= from);
    const lead = leadOf(before);
    if (lead === undefined && !asksWhen) continue;
    if (isKind && !isDefinite(before)) continue;
    const cut = tokens[lead?.from ?? from]?.start ?? start.start;
    const said = `${text.slice(0, cut)} ${text.slice(end.end)}`.replace(/\s+/gu, ' ').trim();
    const city = text.slice(start.start, end.end);
    return { said, isOfEvent: true, ...(isCity ? { city } : {}) };
  }
  return { said: text, isOfEvent: false };
}

function isPlace(key: string, names: Names): boolean {
  return names.find(key).some(({ kind }) => kind === 'room' || kind === 'track');
}

/** `at`, `in the`, `of the`. */
function leadOf(before: readonly Lexeme[]): Lexeme | undefined {
  const [last, other] = [before.at(-1), before.at(-2)];
  if (isLead(last)) return last;
  return signIn(last, 'filler') && isLead(other) ? other : undefined;
}

function isLead(lexeme: Lexeme | undefined): boolean {
  return signIn(lexeme, 'place') || OF.has(lexeme?.words ?? '');
}

/** Of what it is a talk. */
const OF = new Set(['of', 'von', 'vom', 'des', 'der', 'du', 'van', 'del']);

/** `at the`, `vom`, `del`: it is the one that everybody is at. */
function isDefinite(before: readonly Lexeme[]): boolean {
  const last = before.at(-1);
  return signIn(last, 'filler') || CONTRACTED.has(last?.words ?? '');
}

const CONTRACTED = new Set(['am', 'beim', 'im', 'vom', 'zum', 'au', 'du', 'al', 'del']);

interface EventName {
  readonly words: readonly string[];
  /** It is no name: what kind of gathering the title says it is, `camp`. */
  readonly isKind?: true;
  /** It is the city alone that the time zone is named for. */
  readonly isCity?: true;
}

const SHORTEST_KIND = 4;

/**
 * With its year and without, what stands before a colon, its short form, the city that its time zone is named for, and
 * the last word of the title, which says what it is.
 */
function eventNames({ title, acronym = '', timeZone }: Conference): readonly EventName[] {
  const whole = wordsOf(title);
  const city = timeZone.split('/').at(-1)?.replace(/_/gu, ' ') ?? '';
  const head = wordsOf(title.split(/[:|–—]/u)[0] ?? '');
  const plain = [whole, head].map((words) => words.filter((word) => !/^\d+$/u.test(word)));
  const names = [whole, head, ...plain, wordsOf(acronym)];
  const kind =
    plain
      .at(-1)
      ?.slice(-1)
      .filter(({ length }) => length >= SHORTEST_KIND) ?? [];
  return [
    ...names.map((words) => ({ words })),
    { words: kind, isKind: true } as const,
    { words: wordsOf(city), isCity: true } as const,
  ].filter(({ words }) => words.length > 0);
}
