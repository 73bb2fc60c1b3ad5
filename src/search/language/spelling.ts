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

export function americanSpelling(word: string): string {
  if (!CANDIDATE.test(word)) return word;
  for (const [ending, replacement] of RULES) {
    if (ending.test(word)) return word.replace(ending, replacement);
  }
  return word;
}
