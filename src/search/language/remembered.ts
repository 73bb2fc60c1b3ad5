/** Of what was asked for last; some hundred kilobytes. */
const MOST_KNOWN = 4_000;

/**
 * The same function, which knows what it said before: people ask for the same words, and who types
 * asks for all of them again with each letter.
 */
export function remembered<T>(make: (word: string) => T): (word: string) => T {
  const known = memory<T>(MOST_KNOWN);
  return (word) => known(word, () => make(word));
}

/** What was made under a name, up to so many; made where it is not known. */
export function memory<T>(most: number): (name: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (name, make) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const made = make();
    if (known.size >= most) known.clear();
    known.set(name, made);
    return made;
  };
}
