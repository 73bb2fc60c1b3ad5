/** A piece of a typed query: plain words, or a filter with its value without quotation marks. */
export type QueryPart<Name extends string> =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'filter'; readonly name: Name; readonly value: string };

const BLANK_OR_QUOTED = /([^\s:"“”„«»]+):["“„«]([^"“”»]*)["“”»]?|["“„«]([^"“”»]*)["“”»]?|\S+/g;

/**
 * Splits at blanks that are not in quotation marks, straight or curly. A mark that is never
 * closed holds the rest of the text. Words keep their order.
 */
export function splitQuery<Name extends string>(
  text: string,
  names: readonly Name[],
): readonly QueryPart<Name>[] {
  return [...text.matchAll(BLANK_OR_QUOTED)].map(([whole, label, quoted, phrase]) => {
    const colon = whole.indexOf(':');
    const typed = (label ?? whole.slice(0, Math.max(colon, 0))).toLowerCase();
    const name = names.find((candidate) => candidate === typed);
    const value = quoted ?? whole.slice(colon + 1);
    if (name !== undefined && value !== '') return { kind: 'filter', name, value };
    return { kind: 'words', text: phrase ?? whole };
  });
}
