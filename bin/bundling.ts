import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Plugin, PluginContext, RolldownOptions } from 'rolldown';

const ROOT = resolve(import.meta.dirname, '..');
const OURS = /\/(?:src|adapters)\/[^?]*\.ts$/;

/** Native or foreign parts that packages use where they find them; Hallway installs none. */
const ABSENT = ['bufferutil', 'utf-8-validate', 'zlib-sync', 'pg-native', 'cloudflare:sockets'];

const NAMED_FILE = /new URL\(\s*'([^']+)',\s*import\.meta\.url,?\s*\)/g;
const OWN_REQUIRE = 'const load = createRequire(import.meta.url);';
const REQUIRED_FILE = /\bload\('([^']+)'\)/g;
const OTHER_ADDRESS = /import\.meta\.(?:dirname|filename|url)/;

/**
 * Whatever a source names by `new URL('…', import.meta.url)`, or requires by `load('…')`, is found from
 * the bundle as well: a module becomes one to begin with, another file among the sources comes along,
 * and what lies elsewhere in the project stays there.
 */
const namedFiles: Plugin = {
  name: 'named-files',
  transform: {
    filter: { id: OURS },
    handler(code, id) {
      if (OTHER_ADDRESS.test(code.replace(NAMED_FILE, '').replace(OWN_REQUIRE, ''))) {
        throw new Error(`${id} has to name files as new URL('…', import.meta.url)`);
      }
      const found = (name: string) => inBundle(this, resolve(dirname(id), name));
      const named = code.replace(
        NAMED_FILE,
        (_all, name: string) => `new URL('${found(name)}', import.meta.url)`,
      );
      const required = code.includes(OWN_REQUIRE)
        ? named.replace(REQUIRED_FILE, (_all, name: string) => `load('${found(name)}')`)
        : named;
      return required === code ? null : { code: required, map: null };
    },
  },
};

/** Where that file is as seen from the bundle, two folders below the project. */
function inBundle(bundle: Pick<PluginContext, 'emitFile'>, path: string): string {
  if (!isSource(path)) return `../../${relative(ROOT, path)}`;
  const fileName = path.endsWith('.ts') ? `${nameOf(path)}.js` : basename(path);
  if (path.endsWith('.ts')) bundle.emitFile({ type: 'chunk', id: path, fileName });
  else bundle.emitFile({ type: 'asset', source: readFileSync(path), fileName });
  return `./${fileName}`;
}

function isSource(path: string): boolean {
  return ['src', 'adapters'].some((top) => path.startsWith(join(ROOT, top)));
}

/** `adapters/decoding/child.ts` is `decoding-child.js` in the bundle. */
function nameOf(path: string): string {
  return relative(ROOT, path).replace(/\.ts$/, '').split('/').slice(-2).join('-');
}

/** Traces name the lines of our sources; those of packages would cost megabytes to look up. */
const ownLinesOnly: Plugin = {
  name: 'own-lines-only',
  transform: {
    filter: { id: { exclude: OURS } },
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
};

/** What is escaped already (a backslash, so that it escapes nothing itself), or one unit of UTF-16 that is not ASCII. */
const UNITS = /\\[\0-\x7f]|\\?([^\0-\x7f])/g;

/**
 * Escapes what is not ASCII: for one such character, V8 keeps two bytes for each character of a file,
 * as long as the process lives.
 */
const inAscii: Plugin = {
  name: 'in-ascii',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      if (file.type === 'chunk') file.code = file.code.replace(UNITS, inAsciiAlone);
    }
  },
};

function inAsciiAlone(text: string, foreign: string | undefined): string {
  if (foreign === undefined) return text;
  return `\\u${foreign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const OPTIONS: RolldownOptions = {
  platform: 'node',
  external: ABSENT,
  plugins: [namedFiles, ownLinesOnly, inAscii],
  // discord.js can evaluate text in a client's name, which nobody asks for.
  checks: { eval: false },
  onLog: (level, { message }) => {
    if (level === 'warn') throw new Error(message);
  },
};

/**
 * Writes the bundle of these modules, by their names in it, to a folder two below the project; false
 * where rolldown has no binary.
 */
export async function writeBundle(
  input: Readonly<Record<string, string>>,
  dir: string,
): Promise<boolean> {
  const rolldown = await import('rolldown').catch((error: unknown) => {
    process.stderr.write(`No bundle is made, and the sources run: ${error}\n`);
  });
  if (rolldown === undefined) return false;
  const bundle = await rolldown.rolldown({ ...OPTIONS, input });
  await bundle.write({
    ...{ dir, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    ...{ assetFileNames: '[name][extname]', keepNames: true },
    comments: { legal: true, annotation: false, jsdoc: false },
    ...{ sourcemap: true, sourcemapExcludeSources: true },
  });
  await bundle.close();
  return true;
}
