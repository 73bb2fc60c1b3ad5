import { readFile } from 'node:fs/promises';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { DIALECTS } from '../../test/support/dialects/all.ts';
import { sharedPath } from '../../test/support/shared.ts';
import { thousandTalks } from '../thousand/talks.ts';

/** Two versions of a schedule as its source shows them, one after the other. */
export interface Versions {
  readonly title: string;
  readonly before: Version;
  readonly after: Version;
}

export interface Version {
  readonly bytes: Uint8Array;
  readonly conference: Conference;
}

/** FOSDEM 2024 on the eve of its first day and later, where the development files are; else of our own. */
export async function twoVersions(): Promise<Versions> {
  const [before, after] = ['rev1', 'rev2'].map((name) =>
    sharedPath(`schedules/fosdem-2024.${name}.xml`),
  );
  if (before === undefined || after === undefined) return ownVersions();
  const title = 'FOSDEM 2024';
  return { title, before: read(await readFile(before)), after: read(await readFile(after)) };
}

function read(bytes: Uint8Array): Version {
  return { bytes, conference: decodeSchedule(bytes).conference };
}

/** A thousand talks, of which some thirty change in every way that there is. */
function ownVersions(): Versions {
  const dialect = DIALECTS.find(({ name }) => name === 'XML of FOSDEM since 2024');
  if (dialect === undefined) throw new Error('Nobody writes FOSDEM’s own dialect');
  const conference = thousandTalks();
  const later = { ...conference, talks: conference.talks.flatMap(changed), version: '2' };
  const [before, after] = [conference, later].map((one) => read(dialect.write(one)));
  if (before === undefined || after === undefined) throw new Error('There are two versions');
  return { title: 'a thousand talks of our own', before, after };
}

const EVERY = 100;
const LATER_MS = 15 * 60_000;

/** Of every hundred talks one is moved, one changes rooms, one its title, one is gone, and one comes again. */
function changed(talk: Talk, at: number): readonly Talk[] {
  switch (at % EVERY) {
    case 10:
      return [{ ...talk, start: talk.start + LATER_MS, end: talk.end + LATER_MS }];
    case 20:
      return [{ ...talk, title: `${talk.title}, once more` }];
    case 30:
      return [];
    case 40:
      return [talk, { ...talk, id: `${90_000 + at}`, title: `${talk.title}: the workshop` }];
    default:
      return [talk];
  }
}
