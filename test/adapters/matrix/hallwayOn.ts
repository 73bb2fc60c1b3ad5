import { createMatrix, type MatrixOptions } from '../../../adapters/matrix/platform.ts';
import { type Database, openDatabase } from '../../../adapters/storage/database/database.ts';
import { createMatrixNews } from '../../../adapters/storage/matrix/news.ts';
import { createMatrixSession } from '../../../adapters/storage/matrix/session.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { silentLog } from '../../../src/log.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { publicly } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import type { Seen } from '../../servers/matrix/seen.ts';
import type { Matrix } from '../../servers/matrix/server.ts';

const TALK: CommandSpec = {
  name: 'talk',
  access: 'everyone',
  options: [{ name: 'query', kind: 'talk', required: false, rest: true }],
  subcommands: [],
};

/** Answers `!talk x` with `Heard x`. */
export const echoing: Hallway = {
  command: async ({ args }) => publicly(confirmationCard('Hallway', `Heard ${args['query']}`)),
  ask: async () => undefined,
  press: () => Promise.reject(new Error('Not asked here.')),
  remind: () => Promise.reject(new Error('Not asked here.')),
  reader: async ({ locale }) => ({ locale }),
  suggest: async () => [],
};

/** An adapter that is not started yet, over what is kept in that database. */
export function adapterOn(
  matrix: Pick<Matrix, 'url' | 'botToken'>,
  { kysely }: Database,
  options: Partial<MatrixOptions> = {},
): Platform {
  const said = new Set<string>();
  return createMatrix({
    homeserver: matrix.url,
    login: { kind: 'token', token: matrix.botToken },
    prefix: '!',
    commands: [TALK],
    storeOf: (user) => createMatrixNews(kysely, `${matrix.url} ${user}`),
    said: { has: async (what) => said.has(what), add: async (what) => void said.add(what) },
    forget: async () => {},
    doors: { closed: async () => {}, opened: async () => {} },
    isOurs: () => true,
    log: silentLog,
    ...options,
  });
}

/** By the bot's user and password, which makes a device that is kept in the database. */
export function byPassword(matrix: Matrix, { kysely }: Database): Pick<MatrixOptions, 'login'> {
  const key = Buffer.alloc(32, 7);
  const kept = createMatrixSession(kysely, `${matrix.url} ${matrix.botUserId}`, key);
  const { botUserId: user, botPassword: password } = matrix;
  return { login: { kind: 'password', user, password, kept } };
}

export const newDatabase = (): Promise<Database> => openDatabase('sqlite::memory:', silentLog);

/** What Hallway said, in its order. */
export function saidIn(matrix: Matrix, room: string): readonly string[] {
  return bySelf(matrix, matrix.messages(room)).map(({ text }) => wordsOf(text));
}

export function bySelf({ botUserId }: Matrix, all: readonly Seen[]): readonly Seen[] {
  return all.filter(({ sender }) => sender === botUserId);
}

/** Of a card, without its title. */
function wordsOf(text: string): string {
  return /Heard .*/u.exec(text)?.[0] ?? text;
}
