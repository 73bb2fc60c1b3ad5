import { MINUTE_MS } from '../../src/clock.ts';
import { DEFAULT_LEAD_MINUTES } from '../../src/outbox/due.ts';
import { type MemberRef, targetKey } from '../../src/platform/target.ts';
import type { Conference, Day, Talk } from '../../src/schedule/schedule.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { createChance } from '../../test/crash/chance.ts';

export const PLATFORM = 'chat';
const STARS = 30;
const FOLLOWS = 5;
/** So few that nobody comes to the most messages a day that follows make, beyond which there is a digest. */
const MOST_OF_A_FOLLOW = 6;
const SEED = 17;

export interface Attendee {
  readonly ref: MemberRef;
  readonly stars: readonly Talk[];
  readonly follows: readonly Topic[];
}

/** Words that people follow, and what they find. */
export interface Topic {
  readonly words: string;
  readonly talks: readonly Talk[];
}

/** A reminder as it has to come, reckoned without Hallway. */
export interface Due {
  /** Of whom and of which talk. */
  readonly key: string;
  readonly dueAt: number;
}

export interface Audience {
  readonly attendees: readonly Attendee[];
  /** Of the day. */
  readonly due: readonly Due[];
}

export function dueKey(target: string, talk: string): string {
  return `${target} ${talk}`;
}

/** Members who star and follow what chance has it, the same in every run. */
export function sow(conference: Conference, day: Day, members: number): Audience {
  const chance = createChance(SEED);
  const talks = conference.talks.filter(({ status }) => status === 'scheduled');
  const topics = topicsOf(conference);
  const attendees = Array.from(
    { length: members },
    (_, index): Attendee => ({
      ref: { platform: PLATFORM, id: `m${index}` },
      stars: pick(talks, STARS, chance),
      follows: pick(topics, FOLLOWS, chance),
    }),
  );
  const due = attendees.flatMap(({ ref, stars, follows }) => {
    const target = targetKey({ kind: 'member', platform: ref.platform, member: ref.id });
    const wanted = new Set([...stars, ...follows.flatMap((topic) => topic.talks)]);
    return [...wanted]
      .filter(({ start, status }) => status === 'scheduled' && isWithin(day, start))
      .map(({ id, start }) => ({
        key: dueKey(target, id),
        dueAt: start - DEFAULT_LEAD_MINUTES * MINUTE_MS,
      }));
  });
  return { attendees, due };
}

function isWithin({ start, end }: Day, at: number): boolean {
  return start <= at && at < end;
}

function topicsOf(conference: Conference): readonly Topic[] {
  const index = createTalkIndex(conference);
  const words = new Set(
    conference.talks.flatMap(({ title }) => title.toLowerCase().match(/\p{L}{4,}/gu) ?? []),
  );
  return [...words]
    .map((each) => ({ words: each, talks: index.about(each) ?? [] }))
    .filter(({ talks }) => talks.length > 0 && talks.length <= MOST_OF_A_FOLLOW);
}

/** So many different ones. */
function pick<T>(from: readonly T[], count: number, chance: () => number): readonly T[] {
  const picked = new Set<T>();
  while (picked.size < Math.min(count, from.length)) {
    const one = from[Math.floor(chance() * from.length)];
    if (one !== undefined) picked.add(one);
  }
  return [...picked];
}
