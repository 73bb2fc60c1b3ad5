import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { startOnDiscord } from '../../test/adapters/discord/program.ts';
import { type Answer, messageOf } from '../../test/servers/discord/answer.ts';
import type { DiscordUser } from '../../test/servers/discord/user.ts';
import type { Program } from '../../test/support/startedProgram.ts';
import { fosdem } from '../fosdem.ts';
import { median, type Verdict } from '../verdict.ts';
import { conferenceDiscord } from './discord.ts';
import { startReaders } from './readers.ts';

const PORT = 18_090;
const LOCALES = ['en-US', 'de', 'fr', 'nl', 'es-ES'];
const QUERIES = [
  'kubernetes',
  'rust',
  'podman',
  'gpu',
  'crfs',
  'python',
  'postgres',
  'kernel',
  'java',
  'go',
];
const PICTURES = 8;

const PICTURE_MS = 300;
const PICTURE_BYTES = 200_000;
const READ_MS = 5_000;
/** A thread that draws nothing for a minute ends. */
const IDLE_MS = 65_000;

/**
 * One process with all of it on: chat in five languages, pages and calendars, pictures. What it takes at each
 * step, from the start on, and how long one waits for a picture, in the chat, from the command to the image.
 */
export async function benchWhole(): Promise<readonly Verdict[]> {
  const { source, title } = await fosdem();
  const discord = await conferenceDiscord();
  const program = await startOnDiscord(discord, {
    args: ['--from', '2020-02-01T10:58+01:00', '--schedule', source, '--zone', 'Europe/Brussels'],
    environment: { LOG_LEVEL: 'info', WEB_ADDRESS: `127.0.0.1:${PORT}` },
  });
  const [ada, olga] = [discord.user('ada'), discord.user('olga')];
  const taken: string[] = [];
  const note = async (step: string) => taken.push(`${step} ${await residentMb(program)} MB`);
  await note('started');
  await useChat(ada, ['en-US']);
  await note('in English');
  await useChat(ada, LOCALES);
  await note('in five languages');
  await olga.slash('conference web', { when: 'on', name: 'whole' });
  const readers = startReaders(`http://127.0.0.1:${PORT}/c/whole`, 100);
  await delay(READ_MS);
  const { failed } = await readers.stop();
  await note('with pages and calendars');
  const first = await drawn(ada, 0);
  const later: Picture[] = [];
  for (let turn = 1; turn <= PICTURES; turn += 1) later.push(await drawn(ada, turn));
  await note(`with ${PICTURES + 1} pictures`);
  await delay(IDLE_MS);
  const again = await drawn(ada, PICTURES + 1);
  await delay(IDLE_MS);
  await note('two minutes later');
  await program.stop();
  await discord.stop();
  const usual = median(later.map(({ ms }) => ms));
  const most = Math.max(...[first, again, ...later].map(({ bytes }) => bytes));
  const times = `the first ${first.ms} ms, then ${usual} ms, ${again.ms} ms after a minute without`;
  return [
    {
      promise: `memory with all of it on (${title}), no page refused`,
      measured: `${taken.join(', ')}; ${failed} refused`,
      isKept: failed === 0,
    },
    {
      promise: `a picture comes within ${PICTURE_MS} ms`,
      measured: times,
      isKept: Math.max(first.ms, usual, again.ms) <= PICTURE_MS,
    },
    {
      promise: `a picture has at most ${PICTURE_BYTES} bytes`,
      measured: `${most} bytes`,
      isKept: most > 0 && most <= PICTURE_BYTES,
    },
  ];
}

async function useChat(user: DiscordUser, locales: readonly string[]): Promise<void> {
  for (const locale of locales) {
    for (const query of QUERIES) await user.slash('talk', { query }, { locale });
    for (const command of ['now', 'next', 'schedule', 'mytalks', 'help']) {
      await user.slash(command, {}, { locale });
    }
  }
}

interface Picture {
  readonly ms: number;
  readonly bytes: number;
}

/** One more talk on the list, so that none is drawn twice. */
async function drawn(user: DiscordUser, turn: number): Promise<Picture> {
  const query = `${QUERIES[turn]} day:1`;
  await user.press(messageOf(await user.slash('talk', { query })), /^☆/);
  const startedAt = performance.now();
  const answer = await user.slash('mytalks picture');
  const ms = Math.round(performance.now() - startedAt);
  return { ms, bytes: sizeOf(answer) };
}

function sizeOf(answer: Answer): number {
  const all = [messageOf(answer), ...answer.followUps].flatMap(({ attachments }) => attachments);
  return Math.max(0, ...all.map(({ size }) => size));
}

async function residentMb({ pid }: Program): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024);
}
