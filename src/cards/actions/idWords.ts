/** A word as a part of an action id, which has colons between its words. */
export function escapeWord(word: string): string {
  return encodeURIComponent(word.toWellFormed()).replaceAll('%20', '+');
}

/** The inverse; undefined for what was never escaped so. */
export function unescapeWord(field: string): string | undefined {
  try {
    return decodeURIComponent(field.replaceAll('+', '%20'));
  } catch {
    return undefined;
  }
}
