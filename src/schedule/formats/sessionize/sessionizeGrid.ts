import { z } from 'zod';
import type { ConferenceDraft } from '../../assembling/draft.ts';
import type { Findings } from '../../reading/findings.ts';
import { looseList, looseText, parseShape } from '../../reading/json.ts';
import { draftOfSessions } from './sessionize.ts';
import { NamedSession, onceEach, sessionOf } from './sessionizeSession.ts';

const Grid = z.array(
  z.object({
    date: looseText,
    rooms: z.array(z.object({ name: looseText, sessions: looseList(NamedSession) })),
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
        sessionOf(session, `[${dayAt}].rooms[${roomAt}].sessions[${at}]`, room.name),
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
