import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A browser, and those who read calendars. */
export const PACKAGES = ['chromium', 'python3-icalendar', 'khal', 'vdirsyncer'] as const;

/** What the system itself has; it is neither changed nor is anything put there. */
export const STATUS = '/var/lib/dpkg/status';

const { XDG_CACHE_HOME = join(homedir(), '.cache') } = process.env;

/** Where it is unpacked, for every checkout of this machine that wants the same. */
export const HOME = join(XDG_CACHE_HOME, 'hallway', ['debian', ...PACKAGES].join('-'));

const LIBRARIES = join(HOME, 'usr/lib');
const machine = existsSync(LIBRARIES)
  ? readdirSync(LIBRARIES).filter((name) => name.endsWith('-linux-gnu'))
  : [];

/** Debian's, or else what there is. */
export const CHROMIUM = [
  join(LIBRARIES, 'chromium/chromium'),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync);

export const PYTHON = '/usr/bin/python3';

/** In which what was unpacked finds what it needs, and what the system has is found as well. */
export const ENVIRONMENT: Readonly<Record<string, string | undefined>> = {
  ...process.env,
  LD_LIBRARY_PATH: machine.map((name) => join(LIBRARIES, name)).join(':'),
  PYTHONPATH: join(LIBRARIES, 'python3/dist-packages'),
};

export function notInstalled(what: string): string {
  return `${what}: not tested, as it is not there. \`npm run debian\` fetches it on Debian.`;
}
