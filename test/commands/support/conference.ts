import type { Conference, Talk } from '../../../src/schedule/schedule.ts';
import { at } from '../../support/instants.ts';
import { roomSlug } from '../../support/names.ts';

const base = { speakers: [], abstract: '', links: [], status: 'scheduled' } as const;

/** Two talks that clash, one that follows, one canceled, one after midnight of the second day. */
export const talks = {
  live: {
    ...base,
    id: '1',
    title: 'Live migration <@everyone>',
    room: 'UD2.208 (Decroly)',
    track: 'Containers',
    speakers: [{ name: 'Adrian' }],
    start: at('2020-02-01T10:00+01:00'),
    end: at('2020-02-01T10:30+01:00'),
  },
  pods: {
    ...base,
    id: '2',
    title: 'Pods',
    room: 'K.3.401',
    track: 'Go',
    start: at('2020-02-01T10:20+01:00'),
    end: at('2020-02-01T11:00+01:00'),
  },
  next: {
    ...base,
    id: '3',
    title: 'What is next',
    room: 'K.3.401',
    track: 'Go',
    start: at('2020-02-01T11:00+01:00'),
    end: at('2020-02-01T11:30+01:00'),
  },
  gone: {
    ...base,
    id: '4',
    title: 'Gone',
    room: 'UD2.208 (Decroly)',
    track: 'Containers',
    status: 'canceled',
    start: at('2020-02-01T11:00+01:00'),
    end: at('2020-02-01T11:30+01:00'),
  },
  late: {
    ...base,
    id: '5',
    title: 'Long after midnight',
    room: 'K.3.401',
    track: 'Go',
    start: at('2020-02-03T01:00+01:00'),
    end: at('2020-02-03T02:00+01:00'),
  },
} satisfies Readonly<Record<string, Talk>>;

export const conference: Conference = {
  title: 'FOSDEM 2020',
  timeZone: 'Europe/Brussels',
  days: [
    {
      index: 1,
      date: '2020-02-01',
      start: at('2020-02-01T04:00+01:00'),
      end: at('2020-02-02T04:00+01:00'),
    },
    {
      index: 2,
      date: '2020-02-02',
      start: at('2020-02-02T04:00+01:00'),
      end: at('2020-02-03T04:00+01:00'),
    },
  ],
  rooms: [
    { name: 'UD2.208 (Decroly)', slug: roomSlug('ud2-208-decroly') },
    { name: 'K.3.401', slug: roomSlug('k-3-401') },
  ],
  tracks: [
    { name: 'Containers', slug: 'containers' },
    { name: 'Go', slug: 'go' },
  ],
  talks: [talks.live, talks.pods, talks.gone, talks.next, talks.late],
  breaks: [],
};
