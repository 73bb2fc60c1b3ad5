import { z } from 'zod';
import { looseList, looseText } from '../../reading/json.ts';
import type { Speaker } from '../../schedule.ts';
import { type Session, sessionFields } from './sessionize.ts';

const Person = z.object({ id: looseText, name: looseText });

/** A session with the names of what belongs to it beside the ids, as all views but "All" have it. */
export const NamedSession = z.object({
  ...sessionFields,
  room: looseText,
  speakers: looseList(Person),
  categories: looseList(
    z.object({ name: looseText, categoryItems: looseList(z.object({ name: looseText })) }),
  ),
});

export function sessionOf(
  session: z.infer<typeof NamedSession>,
  path: string,
  room?: string,
): Session {
  return {
    path,
    fields: session,
    room: session.room ?? room,
    speakers: session.speakers.flatMap(speakerOf),
    choices: session.categories.flatMap(({ name, categoryItems }) =>
      categoryItems.map((item) => ({ category: name ?? '', item: item.name ?? '' })),
    ),
  };
}

function speakerOf({ id, name }: z.infer<typeof Person>): readonly Speaker[] {
  if (name === undefined) return [];
  return [id === undefined ? { name } : { id, name }];
}

/** A session stands in the column of each room it fills and in each group it belongs to, but is one session. */
export function onceEach(sessions: readonly Session[]): readonly Session[] {
  const seen = new Set<string>();
  return sessions.filter(({ fields }) => {
    const key = JSON.stringify([fields.id, fields.startsAt, fields.endsAt, fields.title]);
    if (fields.id === undefined || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
}
