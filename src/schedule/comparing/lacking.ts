import { translationsOf } from '../assembling/translations.ts';
import type { Conference, Lacking, Talk, TalkId } from '../schedule.ts';

/**
 * A version with what it lacks and the other has, so that a poorer answer of the same source takes
 * nothing away, and a richer one is no change. Talks are the same by id, as their source's own say.
 */
export function withTold(conference: Conference, other: Conference): Conference {
  const { lacks = [] } = conference;
  const told = lacks.filter((one) => !other.lacks?.includes(one));
  if (lacks.length === 0) return conference;
  const left = lacks.filter((one) => !told.includes(one));
  const byId = new Map(other.talks.map((talk) => [talk.id, talk]));
  const { lacks: _, ...rest } = conference;
  return {
    ...rest,
    ...toldOfAll(told, conference, other),
    ...namesOf(conference, other),
    talks: conference.talks.map((talk) => withToldOfTalk(talk, told, byId)),
    ...(left.length === 0 ? {} : { lacks: left }),
  };
}

type Told = readonly Lacking[];

/** A comment is of one release alone. */
function toldOfAll(
  told: Told,
  { version }: Conference,
  other: Conference,
): Partial<Pick<Conference, 'breaks' | 'comment'>> {
  const { breaks, comment } = other;
  const isSameRelease = version === other.version;
  return {
    ...(told.includes('breaks') ? { breaks } : {}),
    ...(told.includes('comment') && isSameRelease && comment !== undefined ? { comment } : {}),
  };
}

/** Some of them may be known by a way that does not tell all. */
function namesOf(
  { lacks = [], translations = [] }: Conference,
  other: Conference,
): Pick<Conference, 'translations'> {
  if (!lacks.includes('translations')) return {};
  return translationsOf([...translations, ...(other.translations ?? [])]);
}

function withToldOfTalk(talk: Talk, told: Told, byId: ReadonlyMap<TalkId, Talk>): Talk {
  const other = byId.get(talk.id);
  if (other === undefined) return talk;
  const { answers, links } = other;
  return {
    ...talk,
    ...(told.includes('answers') && answers !== undefined ? { answers } : {}),
    ...(told.includes('links') ? { links } : {}),
  };
}
