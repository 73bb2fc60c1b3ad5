/** Which talks a server has as events; references as in action ids. */
export interface Scope {
  readonly room?: string | undefined;
  readonly track?: string | undefined;
}

/** What an event is about. */
export interface Mark {
  /** Key of the conference. */
  readonly conference: string;
  readonly talk: string;
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
      conference: decodeURIComponent(conference),
      talk: decodeURIComponent(talk),
      scope: {
        ...(room ? { room: decodeURIComponent(room) } : {}),
        ...(track ? { track: decodeURIComponent(track) } : {}),
      },
    };
  } catch {
    return undefined;
  }
}
