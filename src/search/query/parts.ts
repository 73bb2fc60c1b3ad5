const PLACES_AND_PEOPLE = ['conf', 'room', 'track', 'by', 'type', 'lang'] as const;
const TIMES = ['day', 'after', 'before', 'at', 'from'] as const;
export const FILTER_NAMES = [...PLACES_AND_PEOPLE, ...TIMES, 'is'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** What filters are called in the reader's language, by their own names; several with blanks between. */
export type LocalNames = Readonly<Record<string, string>>;

/** Whether the reader's language has the word for it. */
export function isCalled(name: string, typed: string, localNames: LocalNames): boolean {
  return name === typed || localNames[name]?.split(' ').includes(typed) === true;
}

/** A piece of a typed query: plain words, or a filter with its value without quotation marks. */
export type QueryPart =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'filter';
      readonly name: FilterName;
      readonly typed: string;
      readonly value: string;
    };

const BLANK_OR_QUOTED = /([^\s:"“”„«»]+):["“„«]([^"“”»]*)["“”»]?|["“„«]([^"“”»]*)["“”»]?|\S+/g;

/**
 * Splits at blanks that are not in quotation marks, straight or curly. A mark that is never
 * closed holds the rest of the text. Words keep their order.
 */
export function splitQuery(text: string, localNames: LocalNames): readonly QueryPart[] {
  return [...text.matchAll(BLANK_OR_QUOTED)].map(([whole, label, quoted, phrase]) => {
    const colon = whole.indexOf(':');
    if (colon < 0) return { kind: 'words', text: phrase ?? whole };
    const typed = (label ?? whole.slice(0, Math.max(colon, 0))).toLowerCase();
    const name = FILTER_NAMES.find((candidate) => isCalled(candidate, typed, localNames));
    const value = quoted ?? whole.slice(colon + 1);
    if (name !== undefined && value !== '') return { kind: 'filter', name, typed, value };
    return { kind: 'words', text: phrase ?? whole };
  });
}
