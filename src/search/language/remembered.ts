/** Of what was asked for last; some hundred kilobytes. */
const MOST_KNOWN = 4_000;

/**
 * The same function, which knows what it said before: people ask for the same words, and who types
 * asks for all of them again with each letter.
 */
export function remembered<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = make(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, made);
    return made;
  };
}
