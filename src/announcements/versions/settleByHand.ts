import { settled, type TalkByHand } from '../../programme/byHand.ts';
import type { Conference, TalkId } from '../../schedule/schedule.ts';
import type { AnnouncerStores } from '../announcerWork.ts';
import type { Update } from './update.ts';

/**
 * What organisers changed by hand goes along with its talk's id into a new version, and ends where
 * that says the same, or knows the talk no more.
 */
export async function settleByHand(
  { communities }: Pick<AnnouncerStores, 'communities'>,
  { key, after }: Pick<Update, 'key' | 'after'>,
  ids: ReadonlyMap<TalkId, TalkId>,
): Promise<void> {
  const all = (await communities.allByHand()).filter(({ conference }) => conference === key);
  if (all.length === 0) return;
  const settle = settlingIn(after, ids);
  const steps = all.map(({ community, conference: _, ...byHand }) => ({
    ...{ community, from: byHand.talk },
    next: settle(byHand),
  }));
  // All go before any comes: ids may have been swapped.
  for (const { community, from } of steps) await communities.dropByHand(community, key, from);
  for (const { community, next } of steps) {
    if (next !== undefined) await communities.setByHand(community, key, next);
  }
}

/** What becomes of a talk by hand in that version; undefined where nothing is left of it. */
export function settlingIn(
  conference: Conference,
  ids: ReadonlyMap<TalkId, TalkId>,
): (byHand: TalkByHand) => TalkByHand | undefined {
  const talks = new Map(conference.talks.map((talk) => [talk.id, talk]));
  return (byHand) => {
    const talk = talks.get(ids.get(byHand.talk) ?? '');
    return talk && settled({ ...byHand, talk: talk.id }, talk, conference);
  };
}
