import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInstalled, NOT_INSTALLED } from '../../servers/synapse/installed.ts';
import { type People, startPeople } from '../../servers/synapse/people.ts';
import type { Message, Person } from '../../servers/synapse/person.ts';
import { type Account, type Synapse, startSynapse } from '../../servers/synapse/server.ts';
import { startWay, type Way } from '../../servers/synapse/way.ts';
import { type Program, startProgram } from '../../support/startedProgram.ts';

/**
 * A Saturday at FOSDEM with the real program on a real homeserver; people are played by another library
 * than ours, and the tests are the chapters. The clock takes its time while people ask, and runs while
 * they wait.
 */
const REAL = '1';
const FAST = '10';
const TITLE = 'Lazy distribution of container images';
const MOVED = 'Container Live Migration';
const READY = ['Hallway hears what is said on Matrix', 'Talks are indexed'];
const ACTIONS = 'im.hallway.actions';

if (!isInstalled()) console.warn(NOT_INSTALLED);

describe.skipIf(!isInstalled())('a conference day on a real homeserver', () => {
  let folder: string;
  let schedule: string;
  let synapse: Synapse;
  let people: People;
  let way: Way;
  let hallway: Account;
  let program: Program;
  let ada: Person;
  let grace: Person;
  let room: string;

  const startAt = async (clock: string, speed: string) => {
    program = await startProgram({
      args: ['--from', `2020-02-01T${clock}+01:00`, '--speed', speed],
      ready: READY,
      environment: {
        MATRIX_HOMESERVER: way.url,
        MATRIX_ACCESS_TOKEN: hallway.token,
        DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
        SCHEDULE: join(folder, 'schedule.json'),
        SCHEDULE_REFRESH_MINUTES: '1',
      },
    });
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hallway-'));
    const original = new URL('../../../data/fosdem-2020-containers.json', import.meta.url);
    schedule = await readFile(original, 'utf8');
    await writeFile(join(folder, 'schedule.json'), schedule);
    synapse = await startSynapse();
    way = await startWay(synapse.url);
    people = startPeople(synapse);
    hallway = await synapse.register('hallway', 'password of hallway');
    [ada, grace] = await Promise.all([
      people.enter('ada'),
      people.enter('grace', { isAdmin: true }),
    ]);
    await startAt('07:57:00', REAL);
  });

  afterAll(async () => {
    await program?.stop();
    await people?.stop();
    await way?.stop();
    await synapse?.stop();
    await rm(folder, { recursive: true });
  });

  const byHallway = (messages: readonly Message[]) =>
    messages.filter(({ sender }) => sender === hallway.id);
  const answersTo = (question: string, where = room) =>
    byHallway(ada.sees(where)).filter(({ thread }) => thread === question);
  const direct = () => byHallway(ada.sees()).filter((each) => each.room !== room);
  const lists = () => direct().filter(({ text }) => text.startsWith('My talks'));

  const isDigest = ({ text }: Message) => text.startsWith('Good morning');
  /** What was announced of the first talk. */
  const announced = () =>
    byHallway(ada.sees(room)).filter(
      (one) => one.thread === undefined && one.text.includes(TITLE) && !isDigest(one),
    );

  /** Asks in the room, and waits for what is said below the question. */
  async function ask(words: string, more = {}): Promise<Message> {
    const question = await ada.says(room, words, more);
    await expect.poll(() => answersTo(question)).toHaveLength(1);
    return answersTo(question)[0] as Message;
  }

  /** The number under which a card offers what fits. */
  function numberOf({ content }: Message, action: RegExp): string {
    const actions = (content[ACTIONS] ?? []) as readonly string[];
    const at = actions.findIndex((each) => action.test(each));
    if (at < 0) throw new Error(`The card does not offer ${action}: ${actions.join(' ')}`);
    return String(at + 1);
  }

  test('invited to a room it comes, says once what it does, and leaves alone what was said before', async () => {
    room = await grace.creates({ name: 'Containers', preset: 'public_chat' });
    await grace.invites(room, ada.id);
    const early = () => ada.says(room, '!talk podman').catch(() => '');
    await expect.poll(early).not.toBe('');
    await grace.invites(room, hallway.id);
    await expect.poll(() => byHallway(ada.sees(room))).toHaveLength(1);
    expect(byHallway(ada.sees(room))[0]).toMatchObject({ thread: undefined, pings: false });
  });

  test('a command in the room is answered below it, and pings nobody', async () => {
    const card = await ask('!talk crfs');
    expect(card).toMatchObject({ text: expect.stringContaining(TITLE), pings: false });
    expect(card.content['m.mentions']).toEqual({});
    await expect
      .poll(() => answersTo(card.thread ?? '')[0]?.reactions)
      .toContain(`⭐ ${hallway.id}`);
    // Nothing came late to what was said before Hallway was there.
    expect(byHallway(ada.sees(room)).filter(({ text }) => text.includes('Podman -'))).toEqual([]);
  });

  test('a mention asks in plain words', async () => {
    const more = { 'm.mentions': { user_ids: [hallway.id] } };
    const answer = await ask('hallway: who speaks about live migration?', more);
    expect(answer.text).toContain(MOVED);
  });

  test('a star below a card stars its talk, and taking it away unstars', async () => {
    const card = await ask('!talk crfs');
    const star = await ada.reacts(room, card.id, '⭐');
    await expect.poll(() => lists()[0]?.text).toContain(TITLE);
    await ada.takesBack(room, star);
    await expect.poll(() => lists()[0]?.text).not.toContain(TITLE);
    await ada.reacts(room, card.id, '⭐\u{fe0f}');
    await expect.poll(() => lists()[0]?.text).toContain(TITLE);
    expect(lists()).toHaveLength(1);
  });

  test('everything is reachable by number, in a thread as in the room for two', async () => {
    const card = await ask('!talk live migration');
    await ada.saysBelow(room, card.thread ?? '', numberOf(card, /:star:/));
    await expect.poll(() => lists()[0]?.text).toContain(MOVED);
    const mine = lists()[0]?.room ?? '';
    const before = direct().length;
    await ada.says(mine, 'what is next?');
    await expect.poll(() => direct().length).toBe(before + 1);
    expect(direct().at(-1)).toMatchObject({ room: mine, thread: undefined });
  });

  test('only who has the power in a room has its talks announced', async () => {
    const refusal = await (async () => {
      await ada.says(room, `!conference announce ${room}`);
      await expect.poll(() => direct().at(-1)?.text).toContain('organisers');
      return direct().at(-1);
    })();
    expect(refusal?.room).not.toBe(room);
    await grace.says(room, `!conference announce ${room} kinds:announcements,notices,digest`);
    const told = () => byHallway(grace.sees()).map(({ text }) => text);
    await expect.poll(told).toContainEqual(expect.stringContaining('will hear'));
  });

  test('in the morning the room hears what the day brings', async () => {
    expect(await program.stop()).toBe(0);
    await startAt('07:59:50', FAST);
    const digests = () => byHallway(ada.sees(room)).filter(isDigest);
    await expect.poll(digests).toHaveLength(1);
    expect(digests()[0]).toMatchObject({ thread: undefined, pings: false });
  });

  test('after a restart the room hears of the talk at its minute, and who starred it is pinged', async () => {
    expect(await program.stop()).toBe(0);
    await startAt('10:44:00', FAST);
    await expect.poll(announced).toHaveLength(1);
    expect(announced()[0]?.pings).toBe(false);
    const reminded = () => direct().filter(({ text }) => text.startsWith('On your list'));
    await expect.poll(reminded).toHaveLength(1);
    expect(reminded()[0]).toMatchObject({ pings: true, text: expect.stringContaining(TITLE) });
  });

  test('a talk that moves is told to its room and its members, the list follows, and what was announced is corrected', async () => {
    const changed = schedule
      .replaceAll('T12:55:00', 'T13:25:00')
      .replaceAll('"12:55"', '"13:25"')
      .replaceAll(TITLE, `CANCELLED ${TITLE}`);
    const [announcement] = announced();
    await writeFile(join(folder, 'schedule.json'), changed);
    const told = (messages: readonly Message[]) =>
      messages.filter(({ text }) => text.includes(MOVED) && / 12:55.* → 13:25/.test(text));
    await expect.poll(() => told(byHallway(ada.sees(room)))).toHaveLength(1);
    await expect.poll(() => told(direct())).toHaveLength(1);
    await expect.poll(() => lists()[0]?.text).toContain('13:25');
    const corrected = () => ada.sees(room).find(({ id }) => id === announcement?.id);
    await expect.poll(corrected).toMatchObject({
      text: expect.stringContaining('canceled'),
      pings: false,
    });
  });

  test('killed when its answer had arrived and it did not know, it has said it once, and answers what came meanwhile', async () => {
    const arrived = way.loseAnswer(/\/send\/m\.room\.message\/hallway-answer-/);
    const question = await ada.says(room, '!talk crfs');
    await arrived;
    await program.kill();
    const others = await Promise.all(
      ['podman', 'seccomp'].map((each) => ada.says(room, `!talk ${each}`)),
    );
    await startAt('12:00:00', REAL);
    const counts = () => others.map((each) => answersTo(each).length);
    await expect.poll(counts).toEqual([1, 1]);
    expect(answersTo(question)).toHaveLength(1);
  });

  test('where nobody can read along it says so once; the room for two is opened anew, unencrypted', async () => {
    const encryption = { algorithm: 'm.megolm.v1.aes-sha2' };
    const state = [{ type: 'm.room.encryption', state_key: '', content: encryption }];
    const secret = await grace.creates({ invite: [hallway.id], initial_state: state });
    const said = (where: string) => byHallway(grace.sees(where)).map(({ text }) => text);
    await expect.poll(() => said(secret)).toEqual([expect.stringContaining('cannot read')]);
    const two = await grace.creates({
      ...{ is_direct: true, preset: 'trusted_private_chat', invite: [hallway.id] },
      initial_state: state,
    });
    await expect.poll(() => said(two)).toEqual([expect.stringContaining('invited you')]);
  });

  test('whose power was taken away organises no more', async () => {
    await grace.empowers(room, { [ada.id]: 50 });
    await ada.says(room, '!conference status');
    await expect.poll(() => direct().at(-1)?.text).toContain('Status of');
    await grace.empowers(room, { [ada.id]: 0 });
    await ada.says(room, '!conference status');
    await expect.poll(() => direct().at(-1)?.text).toContain('organisers');
  });

  test('put out of a room and invited again, it answers there again', async () => {
    const lobby = await grace.creates({ name: 'Lobby', preset: 'public_chat' });
    const said = () => byHallway(grace.sees(lobby));
    await grace.invites(lobby, hallway.id);
    await expect.poll(said).toHaveLength(1);
    await grace.kicks(lobby, hallway.id);
    await grace.invites(lobby, hallway.id);
    // What is said before it is there is not for it.
    const isAnswered = async () => {
      await grace.says(lobby, '!talk crfs');
      return said().some(({ text, thread }) => thread !== undefined && text.includes(TITLE));
    };
    await expect.poll(isAnswered, { interval: 500 }).toBe(true);
  });

  test('who may say little says everything, later', async () => {
    const limit = `/_synapse/admin/v1/users/${hallway.id}/override_ratelimit`;
    await grace.call('POST', limit, { messages_per_second: 1, burst_count: 1 });
    const questions = await Promise.all(
      ['crfs', 'podman', 'seccomp', 'kata'].map((each) => ada.says(room, `!talk ${each}`)),
    );
    const counts = () => questions.map((each) => answersTo(each).length);
    await expect.poll(counts).toEqual([1, 1, 1, 1]);
    await grace.says(room, '!conference doctor');
    const advice = () => byHallway(grace.sees()).map(({ text }) => text);
    await expect.poll(advice).toContainEqual(expect.stringContaining('override_ratelimit'));
    await grace.call('POST', limit, { messages_per_second: 0, burst_count: 0 });
  });

  test('a room that is upgraded goes on in the one that replaces it', async () => {
    const next = await grace.upgrades(room);
    await grace.invites(next, ada.id);
    expect(await program.stop()).toBe(0);
    await startAt('13:14:00', FAST);
    const announced = () => byHallway(grace.sees(next)).filter(({ text }) => text.includes(MOVED));
    await expect.poll(announced).toHaveLength(1);
  });
});
