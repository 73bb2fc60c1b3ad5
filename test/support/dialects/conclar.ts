import type { Conference, Talk } from '../../../src/schedule/schedule.ts';
import type { Dialect } from './dialect.ts';
import { bytesOf, htmlOf, markedTitle, onClock, speakerNumbers } from './text.ts';

const minutesOf = ({ start, end }: Talk) => (end - start) / 60_000;
const same = ({ id }: Talk) => id;
const tag = (category: string, label: string | undefined) =>
  label === undefined ? [] : [{ category, label, value: `${category}_${label}` }];

/** Instants in UTC, tags in categories; the first of the people moderates. */
function conclar(conference: Conference): Uint8Array {
  const numbers = speakerNumbers(conference);
  const items = conference.talks.map((talk) => ({
    id: talk.id,
    loc: [talk.room],
    desc: talk.abstract === '' ? null : htmlOf(talk.abstract),
    mins: minutesOf(talk),
    tags: [...tag('Area', talk.track), ...tag('Language', talk.language)],
    title: markedTitle(talk),
    format: talk.type,
    people: talk.speakers.map(({ name }, at) => ({
      id: `p-${numbers.get(name)}`,
      name,
      ...(at === 0 ? { role: 'moderator' } : {}),
    })),
    datetime: new Date(talk.start).toISOString(),
  }));
  return bytesOf(JSON.stringify(items));
}

/** A script: local times, everything a text, the category before a tag's label, the people by themselves. */
function konopas(conference: Conference): Uint8Array {
  const numbers = speakerNumbers(conference);
  const program = conference.talks.map((talk) => ({
    id: talk.id,
    title: markedTitle(talk),
    tags: [
      ...(talk.track === undefined ? [] : [`Track: ${talk.track}`]),
      ...(talk.type === undefined ? [] : [`Type:${talk.type}`]),
    ],
    date: onClock(talk.start, conference).date,
    time: onClock(talk.start, conference).clock,
    mins: String(minutesOf(talk)),
    loc: [talk.room],
    people: talk.speakers.map(({ name }, at) => ({
      id: String(numbers.get(name)),
      ...(at === 0 ? { name: `${name} (moderator)` } : {}),
    })),
    desc: htmlOf(talk.abstract),
    links: [],
  }));
  const people = [...numbers].map(([name, id]) => ({ id: String(id), name: [name], prog: [] }));
  const [first, second] = [program, people].map((list) => JSON.stringify(list));
  return bytesOf(`// Exported\nvar program = ${first};\nvar people = ${second}`);
}

export const CONCLAR_DIALECTS: readonly Dialect[] = [
  {
    ...{ name: 'ConClár', format: 'conclar', namesZone: false, idOf: same, write: conclar },
    says: ['track', 'type', 'language', 'abstract'],
  },
  {
    ...{ name: 'KonOpas', format: 'conclar', namesZone: false, idOf: same, write: konopas },
    says: ['track', 'type', 'abstract'],
  },
];
