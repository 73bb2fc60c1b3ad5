import { type Clash, type Look, popularClashes } from '../../../agenda/interest.ts';
import type { Instant } from '../../../clock.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { Day, Room, Talk } from '../../../schedule/schedule.ts';
import { inProgrammeOrder } from '../../../schedule/timetable.ts';

/** A talk that enough people starred, and what its room holds where the schedule says so. */
export interface Wanted {
  readonly talk: Talk;
  readonly people: number;
  readonly places?: number;
}

/** The moment at which some of them start. */
export interface Slot {
  readonly start: Instant;
  /** Most first. */
  readonly starting: readonly Wanted[];
  /** Of all talks that are on then and are told of. */
  readonly people: number;
  /** In all rooms in which something is on then; absent where the schedule does not tell of each. */
  readonly places?: number;
}

export interface Interested {
  readonly slots: readonly Slot[];
  readonly clashes: readonly Clash[];
}

type Schedule = Pick<Programme, 'conference' | 'timetable'>;

/** A look at one day, or at all of them; by slot, in the order of time. */
export function interestedIn(look: Look, schedule: Schedule, day: Day | undefined): Interested {
  const { conference, timetable } = schedule;
  const isShown = ({ start }: Talk) => day === undefined || (day.start <= start && start < day.end);
  const talks = conference.talks.filter(
    (talk) => look.talks.has(talk.id) && talk.status === 'scheduled' && isShown(talk),
  );
  const starts = [...Map.groupBy(talks, ({ start }) => start)].toSorted(([a], [b]) => a - b);
  return {
    slots: starts.map(([start, starting]) => slotOf(start, starting, look, schedule)),
    clashes: popularClashes(look, timetable).filter(({ one }) => isShown(one)),
  };
}

function slotOf(
  start: Instant,
  starting: readonly Talk[],
  { talks }: Look,
  { conference: { rooms }, timetable }: Schedule,
): Slot {
  const peopleOf = ({ id }: Talk) => talks.get(id) ?? 0;
  const running = timetable.running(start);
  const places = sumOf(running.map((talk) => placesFor(talk, rooms)));
  return {
    start,
    starting: starting
      .toSorted((a, b) => peopleOf(b) - peopleOf(a) || inProgrammeOrder(a, b))
      .map((talk) => {
        const own = placesFor(talk, rooms);
        return { talk, people: peopleOf(talk), ...(own === undefined ? {} : { places: own }) };
      }),
    people: running.reduce((sum, talk) => sum + peopleOf(talk), 0),
    ...(places === undefined ? {} : { places }),
  };
}

function placesFor({ room }: Talk, rooms: readonly Room[]): number | undefined {
  return rooms.find(({ name }) => name === room)?.capacity;
}

function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (sum, number) => (sum === undefined || number === undefined ? undefined : sum + number),
    0,
  );
}
