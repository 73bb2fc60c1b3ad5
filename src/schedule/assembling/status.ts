import type { TalkStatus } from '../schedule.ts';

const WORD =
  '(?:cancelled|canceled|abgesagt|entf(?:ä|ae)llt|f(?:ä|ae)llt aus|ausgefallen|annul(?:é|e)e?|cancelad[oa]|anulad[oa]|annullat[oa]|cancellat[oa]|geannuleerd|afgelast|vervallen|odwołane?|zrušeno|inst(?:ä|ae)lld?|aflyst|avlyst|peruttu)';
/** `Cancelled/Abgesagt`. */
const MARK = `${WORD}(?:\\s*/\\s*${WORD})*`;
/** The head of the title; some put a cross or a warning sign before the mark. */
const HEAD = '^(?:[\\p{So}\\u{fe0f}]+\\s*)?';
const INSIDE = `\\s*${MARK}\\s*[!:]*\\s*`;
/** `[Canceled] X`, `(cancelled): X`, `*** CANCELLED *** X`. */
const BRACKETED = new RegExp(
  `${HEAD}(?:\\[${INSIDE}\\]|\\(${INSIDE}\\)|\\{${INSIDE}\\}|(\\*{1,3})${INSIDE}\\1)\\s*[:–—-]?\\s*`,
  'iu',
);
/** `Canceled: X`, `Abgesagt – X`, `CANCELLED! X`. A hyphen counts only with a blank behind it. */
const PUNCTUATED = new RegExp(`${HEAD}${MARK}(?:\\s*[:!|]+|\\s*[–—]|\\s*-+(?=\\s))\\s*`, 'iu');
/** `CANCELLED X`: without any sign it takes capitals, since a title may begin with such a word. */
const SHOUTED = new RegExp(`${HEAD}${MARK}\\s+`, 'iu');
const TRAILING = new RegExp(`(?:\\[${INSIDE}\\]|\\(${INSIDE}\\))$`, 'iu');
const ALONE = new RegExp(`^\\W*${MARK}\\W*$`, 'iu');
/** `[event] CANCELLED: X`: what stands before the mark is part of the title all the same. */
const KIND = /^\[[^[\]]{1,40}\]\s*/u;
/** What some write instead of a mark: each letter with a stroke through it. */
const STROKES = /[\u{335}-\u{338}]/gu;

const FULL =
  '(?:sold[ -]out|fully booked|full|wait(?:ing)?[ -]?list(?:ed| only)?|at capacity|ausgebucht|ausverkauft|complet|completo|agotado|esgotado|esaurito|uitverkocht|volzet|volgeboekt|udsolgt|utsolgt|slutsålt|wyprzedane)';
/** `[SOLD OUT] X`, `X (full)`, `SOLD OUT: X`. */
const FULL_MARKS = [
  new RegExp(`^(?:\\[\\s*(${FULL})\\s*!?\\]|\\(\\s*(${FULL})\\s*!?\\))\\s*[:–—-]?\\s*`, 'iu'),
  new RegExp(`\\s*(?:\\[\\s*(${FULL})\\s*!?\\]|\\(\\s*(${FULL})\\s*!?\\))$`, 'iu'),
  /^(sold[ -]out|ausgebucht|ausverkauft)(?:\s*[:!|]+|\s*[–—]|\s*-+(?=\s))\s*/iu,
];

/** What a title says about its talk besides naming it. */
export interface TitleWords {
  readonly title: string;
  readonly status: TalkStatus;
  /** Whether there is room, in the organisers' own words: `SOLD OUT`. */
  readonly mark?: string;
}

/** The title itself, its status and its mark: none of these is a renaming. */
export function wordsOfTitle(written: string): TitleWords {
  const { title, status } = statusOfTitle(written);
  for (const pattern of FULL_MARKS) {
    const found = pattern.exec(title);
    const rest = title.replace(pattern, '').trim();
    if (found === null || rest === '') continue;
    const mark = found.slice(1).find((words) => words !== undefined) ?? '';
    const inner = statusOfTitle(rest);
    const isCanceled = status === 'canceled' || inner.status === 'canceled';
    return { title: inner.title, status: isCanceled ? 'canceled' : 'scheduled', mark };
  }
  return { title, status };
}

/**
 * What a title says about its talk: "CANCELLED", "[Canceled]" and their like are a
 * status, "Cancelling POSIX threads" is a title. "AMENDMENT" stays: such a talk takes
 * place, and its programme prints it so.
 */
export function statusOfTitle(title: string): {
  readonly title: string;
  readonly status: TalkStatus;
} {
  if (ALONE.test(title)) return { title, status: 'canceled' };
  const unstruck = title.replace(STROKES, '');
  if ((title.length - unstruck.length) * 2 > unstruck.length) {
    return { title: statusOfTitle(unstruck.trim()).title, status: 'canceled' };
  }
  const kind = KIND.exec(title)?.[0] ?? '';
  if (kind !== '' && !BRACKETED.test(title)) {
    const rest = statusOfTitle(title.slice(kind.length));
    return { title: `${kind}${rest.title}`, status: rest.status };
  }
  for (const mark of [BRACKETED, PUNCTUATED, SHOUTED, TRAILING]) {
    const found = mark.exec(title)?.[0];
    if (found === undefined) continue;
    if (mark === SHOUTED && found !== found.toUpperCase()) continue;
    const rest = title.replace(mark, '').trim();
    // Some say it twice, the program and the organiser each once.
    if (rest !== '') return { title: statusOfTitle(rest).title, status: 'canceled' };
  }
  return { title, status: 'scheduled' };
}
