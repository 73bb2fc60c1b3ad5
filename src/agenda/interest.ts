import type { Instant } from '../clock.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { Talk, TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { Timetable } from '../schedule/timetable.ts';

/**
 * How many people of a community have which talks on their list, as its organisers may know it
 * (issue 18, 8): whatever fewer than five have is left out, numbers are rounded to five, and a later
 * look differs from the one before only once five people more have starred something, so that no
 * difference between two looks is the doing of one of them.
 */
export interface Look {
  /** It shows the lists as they were then. */
  readonly at: Instant;
  /** Of talks that enough people have on their list; rounded. */
  readonly talks: ReadonlyMap<TalkId, number>;
  /** Of those, how many accounts a message to whoever has them on their list reaches, where those are enough; rounded. */
  readonly reached: ReadonlyMap<TalkId, number>;
  /** Of pairs among the most starred, those that enough people have both of; rounded. */
  readonly both: readonly Both[];
}

/** How many have both talks on their list. */
export interface Both {
  readonly one: TalkId;
  readonly other: TalkId;
  readonly people: number;
}

/** Exact numbers, which nobody but {@link takeLook} sees, and the look that is shown. */
export interface Interest {
  /** By talk, how many people of the community starred it. */
  tally(community: CommunityRef, conference: ConferenceKey): Promise<ReadonlyMap<TalkId, number>>;
  /** By talk, how many accounts a say to whoever starred it reaches. */
  tallyReached(
    community: CommunityRef,
    conference: ConferenceKey,
  ): Promise<ReadonlyMap<TalkId, number>>;
  /** The same as the first for each pair of these talks that somebody starred both of. */
  tallyBoth(
    community: CommunityRef,
    conference: ConferenceKey,
    talks: readonly TalkId[],
  ): Promise<readonly Both[]>;
  /** How many people of the community starred something after that. */
  starringSince(
    community: CommunityRef,
    conference: ConferenceKey,
    after: Instant,
  ): Promise<number>;
  lastLook(community: CommunityRef, conference: ConferenceKey): Promise<Look | undefined>;
  /** In place of the last. */
  keepLook(community: CommunityRef, conference: ConferenceKey, look: Look): Promise<void>;
}

/** Of fewer people nothing is told. */
export const FEWEST = 5;

/** So many of the most starred talks are held against each other. */
const MOST_POPULAR = 30;

/** To five, as all that organisers are told of; never to nothing. */
export function rounded(people: number): number {
  return Math.max(FEWEST, Math.round(people / FEWEST) * FEWEST);
}

/** So many of something, of so many people. */
export interface PeopleCount {
  readonly count: number;
  readonly people: number;
}

/** Rounded to five; of fewer than five people nothing is told (issue 18, 8). */
export function toldCount({ count, people }: PeopleCount): number | undefined {
  return people < FEWEST ? undefined : rounded(count);
}

export async function takeLook(
  interest: Interest,
  community: CommunityRef,
  conference: ConferenceKey,
  now: Instant,
): Promise<Look> {
  const last = await interest.lastLook(community, conference);
  if (
    last !== undefined &&
    (await interest.starringSince(community, conference, last.at)) < FEWEST
  ) {
    return last;
  }
  const enough = enoughOf(await interest.tally(community, conference)).toSorted(
    ([one, a], [other, b]) => b - a || (one < other ? -1 : 1),
  );
  const popular = enough.slice(0, MOST_POPULAR).map(([talk]) => talk);
  const both = await interest.tallyBoth(community, conference, popular);
  const reached = enoughOf(await interest.tallyReached(community, conference));
  const look: Look = {
    at: now,
    talks: new Map(enough.map(([talk, people]) => [talk, rounded(people)])),
    reached: new Map(reached.map(([talk, accounts]) => [talk, rounded(accounts)])),
    both: both
      .filter(({ people }) => people >= FEWEST)
      .map((pair) => ({ ...pair, people: rounded(pair.people) })),
  };
  await interest.keepLook(community, conference, look);
  return look;
}

function enoughOf(tally: ReadonlyMap<TalkId, number>) {
  return [...tally].filter(([, people]) => people >= FEWEST);
}

/** Two talks that are on at the same time. */
export interface Clash {
  readonly one: Talk;
  readonly other: Talk;
  readonly people: number;
}

/** Pairs that nobody can attend both of, and enough people would; most first. */
export function popularClashes(
  { both }: Pick<Look, 'both'>,
  { talk: find, overlapping }: Pick<Timetable, 'talk' | 'overlapping'>,
): readonly Clash[] {
  return both
    .flatMap(({ one: id, other: otherId, people }) => {
      const one = find(id);
      const other = find(otherId);
      const isClash = one?.status === 'scheduled' && other && overlapping(one).includes(other);
      if (!isClash) return [];
      return [
        other.start < one.start ? { one: other, other: one, people } : { one, other, people },
      ];
    })
    .toSorted((a, b) => b.people - a.people || a.one.start - b.one.start);
}
