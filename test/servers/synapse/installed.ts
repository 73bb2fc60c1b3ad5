import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What is to be installed, each package with its version and hashes. */
export const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

const { XDG_CACHE_HOME = join(homedir(), '.cache') } = process.env;
const [version] =
  createHash('sha256')
    .update(readFileSync(REQUIREMENTS))
    .digest('hex')
    .match(/^.{12}/) ?? [];

/** Where it stays, for every checkout of this machine that wants the same. */
export const HOME = join(XDG_CACHE_HOME, 'hallway', `synapse-${version}`);
export const PYTHON = join(HOME, 'bin', 'python');

/** Whether Synapse and matrix-nio are there; `npm run synapse` installs them. */
export function isInstalled(): boolean {
  return existsSync(PYTHON);
}

export const NOT_INSTALLED =
  'There is no Synapse: what Hallway does on a real Matrix homeserver is not tested. `npm run synapse` installs it.';
