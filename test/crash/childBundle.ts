import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FOLDERS, stampOf } from '../../bin/bundle.ts';
import { writeBundle } from '../../bin/bundling.ts';
import { COMPILED } from '../support/compiled.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCE = join(import.meta.dirname, 'child.ts');
const BUNDLE = join(ROOT, 'node_modules/.crash');

/** The program that is killed: its bundle where that was made of these very sources, or else the sources. */
export function childModule(): string {
  const bundled = join(BUNDLE, `${nameNow()}.js`);
  return existsSync(bundled) ? bundled : SOURCE;
}

/**
 * Bundles it in a fresh checkout: it is started many times, and loads in a third of the time. While
 * sources are edited, that would cost more than it saves.
 */
export async function bundleChild(): Promise<void> {
  if (existsSync(BUNDLE)) return;
  const name = nameNow();
  const unfinished = `${BUNDLE}-${process.pid}`;
  try {
    if (!(await writeBundle({ [name]: SOURCE }, unfinished))) return;
    renameSync(unfinished, BUNDLE);
  } catch (error) {
    // Another run may have been quicker.
    if (!existsSync(BUNDLE)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  // It ends where nobody gives it orders, and Node keeps what it compiled.
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
  await once(spawn(process.execPath, [childModule()], { env, stdio: 'ignore' }), 'exit');
}

function nameNow(): string {
  return `child-${stampOf(ROOT, [...FOLDERS, 'test/crash', 'test/support'])}`;
}
