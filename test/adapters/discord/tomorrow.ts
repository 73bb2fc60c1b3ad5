import type { Programme } from '../../../src/programme/programme.ts';
import type { Conference, Talk } from '../../../src/schedule/schedule.ts';
import * as programmes from '../../support/programmes.ts';
import { containersDevroom } from './program.ts';

export const MINUTE_MS = 60_000;
/** Discord takes no events in the past, so the conference is tomorrow's. */
export const TOMORROW = Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS + 24 * 60 * MINUTE_MS;

/** The Containers devroom with the talks that take place. */
export async function conferenceTomorrow(): Promise<Conference> {
  const devroom = await containersDevroom();
  const shift = TOMORROW - (devroom.talks[0]?.start ?? 0);
  const talks = devroom.talks.filter(({ status }) => status === 'scheduled');
  return {
    ...devroom,
    talks: talks.map((talk) => ({ ...talk, start: talk.start + shift, end: talk.end + shift })),
  };
}

export function programmeOf(conference: Conference, talks: readonly Talk[]): Programme {
  return programmes.programmeOf('fosdem20', { ...conference, talks });
}
