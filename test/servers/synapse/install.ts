import { execFile } from 'node:child_process';
import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { HOME, isInstalled, REQUIREMENTS } from './installed.ts';

/** A slow package index is as good as none: the gate has minutes, not hours. */
const MOST_MS = 90_000;

const called = promisify(execFile);
/** Installs in a tenth of pip's time, and reads the same files. */
const UV = 'uv==0.13.9';

/**
 * Installs a Matrix homeserver and people for the tests: `npm run synapse`. What needs a network or a
 * Python that is not there is said, and is no failure: the tests that want it are skipped then.
 */
async function main(): Promise<void> {
  if (isInstalled()) return;
  const began = performance.now();
  const place = `${HOME}.${process.pid}`;
  const signal = AbortSignal.timeout(MOST_MS);
  const run = (file: string, words: readonly string[]) => called(file, words, { signal });
  await mkdir(dirname(HOME), { recursive: true });
  try {
    await run('python3', ['-m', 'venv', place]);
    await run(join(place, 'bin/pip'), ['install', '-q', '--disable-pip-version-check', UV]);
    const python = ['--python', join(place, 'bin/python')];
    const uv = ['pip', 'install', '-q', '--no-deps', '--require-hashes', ...python];
    await run(join(place, 'bin/uv'), [...uv, '-r', REQUIREMENTS]);
    // What is imported for the first time is compiled: not while a test waits.
    const imported = ['-c', 'import synapse.app.homeserver, nio'];
    await run(join(place, 'bin/python'), imported);
    // Whole or not at all, whoever else installs at this moment.
    await symlink(place, `${place}.link`);
    await rename(`${place}.link`, HOME);
    console.log(
      `Synapse is installed, after ${Math.round((performance.now() - began) / 1_000)} s.`,
    );
  } catch (error) {
    await rm(place, { recursive: true, force: true });
    console.warn(`Synapse was not installed, what needs it is not tested. ${error}`);
  }
}

await main();
