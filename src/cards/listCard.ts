import type { Talk } from '../schedule/schedule.ts';
import {
  type Block,
  type Button,
  type Card,
  type Menu,
  paragraph,
  quiet,
  type Text,
} from './cards.ts';
import { fitsView, shareButtons, viewButton } from './controls.ts';
import type { Frame } from './frame.ts';
import { openMenu } from './openMenu.ts';
import { type RowStyle, talkRow } from './talkRow.ts';
import type { View } from './view.ts';
import { placeWords } from './wording/talkWords.ts';

/** Views that turn pages. */
export type PagedView = Extract<View, { readonly page: number }>;

/** A list on one of its pages. */
export interface Paged {
  readonly view: PagedView;
  readonly pages: number;
}

export interface ListCardParts extends Paged {
  readonly title: string;
  /** Said above the rows. */
  readonly intro?: Text;
  readonly rows: readonly ListedTalk[];
  /** Said below the rows. */
  readonly outro?: string;
  /** Beside those that turn the pages. */
  readonly buttons?: readonly Button[];
  readonly menus?: readonly Menu[];
  readonly style: Omit<RowStyle, 'view' | 'match'>;
}

export interface ListedTalk {
  readonly talk: Talk;
  readonly match?: string;
  /** Written above this row: a room, a day, an hour. */
  readonly heading?: string;
  /** Lines above and below this row that are no talks. */
  readonly above?: readonly Block[];
  readonly below?: readonly Block[];
}

/** Any list of talks on one of its pages: rows with stars, a menu to open one, buttons to turn pages. */
export function listCard(parts: ListCardParts, frame: Frame): Card {
  const { title, intro, outro, rows, menus = [] } = parts;
  return {
    kind: 'talks',
    title,
    summary: summary(parts, frame),
    blocks: [
      ...(intro === undefined ? [] : [paragraph(...intro)]),
      ...rows.flatMap((row) => rowBlocks(row, parts, frame)),
      ...(outro === undefined ? [] : [quiet(outro)]),
      ...pageLine(parts, frame),
      ...openMenu(
        rows.map(({ talk }) => talk),
        frame,
      ),
      ...menus,
      ...buttonBlock(parts, frame),
    ],
  };
}

function summary({ title, rows }: ListCardParts, frame: Frame): string {
  const [first] = rows;
  if (first === undefined) return title;
  return `${title}${frame.messages.marks.colon}${first.talk.title}, ${placeWords(first.talk, frame)}`;
}

function rowBlocks(row: ListedTalk, { style, view }: ListCardParts, frame: Frame): Block[] {
  const { talk, heading, match, above = [], below = [] } = row;
  const full: RowStyle = {
    ...style,
    ...(fitsView(frame, view) ? { view } : {}),
    ...(match === undefined ? {} : { match }),
  };
  return [
    ...(heading === undefined ? [] : [{ kind: 'heading', text: heading } satisfies Block]),
    ...above,
    talkRow(talk, frame, full),
    ...below,
  ];
}

/** Where there are several, which page this is. */
export function pageLine({ view, pages }: Paged, { messages }: Frame): Block[] {
  return pages > 1 ? [quiet(messages.lists.page(view.page, pages))] : [];
}

/** To the pages before and after. */
export function turnButtons({ view, pages }: Paged, frame: Frame): readonly Button[] {
  const { lists } = frame.messages;
  const turns = [
    [view.page - 1, lists.back],
    [view.page + 1, lists.more],
  ] as const;
  return turns
    .filter(([page]) => page >= 1 && page <= pages && fitsView(frame, view))
    .map(([page, label]) => viewButton(frame, { ...view, page }, label));
}

function buttonBlock(parts: ListCardParts, frame: Frame): Block[] {
  const { rows, view, buttons = [] } = parts;
  const all = [
    ...turnButtons(parts, frame),
    ...buttons,
    ...(rows.length === 0 ? [] : shareButtons(frame, view)),
  ];
  return all.length === 0 ? [] : [{ kind: 'buttons', buttons: all }];
}

/** Rows a page: with a button each they fit the tightest platform. */
export const PAGE_SIZE = 8;

/** One page of a list; a page beyond the last (the schedule shrank) shows the last. */
export function pageOf<T>(
  items: readonly T[],
  page: number,
  size: number,
): { readonly items: readonly T[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const shown = Math.min(page, pages);
  return { items: items.slice((shown - 1) * size, shown * size), page: shown, pages };
}
