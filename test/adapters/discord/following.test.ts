import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { messageOf } from '../../servers/discord/answer.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import type { Serving } from '../../support/serving.ts';
import { serveDiscord } from './program.ts';

/** Two servers that follow one speaker, with the real program; the tests are chapters of a morning. */
const SPEAKER = 'Akihiro Suda';
const TITLE = 'Lazy distribution of container images';
const STARTS = 'Starts in';
const at = (clock: string) => `2020-02-01T${clock}:00+01:00`;

let folder: string;
let discord: Discord;
let program: Serving;

/** In real time, for whoever asks, but a turn of the cron each second. */
const startAt = (clock: string) =>
  serveDiscord(discord, {
    ...{ from: at(clock), speed: 1.01 },
    environment: { DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}` },
  });

async function goTo(clock: string): Promise<void> {
  await program.stop();
  program = await startAt(clock);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const roles = [{ name: 'organisers', permissions: ['ManageGuild'] }] as const;
  discord = await startDiscord({
    guilds: [
      { name: 'conference', channels: ['hall'], members: ['ada'] },
      {
        ...{ name: 'kongress', locale: 'de', channels: ['saal'], roles },
        members: ['uwe', { name: 'olga', roles: ['organisers'] }],
      },
    ],
  });
  program = await startAt('10:30');
});

afterEach(({ task }) => {
  if (task.result?.state !== 'fail') return;
  console.error(program.log(), dmsOf('ada', ''), dmsOf('uwe', ''));
});

afterAll(async () => {
  await program.stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
  await rm(folder, { recursive: true });
});

const user = (name: string) => discord.user(name);
/** What stays, begun with these words. */
const dmsOf = (name: string, title: string): readonly Seen[] =>
  user(name)
    .dms()
    .filter(({ ephemeral, text }) => !ephemeral && text.startsWith(`## ${title}`));

/** The last of so many. */
async function dm(name: string, title: string, count = 1): Promise<Seen> {
  await expect.poll(() => dmsOf(name, title).length).toBe(count);
  const last = dmsOf(name, title).at(-1);
  if (last === undefined) throw new Error(`${name} was not told.`);
  return last;
}

test('a speaker is followed from a talk’s card, and by asking; no empty list is sent for it', async () => {
  const card = messageOf(await user('ada').slash('talk', { query: 'crfs' }));
  const offered = messageOf(await user('ada').press(card, 'Follow …'));
  const followed = messageOf(await user('ada').press(offered, `Follow ${SPEAKER}`));
  expect(followed.buttons.map(({ label }) => label)).toContain(`Unfollow ${SPEAKER}`);

  const question = `tell me about every talk by ${SPEAKER}`;
  const told = messageOf(await user('uwe').slash('talk', { query: question }));
  expect(told.text).toContain(`You follow ${SPEAKER}: 1 talk is to come.`);
  const late = { room: 'UD2.208 (Decroly)', minutes: 15 };
  await user('olga').slash('conference delay', late, { guild: 'kongress' });
  expect([dmsOf('ada', ''), dmsOf('uwe', '')]).toEqual([[], []]);
});

test('its reminder says why, and comes again after five minutes', async () => {
  await goTo('10:45');
  const reminder = await dm('ada', STARTS);
  expect(reminder.text).toContain(TITLE);
  expect(reminder.text).toContain(`because you follow ${SPEAKER}`);
  expect(messageOf(await user('ada').press(reminder, 'Again in 5 min')).text).toContain('10:50');
  const second = messageOf(await user('ada').press(reminder, 'Again in 5 min'));
  expect(second.text).toContain('already asked');

  await goTo('10:52');
  const again = await dm('ada', STARTS, 2);
  expect(again.text).toContain(`because you follow ${SPEAKER}`);
  expect(again.buttons.map(({ label }) => label)).not.toContain('Again in 5 min');
  const past = messageOf(await user('ada').press(reminder, 'Again in 5 min'));
  expect(past.text).toMatch(/already asked|starts at 10:55/);
});

test('the other server’s delay counts for who follows it there', async () => {
  expect(dmsOf('uwe', STARTS)).toEqual([]);
  await goTo('11:00');
  const reminder = await dm('uwe', STARTS);
  expect(reminder.text).toContain('11:10');
  expect(dmsOf('ada', STARTS)).toHaveLength(2);
});

test('it is followed no more by the button of the message, and by whom it was sent to alone', async () => {
  const [reminder] = dmsOf('uwe', STARTS);
  if (reminder === undefined) throw new Error('Uwe was not told.');
  const done = messageOf(await user('uwe').press(reminder, `Unfollow ${SPEAKER}`));
  expect(done.text).toContain(`You no longer follow ${SPEAKER}.`);
  expect(messageOf(await user('uwe').slash('follow')).text).toContain('You follow nothing.');
  expect(messageOf(await user('ada').slash('follow')).text).toContain('You follow 1 thing.');
});
