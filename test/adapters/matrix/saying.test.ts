import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Seen } from '../../servers/matrix/seen.ts';
import { type Matrix, startMatrix } from '../../servers/matrix/server.ts';
import { type Serving, serveHere } from '../../support/serving.ts';
import { bySelf } from './hallwayOn.ts';

/**
 * What an organiser says to many at once, with the real program: to rooms of a space, to the speakers
 * and to who starred a talk. Matrix has no forms and no buttons: the text is what is said next, and a
 * button is its number. The tests are chapters.
 */
const SPEAKER = 'Akihiro Suda';
const FROM = 'From the organisers of FOSDEM 2020';
const ACTIONS = 'im.hallway.actions';

let matrix: Matrix;
let program: Serving;
/** What was said to the rooms, as it stood when it left, and when it had arrived. */
let sent: Seen;
let shown: Seen;
/** Each one's room for two. */
const rooms = new Map<string, string>();

beforeAll(async () => {
  const room = (name: string) => ({ name, creator: 'grace' });
  const space = { ...room('fosdem'), isSpace: true, children: ['hall', 'lobby'] };
  matrix = await startMatrix({ rooms: [room('hall'), room('lobby'), space] });
  for (const name of ['fosdem', 'hall', 'lobby']) {
    matrix.user('grace').invites(name, 'hallway');
    matrix.user('hallway').joins(name);
  }
  program = await serveHere({
    environment: { MATRIX_HOMESERVER: matrix.url, MATRIX_ACCESS_TOKEN: matrix.botToken },
    ...{ from: '2020-02-01T08:30:00+01:00', speed: 1.01 },
    ready: ['Hallway hears what is said on Matrix', 'Talks are indexed'],
  });
  for (const name of ['grace', 'ada', 'alan']) {
    rooms.set(name, matrix.user(name).opensDirect('hallway'));
  }
});

afterEach(({ task }) => {
  if (task.result?.state !== 'fail') return;
  console.error(
    ...['grace', 'ada', 'alan'].flatMap((name) => toldTo(name).slice(-4)),
    saidIn('lobby'),
  );
});

afterAll(async () => {
  await program.stop();
  expect(matrix.violations).toEqual([]);
  await matrix.stop();
});

const twoOf = (name: string) => rooms.get(name) ?? '';
const messagesTo = (name: string) => bySelf(matrix, matrix.messages(twoOf(name)));
const toldTo = (name: string) => messagesTo(name).map(({ text }) => text);
const saids = (all: readonly Seen[]) => all.filter(({ text }) => text.startsWith(FROM));
/** What organisers said, without its title and the margin. */
const wordsOf = ({ text }: Seen) => text.split(/\n\s*/u).slice(1).join('\n');
const saidIn = (room: string) => saids(bySelf(matrix, matrix.messages(room)));
const saidTo = (name: string) => saids(messagesTo(name));

/** The next message in somebody's room for two that has these words, once they have said that there. */
async function ask(name: string, text: string, words: string): Promise<Seen> {
  const before = new Set(messagesTo(name).map(({ id }) => id));
  matrix.user(name).says(twoOf(name), text);
  const found = () =>
    messagesTo(name).find((one) => !before.has(one.id) && one.text.includes(words));
  await expect.poll(() => found()?.text).toContain(words);
  return found() as Seen;
}

/** Takes what a card offers, by its number, as a reply to it. */
async function choose(name: string, card: Seen, action: RegExp, words: string): Promise<Seen> {
  const actions = card.content[ACTIONS];
  const at = Array.isArray(actions) ? actions.findIndex((id) => action.test(String(id))) : -1;
  if (at < 0) throw new Error(`Nothing there is ${action}: ${card.text}`);
  const before = new Set(messagesTo(name).map(({ id }) => id));
  matrix.user(name).says(twoOf(name), String(at + 1), { replyTo: card.id });
  const found = () =>
    messagesTo(name).find((one) => !before.has(one.id) && one.text.includes(words));
  await expect.poll(() => found()?.text).toContain(words);
  return found() as Seen;
}

const now = ({ id }: Seen) => messagesTo('grace').find((one) => one.id === id)?.text;

test('rooms for two are taken up, where one alone is told what is theirs', async () => {
  for (const name of ['grace', 'ada', 'alan']) {
    await expect.poll(() => toldTo(name)).toHaveLength(1);
  }
});

test('the text is what is said next, with its lines, and is seen before anybody gets it', async () => {
  const form = await ask('grace', '!conference say to=#lobby, #hall', 'Say something');
  expect(form.text).toContain('Write it as your next message here');
  const preview = await ask(
    'grace',
    'Lunch is in the hallway.\nBring a badge, @room.',
    'This is how it will look',
  );
  expect(preview.text).toMatch(/\n\s*Lunch is in the hallway\.\n\s*Bring a badge, @room\.\n/);
  expect(preview.text).toContain('To #lobby, #hall');
  expect(Math.max(...preview.text.split('\n').map((line) => line.length))).toBeLessThan(100);
  expect([...saidIn('lobby'), ...saidIn('hall')]).toEqual([]);

  sent = await choose('grace', preview, /:say:send:/, 'have arrived');
  for (const room of ['lobby', 'hall']) {
    await expect
      .poll(() => saidIn(room).map(wordsOf))
      .toEqual(['Lunch is in the hallway.\nBring a badge, @room.']);
    expect(saidIn(room)[0]?.mentions).toEqual([]);
    expect(saidIn(room)[0]?.content['m.mentions']).toEqual({});
  }
  shown = await choose('grace', preview, /:say:send:/, '2 of 2 have arrived.');
  expect([saidIn('lobby').length, saidIn('hall').length]).toEqual([1, 1]);
});

test('what was said is written anew where it stands', async () => {
  const form = await choose('grace', shown, /:say:write:/, 'Lunch is in the hallway.');
  expect(form.text).toContain('Bring a badge');
  const preview = await ask('grace', 'Lunch is over.', 'Lunch is over.');
  expect(saidIn('lobby').map(wordsOf)).toEqual([expect.stringContaining('Bring a badge')]);
  await choose('grace', preview, /:say:send:/, 'Lunch is over.');
  for (const room of ['lobby', 'hall']) {
    await expect.poll(() => saidIn(room).map(wordsOf)).toEqual(['Lunch is over.']);
  }
});

test('what was said is taken back', async () => {
  const preview = await ask(
    'grace',
    '!conference say Keys were found in #hall to=#lobby',
    'Keys were',
  );
  const under = await choose('grace', preview, /:say:send:/, 'have arrived');
  await expect
    .poll(() => saidIn('lobby').map(wordsOf))
    .toEqual(['Lunch is over.', 'Keys were found in #hall']);
  await choose('grace', under, /:say:remove:/, 'taken back');
  await expect.poll(() => saidIn('lobby').map(wordsOf)).toEqual(['Lunch is over.']);
});

test('the speakers are spoken to once they are confirmed', async () => {
  await ask('grace', '!conference say Hello to=speakers', 'No speaker is confirmed');
  for (const name of ['ada', 'alan']) {
    const question = matrix.user(name).says('hall', '!talk crfs');
    const card = () =>
      bySelf(matrix, matrix.messages('hall')).find((one) => one.thread === question);
    await expect.poll(() => card()?.reactions.map(({ key }) => key)).toContain('⭐');
    matrix.user(name).reacts('hall', card()?.id ?? '', '⭐');
    await expect.poll(() => toldTo(name)).toContainEqual(expect.stringMatching(/^My talks/));
  }
  matrix.user('ada').says('hall', '!speaker claim crfs');
  await expect
    .poll(() => toldTo('ada'))
    .toContainEqual(expect.stringContaining('asked to confirm'));
  const status = await ask('grace', '!conference status', SPEAKER);
  await choose('grace', status, /:confirmClaim:/, `Confirmed: ${SPEAKER}.`);

  const preview = await ask('grace', '!conference say Dinner is at eight to=speakers', 'Dinner');
  expect(preview.text).toContain('To the one confirmed speaker');
  await choose('grace', preview, /:say:send:/, 'Dinner');
  await expect.poll(() => saidTo('ada').map(wordsOf)).toEqual([expect.stringContaining('Dinner')]);
  expect(saidTo('ada')[0]?.mentions).toEqual([matrix.user('ada').id]);
});

test('who starred a talk hears of it, until they wish for no more', async () => {
  const say = async (text: string) => {
    const preview = await ask('grace', `!conference say ${text} to=starred crfs`, text);
    expect(preview.text).toContain('To fewer than five people');
    await choose('grace', preview, /:say:send:/, text);
  };
  await say('Bring a laptop');
  const laptop = expect.stringContaining('Bring a laptop');
  await expect.poll(() => saidTo('alan').map(wordsOf)).toEqual([laptop]);
  await expect.poll(() => saidTo('ada').map(wordsOf)).toEqual([expect.anything(), laptop]);
  await choose('ada', saidTo('ada').at(-1) as Seen, /:unwish:/, 'You no longer get');
  await say('And a cable');
  const cable = expect.stringContaining('And a cable');
  await expect.poll(() => saidTo('alan').map(wordsOf)).toEqual([laptop, cable]);
  expect(saidTo('ada')).toHaveLength(2);
});

test('what has not left is stopped, and leaves no more', async () => {
  const room = matrix.roomId('lobby');
  matrix.fail(
    { endpoint: 'send', room, times: 100 },
    { kind: 'status', status: 502, stored: false },
  );
  const preview = await ask('grace', '!conference say Wait for me to=#lobby', 'Wait for me');
  const waiting = await choose('grace', preview, /:say:send:/, '0 of 1 have arrived.');
  const stopped = await choose('grace', waiting, /:say:stop:/, 'It was stopped');
  expect(stopped.text).toContain('0 of 1 have arrived.');
  matrix.failNoMore();
});

test('nobody else says anything to many', async () => {
  matrix.user('ada').says('hall', '!conference say Mine to=#lobby');
  await expect.poll(() => toldTo('ada')).toContainEqual(expect.stringContaining('for organisers'));
});

test('how far it had come stands where it was asked, edited by itself', async () => {
  await expect.poll(() => now(sent)).toContain('2 of 2 have arrived.');
  expect(saidIn('lobby').map(wordsOf)).toEqual(['Lunch is over.']);
});
