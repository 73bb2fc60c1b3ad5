import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = '/opt/hallway';

export const read = (file: string) => readFileSync(resolve(ROOT, file), 'utf8');

/** What `.dockerignore` lets through, and how it says so. */
export const [everything, ...exceptions] = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

export interface Image {
  /** What the program is built of, and where; the sources are still there. */
  readonly program: string;
  /** What the image holds in the end. */
  readonly image: string;
  /** Of the container: nothing is written beside the packages, which it has in common with the project. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

/** Does without Docker what the Dockerfile says, but for the packages, which are those of this project. */
export function makeImage(): Image {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-image-'));
  const [program, image] = [join(folder, 'program'), join(folder, 'image')];
  for (const exception of exceptions) {
    const path = exception.slice(1);
    cpSync(resolve(ROOT, path), join(program, path), { recursive: true });
  }
  mkdirSync(image);
  for (const each of [program, image]) {
    symlinkSync(resolve(ROOT, 'node_modules'), join(each, 'node_modules'));
  }
  const built = runIn(program, ['bin/build.ts']);
  if (built.status !== 0) throw new Error(`The bundle cannot be built:\n${built.stderr}`);
  for (const path of copiedIn(read('Dockerfile'))) {
    cpSync(join(program, path), join(image, path), { recursive: true });
  }
  return {
    ...{ program, image, environment: { NODE_COMPILE_CACHE: join(folder, 'compiled') } },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** What the last stage takes from the one in which the program is built. */
function copiedIn(dockerfile: string): readonly string[] {
  return [...dockerfile.matchAll(/^COPY --from=program (.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' ').map((path) => relative(FOLDER, path)),
  );
}

/** Node in that folder, with nothing in its environment but what is given. */
export function runIn(
  cwd: string,
  args: readonly string[],
  { input, ...env }: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    ...{ cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 },
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}
