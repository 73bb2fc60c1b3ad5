import { z } from 'zod';
import type { ConferenceDraft } from '../../assembling/draft.ts';
import type { Findings } from '../../reading/findings.ts';
import { looseList, parseShape } from '../../reading/json.ts';
import { draftOfSessions } from './sessionize.ts';
import { NamedSession, onceEach, sessionOf } from './sessionizeSession.ts';

const Groups = z.array(z.object({ sessions: looseList(NamedSession) }));

export function isSessionizeSessions(value: unknown): boolean {
  const session = z.object({ id: z.unknown(), title: z.unknown(), startsAt: z.unknown() });
  const group = z.object({ sessions: z.array(session) });
  return z.array(group).nonempty().safeParse(value).success;
}

/** Sessionize's view "Sessions": grouped as the organisers chose, so that one may stand in several groups. */
export function decodeSessionizeSessions(
  value: unknown,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const groups = parseShape(Groups, value);
  const sessions = groups.flatMap((group, groupAt) =>
    group.sessions.map((session, at) => sessionOf(session, `[${groupAt}].sessions[${at}]`)),
  );
  const rooms = sessions.flatMap(({ room }) => (room === undefined ? [] : { name: room }));
  return draftOfSessions(
    'sessionize-sessions',
    onceEach(sessions),
    rooms,
    configuredZone,
    findings,
  );
}
