import type { Card, TalkRow } from '../../src/cards/cards.ts';
import type { Instant } from '../../src/clock.ts';
import type { Expected } from './expected.ts';
import type { Kept } from './recorder.ts';
import { newStart, type Part } from './story.ts';

export interface Findings {
  readonly lost: readonly string[];
  /** More than once, or never to be said at all. */
  readonly doubled: readonly string[];
  /** Announcements that are out and do not say where a talk stands now. */
  readonly lying: readonly string[];
}

/** Holds what a platform was sent against what it should have been. */
export function compare(
  kept: readonly Kept[],
  { due, ever }: Expected,
  story: readonly Part[],
  changed: ReadonlySet<Part>,
): Findings {
  const counts = new Map<string, number>();
  for (const line of kept.flatMap(linesOf)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return {
    lost: [...due].filter((line) => !counts.has(line)),
    doubled: [...counts]
      .filter(([line, count]) => count > 1 || !ever.has(line))
      .map(([line, count]) => `${line} (${count}×${ever.has(line) ? '' : ', never to be said'})`),
    lying: kept.flatMap((message) => lies(message, story, changed)),
  };
}

/** What a message said when it was sent, one line a talk. */
export function linesOf({ platform, target, first }: Kept): readonly string[] {
  const whom = `${platform} ${target.kind === 'channel' ? target.channel : target.member}`;
  switch (first.kind) {
    case 'announcement':
    case 'reminder':
      return rows(first).map((row) => `${whom} ${first.kind} ${nameOf(row)} ${startOf(row)}`);
    case 'notice':
      return rows(first).map((row) => `${whom} notice ${changeOf(row)} ${nameOf(row)}`);
    case 'agenda':
      return [`${whom} list`];
    default:
      return [`${whom} ${first.kind}`];
  }
}

function lies({ id, platform, card }: Kept, story: readonly Part[], changed: ReadonlySet<Part>) {
  if (card.kind !== 'announcement') return [];
  return rows(card).flatMap((row) => {
    const part = story.find(({ name }) => name === nameOf(row));
    if (part === undefined) return [`${id} speaks of "${row.title}"`];
    const start = changed.has(part) ? newStart(part) : part.start;
    return startOf(row) === start ? [] : [`${platform} ${id} says ${part.name} ${startOf(row)}`];
  });
}

function rows({ blocks }: Card): readonly TalkRow[] {
  return blocks.filter((block) => block.kind === 'row');
}

function nameOf({ title }: TalkRow): string {
  return /Talk \d+[abc]/.exec(title)?.[0] ?? title;
}

function startOf({ details }: TalkRow): Instant | undefined {
  for (const inline of details.flat()) {
    if (typeof inline !== 'string' && inline.kind === 'time') return inline.at;
  }
  return undefined;
}

function changeOf({ details, struck }: TalkRow): string {
  if (struck) return 'canceled';
  const times = details.flat().filter((one) => typeof one !== 'string' && one.kind === 'time');
  return times.length > 1 ? 'moved' : 'edited';
}
