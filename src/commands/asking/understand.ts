import type { View } from '../../cards/view.ts';
import { carryOn } from './carryOn.ts';
import { aboutChanges } from './changesAsked.ts';
import { claimDeed } from './deeds/claimDeed.ts';
import { actOn } from './deeds/deeds.ts';
import { followDeed } from './deeds/followDeed.ts';
import { doubtOf } from './doubt.ts';
import { withoutEvent } from './eventNames.ts';
import { type Filters, filtersOf, queryOf, withFilter } from './filters.ts';
import { isThanks, withoutManners } from './manners.ts';
import { OWN_SIGNS } from './names/namePhrases.ts';
import { namesOf } from './names/names.ts';
import { firstQuestion } from './oneAtATime.ts';
import { placed, searched, unknown, viewed } from './outcomes.ts';
import { placeAsked } from './place.ts';
import { aboutProgramme, comingNext, hasTime, signsNext } from './programmeQuestion.ts';
import type { Question } from './question.ts';
import { type Reading, readingOf } from './reading.ts';
import { presentOf, type Situation } from './situation.ts';
import { signIn } from './time/clockPhrase.ts';
import { edgeAsked } from './time/edge.ts';
import { resolveTime } from './time/resolve.ts';
import { withNext, withWhen } from './time/when.ts';
import { filtersApart, nearFilters } from './typedFilters.ts';
import { type Lexeme, type Sentence, sentenceOf, signOf } from './words/lexemes.ts';
import type { Sign } from './words/lexicon.ts';
import { asksForSeveral } from './words/sentences.ts';
import { wordsOf } from './words/tokens.ts';

/** Longer texts are no questions: their words are searched for. */
export const LONGEST_QUESTION = 300;

/** What somebody means (issue 16 §2). Pure, and in work bounded by {@link LONGEST_QUESTION}. */
export function understand(typed: string, situation: Situation): Question {
  const text = typed.trim();
  const literal: View = { kind: 'search', query: text, page: 1 };
  if (text.length > LONGEST_QUESTION) return viewed('find', literal);
  const { localNames = {} } = situation;
  const { said, filters } = filtersApart(text, localNames);
  const names = namesOf(situation.programme.planned);
  const { first, other } = firstQuestion(sentenceOf(said, situation.language), names);
  const question = said === '' ? viewed('find', literal) : read(first, filters, situation);
  const remarks = [
    ...nearFilters(text, localNames),
    ...(other === undefined ? [] : [{ kind: 'oneAtATime', other } as const]),
    ...question.remarks,
  ];
  if (isLiteral(question, text)) {
    return { ...question, outcome: { kind: 'view', view: literal }, remarks };
  }
  return { ...question, remarks, ...(text === '' ? {} : { literal }) };
}

/** Whether nothing was understood but the words and filters as they were typed. */
function isLiteral({ outcome }: Question, text: string): boolean {
  if (outcome.kind !== 'view' || outcome.view.kind !== 'search') return false;
  const words = (query: string) => wordsOf(queryOf(filtersOf(query))).join(' ');
  return words(outcome.view.query) === words(text);
}

function read(text: string, typed: Filters, situation: Situation): Question {
  const names = namesOf(situation.programme.planned);
  const { conference, index } = situation.programme;
  const isNamed = (word: string) =>
    names.isCommon(word) || names.find(word).length > 0 || (index.about(word)?.length ?? 0) > 0;
  const sentence = (said: string, ignored = NONE_IGNORED) =>
    sentenceOf(said, situation.language, { ignored, isNamed });
  const polite = withoutManners(text, situation.language, names);
  const { said, isOfEvent, city } = withoutEvent(sentence(polite), conference, names);
  const leftOut = (question: Question): Question =>
    city === undefined
      ? question
      : { ...question, remarks: [...question.remarks, { kind: 'cityLeftOut', city }] };
  const reading = (words: Sentence) => ofAll(readingOf(words, names), isOfEvent);
  const whole = reading(sentence(said));
  const edge = edgeAsked(whole, situation, isOfEvent);
  const question =
    followDeed(whole.sentence, situation) ??
    claimDeed(whole.sentence, situation) ??
    aboutChanges(whole, situation) ??
    actOn(whole, situation) ??
    (speaksOfShown(whole, isOfEvent) ? undefined : edge) ??
    carryOn(whole, situation) ??
    edge ??
    ownQuestion(whole, said, situation);
  if (question !== undefined) {
    // Filters typed beside what is whole in itself have no part in it.
    return leftOut(
      queryOf(typed) === '' ? guessed(question, whole) : { ...question, isGuess: true },
    );
  }
  // Beside other words those of a whole question are but words.
  const ignored = new Set(OWN_SIGNS);
  const plain = reading(sentence(said, ignored));
  const words = plain.sentence.tokens.map(({ word }) => word);
  if (plain.words !== '' && words.length >= FEW_WORDS && names.isInTitle(words)) {
    return viewed('find', { kind: 'search', query: queryOf({ ...typed, words: said }), page: 1 });
  }
  return leftOut(doubted(guessed(aboutProgramme(plain, typed, situation), plain), plain));
}

/** `the last talk of the camp` is that of no day. */
function ofAll(reading: Reading, isOfEvent: boolean): Reading {
  const { time } = reading;
  const isOfAll = isOfEvent && time.pick !== undefined && time.day === undefined;
  return isOfAll ? { ...reading, time: { ...time, whole: true } } : reading;
}

const NONE_IGNORED: ReadonlySet<Sign> = new Set();

/** `when does it end?` asks of what was shown, unless it names a day, a place or the conference. */
function speaksOfShown({ time, names, others }: Reading, isOfEvent: boolean): boolean {
  const isNamed = isOfEvent || names.length > 0 || hasTime({ time });
  return !isNamed && !others.some((lexeme) => signOf(lexeme, 'event') !== undefined);
}

/** Words of a sentence that talks may have and not answer, or that ask for more than one. */
function doubted(question: Question, reading: Reading): Question {
  const { outcome } = question;
  if (outcome.kind !== 'view' || outcome.view.kind !== 'search') return question;
  const doubt = doubtOf(reading);
  const place = placeAsked(reading);
  const venue = saysVenueAlone(reading) ? wordsOf(reading.words) : undefined;
  const isCounted = reading.sentence.lexemes.some((each) => signOf(each, 'count') !== undefined);
  const isOpen = isCounted || (reading.words !== '' && asksForSeveral(reading.sentence));
  return {
    ...question,
    // With nothing shown before, which time is meant is open.
    ...(reading.signs.has('sameTime') ? { isGuess: true } : {}),
    ...(doubt === undefined ? {} : { doubt }),
    ...(isOpen ? { isOpen } : {}),
    ...(venue === undefined ? {} : { venue }),
    ...(place === undefined ? {} : { place }),
  };
}

/** A name that had to be mended may be another word after all; what is not wanted, and no name, is not left out. */
function guessed(question: Question, { names, others }: Reading): Question {
  // No talk tells that it is in that language.
  const isLanguage = (lexeme: Lexeme, at: number) =>
    signOf(lexeme, 'lang') !== undefined && signIn(others[at - 1], 'inLanguage');
  const isOpen =
    names.some(({ isMisspelt }) => isMisspelt) ||
    others.some((lexeme, at) => signIn(lexeme, 'without') || isLanguage(lexeme, at));
  return isOpen ? { ...question, isGuess: true } : question;
}

/** So many words in a row are a title, not a question that happens to be like one. */
const FEW_WORDS = 3;

const THANKS: Question = { intent: 'thanks', outcome: { kind: 'thanks' }, remarks: [] };

/** Questions that are whole in themselves: with words of a topic beside them they are others. */
function ownQuestion(reading: Reading, said: string, situation: Situation): Question | undefined {
  const { signs, words, names } = reading;
  const known = namesOf(situation.programme.planned);
  if (isAboutVenue(reading) || asksForMeal(reading, situation)) return unknown('venue');
  if (isThanks(reading.sentence, known)) return THANKS;
  if (words !== '') return undefined;
  if (signs.has('settings')) return viewed('mine', { kind: 'settings' });
  const asksForIdeas = signs.has('gap') || signs.has('suggest');
  if (signs.has('mine') || (isOwn(reading) && !asksForIdeas)) return mine(reading, situation);
  if (asksForIdeas) return suggestion(reading, situation);
  if (signs.has('afterThat')) return following(reading, situation);
  if (names.length > 0) return undefined;
  if (signs.has('canceled'))
    return { intent: 'changes', outcome: { kind: 'canceled' }, remarks: [] };
  if (hasTime(reading)) return undefined;
  if (signs.has('thanks')) return THANKS;
  if (signs.has('help') || signs.has('greeting')) return viewed('help', { kind: 'help' });
  return /[\p{L}\p{N}]/u.test(said) ? undefined : unknown('words');
}

/** With nothing shown before, what comes then is what comes next. */
function following(reading: Reading, situation: Situation): Question {
  return comingNext(placed(reading), reading, presentOf(situation));
}

function isOwn(reading: Reading): boolean {
  const { signs } = reading;
  const about = ['talk', 'nextUp', 'next', 'programme'].some((sign) => signs.has(sign));
  return signs.has('my') && (about || hasTime(reading));
}

/** `where is the toilet`: what a schedule never tells. */
function isAboutVenue({ signs, words, names, sentence, time, isFramed }: Reading): boolean {
  if (names.length > 0 || signs.has('talk') || !isFramed) return false;
  // `where can I eat`, `where is lunch` ask for a place, not for what runs then.
  const asksForPlace = signs.has('whereCan') || signs.has('where');
  if (asksForPlace && words === '' && time.at?.kind === 'meal') return true;
  return (
    saysVenueAlone({ sentence, words }) ||
    (signs.has('whereCan') && !signs.has('hear') && words !== '')
  );
}

/** Whether the words left are those of a venue, and no others. */
function saysVenueAlone({ sentence, words }: Pick<Reading, 'sentence' | 'words'>): boolean {
  const found = sentence.lexemes.filter((lexeme) => signOf(lexeme, 'venue') !== undefined);
  const said = found.map(({ words: each }) => each).join(' ');
  return found.length > 0 && said === wordsOf(words).join(' ');
}

/** `when is lunch`, where the schedule tells of no breaks. */
function asksForMeal({ time, signs, words, names }: Reading, { programme }: Situation): boolean {
  const isWhole = words === '' && names.length === 0 && time.at?.kind === 'meal';
  const { breaks = [] } = programme.conference;
  return isWhole && signs.has('when') && breaks.length === 0;
}

function mine(reading: Reading, situation: Situation): Question {
  const present = presentOf(situation);
  const starred = withFilter(placed(reading), 'is', ['starred']);
  if (signsNext(reading)) return searched('mine', withNext(starred, present), present, reading);
  if (!hasTime(reading) && reading.names.length === 0) {
    return viewed('mine', { kind: 'mytalks', page: 1 });
  }
  const { pick, ...when } = resolveTime(reading.time, present);
  const timed = withWhen(starred, when);
  const picked = pick === undefined ? timed : withFilter(timed, 'is', ['starred', pick]);
  return searched('mine', picked, present, reading);
}

function suggestion(reading: Reading, situation: Situation): Question {
  const filters = withWhen(placed(reading), resolveTime(reading.time, presentOf(situation)));
  const within = reading.signs.has('gap') ? 'gaps' : 'day';
  return viewed('suggest', { kind: 'suggest', within, query: queryOf(filters), page: 1 });
}
