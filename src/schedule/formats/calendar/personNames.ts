const PARTICLE =
  "(?:d[eaiou]|del|della|den|der|des|dos|du|el|la|le|al|bin|ibn|ben|van|von|vom|zu|zum|ter|ten|y|e|i|di|d’|d')";
const INITIAL = '\\p{Lu}\\.';
const WORD = "(?:(?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}’'.-]*)";
const NAME = new RegExp(
  `^${WORD}(?:\\s+(?:${PARTICLE}|${INITIAL}|${WORD}|[(“"]${WORD}[)”"]|,?\\s?(?:Jr|Sr|II|III)\\.?)){0,5}$`,
  'u',
);
/** Words of titles and of programmes that begin with capitals as names do. */
const NO_NAME =
  /\b(?:[ap]m|access|all|and|bof|book|break|breakfast|closing|day|demo|dinner|edition|end|event|for|full|group|half|hands|in|introduction|keynote|learned|lightning|live|lounge|lunch|meeting|meetup|of|on|opening|panel|part|party|practices?|q&a|reception|registration|room|session|sessions|sold|talk|talks|the|to|tour|track|training|tutorial|update|volume|wg|with|working|workshop|your)\b/i;

/** Whether a text may well be the name of a person: a few capitalised words, none of which programmes are made of. */
export function isPersonName(text: string): boolean {
  const name = text.trim();
  if (name.length > 60 || !NAME.test(name) || NO_NAME.test(name)) return false;
  // Shouted, or an abbreviation.
  return name !== name.toUpperCase() || name === name.toLowerCase();
}

/** …of first name and surname at least. */
export function isFullName(text: string): boolean {
  return /\s/.test(text.trim()) && isPersonName(text);
}
