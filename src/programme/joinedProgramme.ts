import { partRef, refOfPart, shortRef } from '../cards/actions/reference.ts';
import { joined } from '../schedule/joined.ts';
import type { TalkId } from '../schedule/schedule.ts';
import { conferenceRef } from '../schedule/source.ts';
import { createTimetable, type Timetable } from '../schedule/timetable.ts';
import { joinIndexes } from '../search/joinedIndex.ts';
import type { Programme } from './programme.ts';

/** A conference, and which of its talks the reader starred. */
export interface Part {
  readonly programme: Programme;
  readonly starred: ReadonlySet<TalkId>;
}

/**
 * The conferences of a community as one, to be asked as one. It goes by the first one's name; talks of
 * the others by references that say of which they are.
 */
export function joinProgrammes(first: Part, others: readonly Part[]): Programme {
  const { programme } = first;
  const parts = [first, ...others];
  const all = (of: 'conference' | 'published' | 'planned') =>
    joined(
      programme[of],
      others.map((other) => other.programme[of]),
    );
  const conference = all('conference');
  let timetable: Timetable | undefined;
  return {
    key: programme.key,
    version: programme.version,
    conference,
    published: all('published'),
    planned: all('planned'),
    get timetable() {
      timetable ??= createTimetable(conference);
      return timetable;
    },
    index: joinIndexes(
      parts.map(
        ({
          programme: {
            index,
            conference: { title },
          },
          starred,
        }) => ({
          ...{ index, title, starred },
        }),
      ),
    ),
    talkByRef: (ref) => {
      const { of, own } = refOfPart(ref);
      const part = parts.find((one) => conferenceRef(one.programme.key) === of);
      return (of === undefined ? programme : part?.programme)?.talkByRef(own);
    },
    refOf: (talk) => {
      const part = others.find(({ programme: { conference: own, published, planned } }) =>
        [own, published, planned].some(({ talks }) => talks.includes(talk)),
      );
      const ref = shortRef(talk.id);
      return part === undefined ? ref : partRef(ref, part.programme.key);
    },
  };
}
