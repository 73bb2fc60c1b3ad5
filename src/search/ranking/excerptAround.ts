import type { PlacedWord } from '../language/words.ts';

const LENGTH = 120;

/** How much of the excerpt comes before the match. */
const LEAD = 40;

/**
 * One line of about 120 characters around the richest place among these words of the text, cut
 * between words and marked with an ellipsis where it is cut.
 */
export function excerptAround(text: string, words: readonly PlacedWord[]): string {
  const { start } = richest(words);
  const from =
    start <= LEAD ? 0 : start - LEAD + Math.max(0, text.slice(start - LEAD, start).search(/\s/));
  const isCut = from + LENGTH < text.length;
  const rough = text.slice(from, from + LENGTH);
  const line = (isCut ? rough.replace(/\s+\S*$/, '') : rough).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '… ' : ''}${line.toWellFormed()}${isCut ? ' …' : ''}`;
}

/** The word with the most different others close behind it. */
function richest(words: readonly PlacedWord[]): { readonly start: number } {
  let best = { start: 0, richness: 0 };
  for (const [at, { start }] of words.entries()) {
    const near = words.slice(at, at + 12).filter((word) => word.start < start + LENGTH - LEAD);
    const richness = new Set(near.map(({ written }) => written)).size;
    if (richness > best.richness) best = { start, richness };
  }
  return best;
}
