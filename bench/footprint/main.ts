import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { Chat } from '../chat.ts';
import { startDiscordChat } from '../discord/chat.ts';
import { startSlackChat } from '../slack/chat.ts';
import { judge, median, type Verdict } from '../verdict.ts';
import { type Day, liveThroughDay, type Resident } from './day.ts';
import type { Extent } from './plan.ts';

/**
 * Resident memory at the end of a conference day, beside that of a client of the SDK alone that had
 * the same day: `npm run bench -- footprint [discord|slack|meaning]…`; and, told apart, of the search
 * by meaning beside that by words alone. Linux only.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'footprint'),
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    /** How many times as fast the day passes. */
    speed: { type: 'string', default: '120' },
    members: { type: 'string', default: '2000' },
    reminders: { type: 'string', default: '10000' },
    commands: { type: 'string', default: '5000' },
  },
});
const extent: Extent = {
  members: Number(values.members),
  reminders: Number(values.reminders),
  commands: Number(values.commands),
};
/** A command that a starved machine answers too late is not answered. */
const MOST = 0.98;

const PROMISED_RATIO = 1.6;
const PROMISED_MEANING_MB = 30;
const SEARCHING = fileURLToPath(new URL('meaning.ts', import.meta.url));

async function benchFootprint(
  name: string,
  startChat: (members: readonly string[]) => Promise<Chat>,
): Promise<readonly Verdict[]> {
  const days: Day[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    const day = await liveThroughDay(startChat, extent, Number(values.speed));
    days.push(day);
    console.log(`        ${name}: ${dayWords(day)}`);
  }
  const ratios = days.map(({ hallway, bare }) => hallway.atEnd / bare.atEnd);
  const isWhole = days.every(
    ({ answered, reminders, said: [ours, theirs] }) =>
      answered >= extent.commands * MOST &&
      reminders >= extent.reminders * MOST &&
      theirs >= ours * MOST,
  );
  return [
    {
      promise: `resident memory at the end of a day on ${name} at most ${PROMISED_RATIO} × the SDK's alone`,
      measured: `${median(ratios).toFixed(2)} ×, at worst ${Math.max(...ratios).toFixed(2)} × in ${days.length} runs${isWhole ? '' : '; NOT all was answered and sent'}`,
      isKept: isWhole && Math.max(...ratios) <= PROMISED_RATIO,
    },
  ];
}

function dayWords({ hallway, bare, answered, reminders, said }: Day): string {
  const counts = `${answered} commands, ${reminders} reminders, ${said.join(' and ')} messages and edits`;
  return `${residentWords(hallway)} against ${residentWords(bare)}; ${counts}`;
}

function residentWords({ atStart, most, atEnd }: Resident): string {
  const [first, highest, last] = [atStart, most, atEnd].map((mb) => mb.toFixed(0));
  return `${last} MB (began with ${first}, at most ${highest})`;
}

/** What the search of a thousand talks takes more where it knows what they mean. */
async function benchMeaning(): Promise<readonly Verdict[]> {
  const more: number[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    const byWords = await searchingMb([]);
    more.push((await searchingMb(['--meaning'])) - byWords);
  }
  return [
    {
      promise: `search by meaning keeps at most ${PROMISED_MEANING_MB} MB more than that by words alone`,
      measured: `${median(more).toFixed(1)} MB, at worst ${Math.max(...more).toFixed(1)} MB in ${more.length} runs`,
      isKept: median(more) <= PROMISED_MEANING_MB,
    },
  ];
}

/** Of what is kept: beside it, garbage of a hundred megabytes comes and goes with every question. */
async function searchingMb(options: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--expose-gc', SEARCHING],
    ...options,
  ]);
  return Number(stdout) / 1_024 ** 2;
}

await judge(
  {
    discord: () => benchFootprint('Discord', startDiscordChat),
    slack: () => benchFootprint('Slack', startSlackChat),
    meaning: benchMeaning,
  },
  positionals,
);
