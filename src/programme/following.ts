import { fold } from '../schedule/naming/slug.ts';
import type { Conference, Speaker, Talk } from '../schedule/schedule.ts';
import { typesOf } from '../schedule/types.ts';
import type { TalkIndex } from '../search/search.ts';

/** What of a conference can be followed, from one version to the next. */
export type FollowSubject =
  | { readonly kind: 'speaker'; readonly id?: string; readonly name: string }
  /** The slugs of tracks and rooms are kept when a new version has another name for them. */
  | { readonly kind: 'track' | 'room' | 'type'; readonly slug: string; readonly name: string }
  | { readonly kind: 'words'; readonly name: string };

/** What tells it from all others of its conference; a name of its own, `speaker:#17` or `words:ebpf`. */
export type SubjectKey = string & { readonly brand: 'SubjectKey' };

/** A person by the source's id, where it has one. */
export function subjectKey(subject: FollowSubject): SubjectKey {
  return `${subject.kind}:${keyOf(subject)}` as SubjectKey;
}

function keyOf(subject: FollowSubject): string {
  switch (subject.kind) {
    case 'speaker':
      return subject.id === undefined ? `=${nameKey(subject.name)}` : `#${subject.id}`;
    case 'track':
    case 'room':
    case 'type':
      return subject.slug;
    case 'words':
      return nameKey(subject.name);
  }
}

/** The inverse of {@link subjectKey}, with the name by which it was last known. */
export function subjectOf(key: SubjectKey, name: string): FollowSubject {
  const at = key.indexOf(':');
  const [kind, rest] = [key.slice(0, at), key.slice(at + 1)];
  switch (kind) {
    case 'track':
    case 'room':
    case 'type':
      return { kind, slug: rest, name };
    case 'speaker':
      return rest.startsWith('#') ? { kind, id: rest.slice(1), name } : { kind, name };
    default:
      return { kind: 'words', name };
  }
}

/** As it is called now: a renamed track has another name than when somebody began to follow it. */
export function currentName(subject: FollowSubject, conference: Conference): string {
  if (subject.kind !== 'track' && subject.kind !== 'room') return subject.name;
  const places = subject.kind === 'track' ? conference.tracks : conference.rooms;
  return places.find(({ slug }) => slug === subject.slug)?.name ?? subject.name;
}

/** Everybody, every place and every kind of talk, each once. */
export function allSubjects(conference: Conference): readonly FollowSubject[] {
  const { talks, tracks, rooms } = conference;
  const speakers = talks.flatMap((talk) => talk.speakers.map(speakerSubject));
  return [
    ...new Map(speakers.map((subject) => [subjectKey(subject), subject])).values(),
    ...tracks.map(({ name, slug }) => ({ kind: 'track', name, slug }) as const),
    ...rooms.map(({ name, slug }) => ({ kind: 'room', name, slug }) as const),
    ...typesOf(conference).map(({ name, slug }) => ({ kind: 'type', name, slug }) as const),
  ];
}

/** The same in another conference, by its name, since ids are each source's own; words are the same everywhere. */
export function createSameIn(
  conference: Conference,
): (subject: FollowSubject) => FollowSubject | undefined {
  const named = (subject: FollowSubject) => `${subject.kind}:${nameKey(subject.name)}`;
  const all = new Map(allSubjects(conference).map((subject) => [named(subject), subject]));
  return (subject) => (subject.kind === 'words' ? subject : all.get(named(subject)));
}

/** Finds the talks of what is followed, canceled ones, too; undefined while its words cannot be looked for. */
export type TalksOf = (subject: FollowSubject) => readonly Talk[] | undefined;

/** For one version of a conference, whose talks are grouped once. */
export function createTalksOf(conference: Conference, index: Pick<TalkIndex, 'about'>): TalksOf {
  const { talks, tracks, rooms } = conference;
  const grouped = (of: (talk: Talk) => readonly (string | undefined)[]) => {
    let groups: ReadonlyMap<string, readonly Talk[]> | undefined;
    return (name: string | undefined) => {
      groups ??= groupsOf(talks, of);
      return (name !== undefined && groups.get(name)) || [];
    };
  };
  const byId = grouped(({ speakers }) => speakers.map(({ id }) => id));
  const byName = grouped(({ speakers }) => speakers.map(({ name }) => nameKey(name)));
  const inTrack = grouped(({ track }) => [track]);
  const inRoom = grouped(({ room }) => [room]);
  const ofType = grouped(({ type }) => [type]);
  const nameOf = (
    places: readonly { readonly slug: string; readonly name: string }[],
    slug: string,
  ) => places.find((place) => place.slug === slug)?.name;
  return (subject) => {
    switch (subject.kind) {
      case 'speaker': {
        const own = byId(subject.id);
        // A source may give other ids than before, or none any more.
        return own.length > 0 ? own : byName(nameKey(subject.name));
      }
      case 'track':
        return inTrack(nameOf(tracks, subject.slug));
      case 'room':
        return inRoom(nameOf(rooms, subject.slug));
      case 'type':
        return ofType(nameOf(typesOf(conference), subject.slug));
      case 'words':
        return index.about(subject.name);
    }
  };
}

function groupsOf(
  talks: readonly Talk[],
  of: (talk: Talk) => readonly (string | undefined)[],
): ReadonlyMap<string, readonly Talk[]> {
  const groups = new Map<string, Talk[]>();
  for (const talk of talks) {
    for (const name of new Set(of(talk))) {
      if (name === undefined) continue;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [talk]);
      else group.push(talk);
    }
  }
  return groups;
}

export function speakerSubject({ id, name }: Speaker): FollowSubject {
  return { kind: 'speaker', name, ...(id === undefined ? {} : { id }) };
}

function nameKey(name: string): string {
  return fold(name).trim().replace(/\s+/gu, ' ');
}
