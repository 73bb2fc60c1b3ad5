import type { TalkDraft } from '../../assembling/draft.ts';

/** So large a part of the places must end alike, and so many different ones, before it is the town. */
const NEARLY_ALL = 0.9;
const FEW_PLACES = 4;

/** Drops the town that nearly all places end with: `Hall 7, Amsterdam, Netherlands` is Hall 7. */
export function withoutTown(talks: readonly TalkDraft[]): readonly TalkDraft[] {
  const town = townOf(talks.flatMap(({ room }) => room ?? []));
  if (town === undefined) return talks;
  return talks.map((talk) =>
    talk.room?.endsWith(town) ? { ...talk, room: talk.room.slice(0, -town.length).trim() } : talk,
  );
}

/** With the comma before it. */
function townOf(places: readonly string[]): string | undefined {
  if (new Set(places).size < FEW_PLACES) return undefined;
  const counts = new Map<string, number>();
  for (const place of places) {
    const parts = place.split(/(?=,)/);
    for (let at = 1; at < parts.length; at += 1) {
      const end = parts.slice(at).join('');
      counts.set(end, (counts.get(end) ?? 0) + 1);
    }
  }
  const common = [...counts].filter(([, count]) => count >= places.length * NEARLY_ALL);
  return common.map(([end]) => end).sort((a, b) => b.length - a.length)[0];
}
