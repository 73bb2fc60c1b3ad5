import { createChance } from '../../test/crash/chance.ts';

/**
 * A large conference of our own making, the same at every run: talks of 25 minutes in thirty rooms
 * on two days, with abstracts of some hundred words, in the JSON that frab and pretalx write.
 */
export interface BenchConference {
  readonly talks: readonly BenchTalk[];
  readonly json: string;
}

export interface BenchTalk {
  /** As in the schedule; a whole number. */
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly start: number;
}

const ROOMS = 30;
const TRACKS = 12;
const SLOTS_A_DAY = 17;
const SLOT_MINUTES = 30;
const FIRST_MINUTE = 9 * 60;
const AFTERNOON = 9;
const MOVED_ROOMS = 4;
const MINUTE_MS = 60_000;

/** In each version after the first, the first afternoon of four more rooms begins a quarter of an hour later. */
export function conferenceOf(talks: number, date: string, version: number): BenchConference {
  const write = createWriter();
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const all = Array.from({ length: talks }, (_, index) => {
    const room = index % ROOMS;
    const slot = Math.floor(index / ROOMS);
    const day = Math.floor(slot / SLOTS_A_DAY);
    const ofDay = slot % SLOTS_A_DAY;
    const isMoved = day === 0 && ofDay >= AFTERNOON && room < MOVED_ROOMS * (version - 1);
    // Rooms begin one after the other, as they do.
    const minute = FIRST_MINUTE + ofDay * SLOT_MINUTES + (room % 6) * 5 + (isMoved ? 15 : 0);
    return {
      ...{ id: String(1_000 + index), title: write.title(), abstract: write.abstract() },
      ...{ day, room: `Room ${room + 1}`, track: `Track ${(index % TRACKS) + 1}` },
      start: midnight + (day * 24 * 60 + minute) * MINUTE_MS,
      speakers: index % 4 === 0 ? [write.name(), write.name()] : [write.name()],
    };
  });
  return { talks: all, json: JSON.stringify(scheduleOf(all, date, version)) };
}

interface Written extends BenchTalk {
  readonly day: number;
  readonly room: string;
  readonly track: string;
  readonly speakers: readonly string[];
  readonly abstract: string;
}

function scheduleOf(talks: readonly Written[], date: string, version: number) {
  const days = [...Map.groupBy(talks, ({ day }) => day)].map(([day, ofDay]) => ({
    date: new Date(Date.parse(date) + day * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10),
    rooms: Object.fromEntries(
      [...Map.groupBy(ofDay, ({ room }) => room)].map(([room, inRoom]) => [
        room,
        inRoom.map(eventOf),
      ]),
    ),
  }));
  const conference = { title: 'Conference of a thousand talks', time_zone_name: 'UTC', days };
  return { schedule: { version: String(version), conference } };
}

function eventOf({ id, title, start, room, track, speakers, abstract }: Written) {
  const date = new Date(start).toISOString();
  return {
    ...{ id: Number(id), title, abstract, room, track, language: 'en', type: 'talk' },
    ...{ date, start: date.slice(11, 16), duration: '00:25' },
    url: `https://conference.example/talk/${id}/`,
    persons: speakers.map((name, index) => ({ id: Number(id) * 10 + index, public_name: name })),
  };
}

const SYLLABLES =
  'ba be bo con cor da de di en er fa fi ga go in ka ke la li lo ma me mi na ne no ol pa pe po ra re ri ro sa se si so ta te ti to un va ve vi za'.split(
    ' ',
  );
const WORDS = 8_000;

/** Prose in no language, whose words recur as those of a language do: few often, most hardly ever. */
function createWriter() {
  const random = createChance(20);
  const below = (count: number) => Math.floor(random() * count);
  const vocabulary = Array.from({ length: WORDS }, () =>
    Array.from({ length: 2 + below(3) }, () => SYLLABLES[below(SYLLABLES.length)]).join(''),
  );
  const word = () => vocabulary[Math.floor(WORDS ** random()) - 1] ?? '';
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const sentence = () => `${capital(words(6 + below(12)))}.`;
  const paragraph = () => Array.from({ length: 3 + below(4) }, sentence).join(' ');
  return {
    title: () => capital(words(3 + below(6))),
    name: () => `${capital(words(1))} ${capital(words(1))}`,
    abstract: () => Array.from({ length: 1 + below(4) }, paragraph).join('\n\n'),
  };
}
