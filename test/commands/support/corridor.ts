import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { View } from '../../../src/cards/view.ts';
import type { Instant } from '../../../src/clock.ts';
import { createAnswerer } from '../../../src/commands/answering/answer.ts';
import type { Context } from '../../../src/commands/context.ts';
import { drawHelp, helpCommand, helpSpec } from '../../../src/commands/help.ts';
import { createQuestions, drawQuestion, questionSpecs } from '../../../src/commands/questions.ts';
import type { Repertoire } from '../../../src/commands/repertoire.ts';
import { createHallway } from '../../../src/commands/router.ts';
import { createTalkCommand } from '../../../src/commands/talk/talk.ts';
import { silentMeter } from '../../../src/log/meter.ts';
import type { Log } from '../../../src/log.ts';
import { answered } from '../../../src/platform/replies.ts';
import type { Caller, Hallway } from '../../../src/platform/requests.ts';
import type { MemberRef } from '../../../src/platform/target.ts';
import { ANSWERED_AT_FIRST } from '../../../src/programme/answerPlaces.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { decodeSchedule } from '../../../src/schedule/decode.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import { programmeOf } from '../../support/programmes.ts';

const DATA = resolve(import.meta.dirname, '../../../data/fosdem-2020-containers.json');

export const passer: Caller = {
  platform: 'chat',
  community: 'fosdem',
  member: 'ada',
  locale: 'en',
  isOrganiser: false,
};

export async function bundled(): Promise<Programme> {
  return programmeOf('fosdem20', decodeSchedule(await readFile(DATA)).conference);
}

const openSpecs = [...questionSpecs, helpSpec];
const restricted = {
  shows: 'own',
  spec: { name: 'lead', access: 'organiser', options: [], subcommands: [] },
  run: async () => {
    throw new Error('The organisers are at lunch');
  },
} as const;

interface CorridorSetting {
  /** In the first programme, and in no other. */
  readonly starred?: readonly string[];
  /** Of the same community. */
  readonly beside?: readonly Programme[];
  readonly log: Log;
}

type Programmes = readonly [Programme, ...Programme[]];

/** The questions anybody may ask, over one programme at one moment; `lead` is for organisers, and broken. */
export function corridor(
  programme: Programme,
  now: Instant,
  { starred = [], beside = [], log }: CorridorSetting,
): Hallway {
  const answerer = createAnswerer({
    clock: { now: () => now },
    draw,
    act: async () => {
      throw new Error('Nobody keeps lists here');
    },
    follow: async () => {
      throw new Error('Nobody follows anything here');
    },
  });
  const answer = async (text: string, context: Context) =>
    (await answerer.answer({ text }, context)).card;
  const talk = async (text: string, context: Context) =>
    answered(await answer(text, context), context);
  const repertoire: Repertoire = {
    commands: [
      ...createQuestions(createTalkCommand(talk)),
      helpCommand([...openSpecs, restricted.spec]),
      restricted,
    ],
    draw,
    answer: async ({ text }, context) => ({ card: await answer(text, context) }),
    perform: async () => {
      throw new Error('Nobody keeps lists here');
    },
  };
  const ports = {
    clock: { now: () => now, sleep: async () => {} },
    log,
    meter: silentMeter,
    programmes: { all: async (): Promise<Programmes> => [programme, ...beside] },
    communities: { answerPlaces: async () => ANSWERED_AT_FIRST },
    members: { find: async () => undefined },
    namedRoles: { of: async () => [] },
    own: { home: async () => undefined, programme: async () => undefined },
    stars: {
      starredBy: async (_: MemberRef, key: ConferenceKey) =>
        new Set(key === programme.key ? starred : []),
    },
  };
  return createHallway({ ...ports, repertoire });
}

async function draw(view: View, context: Context) {
  switch (view.kind) {
    case 'help':
      return drawHelp(openSpecs, view, context);
    case 'changes':
    case 'changed':
    case 'follows':
    case 'followed':
    case 'follow':
    case 'mytalks':
    case 'settings':
    case 'claims':
    case 'speaker':
    case 'sharedList':
    case 'room':
    case 'status':
    case 'log':
    case 'preview':
    case 'doctor':
    case 'interest':
    case 'doubted':
    case 'say':
    case 'says':
      throw new Error(`Nobody draws ${view.kind} here`);
    default:
      return drawQuestion(view, context);
  }
}
