/**
 * Marks that turn the direction of what follows, hide between letters or draw nothing: what is copied
 * from a chat carries them along. Joiners that shape letters and emoji are none of them.
 */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** A text without letters that nobody sees. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Lower case without accents and punctuation, words joined by hyphens; empty when nothing is left. */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A function that gives each name a slug not given before: `hall`, `hall-2`; nameless ones are numbered after `fallback`. */
export function uniqueSlugs(fallback: string): (name: string) => string {
  const distinct = distinctNames();
  return (name) => distinct(slugOf(name) || fallback);
}

/**
 * A function that returns its argument the first time and `argument-2`, `argument-3`…
 * after that. What it makes up is never one of `reserved` nor anything it gave before.
 */
export function distinctNames(reserved: ReadonlySet<string> = new Set()): (name: string) => string {
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return (name) => {
    let count = counts.get(name) ?? 0;
    let candidate = name;
    while (given.has(candidate) || (count > 0 && reserved.has(candidate))) {
      count += 1;
      candidate = `${name}-${count + 1}`;
    }
    counts.set(name, count);
    given.add(candidate);
    return candidate;
  };
}

/** Nearly all words there are. */
const ASCII = /^[\0-\x7f]*$/;

/** Lower case, accents removed, ligatures written out. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđł]/g, (letter) => WRITTEN_OUT[letter] ?? letter);
}

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
};
