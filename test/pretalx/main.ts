import { deepStrictEqual } from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { NoPretalx, type Pretalx, startPretalx } from './server.ts';

/**
 * `npm run test:pretalx`, for the night: Hallway on a real pretalx, which is installed, filled, and asked
 * in every way while three releases of its schedule come out. Ends with 0, also where there is no Python
 * or no index to install from, which is said loudly.
 */

const HALLWAY = new URL('../../bin/hallway.js', import.meta.url).pathname;
const run = promisify(execFile);
const began = performance.now();

function note(text: string): void {
  process.stdout.write(
    `${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}\n`,
  );
}

interface Fact {
  readonly code?: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly room: string;
  readonly [field: string]: unknown;
}

interface Checked {
  readonly format: string;
  readonly talks: readonly CheckedTalk[];
  readonly breaks: readonly CheckedEntry[];
}

interface CheckedEntry {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly room: string;
}

interface CheckedTalk extends CheckedEntry {
  readonly id: string;
  readonly code: string;
  readonly speakers: readonly string[];
  readonly track: string | null;
  readonly type: string;
  readonly language: string;
}

const EVENT = 'democon';
const WAYS = [
  { format: 'pretalx-api', shut: [] },
  { format: 'pretalx-widget', shut: ['/api/'] },
  { format: 'schedule-json', shut: ['/api/', `/${EVENT}/schedule/widgets/`] },
];

/** Whatever way answers, it says what the database does. */
async function compareWays(pretalx: Pretalx, release: string): Promise<void> {
  const truth: readonly Fact[] = JSON.parse(await pretalx.fill('truth'));
  const talks = truth.filter(({ code }) => code !== undefined);
  const breaks = truth.filter(({ code }) => code === undefined);
  const ids = new Set<string>();
  for (const { format, shut } of WAYS) {
    pretalx.shut.splice(0, pretalx.shut.length, ...shut);
    const { stdout } = await run(process.execPath, [
      ...[HALLWAY, 'check', '--json', `${pretalx.address}/${EVENT}/schedule/export/schedule.json`],
    ]);
    const found: Checked = JSON.parse(stdout);
    deepStrictEqual(found.format, format);
    deepStrictEqual(found.talks.map(factOfTalk).toSorted(byCode), talks.toSorted(byCode));
    const expected = format === 'schedule-json' ? [] : breaks;
    deepStrictEqual(found.breaks.map(factOf), expected.toSorted(byPlace));
    deepStrictEqual(/secret/.test(stdout), false);
    ids.add(found.talks.map(({ id }) => id).join());
    note(
      `${release} by ${format}: ${talks.length} talks and ${expected.length} breaks as in the database`,
    );
  }
  deepStrictEqual(ids.size, 1);
  pretalx.shut.splice(0);
}

function factOf({ title, start, end, room }: CheckedEntry): Fact {
  return { title, start: Date.parse(start), end: Date.parse(end), room };
}

function factOfTalk(talk: CheckedTalk): Fact {
  const { code, speakers, track, type, language } = talk;
  return { code, ...factOf(talk), speakers: speakers.toSorted(), track, type, language };
}

function byCode(a: Fact, b: Fact): number {
  return `${a.code}` < `${b.code}` ? -1 : 1;
}

function byPlace(a: Fact, b: Fact): number {
  return a.start - b.start || (a.room < b.room ? -1 : 1);
}

const PATIENCE_MS = 180_000;

/** Hallway in a terminal, on the day before the conference, twenty times as fast. */
function startHallway(folder: string, { address }: Pretalx) {
  const child = spawn(
    process.execPath,
    [
      ...[HALLWAY, 'serve', '--json', '--schedule', `${address}/${EVENT}/`],
      ...['--from', '2031-03-27T07:00:00Z', '--speed', '20'],
    ],
    {
      env: {
        ...process.env,
        DATABASE_URL: `sqlite:${folder}/hallway.sqlite`,
        SCHEDULE_REFRESH_MINUTES: '1',
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  /** Resolves with the text of the first line, from now on, that holds the words. */
  const heard = (words: string) => {
    const from = lines.length;
    return new Promise<string>((resolve, reject) => {
      const fail = () =>
        reject(new Error(`Nobody said “${words}”: ${lines.slice(from).join('\n')}`));
      const timer = setTimeout(fail, PATIENCE_MS);
      const look = () => {
        const line = lines.slice(from).find((one) => one.includes(words));
        if (line === undefined) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(JSON.parse(line).text);
      };
      waiting.add(look);
      look();
    });
  };
  return {
    heard,
    say: async (command: string, answer: string) => {
      const answered = heard(answer);
      child.stdin.write(`${command}\n`);
      return answered;
    },
    close: async () => {
      if (child.exitCode !== null) return;
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

async function followReleases(folder: string, pretalx: Pretalx): Promise<void> {
  const hallway = startHallway(folder, pretalx);
  try {
    await hallway.say('/conference announce #hall', 'will hear');
    note('Hallway runs, and #hall hears');
    const six = hallway.heard('6 changes');
    await pretalx.fill('v2');
    note(`#hall was told:\n${await six}`);
    // The next is read in a poorer way, which is no change.
    pretalx.shut.push('/api/');
    const renamed = hallway.heard('Aula');
    await pretalx.fill('v3');
    note(`#hall was told:\n${await renamed}`);
    pretalx.shut.splice(0);
    note(await hallway.say('/schedule sunday "Aula"', 'Coffee'));
  } finally {
    await hallway.close();
  }
}

const folder = await mkdtemp(`${tmpdir()}/hallway-pretalx-`);
try {
  const pretalx = await startPretalx(folder, note);
  try {
    await compareWays(pretalx, 'v1');
    await followReleases(folder, pretalx);
    await compareWays(pretalx, 'v3');
    note('Done');
  } finally {
    await pretalx.close();
  }
} catch (error) {
  if (!(error instanceof NoPretalx)) throw error;
  process.stderr.write(`SKIPPED: nothing was tried on a real pretalx, since ${error.message}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
