import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { meaningAtOnce } from '../../../../adapters/meaning/meaning.ts';
import { ask } from '../../../../src/cli/ask.ts';
import { messagesFor } from '../../../../src/messages/messages.ts';
import { type DecodedSchedule, decodeSchedule } from '../../../../src/schedule/decode.ts';
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
const read = new Map<ConferenceName, DecodedSchedule>();

/** The schedule of a section; undefined where it is absent. */
function decoded(name: ConferenceName): DecodedSchedule | undefined {
  const { file, zone } = CONFERENCES[name];
  const path = file === undefined ? BUNDLED : sharedPath(`schedules/${file}`);
  if (path === undefined) return undefined;
  const schedule = read.get(name) ?? decodeSchedule(readFileSync(path), { timeZone: zone });
  read.set(name, schedule);
  return schedule;
}

/** What `hallway ask --json` answers to each question of a section, judged. */
export async function answersTo(section: UnseenSection): Promise<readonly Answered[]> {
  const schedule = decoded(section.conference);
  if (schedule === undefined) return [];
  const { conference } = schedule;
  const unseen = unseenOf(section);
  const now = Temporal.PlainDateTime.from(section.at).toZonedDateTime(
    conference.timeZone,
  ).epochMilliseconds;
  const stars = section.stars ?? [];
  const lines: string[] = [];
  await ask(
    {
      source: 'shared',
      json: true,
      at: now,
      language: section.language,
      conversation: section.conversation ?? false,
      stars,
    },
    {
      write: (text) => lines.push(text),
      complain: () => undefined,
      read: async () => ({ schedule, ...FOUND }),
      meaningOf: meaningAtOnce,
      lines: linesOf(unseen.map(({ question }) => question)),
      messages: messagesFor(section.language),
      width: 80,
      stopwatch: () => 0,
    },
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
