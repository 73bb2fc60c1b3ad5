import type { FollowKind } from '../../cards/actions/action.ts';
import { shortRef } from '../../cards/actions/reference.ts';
import {
  allSubjects,
  type FollowSubject,
  speakerSubject,
  subjectKey,
} from '../../programme/following.ts';
import { fold, visible } from '../../schedule/naming/slug.ts';
import type { Conference, Talk } from '../../schedule/schedule.ts';
import { parseTalkQuery } from '../../search/query/talkQuery.ts';
import type { Context } from '../context.ts';

/** What a text names, as far as the conference has it. */
export type Named =
  /** `others` are what else it may mean. */
  | {
      readonly kind: 'one';
      readonly subject: FollowSubject;
      readonly others: readonly FollowSubject[];
    }
  | { readonly kind: 'several'; readonly subjects: readonly FollowSubject[] }
  | { readonly kind: 'nothing' };

/** Of one talk: who speaks, its track, its room and its kind, where not all talks have the same. */
export function subjectsOf(talk: Talk, conference: Conference): readonly FollowSubject[] {
  const { track, room, type } = talk;
  const own = { track, room, type };
  const places = allSubjects(conference);
  const telling = (['track', 'room', 'type'] as const).filter(
    (kind) => places.filter((one) => one.kind === kind).length > 1,
  );
  return [
    ...talk.speakers.map(speakerSubject),
    ...telling.flatMap((kind) =>
      places.filter((one) => one.kind === kind && one.name === own[kind]),
    ),
  ];
}

/** What a button names; undefined for what is in the schedule no more. */
export function subjectByRef(
  kind: FollowKind,
  of: string,
  conference: Conference,
): FollowSubject | undefined {
  if (kind === 'words') return { kind, name: of };
  return allSubjects(conference).find(
    (subject) => subject.kind === kind && shortRef(subjectKey(subject)) === of,
  );
}

const MOST_OTHERS = 4;

/**
 * Reads `by:borkmann`, a name of the conference, or words. An equal name is what is meant; who alone has
 * all of the words in their name is, unless talks of others have them too.
 */
export function namedBy(
  text: string,
  context: Pick<Context, 'programme' | 'now' | 'messages'>,
): Named {
  const { conference, index } = context.programme;
  const query = parseTalkQuery(text, {
    conference,
    now: context.now,
    localNames: context.messages.names.filters,
  });
  const all = allSubjects(conference);
  if (query.words === '') return byFilters(query.meanings, all);
  const name = visible(text).trim().replace(/\s+/gu, ' ');
  const words: FollowSubject = { kind: 'words', name };
  const equal = all.filter((one) => folded(one.name) === folded(name));
  const alike = all.filter((one) => !equal.includes(one) && hasWords(one.name, name));
  const [first, ...others] = equal;
  if (first !== undefined) return { kind: 'one', subject: first, others: [...others, words] };
  const [person] = alike;
  const isTheirs = (talk: Talk) => talk.speakers.some((one) => one.name === person?.name);
  if (alike.length === 1 && person?.kind === 'speaker' && index.about(name)?.every(isTheirs)) {
    return { kind: 'one', subject: person, others: [words] };
  }
  return { kind: 'one', subject: words, others: alike.slice(0, MOST_OTHERS) };
}

type Meanings = ReturnType<typeof parseTalkQuery>['meanings'];

function byFilters(meanings: Meanings, all: readonly FollowSubject[]): Named {
  const subjects = meanings.flatMap((meaning) => {
    switch (meaning.kind) {
      case 'by':
        return named('speaker', meaning.names, all);
      case 'track':
      case 'room':
      case 'type':
        return named(meaning.kind, meaning.names, all);
      default:
        return [];
    }
  });
  const [first, ...others] = subjects;
  if (first === undefined) return { kind: 'nothing' };
  return others.length === 0
    ? { kind: 'one', subject: first, others }
    : { kind: 'several', subjects };
}

function named(kind: FollowKind, names: readonly string[], all: readonly FollowSubject[]) {
  return all.filter((one) => one.kind === kind && names.includes(one.name));
}

function hasWords(name: string, words: string): boolean {
  const own = wordsOf(name);
  return wordsOf(words).every((word) => own.includes(word));
}

function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function folded(text: string): string {
  return fold(text).trim().replace(/\s+/gu, ' ');
}
