import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startOnDiscord } from '../../test/adapters/discord/program.ts';
import { percentile, startLoad } from '../discord/load.ts';
import { fosdem } from '../fosdem.ts';
import { judge, type Verdict } from '../verdict.ts';
import { conferenceDiscord } from './discord.ts';
import { startReaders } from './readers.ts';
import { benchWhole } from './whole.ts';

/**
 * What pages cost those who ask in the chat, and what one process takes with all of it on, measured with the
 * real program, the real SDK and HTTP on loopback: `npm run bench -- web [beside|whole]… [--seconds=20]`.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'web'),
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '20' },
    /** Commands a second in the chat; pages a second; of those each tenth is a calendar. */
    commands: { type: 'string', default: '100' },
    pages: { type: 'string', default: '100' },
    port: { type: 'string', default: '18089' },
  },
});
const WARM_UP_MS = 2_000;

await judge({ beside: benchBeside, whole: benchWhole }, positionals);

async function benchBeside(): Promise<readonly Verdict[]> {
  const { source, title } = await fosdem();
  const discord = await conferenceDiscord();
  const program = await startOnDiscord(discord, {
    args: [
      '--from',
      '2020-02-01T10:58:00+01:00',
      '--schedule',
      source,
      '--zone',
      'Europe/Brussels',
    ],
    environment: { LOG_LEVEL: 'info', WEB_ADDRESS: `127.0.0.1:${values.port}` },
  });
  await discord.user('olga').slash('conference web', { when: 'on', name: 'bench' });
  const base = `http://127.0.0.1:${values.port}/c/bench`;
  const alone = await readAlone(base);
  const before = await commands(discord.user('ada'), base, 0);
  const beside = await commands(discord.user('ada'), base, Number(values.pages));
  const after = await commands(discord.user('ada'), base, 0);
  await program.stop();
  await discord.stop();
  // A program that has just started is slower than itself later: the better of both is what it is held against.
  const quiet = Math.min(percentile(before.times, 0.99), percentile(after.times, 0.99));
  const ratio = percentile(beside.times, 0.99) / quiet;
  const p99 = (times: readonly number[]) => `p99 ${percentile(times, 0.99).toFixed(1)} ms`;
  return [
    {
      promise: `pages and calendars a second by themselves (${title}), none refused`,
      measured: `${alone.rate.toFixed(0)} a second, ${alone.failed} refused`,
      isKept: alone.failed === 0 && alone.rate > 0,
    },
    {
      promise: `the p99 of ${values.commands} commands a second at most twice beside ${values.pages} pages a second`,
      measured: `${ratio.toFixed(2)} × (${p99(before.times)} before, ${p99(beside.times)} beside, ${p99(after.times)} after); ${beside.pages} pages, ${beside.failed} refused`,
      isKept: ratio <= 2 && beside.failed === 0,
    },
  ];
}

/** As many as four readers get who wait for each. */
async function readAlone(base: string) {
  const readers = startReaders(base, Number.POSITIVE_INFINITY);
  await delay(Number(values.seconds) * 1_000);
  const { read, failed } = await readers.stop();
  return { rate: read / Number(values.seconds), failed };
}

async function commands(user: Parameters<typeof startLoad>[0], base: string, pages: number) {
  const load = startLoad(user, Number(values.commands));
  const readers = startReaders(base, pages);
  await delay(WARM_UP_MS);
  load.take();
  await delay(Number(values.seconds) * 1_000);
  const times = load.take();
  await load.stop();
  const { read, failed } = await readers.stop();
  return { times, pages: read, failed: failed + load.failed() };
}
