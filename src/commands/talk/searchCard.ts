import { type Card, paragraph } from '../../cards/cards.ts';
import { fitsView } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { listCard } from '../../cards/listCard.ts';
import type { View } from '../../cards/view.ts';
import { placeWords } from '../../cards/wording/talkWords.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Talk } from '../../schedule/schedule.ts';
import type { TalkQuery } from '../../search/query/talkQuery.ts';
import type { Searched, SearchResult, TalkHit } from '../../search/search.ts';
import { soughtWords } from './sought.ts';

export interface FoundTalk {
  readonly talk: Talk;
  /** Where a search found it, when its title does not show it. */
  readonly match?: string;
  /** The same talk at its other times. */
  readonly repeats?: readonly Talk[];
}

export interface SearchCardParts {
  readonly view: Extract<View, { readonly kind: 'search' }>;
  /** What was looked for. */
  readonly query: Pick<TalkQuery, 'words' | 'meanings'>;
  readonly found: readonly FoundTalk[];
  readonly total: number;
  readonly pages: number;
  /** False when the words fit nothing well, and these are only the nearest. */
  readonly isConfident: boolean;
  readonly searched: Searched;
  /** Said first, such as a filter that means nothing here. */
  readonly remarks: readonly string[];
}

/** Ranked talks for a query, or an honest word that there are none. */
export function searchCard(parts: SearchCardParts, frame: Frame): Card {
  const { view, found, total, pages, isConfident } = parts;
  const isWhole = parts.searched === 'everything';
  const { lists } = frame.messages;
  const cannotTurn = pages > 1 && !fitsView(frame, view);
  const card = listCard(
    {
      title: titleOf(parts, frame),
      rows: found.map((row) => withTimes(row, frame)),
      view,
      pages: isConfident ? pages : 1,
      style: { when: 'dateTime', room: true },
      ...(found.length > 0 && !isConfident ? { intro: [lists.nearest] } : {}),
      ...(found.length === 0 && isWhole ? { outro: lists.tryInstead } : {}),
      ...(cannotTurn ? { outro: lists.narrow(total) } : {}),
    },
    frame,
  );
  const remarks = [...parts.remarks, ...reservation(parts, frame)];
  return { ...card, blocks: [...remarks.map((remark) => paragraph(remark)), ...card.blocks] };
}

/** With the other times of the same talk. */
function withTimes({ talk, match, repeats = [] }: FoundTalk, frame: Frame): FoundTalk {
  if (repeats.length === 0) return { talk, ...(match === undefined ? {} : { match }) };
  const { lists, marks } = frame.messages;
  const times = repeats.map((repeat) => placeWords(repeat, frame)).join(marks.semicolon);
  const also = lists.alsoAt(times);
  return { talk, match: match === undefined ? also : `${match} · ${also}` };
}

/** What was typed otherwise than it was found. */
export function meantWords({ meant = [] }: SearchResult, { lists }: Messages): readonly string[] {
  return meant.length === 0 ? [] : [lists.meant(meant.map((one) => one.meant).join(' '))];
}

/** What the answer leaves open, as long as the talks are not indexed. */
function reservation(
  { searched, isConfident }: SearchCardParts,
  { messages: { lists } }: Frame,
): readonly string[] {
  switch (searched) {
    case 'everything':
      return [];
    case 'versionBefore':
      return isConfident ? [] : [lists.justChanged];
    case 'titles':
      return [lists.onlyTitles];
  }
}

export function foundTalk(hit: TalkHit, { talk: words }: Messages): FoundTalk {
  const { talk, matched, repeats } = hit;
  return { ...foundIn(talk, matched, words), ...(repeats === undefined ? {} : { repeats }) };
}

function foundIn(
  talk: Talk,
  matched: TalkHit['matched'],
  words: Messages['talk'],
): Pick<FoundTalk, 'talk' | 'match'> {
  const [best] = matched;
  if (best === undefined || matched.some(({ field }) => field === 'title')) return { talk };
  const where = words.fields[best.field];
  return { talk, match: words.matchedIn(where, best.excerpt ?? best.terms.join(' ')) };
}

/** `6 talks on “kubernetes” · Saturday, from 12:00 to 18:00`: with the words of how a question was understood. */
function titleOf(parts: SearchCardParts, frame: Frame): string {
  const sought = soughtWords(parts.query, frame);
  const where = sought.where === '' ? [] : [quotable(sought.where)];
  return [countWords(quotable(sought.words), parts, frame), ...where].join(' · ');
}

function countWords(
  words: string,
  { found, total, isConfident, searched }: SearchCardParts,
  { messages: { lists } }: Frame,
): string {
  if (words === '') return found.length === 0 ? lists.nothingThere : lists.foundThere(total);
  if (found.length === 0)
    return searched === 'everything' ? lists.nothing(words) : lists.nothingYet(words);
  return isConfident ? lists.found(words, total) : lists.notWell(words);
}

/** Who typed a page knows what was typed; the answer need not begin with all of it. */
const LONGEST_QUOTED = 120;

function quotable(words: string): string {
  if (words.length <= LONGEST_QUOTED) return words;
  return `${words.slice(0, LONGEST_QUOTED - 1).toWellFormed()}…`;
}
