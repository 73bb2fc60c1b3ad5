import { readRef, type ShortRef } from '../../../src/cards/actions/reference.ts';
import type { ConferenceRef } from '../../../src/schedule/source.ts';
/** Which talks a server has as events; references as in action ids. */
export interface Scope {
  readonly room?: ShortRef | undefined;
  readonly track?: ShortRef | undefined;
}

/** What an event is about. */
export interface Mark {
  readonly conference: ConferenceRef;
  readonly talk: ShortRef;
  /** What the organiser asked for, so that it is known again after a restart. */
  readonly scope: Scope;
}

const BEGINNING = 'hallway';

/** The last line of an event's description: `hallway:fosdem20:9053:h1302:`. */
export function writeMark({ conference, talk, scope }: Mark): string {
  const words = [conference, talk, scope.room ?? '', scope.track ?? ''];
  return [BEGINNING, ...words.map(encodeURIComponent)].join(':');
}

/** Undefined for events that are not Hallway's. */
export function readMark(description: string | null | undefined): Mark | undefined {
  const line = description?.split('\n').at(-1) ?? '';
  const [, conference, talk, room, track] =
    /^hallway:([^:]+):([^:]+):([^:]*):([^:]*)$/.exec(line) ?? [];
  if (conference === undefined || talk === undefined) return undefined;
  try {
    return {
      conference: decodeURIComponent(conference) as ConferenceRef,
      talk: readRef(decodeURIComponent(talk)),
      scope: {
        ...(room ? { room: readRef(decodeURIComponent(room)) } : {}),
        ...(track ? { track: readRef(decodeURIComponent(track)) } : {}),
      },
    };
  } catch {
    return undefined;
  }
}
