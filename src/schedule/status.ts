import type { TalkStatus } from './model.ts';

const MARK =
  '(?:cancelled|canceled|abgesagt|entf(?:ä|ae)llt|f(?:ä|ae)llt aus|ausgefallen|annul(?:é|e)e?|cancelad[oa]|anulad[oa]|annullat[oa]|cancellat[oa]|geannuleerd|afgelast|vervallen|odwołane?|zrušeno|inst(?:ä|ae)lld?|aflyst|avlyst|peruttu)';
/** `[Canceled] X`, `(cancelled): X`, `*** CANCELLED *** X`. */
const BRACKETED = new RegExp(
  `^(?:\\[\\s*${MARK}\\s*!*\\s*\\]|\\(\\s*${MARK}\\s*!*\\s*\\)|\\{\\s*${MARK}\\s*\\}|(\\*{1,3})\\s*${MARK}\\s*!*\\s*\\1)\\s*[:–—-]?\\s*`,
  'iu',
);
/** `Canceled: X`, `Abgesagt – X`, `CANCELLED! X`. A hyphen counts only with blanks around it. */
const PUNCTUATED = new RegExp(`^${MARK}(?:\\s*[:!|]+|\\s*[–—]|\\s+-+(?=\\s))\\s*`, 'iu');
/** `CANCELLED X`: without any sign it takes capitals, since a title may begin with such a word. */
const SHOUTED = new RegExp(`^(?:${MARK})(?=\\s)\\s+`, 'iu');
const TRAILING = new RegExp(`(?:\\[\\s*${MARK}\\s*!*\\s*\\]|\\(\\s*${MARK}\\s*!*\\s*\\))$`, 'iu');
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
    if (rest !== '') return { title: rest, status: 'canceled' };
  }
  return { title, status: 'scheduled' };
}
