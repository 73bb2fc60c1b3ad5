import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { constants, setPriority } from 'node:os';
import { arrayBuffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { atOnce, pauseInTime } from '../../src/clock/steps.ts';
import { MINUTE_MS } from '../../src/clock.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { createMeaning, type Meaning } from '../../src/search/meaning/meaning.ts';
import { talkVectors } from '../../src/search/meaning/talkVectors.ts';
import { readWordVectors, type WordVectors } from '../../src/search/meaning/wordVectors.ts';
import { talkText } from '../../src/search/talkText.ts';
import { TABLE, tableAtOnce } from './table.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** The largest conferences take seconds. */
const LONGEST_MS = MINUTE_MS;

/** What these talks mean, for one who waits and would wait longer otherwise. */
export function meaningAtOnce(talks: readonly Talk[]): Meaning {
  const words = tableAtOnce();
  return createMeaning(words, atOnce(talkVectors(talks.map(talkText), words)));
}

/** One table for all conferences. */
let reading: Promise<WordVectors> | undefined;

/**
 * What these talks mean, made in a process of its own while people are answered, whose memory goes
 * back with it. `signal` ends it early.
 */
export async function meaningApart(talks: readonly Talk[], signal: AbortSignal): Promise<Meaning> {
  const vectors = await vectorsApart(talks, signal);
  reading ??= readFile(TABLE).then(readWordVectors);
  const words = await reading;
  await pauseInTime();
  return createMeaning(words, vectors);
}

async function vectorsApart(talks: readonly Talk[], signal: AbortSignal): Promise<Float32Array> {
  const child = spawn(process.execPath, [CHILD], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: compiled(),
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
    signal,
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  // `once` hears of the first; a process that cannot even be begun tells twice.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  for (const piece of textsInPieces(talks)) {
    child.stdin.write(piece);
    await pauseInTime();
  }
  child.stdin.end();
  const [made, [code]] = await Promise.all([arrayBuffer(child.stdout), once(child, 'close')]);
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`The vectors of talks cannot be made (exit code ${code})`);
  return new Float32Array(made);
}

const PIECE = 10;

/** A list in JSON; all texts at once would keep others waiting. */
function* textsInPieces(talks: readonly Talk[]): Generator<string> {
  yield '[';
  for (let at = 0; at < talks.length; at += PIECE) {
    const texts = talks.slice(at, at + PIECE).map((talk) => JSON.stringify(talkText(talk)));
    yield `${at > 0 ? ',' : ''}${texts.join(',')}`;
  }
  yield ']';
}

/** Where `main.ts` put what is compiled already. */
function compiled(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
