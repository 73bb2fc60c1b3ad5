import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { drawHelp, helpCommand } from '../../../src/commands/help.ts';
import { drawNext, nextCommand } from '../../../src/commands/next.ts';
import { drawNow, nowCommand } from '../../../src/commands/now.ts';
import type { Repertoire } from '../../../src/commands/repertoire.ts';
import type { Caller, Hallway } from '../../../src/commands/request.ts';
import { createHallway } from '../../../src/commands/router.ts';
import type { Scene } from '../../../src/commands/scene.ts';
import { drawSchedule, scheduleCommand } from '../../../src/commands/schedule.ts';
import { drawSlot } from '../../../src/commands/slot.ts';
import { drawSearch, drawTalk, talkCommand } from '../../../src/commands/talk.ts';
import type { View } from '../../../src/commands/view.ts';
import type { Log } from '../../../src/log.ts';
import { createProgramme, type Programme } from '../../../src/programme.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { Instant } from '../../../src/schedule/model.ts';

const DATA = resolve(import.meta.dirname, '../../../data/fosdem-2020-containers.json');

export const passer: Caller = {
  platform: 'chat',
  community: 'fosdem',
  member: 'ada',
  locale: 'en',
  isOrganiser: false,
};

export async function bundled(): Promise<Programme> {
  return createProgramme('fosdem20', decodeSchedule(await readFile(DATA)).conference);
}

const open = [talkCommand, nowCommand, nextCommand, scheduleCommand];
const openSpecs = open.map(({ spec }) => spec);
const restricted = {
  spec: { name: 'lead', access: 'organiser', options: [], subcommands: [] },
  run: async () => {
    throw new Error('The organisers are at lunch');
  },
} as const;

/** The questions anybody may ask, over one programme at one moment; `lead` is for organisers, and broken. */
export function corridor(
  programme: Programme,
  now: Instant,
  { starred = [], log }: { readonly starred?: readonly string[]; readonly log: Log },
): Hallway {
  const repertoire: Repertoire = {
    commands: [...open, helpCommand(openSpecs), restricted],
    draw,
    perform: async () => {
      throw new Error('Nobody keeps lists here');
    },
  };
  const context = {
    clock: { now: () => now, sleep: async () => {} },
    log,
    programmes: { of: async () => programme },
    stars: { starredBy: async () => new Set(starred) },
  };
  return createHallway({ context, repertoire });
}

async function draw(view: View, scene: Scene) {
  switch (view.kind) {
    case 'talk':
      return drawTalk(view, scene);
    case 'slot':
      return drawSlot(view, scene);
    case 'search':
      return drawSearch(view, scene);
    case 'now':
      return drawNow(view, scene);
    case 'next':
      return drawNext(view, scene);
    case 'schedule':
      return drawSchedule(view, scene);
    case 'help':
      return drawHelp(openSpecs, scene);
    default:
      throw new Error(`Nobody draws ${view.kind} here`);
  }
}
