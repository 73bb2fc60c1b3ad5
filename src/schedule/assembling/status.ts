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
