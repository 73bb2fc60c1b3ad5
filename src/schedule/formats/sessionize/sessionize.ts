import { z } from 'zod';
import type {
  ConferenceDraft,
  RoomDraft,
  ScheduleFormat,
  TalkDraft,
} from '../../assembling/draft.ts';
import { parseWrittenTime } from '../../assembling/times.ts';
import { instantOfWritten } from '../../assembling/zone.ts';
import type { Findings } from '../../reading/findings.ts';
import { looseText } from '../../reading/json.ts';
import { refuseTalkCount } from '../../reading/limits.ts';
import type { Speaker } from '../../schedule.ts';
import { offsetsOf } from '../../zones/agreeingZone.ts';
import { venueZone } from '../../zones/venueZone.ts';

/** What the views of Sessionize say alike about a session. */
export const sessionFields = {
  id: looseText,
  title: looseText,
  description: looseText,
  startsAt: looseText,
  endsAt: looseText,
  status: looseText,
  liveUrl: looseText,
  recordingUrl: looseText,
  isServiceSession: z.unknown().optional(),
} as const;
const Fields = z.object(sessionFields);

/** A session with its references looked up. */
export interface Session {
  readonly path: string;
  readonly fields: z.infer<typeof Fields>;
  readonly room: string | undefined;
  readonly speakers: readonly Speaker[];
  readonly choices: readonly Choice[];
}

/** One answer of a session to one of the organisers' categories. */
export interface Choice {
  readonly category: string;
  readonly item: string;
}

/** Sessionize writes wall times without a zone, and says nothing about the conference itself. */
export function draftOfSessions(
  format: ScheduleFormat,
  sessions: readonly Session[],
  rooms: readonly RoomDraft[],
  configuredZone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  refuseTalkCount(sessions.length);
  const { timeZone } = venueZone(
    {
      named: undefined,
      path: '',
      configured: configuredZone,
      offsets: offsetsOf(sessions.map(({ fields }) => parseWrittenTime(fields.startsAt))),
    },
    findings,
  );
  const talks = sessions.flatMap((session) => talkOf(session, timeZone, findings));
  return { format, timeZone, days: [], rooms, tracks: [], talks };
}

function talkOf(session: Session, timeZone: string, findings: Findings): readonly TalkDraft[] {
  const { path, fields, room, speakers, choices } = session;
  const startsAt = parseWrittenTime(fields.startsAt);
  const endsAt = parseWrittenTime(fields.endsAt);
  if (startsAt === undefined || isDeclined(fields.status)) {
    findings.note('talk-unscheduled', path, fields.title);
    return [];
  }
  if (endsAt === undefined) findings.note('end-missing', path, fields.title);
  const start = instantOfWritten(startsAt, timeZone);
  return [
    {
      path,
      id: fields.id,
      title: fields.title,
      track: chosen(choices, /\b(?:track|topic|thema|themen|piste)s?\b/i),
      type: chosen(choices, /\b(?:format|type|art)s?\b/i),
      language: chosen(choices, /\b(?:language|sprache|langue|idioma|taal)s?\b/i),
      room,
      start,
      end: endsAt === undefined ? start : instantOfWritten(endsAt, timeZone),
      speakers,
      texts: [fields.description ?? ''],
      isBreak: fields.isServiceSession === true,
      canceled: /^cancell?ed$/i.test(fields.status ?? ''),
      links: [
        ...(fields.liveUrl === undefined ? [] : [{ title: 'Live', url: fields.liveUrl }]),
        ...(fields.recordingUrl === undefined
          ? []
          : [{ title: 'Recording', url: fields.recordingUrl }]),
      ],
    },
  ];
}

/** It never came to be on the programme, whatever room and time it still has. */
function isDeclined(status: string | undefined): boolean {
  return /^(?:declined|rejected|withdrawn|decline_queue)$/i.test(status ?? '');
}

/** Categories are the organisers' own questions ("Which track does your session best fit into?"). */
function chosen(choices: readonly Choice[], question: RegExp): string | undefined {
  return choices.find(({ category }) => question.test(category))?.item;
}
