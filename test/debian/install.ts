import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import { chromiumIn, environmentIn, HOME, PACKAGES, STATUS } from './installed.ts';

/** A slow mirror is as good as none: the gate has minutes, not hours. */
const MOST_MS = 120_000;

const called = promisify(execFile);

/**
 * Fetches what the tests take from Debian, with what the system lacks for it: `npm run debian`. It is unpacked
 * into a folder of its own, so nobody needs to be root and no system is changed. What cannot be had is
 * said, and is no failure: the tests that want it are skipped then.
 */
async function main(): Promise<void> {
  if (existsSync(HOME)) return;
  const began = performance.now();
  const place = `${HOME}.${process.pid}`;
  try {
    if (!existsSync(STATUS)) throw new Error('This is no Debian.');
    const root = join(place, 'root');
    await unpack(await fetched(place), root);
    await tryOut(root);
    await rename(root, HOME);
    const seconds = Math.round((performance.now() - began) / 1_000);
    console.log(`${PACKAGES.join(', ')}: fetched from Debian, after ${seconds} s.`);
  } catch (error) {
    // Whoever else fetched it meanwhile was first.
    if (existsSync(HOME)) return;
    console.warn(`Nothing was fetched from Debian, what needs it is not tested. ${error}`);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The archives of what is missing, by lists of packages that are read anew. */
async function fetched(place: string): Promise<readonly string[]> {
  const [state, cache] = [join(place, 'state'), join(place, 'cache')];
  const archives = join(cache, 'archives');
  await mkdir(join(state, 'lists/partial'), { recursive: true });
  await mkdir(join(archives, 'partial'), { recursive: true });
  const settings = [
    `Dir::State=${state}`,
    `Dir::State::status=${STATUS}`,
    `Dir::Cache=${cache}`,
    // Nothing is installed, so nothing is locked, and nobody needs to become somebody else.
    'Debug::NoLocking=true',
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
  ];
  const words = settings.flatMap((setting) => ['-o', setting]);
  const signal = AbortSignal.timeout(MOST_MS);
  const apt = (...more: readonly string[]) =>
    called('apt-get', ['-qq', ...words, ...more], { signal });
  await apt('update');
  const wanted = ['--download-only', '--no-install-recommends', '--no-upgrade', ...PACKAGES];
  await apt('--yes', 'install', ...wanted);
  const names = await readdir(archives);
  return names.filter((name) => name.endsWith('.deb')).map((name) => join(archives, name));
}

async function unpack(archives: readonly string[], root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  const limit = pLimit(availableParallelism());
  const extract = (archive: string) => called('dpkg-deb', ['--extract', archive, root]);
  await Promise.all(archives.map((archive) => limit(extract, archive)));
}

/** A browser that does not start is none: better said here than in each test. */
async function tryOut(root: string): Promise<void> {
  const words = ['--headless', '--no-sandbox', '--disable-dev-shm-usage', '--dump-dom'];
  const signal = AbortSignal.timeout(MOST_MS);
  const env = environmentIn(root);
  await called(chromiumIn(root) ?? 'chromium', [...words, 'about:blank'], { env, signal });
}

await main();
