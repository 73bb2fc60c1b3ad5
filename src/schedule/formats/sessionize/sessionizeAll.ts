import { z } from 'zod';
import type { ConferenceDraft } from '../../assembling/draft.ts';
import type { Findings } from '../../reading/findings.ts';
import { looseList, looseText, parseShape } from '../../reading/json.ts';
import type { Speaker } from '../../schedule.ts';
import { type Choice, draftOfSessions, type Session, sessionFields } from './sessionize.ts';

const All = z.object({
  sessions: z.array(
    z.object({
      ...sessionFields,
      roomId: looseText,
      speakers: looseList(looseText),
      categoryItems: looseList(looseText),
    }),
  ),
  speakers: z.array(
    z.object({ id: looseText, firstName: looseText, lastName: looseText, fullName: looseText }),
  ),
  rooms: looseList(z.object({ id: looseText, name: looseText })),
  categories: looseList(
    z.object({
      title: looseText,
      items: looseList(z.object({ id: looseText, name: looseText })),
    }),
  ),
});
type All = z.infer<typeof All>;

export function isSessionizeAll(value: unknown): boolean {
  const shape = z.object({ sessions: z.array(z.unknown()), speakers: z.array(z.unknown()) });
  return shape.safeParse(value).success;
}

/** Sessionize's view "All": sessions refer to speakers, rooms and category items by id. */
export function decodeSessionizeAll(
  value: unknown,
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const all = parseShape(All, value);
  const lookups = lookupsOf(all);
  const sessions = all.sessions.map((session, at) => sessionOf(session, at, lookups, findings));
  const rooms = all.rooms.flatMap(({ name }) => (name === undefined ? [] : [{ name }]));
  return draftOfSessions('sessionize-all', sessions, rooms, configuredZone, findings);
}

interface Lookups {
  readonly rooms: ReadonlyMap<string | undefined, string | undefined>;
  readonly speakers: ReadonlyMap<string | undefined, Speaker>;
  readonly choices: ReadonlyMap<string | undefined, Choice>;
}

function lookupsOf(all: All): Lookups {
  return {
    rooms: new Map(all.rooms.map(({ id, name }) => [id, name])),
    speakers: new Map(all.speakers.map((speaker) => [speaker.id, speakerOf(speaker)])),
    choices: new Map(
      all.categories.flatMap(({ title, items }) =>
        items.map(({ id, name }) => [id, { category: title ?? '', item: name ?? '' }] as const),
      ),
    ),
  };
}

function speakerOf({ id, firstName, lastName, fullName }: All['speakers'][number]): Speaker {
  const name = fullName ?? [firstName, lastName].filter(Boolean).join(' ');
  return id === undefined ? { name } : { id, name };
}

function sessionOf(
  session: All['sessions'][number],
  at: number,
  lookups: Lookups,
  findings: Findings,
): Session {
  const path = `sessions[${at}]`;
  const speakers = session.speakers.flatMap((id) => {
    const speaker = lookups.speakers.get(id);
    if (speaker === undefined) findings.note('speaker-unknown', path, id);
    return speaker ?? [];
  });
  return {
    path,
    fields: session,
    room: session.roomId === undefined ? undefined : lookups.rooms.get(session.roomId),
    speakers,
    choices: session.categoryItems.flatMap((id) => lookups.choices.get(id) ?? []),
  };
}
