import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const ENTRY = resolve(ROOT, 'bin/hallway.js');
const REFUSAL =
  /^Hallway needs Node 26 or newer, and this is Node [\d.]+: install that one, or let `npm ci` without --omit=dev bring it along\.\n$/;

/** A Node of this machine that is too old for Hallway, where it has one beside the project's own. */
const oldNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find((path) => existsSync(path) && majorOf(path) < 26);

function majorOf(node: string): number {
  return Number.parseInt(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1), 10);
}

function refusalOf(node: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('a Node that is too old', () => {
  const refused = { status: 2, stdout: '', stderr: expect.stringMatching(REFUSAL) };

  it('is told in one sentence which one is needed', () => {
    const older = `Object.defineProperty(process, 'versions', { value: { node: '25.9.0' } })`;
    const args = ['--import', `data:text/javascript,${encodeURIComponent(older)}`, ENTRY];
    expect(refusalOf(process.execPath, args)).toEqual(refused);
  });

  it.skipIf(oldNode === undefined)('can read that far (skipped where none is in the PATH)', () => {
    expect(refusalOf(oldNode ?? '', [ENTRY])).toEqual(refused);
  });
});

const CONTAINED = ['--user', '--map-root-user', '--pid', '--fork', '--kill-child'];
const CAN_CONTAIN = spawnSync('unshare', [...CONTAINED, 'true']).status === 0;

/** Hallway as process 1, as in a container without an init of its own; its standard input stays open. */
function startAsFirst(args: readonly string[]) {
  const child = spawn('unshare', [...CONTAINED, process.execPath, ENTRY, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATABASE_URL: 'sqlite::memory:' },
  });
  const ended = once(child, 'exit').then(([code]): unknown => code);
  const terminate = () => {
    const children = `/proc/${child.pid}/task/${child.pid}/children`;
    const own = existsSync(children) ? Number(readFileSync(children, 'utf8').trim()) : 0;
    if (own > 0) process.kill(own, 'SIGTERM');
  };
  return { child, ended, terminate };
}

describe.skipIf(!CAN_CONTAIN)('as process 1 (skipped where unshare may not make one)', () => {
  it('is ended by a signal from its first moment on', async () => {
    const { ended, terminate } = startAsFirst([
      'search',
      '--schedule',
      'data/fosdem-2020-containers.json',
    ]);
    // Until Node has begun, the system drops whatever is sent to process 1.
    const again = setInterval(terminate, 20);
    expect(await ended.finally(() => clearInterval(again))).toBe(143);
  });

  it('finishes in peace once it serves', async () => {
    const { child, ended, terminate } = startAsFirst(['serve']);
    await once(child.stdout, 'data');
    terminate();
    expect(await ended).toBe(0);
  });
});
