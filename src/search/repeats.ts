import type { Talk } from '../schedule/schedule.ts';
import { runsOf } from './language/words.ts';

/** A talk of an answer, and its other times where it is held more than once. */
export interface Row<T> {
  readonly item: T;
  readonly repeats: readonly Talk[];
}

/** The items in their order, those that are repeats of one before joined to it. */
export function joinRepeats<T>(items: readonly T[], talkOf: (item: T) => Talk): readonly Row<T>[] {
  const rows: { readonly item: T; readonly repeats: Talk[] }[] = [];
  const byTitle = new Map<string, (typeof rows)[number][]>();
  for (const item of items) {
    const talk = talkOf(item);
    const title = titleOf(talk);
    const alike = byTitle.get(title) ?? [];
    const first = alike.find((row) => isRepeat(talk, talkOf(row.item)));
    if (first !== undefined) {
      first.repeats.push(talk);
      continue;
    }
    const row = { item, repeats: [] };
    rows.push(row);
    byTitle.set(title, [...alike, row]);
  }
  return rows;
}

const titles = new WeakMap<Talk, string>();

/** Without its punctuation; talks are found again and again. */
function titleOf(talk: Talk): string {
  const known = titles.get(talk);
  if (known !== undefined) return known;
  const title = runsOf(talk.title).join(' ');
  titles.set(talk, title);
  return title;
}

/** Of two talks with the same title: `Introduction` is many talks, and a workshop held twice is one. */
function isRepeat(a: Talk, b: Talk): boolean {
  const names = ({ speakers }: Talk) =>
    speakers
      .map(({ name }) => name)
      .sort()
      .join('\n');
  if (names(a) !== names(b)) return false;
  return a.speakers.length > 0 || (a.abstract !== '' && a.abstract === b.abstract);
}
