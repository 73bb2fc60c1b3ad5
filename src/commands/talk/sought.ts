import type { Frame } from '../../cards/frame.ts';
import { localName } from '../../cards/wording/localName.ts';
import { dayTitle, languageWords } from '../../cards/wording/talkWords.ts';
import { weekdayWords } from '../../cards/wording/time.ts';
import type { Day } from '../../schedule/schedule.ts';
import type { ClockTime } from '../../search/query/clockTime.ts';
import type { FilterMeaning } from '../../search/query/filterMeaning.ts';
import { parseTalkQuery, type TalkQuery } from '../../search/query/talkQuery.ts';

/** What talks were looked for: `rust`, and `Janson · Sunday, until 12:00`; either may be empty. */
export interface Sought {
  readonly words: string;
  readonly where: string;
}

/** A query as people say it. */
export function soughtWords(
  { words, meanings }: Pick<TalkQuery, 'words' | 'meanings'>,
  frame: Frame,
): Sought {
  const places = meanings.map((meaning) => placeWords(meaning, frame));
  const states = meanings.map((meaning) => stateWords(meaning, frame));
  return { words, where: joined([...places, whenWords(meanings, frame), ...states], ' · ') };
}

/** `rust · Sunday, until 12:00`: how a question for talks was understood. */
export function queryWords(text: string, frame: Frame): string {
  const { messages, now, programme } = frame;
  const { conference } = programme;
  const query = parseTalkQuery(text, { conference, now, localNames: messages.names.filters });
  const { words, where } = soughtWords(query, frame);
  return joined([words, where], ' · ');
}

function joined(parts: readonly (string | undefined)[], mark: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(mark);
}

function placeWords(meaning: FilterMeaning, frame: Frame): string | undefined {
  const { asking } = frame.messages;
  switch (meaning.kind) {
    case 'without': {
      const names = placeWords({ kind: meaning.of, names: meaning.names }, frame);
      return names && asking.without(names);
    }
    case 'conf':
    case 'room':
    case 'track':
    case 'type':
      return meaning.names.map((name) => localName(name, frame)).join(', ');
    case 'by':
      return asking.speakers(meaning.names.join(', '));
    case 'lang':
      return asking.language(
        meaning.names.map((code) => languageWords(code, frame.messages)).join(', '),
      );
    default:
      return undefined;
  }
}

function stateWords(meaning: FilterMeaning, { messages: { asking } }: Frame): string | undefined {
  switch (meaning.kind) {
    case 'pick':
      return asking[meaning.pick];
    case 'starred':
      return asking.mine;
    default:
      return undefined;
  }
}

/** `Saturday, from 12:00 to 18:00` */
function whenWords(meanings: readonly FilterMeaning[], frame: Frame): string {
  const { asking } = frame.messages;
  const days = meanings.flatMap((meaning) =>
    meaning.kind === 'day'
      ? [meaning.day === undefined ? asking.noDay : dayWords(meaning.day, frame)]
      : meaning.kind === 'from'
        ? [dayWords(meaning.day, frame)]
        : [],
  );
  const times = (...kinds: readonly FilterMeaning['kind'][]) =>
    meanings.flatMap((meaning) =>
      'time' in meaning && kinds.includes(meaning.kind) ? [meaning.time] : [],
    );
  const [after, before] = [times('after', 'from'), times('before')];
  const hours =
    after.length > 0 && before.length > 0
      ? asking.between(clock(Math.min(...after)), clock(Math.max(...before)))
      : joined(
          [
            after.length === 0 ? undefined : asking.after(clock(Math.min(...after))),
            before.length === 0 ? undefined : asking.before(clock(Math.max(...before))),
          ],
          ', ',
        );
  const moments = times('at').map((time) => asking.at(clock(time)));
  return joined([...new Set(days), hours, ...moments], ', ');
}

/** By its weekday where that is one day's alone: `Saturday`. */
export function dayWords(day: Day, frame: Frame): string {
  const { conference } = frame.programme;
  const weekday = ({ date }: Day) => Temporal.PlainDate.from(date).dayOfWeek;
  const isAlone = conference.days.every((each) => each === day || weekday(each) !== weekday(day));
  return isAlone
    ? weekdayWords(day.start, conference.timeZone, frame.messages)
    : dayTitle(day, frame);
}

function clock(time: ClockTime): string {
  const minutes = Number(time) % (24 * 60);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${hour}:${String(minute).padStart(2, '0')}`;
}
