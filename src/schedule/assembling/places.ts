import { uniqueSlugs } from '../naming/slug.ts';
import { lineOf } from '../reading/line.ts';
import type { Room, Track } from '../schedule.ts';
import type { RoomDraft, TrackDraft } from './draft.ts';
import { isPlaceholder, type PlaceholderField } from './placeholders.ts';
import { present } from './present.ts';

/** The rooms listed and those that talks name, each once; of one listed several times, all that is said anywhere. */
export function roomsOf(
  listed: readonly RoomDraft[],
  used: readonly (string | undefined)[],
): readonly Room[] {
  const slug = uniqueSlugs('room');
  return onceEach('room', listed, used).map(({ name, guid, description, capacity = 0 }) => ({
    name,
    ...present({ guid }),
    slug: slug(name) as Room['slug'],
    ...present({ description: lineOf(description) }),
    ...(Number.isSafeInteger(capacity) && capacity > 0 ? { capacity } : {}),
  }));
}

/** As {@link roomsOf}. */
export function tracksOf(
  listed: readonly TrackDraft[],
  used: readonly (string | undefined)[],
): readonly Track[] {
  const slug = uniqueSlugs('track');
  return onceEach('track', listed, used).map(({ name, guid, colour }) => ({
    name,
    ...present({ guid }),
    slug: slug(name),
    ...present({ colour: /^#[\da-f]{6}$/.exec(colour?.trim().toLowerCase() ?? '')?.[0] }),
  }));
}

function onceEach<T extends RoomDraft | TrackDraft>(
  field: PlaceholderField,
  listed: readonly T[],
  used: readonly (string | undefined)[],
): readonly T[] {
  const byName = new Map<string, T>();
  for (const place of [...listed, ...used.flatMap((name) => (name ? [{ name } as T] : []))]) {
    const name = lineOf(place.name);
    if (name === undefined || isPlaceholder(field, name)) continue;
    const said = Object.entries(place).filter(([, value]) => value !== undefined);
    byName.set(name, { ...byName.get(name), ...Object.fromEntries(said), name } as T);
  }
  return [...byName.values()];
}
