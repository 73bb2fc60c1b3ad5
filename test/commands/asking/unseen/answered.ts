import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { meaningAtOnce } from '../../../../adapters/meaning/meaning.ts';
import { askAbout } from '../../../../src/cli/ask.ts';
import { load } from '../../../../src/cli/search.ts';
import type { Surroundings } from '../../../../src/cli/surroundings.ts';
import { messagesFor } from '../../../../src/messages/messages.ts';
import type { Programme } from '../../../../src/programme/programme.ts';
import { decodeSchedule } from '../../../../src/schedule/decode.ts';
import { sourceOf } from '../../../../src/schedule/source.ts';
import { sharedPath } from '../../../support/shared.ts';
import {
  CONFERENCES,
  type ConferenceName,
  fault,
  type Told,
  type UnseenSection,
  unseenOf,
} from './oracle.ts';

export interface Answered {
  readonly question: string;
  readonly told: Told;
  /** Why it is wrong; undefined where it is right. */
  readonly fault: string | undefined;
}

const BUNDLED = resolve(import.meta.dirname, '../../../../data/fosdem-2020-containers.json');
const FOUND = {
  ...{ source: sourceOf('shared', undefined, 'operator'), fingerprint: '', validators: {} },
  ...{ others: [], steps: [] },
};
/** Many sections are about one conference, and to index a large one takes a second. */
const programmes = new Map<ConferenceName, Promise<Programme | undefined>>();

/** The programme of a section; undefined where its schedule is absent. */
async function programmeOf(
  name: ConferenceName,
  around: Omit<Surroundings, 'read'>,
): Promise<Programme | undefined> {
  const { file, zone } = CONFERENCES[name];
  const path = file === undefined ? BUNDLED : sharedPath(`schedules/${file}`);
  if (path === undefined) return undefined;
  const schedule = decodeSchedule(readFileSync(path), { timeZone: zone });
  return load({ source: 'shared' }, { ...around, read: async () => ({ schedule, ...FOUND }) });
}

/** What `hallway ask --json` answers to each question of a section, judged. */
export async function answersTo(section: UnseenSection): Promise<readonly Answered[]> {
  const { conference: name, language, conversation = false, stars = [] } = section;
  const unseen = unseenOf(section);
  const lines: string[] = [];
  const around: Surroundings = {
    write: (text) => lines.push(text),
    complain: () => undefined,
    read: () => Promise.reject(new Error('It is read already')),
    meaningOf: meaningAtOnce,
    lines: linesOf(unseen.map(({ question }) => question)),
    messages: messagesFor(language),
    width: 80,
    stopwatch: () => 0,
  };
  const known = programmes.get(name) ?? programmeOf(name, around);
  programmes.set(name, known);
  const programme = await known;
  if (programme === undefined) return [];
  const { conference } = programme;
  const now = Temporal.PlainDateTime.from(section.at).toZonedDateTime(
    conference.timeZone,
  ).epochMilliseconds;
  await askAbout(
    [programme],
    { source: 'shared', json: true, at: now, language, conversation, stars },
    around,
  );
  return unseen.flatMap((question, index) => {
    const told: Told = JSON.parse(lines[index] ?? '');
    const facts = { conference, now, stars };
    return [{ question: question.question, told, fault: fault(question, told, facts) }];
  });
}

async function* linesOf(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}
