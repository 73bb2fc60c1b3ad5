import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Chat } from '../chat.ts';
import { type ClientStart, startClient } from '../client.ts';
import { startDiscordChat } from '../discord/chat.ts';
import { versionOf } from '../footprint/plan.ts';
import { startSlackChat } from '../slack/chat.ts';
import { judge, median, type Verdict } from '../verdict.ts';

/**
 * How long after its start a process gives its first answer, to a member who asks as soon as it is
 * connected: the program with a schedule of a thousand talks that it knows from before, beside a
 * client of the SDK alone. The bundle, as operators run it: `npm run bench -- start [discord|slack]…`
 * makes it first.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'start'),
  allowPositionals: true,
  options: { runs: { type: 'string', default: '7' } },
});

const PROMISED_RATIO = 2;
const PROGRAM = resolve(import.meta.dirname, '../../bin/hallway.js');
const ASKING = 'member 0';

async function benchStart(
  name: string,
  startChat: (members: readonly string[]) => Promise<Chat>,
): Promise<readonly Verdict[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-start-'));
  const schedule = join(folder, 'schedule.json');
  await writeFile(schedule, versionOf(1).json);
  const chat = await startChat([ASKING]);
  const hallway: ClientStart = {
    args: [PROGRAM, 'serve', '--schedule', schedule],
    environment: {
      ...chat.environment,
      DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
    },
  };
  await startOnce(hallway, chat);
  const pairs: (readonly [ours: number, bare: number])[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    pairs.push([await msToAnswer(hallway, chat), await msToAnswer(chat.bare, chat)]);
  }
  await Promise.all([chat.stop(), rm(folder, { recursive: true })]);
  return [verdict(name, pairs)];
}

/** What is compiled is kept, the schedule known, and the commands registered. */
async function startOnce(start: ClientStart, chat: Chat): Promise<void> {
  const client = startClient(start);
  await client.said(chat.readyWords);
  // Whoever is answered may be sure that the schedule was read and kept.
  await chat.ask(ASKING, { kind: 'talk', query: 'lipegoma' });
  await client.stop();
  await chat.left();
}

async function msToAnswer(start: ClientStart, chat: Chat): Promise<number> {
  const startedAt = performance.now();
  const client = startClient(start);
  await chat.connected();
  await chat.ask(ASKING, { kind: 'talk', query: 'lipegoma' });
  const ms = performance.now() - startedAt;
  await client.stop();
  await chat.left();
  return ms;
}

function verdict(name: string, pairs: readonly (readonly [number, number])[]): Verdict {
  const ratios = pairs.map(([ours, bare]) => ours / bare);
  const [ours, bare] = [0, 1].map((at) => median(pairs.map((pair) => pair[at] ?? Number.NaN)));
  return {
    promise: `first answer on ${name} after a start in at most ${PROMISED_RATIO} × the time of the SDK alone`,
    measured: `${median(ratios).toFixed(2)} ×, at worst ${Math.max(...ratios).toFixed(2)} × in ${pairs.length} runs (medians ${ours?.toFixed(0)} ms against ${bare?.toFixed(0)} ms)`,
    isKept: median(ratios) <= PROMISED_RATIO,
  };
}

await judge(
  {
    discord: () => benchStart('Discord', startDiscordChat),
    slack: () => benchStart('Slack', startSlackChat),
  },
  positionals,
);
