import type { SummedChange } from '../../announcements/versions/sumUp.ts';
import { fold } from '../../schedule/naming/slug.ts';
import { passes } from '../../search/query/filterTalks.ts';
import { parseTalkQuery } from '../../search/query/talkQuery.ts';
import type { Context } from '../context.ts';

/**
 * The changes of talks that a query asks for: in its rooms and on its days are those that were there before as well. Of
 * a talk that is in the schedule no more only its title and places are known.
 */
export function changesOf(
  sums: readonly SummedChange[],
  text: string,
  { programme, now, messages, starred: stars }: Context,
): readonly SummedChange[] {
  const { conference, index } = programme;
  const query = parseTalkQuery(text, { conference, now, localNames: messages.names.filters });
  const { rooms, starts, starred, ...others } = query.filters;
  const talks = new Map(conference.talks.map((talk) => [talk.id, talk]));
  const isElse = passes(others);
  const isUnfiltered = Object.keys(others).length === 0;
  const about = query.words === '' ? undefined : new Set(index.about(query.words));
  const words = fold(query.words);
  return sums.filter(({ change: { talk: id, title, before, after } }) => {
    const talk = talks.get(id);
    const places = [before?.room, after?.room, talk?.room];
    const isThere = rooms === undefined || places.some((room) => room && rooms.includes(room));
    const moments = [before?.start, after?.start, talk?.start];
    const isThen =
      starts === undefined ||
      moments.some((at) => at && starts.some(({ start, end }) => start <= at && at < end));
    const isMine = starred === undefined || stars.has(id);
    const isOf = talk === undefined ? isUnfiltered : isElse(talk);
    const isAbout = about === undefined || (talk && about.has(talk)) || fold(title).includes(words);
    return isThere && isThen && isMine && isOf && isAbout;
  });
}
