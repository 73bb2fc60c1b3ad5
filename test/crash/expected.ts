import type { Instant } from '../../src/clock.ts';
import { CHANNELS, isFollowed, isStarredBy, MEMBERS } from './audience.ts';
import { LEAD_MINUTES, MINUTE_MS, newStart, type Part } from './story.ts';
import { PLATFORMS } from './wire.ts';

/** What is to be said, each line once. */
export interface Expected {
  /** What must have been said by now. */
  readonly due: ReadonlySet<string>;
  /** That, and what may be said later. */
  readonly ever: ReadonlySet<string>;
}

const CHANGES = {
  earlyMove: 'moved',
  lateMove: 'moved',
  cancellation: 'canceled',
  renaming: 'edited',
} as const;

/** Told from the story alone, talk by talk: no plan, no diff, no outbox. */
export function expectedOf(
  story: readonly Part[],
  changed: ReadonlySet<Part>,
  until: Instant,
): Expected {
  const lines = story.flatMap((part) => linesOf(part, changed.has(part)));
  const lists = PLATFORMS.flatMap((platform) =>
    MEMBERS.map((member) => ({ line: `${platform} ${member} list`, due: 0 })),
  );
  const all = changed.size === 0 ? lines : [...lines, ...lists];
  return {
    due: new Set(all.filter(({ due }) => due <= until).map(({ line }) => line)),
    ever: new Set(all.map(({ line }) => line)),
  };
}

/** Whether everybody who is to hear of its first start has, and of its change where it has one. */
export function wasTold(part: Part, isChanged: boolean, said: ReadonlySet<string>): boolean {
  return linesOf(part, isChanged)
    .filter(({ due }) => !isChanged || due === 0)
    .every(({ line }) => said.has(line));
}

interface Line {
  readonly line: string;
  readonly due: Instant;
}

function linesOf(part: Part, isChanged: boolean): readonly Line[] {
  const { name, role } = part;
  const channels = CHANNELS.filter(({ rooms }) => rooms.length === 0 || part.room === 'A');
  const starrers = MEMBERS.filter((_, index) => isStarredBy(index, part));
  const followers = isFollowed(part) ? MEMBERS : [];
  const told = isChanged && role !== 'plain' ? [`notice ${CHANGES[role]} ${name}`] : [];
  const starts = startsOf(part, isChanged).map((start) => ({
    what: `${name} ${start}`,
    due: start - LEAD_MINUTES * MINUTE_MS,
  }));
  return PLATFORMS.flatMap((platform) => [
    ...channels.flatMap(({ channel }) => [
      ...starts.map(({ what, due }) => ({
        line: `${platform} ${channel} announcement ${what}`,
        due,
      })),
      ...told.map((what) => ({ line: `${platform} ${channel} ${what}`, due: 0 })),
    ]),
    ...starrers.flatMap((member) => [
      ...starts.map(({ what, due }) => ({ line: `${platform} ${member} reminder ${what}`, due })),
      ...told.map((what) => ({ line: `${platform} ${member} ${what}`, due: 0 })),
    ]),
    ...followers.flatMap((member) =>
      starts.map(({ what, due }) => ({ line: `${platform} ${member} reminder ${what}`, due })),
    ),
  ]);
}

/** The starts of which people are told, in order. */
function startsOf(part: Part, isChanged: boolean): readonly Instant[] {
  const { role, start } = part;
  if (!isChanged) return [start];
  switch (role) {
    case 'plain':
    case 'renaming':
      return [start];
    case 'cancellation':
      return [];
    case 'earlyMove':
      return [newStart(part)];
    case 'lateMove':
      return [start, newStart(part)];
  }
}
