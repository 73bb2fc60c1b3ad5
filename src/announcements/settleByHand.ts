import { settled } from '../programme/byHand.ts';
import type { TalkId } from '../schedule/schedule.ts';
import type { AnnouncerStores } from './announcerWork.ts';
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
  const talks = new Map(after.talks.map((talk) => [talk.id, talk]));
  const steps = all.map(({ community, conference: _, ...byHand }) => {
    const talk = talks.get(ids.get(byHand.talk) ?? '');
    const next = talk && settled({ ...byHand, talk: talk.id }, talk, after);
    return { community, from: byHand.talk, next };
  });
  // All go before any comes: ids may have been swapped.
  for (const { community, from } of steps) await communities.dropByHand(community, key, from);
  for (const { community, next } of steps) {
    if (next !== undefined) await communities.setByHand(community, key, next);
  }
}
