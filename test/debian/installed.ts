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

/** What is unpacked below `home`, or else what the system has. */
export function chromiumIn(home: string): string | undefined {
  return [
    join(home, 'usr/lib/chromium/chromium'),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find(existsSync);
}

/** In which what is unpacked below `home` finds what it needs, and what the system has is found as well. */
export function environmentIn(home: string): Readonly<Record<string, string | undefined>> {
  const libraries = join(home, 'usr/lib');
  const machine = foldersIn(libraries).filter((path) => path.endsWith('-linux-gnu'));
  // Some libraries have a folder of their own, which others know by its usual place.
  const all = machine.flatMap((path) => [path, ...foldersIn(path)]);
  return {
    ...process.env,
    LD_LIBRARY_PATH: all.join(':'),
    PYTHONPATH: join(libraries, 'python3/dist-packages'),
  };
}

function foldersIn(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const all = readdirSync(path, { withFileTypes: true });
  return all.filter((one) => one.isDirectory()).map(({ name }) => join(path, name));
}

export const CHROMIUM = chromiumIn(HOME);
export const ENVIRONMENT = environmentIn(HOME);
export const PYTHON = '/usr/bin/python3';

export function notInstalled(what: string): string {
  return `${what}: not tested, as it is not there. \`npm run debian\` fetches it on Debian.`;
}
