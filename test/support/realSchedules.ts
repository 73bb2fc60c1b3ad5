import { readFileSync } from 'node:fs';
import type { Programme } from '../../src/programme/programme.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { type Drawn, everyCard } from './everyCard.ts';
import { programmeOf } from './programmes.ts';
import { sharedPath } from './shared.ts';

/** Real schedules in every format, in `../shared/schedules`; of two versions of one the later. */
export const REAL_SCHEDULES = [
  '27c3.pentabarf.xml',
  '31c3.frab.xml',
  'camp2019-stages.frab.json',
  'dddperth-2022.sessionize-gridsmart.json',
  'democon-sep2022.pretalx.ics',
  'democon-sep2022.pretalx.json',
  'democon-sep2022.pretalx.xcal',
  'democon-sep2022.pretalx.xml',
  'droidcon-2025.sessions.csv',
  'fosdem-2020.pentabarf.xml',
  'fosdem-2024.rev2.xml',
  'linux-conf-au-2020.ics',
  'rc3-channels-2020.pretalx.json',
  'scottishsummit-2026.sessionize-all.json',
];

export const areRealSchedulesHere = sharedPath('schedules/manifest.json') !== undefined;

export interface RealCards {
  readonly programme: Programme;
  readonly drawn: readonly Drawn[];
}

const known = new Map<string, Promise<RealCards>>();

/** All that can be asked for about one of them; drawn once, whatever platforms it is shown to. */
export function realCards(file: string): Promise<RealCards> {
  const cards = known.get(file) ?? draw(file);
  known.set(file, cards);
  return cards;
}

async function draw(file: string): Promise<RealCards> {
  const bytes = readFileSync(sharedPath(`schedules/${file}`) ?? '');
  const { conference } = decodeSchedule(bytes, { timeZone: 'Europe/Brussels' });
  const programme = programmeOf('real', conference);
  return { programme, drawn: await everyCard(programme) };
}
