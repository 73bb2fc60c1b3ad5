import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../../adapters/storage/database/database.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { privately } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import type { RoomDescription } from '../../servers/matrix/description.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, bySelf, echoing, newDatabase } from './hallwayOn.ts';

let matrix: Matrix;
let database: Database;
let platform: Platform;
let mine: string;

afterEach(async () => {
  await platform.stop();
  await matrix.stop();
  await database.close();
});

const CONFERENCE: CommandSpec = {
  name: 'conference',
  access: 'organiser',
  options: [{ name: 'what', kind: 'text', required: false, rest: true }],
  subcommands: [],
};

/** Says what it was asked, and as which community's. */
const telling: Hallway = {
  ...echoing,
  command: async ({ args, caller: { community = 'none', isOrganiser } }) =>
    privately(confirmationCard('Asked', `${args['what']} of ${nameOf(community)}: ${isOrganiser}`)),
};

function nameOf(id: string): string {
  const names = ['fosdem', 'one', 'two', 'lobby'];
  return names.find((name) => matrix.roomId(name) === id) ?? id;
}

/** Ada in a room for two with Hallway, which is in all rooms. */
async function stage(powers: Readonly<Record<string, number>>): Promise<void> {
  const rooms: RoomDescription[] = ['one', 'two', 'lobby'].map((name) => ({
    ...{ name, creator: 'grace' },
    powers: { ada: powers[name] ?? 0 },
  }));
  const space = { name: 'fosdem', creator: 'grace', isSpace: true, children: ['two'] };
  matrix = await startMatrix({ rooms: [...rooms, space] });
  for (const { name } of [...rooms, space]) {
    matrix.user('grace').invites(name, 'hallway');
    matrix.user('hallway').joins(name);
  }
  database = await newDatabase();
  platform = adapterOn(matrix, database, { commands: [CONFERENCE] });
  await platform.start(telling);
  mine = matrix.user('ada').opensDirect('hallway');
  const noted = ({ endpoint, body }: Matrix['calls'][number]) =>
    endpoint === 'setAccountData' && JSON.stringify(body).includes(mine);
  await expect.poll(() => matrix.calls.some(noted)).toBe(true);
}

const answers = () => bySelf(matrix, matrix.messages(mine)).map(({ text }) => text);
const last = () => expect.poll(() => answers().at(-1) ?? '');
const say = (text: string) => matrix.user('ada').says(mine, text);

test('in a room for two an organiser means what they organise', async () => {
  await stage({ one: 50 });
  say('!conference status');
  await last().toContain('status of one: true');
});

test('who organises a room of a space means the space’s community', async () => {
  await stage({ two: 50 });
  say('!conference status');
  await last().toContain('status of fosdem: true');
});

test('who organises several is asked which, and says so by number, also later', async () => {
  await stage({ one: 50, lobby: 100 });
  say('!conference status');
  await last().toContain('Which one');
  const question = answers().at(-1) ?? '';
  const names = question.split('\n').slice(1);
  expect(names.toSorted((a, b) => (a.slice(2) < b.slice(2) ? -1 : 1))).toEqual([
    expect.stringMatching(/^[12] lobby$/),
    expect.stringMatching(/^[12] one$/),
  ]);
  const numberOf = (name: string) => names.find((each) => each.endsWith(name))?.[0] ?? '';
  say(numberOf('lobby'));
  await last().toContain('status of lobby: true');
  say('9');
  await last().toContain('9');
  const asked = bySelf(matrix, matrix.messages(mine)).find(({ text }) => text === question);
  const reply = { replyTo: asked?.id ?? '' };
  matrix.user('grace').empowers('one', { ada: 0 });
  matrix.user('ada').says(mine, numberOf('one'), reply);
  await last().toContain('status of one: false');
});

test('who organises nothing asks for nothing in particular', async () => {
  await stage({});
  say('!conference status');
  await last().toContain('status of none: false');
});

test('an address of a server that nobody reaches is looked up once, and passed on as it was typed', async () => {
  await stage({ one: 50 });
  const gone = { kind: 'error', status: 502, errcode: 'M_UNKNOWN' } as const;
  matrix.fail({ endpoint: 'alias', times: 1_000 }, gone);
  say('!conference announce #hall:gone.example');
  await last().toContain('announce #hall:gone.example of one: true');
});
