import type { Conference, Talk } from '../../../src/schedule/schedule.ts';
import type { Dialect } from './dialect.ts';
import { bytesOf, htmlOf, markedTitle, onClock, speakerNumbers } from './text.ts';

/** Slots in no order; one without speakers holds no presentation, and says its title once more. */
function conferenceJson(conference: Conference): Uint8Array {
  const numbers = speakerNumbers(conference);
  const slotOf = (talk: Talk) => ({
    room: talk.room,
    rooms: [talk.room],
    start: onClock(talk.start, conference).dated,
    end: onClock(talk.end, conference).dated,
    duration: (talk.end - talk.start) / 60_000,
    kind: talk.type,
    conf_key: Number(talk.id),
    name: talk.speakers.length === 0 ? markedTitle(talk) : talk.title,
    description: htmlOf(talk.abstract === '' ? markedTitle(talk) : talk.abstract),
    abstract: 'None',
    ...(talk.speakers.length === 0 ? {} : presentationOf(talk)),
  });
  const presentationOf = (talk: Talk) => ({
    authors: talk.speakers.map(({ name }) => name),
    speakers: talk.speakers.map(({ name }) => ({ id: numbers.get(name), name, bio: '<p>-</p>' })),
    conf_url: `https://tidepool.example/2031/schedule/presentation/${talk.id}/`,
    cancelled: talk.status === 'canceled',
  });
  const schedule = conference.talks.map(slotOf).toReversed();
  return bytesOf(JSON.stringify({ conference: { content: {} }, schedule }));
}

export const SYMPOSION_DIALECT: Dialect = {
  ...{ name: 'PyCon US', format: 'symposion-json', namesZone: false, write: conferenceJson },
  ...{ says: ['type', 'abstract'], idOf: ({ id }) => id },
};
