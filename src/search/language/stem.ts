import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import type { Language } from './language.ts';

/** Every ending that the English stemmer takes off; it is slow to find out that there is none. */
const ENGLISH_ENDING = /(?:s|ed|ing|y|e|[cglt]i|al|ful|er|or|ic|ant|ent|ou|ism|ion|ll)$/;

/** Where the English stemmer throws together what nobody would: accessibility and access, news and new. */
const APART: readonly (readonly [RegExp, string])[] = [
  [/^accessib(?:le|ly|ility)$/, 'accessib'],
  [/^universit(?:y|ies)$/, 'universit'],
  [/^generic(?:s|ally)?$/, 'generic'],
  [/^organi[sz]/, 'organiz'],
  [/^news$/, 'news'],
];

/** Spares most words these. */
const MAYBE_APART = /^(?:accessib|universit|generic|organi|news)/;

function englishStem(word: string): string {
  const apart = MAYBE_APART.test(word) ? APART.find(([pattern]) => pattern.test(word)) : undefined;
  if (apart !== undefined) return apart[1];
  const spelt = americanSpelling(word);
  return ENGLISH_ENDING.test(spelt) ? english(spelt) : spelt;
}

/** British endings become American ones, on both sides of a search; what else they hit does no harm there. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w{4})is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)/, 'iz'],
  [/(?<=\w{3})yse(?=[sd]?$)/, 'yze'],
  [/(?<=\w{2})our(?=(?:s|ed|ing|al|ite|ites|ful)?$)/, 'or'],
  [/(?<=\w{2})enc(?=es?d?$)/, 'ens'],
  [/(?<=\w{3})ogue(?=s?$)/, 'og'],
  [/(?<=\w{3})tre(?=s?$)/, 'ter'],
  [/(?<=\w{4})amme(?=s?$)/, 'am'],
  [/(?<=\w{3})ll(?=(?:ed|ing|er|ers)$)/, 'l'],
];

/** Spares most words the rules. */
const CANDIDATE = /is[eia]|yse|our|enc|ogue|tre|amme|ll[ei]/;

function americanSpelling(word: string): string {
  if (!CANDIDATE.test(word)) return word;
  for (const [ending, replacement] of RULES) {
    if (ending.test(word)) return word.replace(ending, replacement);
  }
  return word;
}

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = {
  en: englishStem,
  de: german,
  fr: french,
  other: (word) => word,
};

/** Names of things (`c++`, `k8s`, `.net`) and short words have no endings to lose. */
const INFLECTED = /^\p{L}{3,}$/u;

/** The stem of a folded word: what it shares with its whole family, near (`tests`) and far (`local`, `localization`). */
export function stem(word: string, language: Language): string {
  return INFLECTED.test(word) ? STEMMERS[language](word) || word : word;
}

const ENGLISH_PLURAL = /(?:[^suiy]|[^o]y|[^s]u)s$|ies$|(?:s|x|z|ch|sh)es$/;

/**
 * The word without what only counts it, which makes no other word of it. English stems go further
 * than that: they make one of `community` and `communication`. German and French ones hardly do.
 */
export function plainForm(word: string, language: Language): string {
  if (language !== 'en') return stem(word, language);
  const spelt = americanSpelling(word);
  if (spelt.length < 4 || !ENGLISH_PLURAL.test(spelt) || !INFLECTED.test(spelt)) return spelt;
  if (spelt === 'news') return spelt;
  if (spelt.endsWith('ies'))
    return spelt.length > 4 ? `${spelt.slice(0, -3)}y` : spelt.slice(0, -1);
  return spelt.replace(/(?<=s|x|z|ch|sh)es$|s$/, '');
}
