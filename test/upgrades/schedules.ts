/** The programmes that the story happens at, as their sources send them. */

interface TalkFacts {
  readonly id: number;
  readonly day: 1 | 2;
  readonly start: string;
  readonly room: string;
  readonly track: string;
  readonly title: string;
  readonly speaker: string;
  readonly abstract?: string;
}

const MINUTES = 30;
const DATES = { 1: '2021-06-05', 2: '2021-06-06' } as const;

/** So long that cards cut it and offer to read on. */
const LONG = Array.from(
  { length: 30 },
  (_, at) => `Sheet ${at + 1} of the map shows one more page fault and who waits for it.`,
).join(' ');

const [MAIN, LIBRARY, WORKSHOP] = ['Main Hall', 'Library', 'Workshop Room 2'] as const;
const [KERNEL, COMMUNITY] = ['Kernel', 'Community & Law'] as const;

const CORRIDOR: readonly TalkFacts[] = [
  { ...talk(101, '10:00', MAIN, KERNEL, 'Paging without tears', 'Ines Roth'), abstract: LONG },
  talk(102, '10:00', LIBRARY, COMMUNITY, 'Licences for people in a hurry', 'Olu Adeyemi'),
  talk(103, '10:30', MAIN, KERNEL, 'Schedulers explained with trains', 'Mia Lund'),
  talk(104, '11:00', MAIN, KERNEL, 'A bootloader in one afternoon', 'Ines Roth'),
  talk(105, '11:00', WORKSHOP, COMMUNITY, 'Soldering for absolute beginners', 'Tomás Vidal'),
  talk(106, '11:00', LIBRARY, COMMUNITY, 'Who reviews the reviewers?', 'Olu Adeyemi'),
  talk(107, '11:30', MAIN, KERNEL, 'Tracing a system that is alive', 'Mia Lund'),
  talk(108, '11:30', LIBRARY, COMMUNITY, 'The commons under stress', 'Jun Sato'),
  talk(109, '11:00', 'Foyer', COMMUNITY, 'Stickers: a social history', 'Ada Nwosu'),
  talk(110, '12:30', MAIN, KERNEL, 'Interrupts and how to bear them', 'Ines Roth'),
  talk(111, '12:30', LIBRARY, COMMUNITY, 'Grants without gravity', 'Jun Sato'),
  talk(112, '14:00', MAIN, KERNEL, 'Filesystems for the impatient', 'Lea Brandt'),
  talk(113, '14:00', WORKSHOP, COMMUNITY, 'Repairing the coffee machine', 'Tomás Vidal'),
  talk(114, '11:00', 'Attic', KERNEL, 'Allocators by candlelight', 'Lea Brandt'),
  talk(115, '10:00', MAIN, KERNEL, 'Locks, keys and queues', 'Mia Lund', 2),
  talk(116, '10:30', LIBRARY, COMMUNITY, 'Moving house with two thousand issues', 'Ada Nwosu', 2),
  talk(117, '11:00', MAIN, KERNEL, 'Virtual memories', 'Ines Roth', 2),
  talk(118, '11:30', MAIN, KERNEL, 'Shutting down in style', 'Lea Brandt', 2),
];

const SECOND: readonly TalkFacts[] = [
  ...CORRIDOR.map((each) => {
    if (each.id === 107) return { ...each, start: '12:00' };
    return each.id === 108 ? { ...each, title: `CANCELLED: ${each.title}` } : each;
  }),
  talk(119, '15:00', WORKSHOP, COMMUNITY, 'Late additions and other habits', 'Jun Sato'),
];

/** FRAB's JSON, in Brussels; the second version moves 107, cancels 108 and adds 119. */
export function corridor(version: 1 | 2): string {
  const facts = version === 1 ? CORRIDOR : SECOND;
  const days = ([1, 2] as const).map((day) => ({
    index: day,
    date: DATES[day],
    day_start: `${DATES[day]}T09:00:00+02:00`,
    day_end: `${DATES[day]}T18:00:00+02:00`,
    rooms: Object.groupBy(facts.filter((each) => each.day === day).map(frab), ({ room }) => room),
  }));
  const conference = {
    ...{ acronym: 'corridor21', title: 'Corridor Days 2021', time_zone_name: 'Europe/Brussels' },
    ...{ start: DATES[1], end: DATES[2], daysCount: 2, timeslot_duration: '00:05', days },
  };
  return `${JSON.stringify({ schedule: { version: `v${version}`, conference } }, undefined, 1)}\n`;
}

function talk(
  id: number,
  start: string,
  room: string,
  track: string,
  title: string,
  speaker: string,
  day: 1 | 2 = 1,
): TalkFacts {
  return { id, day, start, room, track, title, speaker };
}

function frab({ id, day, start, room, track, title, speaker, abstract }: TalkFacts) {
  return {
    ...{ id, guid: `00000000-0000-4000-8000-000000000${id}`, room, track, title, start },
    date: `${DATES[day]}T${start}:00+02:00`,
    duration: `00:${MINUTES}`,
    abstract: abstract ?? `${speaker} speaks for half an hour.`,
    persons: [{ id, public_name: speaker }],
    url: `https://conference.example/talks/${id}`,
    links: [],
  };
}

/** By the time of UTC at which they start; their ids are too long to stand in buttons as they are. */
const HARBOUR: readonly (readonly [uid: string, start: string, room: string, title: string])[] = [
  ['201-dredging-the-backlog', '090000', 'Pier', 'Dredging the backlog'],
  ['202-knots-that-hold', '090000', 'Quay Hall', 'Knots that hold'],
  ['203-lighthouses-as-a-service', '100000', 'Pier', 'Lighthouses as a service'],
  ['204-reading-the-tide-tables', '103000', 'Quay Hall', 'Reading the tide tables'],
  ['205-anchors-and-links', '120000', 'Pier', 'Anchors and links'],
];

/** iCalendar, in Lisbon unless its reader says otherwise. */
export function harbour(): string {
  const events = HARBOUR.flatMap(([uid, start, room, title]) => [
    'BEGIN:VEVENT',
    `UID:${uid}@harbour.example`,
    'DTSTAMP:20210601T000000Z',
    `DTSTART:20210605T${start}Z`,
    'DURATION:PT30M',
    `SUMMARY:${title}`,
    `LOCATION:${room}`,
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//harbour//evening//EN'];
  const named = ['X-WR-CALNAME:Harbour Evening', 'X-WR-TIMEZONE:Europe/Lisbon'];
  return [...lines, ...named, ...events, 'END:VCALENDAR', ''].join('\r\n');
}

/** Every title, by which an answer shows what it is about. */
export const TITLES: readonly string[] = [
  ...SECOND.map(({ title }) => title.replace('CANCELLED: ', '')),
  ...HARBOUR.map(([, , , title]) => title),
];

/** Every id. */
export const TALKS: readonly string[] = [
  ...SECOND.map(({ id }) => String(id)),
  ...HARBOUR.map(([uid]) => `${uid}@harbour.example`),
];
