/** An instant as a word of an id. */
export const INSTANT = /^\d{1,15}$/;

/** The view on the page that the word is; undefined for a word that is none. */
export function paged<V>(page: string, view: (page: number) => V | undefined): V | undefined {
  const number = count(page);
  return number === undefined ? undefined : view(number);
}

export function count(word: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(word) ? Number(word) : undefined;
}
