import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
