import { z } from 'zod';
import type { ConferenceDraft } from '../assembling/draft.ts';
import type { Findings } from '../reading/findings.ts';
import { looseList, looseText, parseShape } from '../reading/json.ts';
import type { Speaker } from '../schedule.ts';
import { draftOfSessions, type Session, sessionFields } from './sessionize.ts';

const GridSession = z.object({
  ...sessionFields,
  room: looseText,
  speakers: looseList(z.object({ id: looseText, name: looseText })),
  categories: looseList(
    z.object({ name: looseText, categoryItems: looseList(z.object({ name: looseText })) }),
  ),
});
const Grid = z.array(
  z.object({
    date: looseText,
    rooms: z.array(z.object({ name: looseText, sessions: looseList(GridSession) })),
  }),
);

export function isSessionizeGrid(value: unknown): boolean {
  const day = z.object({
    rooms: z.array(z.object({ sessions: z.array(z.unknown()) })),
    timeSlots: z.array(z.unknown()),
  });
  return z.array(day).nonempty().safeParse(value).success;
}

/** Sessionize's view "GridSmart": days, rooms and sessions; its time slots repeat the same sessions. */
export function decodeSessionizeGrid(
  value: unknown,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const days = parseShape(Grid, value);
  const sessions = days.flatMap((day, dayAt) =>
    day.rooms.flatMap((room, roomAt) =>
      room.sessions.map((session, at) =>
        sessionOf(session, room.name, `[${dayAt}].rooms[${roomAt}].sessions[${at}]`),
      ),
    ),
  );
  const rooms = days.flatMap((day) =>
    day.rooms.flatMap(({ name }) => (name === undefined ? [] : [{ name }])),
  );
  return draftOfSessions(
    'sessionize-gridsmart',
    onceEach(sessions),
    rooms,
    configuredZone,
    findings,
  );
}

function sessionOf(
  session: z.infer<typeof GridSession>,
  room: string | undefined,
  path: string,
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

function speakerOf({
  id,
  name,
}: {
  id?: string | undefined;
  name?: string | undefined;
}): readonly Speaker[] {
  if (name === undefined) return [];
  return [id === undefined ? { name } : { id, name }];
}

/** A plenary session stands in the column of each room it fills, but is one session. */
function onceEach(sessions: readonly Session[]): readonly Session[] {
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
