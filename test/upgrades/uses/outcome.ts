import { TITLES } from '../schedules.ts';

/** Where a button, or a choice of a menu, stands, who uses it, and its id. */
export interface Use {
  readonly at: 'answer' | 'channel' | 'direct messages' | 'Home' | 'window';
  readonly by: string;
  readonly id: string;
}

/** What a use shows, in facts that outlive the wording. */
export interface Outcome extends Use {
  /** Talks by title and in their order; of a talk's card that talk alone. */
  readonly shows: readonly string[];
  /** Everybody in the channel sees it. */
  readonly shared?: boolean;
  /** A form opens with this in its field. */
  readonly form?: string;
  /** A file comes about these talks. */
  readonly file?: readonly string[];
  /** The list comes as a message of its own. */
  readonly sent?: boolean;
}

/**
 * What was found stands in another order since: what is over comes last. The talks of one page are not
 * compared, but that there are some.
 */
export function withoutOrder(outcome: Outcome): Outcome {
  const isSearch = /:(open|turn|share):search:/.test(outcome.id);
  return isSearch ? { ...outcome, shows: outcome.shows.length > 0 ? ['talks'] : [] } : outcome;
}

/** Whether anything came of it. */
export function isRefused({ shows, form, file, sent }: Outcome): boolean {
  return shows.length === 0 && form === undefined && file === undefined && sent !== true;
}

const CONFERENCES = ['Corridor Days 2021', 'Harbour Evening'];

/** Titles in a text, each once, in the order in which they occur. */
export function titlesIn(text: string): readonly string[] {
  const found = (titles: readonly string[]) =>
    titles
      .filter((title) => text.includes(title))
      .toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
  const talks = found(TITLES);
  return talks.length > 0 ? talks : found(CONFERENCES);
}

/** `h1:KEY:open:talk:101` shows one talk, though its card names others that run meanwhile. */
export function shownBy(id: string, text: string): readonly string[] {
  const isCard = /^h\d+:\w+:(open|turn|share):talk:/.test(id);
  return titlesIn(text).slice(0, isCard ? 1 : undefined);
}

/** Of a calendar: it folds long lines and escapes commas, and its order says nothing. */
export function calendarTitles(text: string): readonly string[] {
  return titlesIn(text.replaceAll(/\r?\n /g, '').replaceAll('\\,', ',')).toSorted();
}

const CHANGING =
  /^(h\d+:\w+:(star|unstar|remind|setLead|mute|unmute)\b|line:\/mytalks (digest|forget))/;
const OF_THE_MOMENT = /:(now|next|preview):/;

/** Whether it changes what is kept about whoever uses it. */
export function isChanging({ id }: Pick<Use, 'id'>): boolean {
  return CHANGING.test(id);
}

/**
 * Each id once for each kind of place. What depends on the clock comes first; what has something
 * said in the direct messages, and what changes something, comes last.
 */
export function inOrder<K extends Use>(uses: readonly K[]): readonly K[] {
  const seen = new Set<string>();
  const each = uses.filter(({ at, id }) => {
    const isNew = !seen.has(`${at} ${id}`);
    seen.add(`${at} ${id}`);
    return isNew;
  });
  const turn = (use: K) => {
    if (isChanging(use)) return 3;
    if (use.id.endsWith(':sendList')) return 2;
    return OF_THE_MOMENT.test(use.id) ? 0 : 1;
  };
  return each.toSorted((a, b) => turn(a) - turn(b));
}
