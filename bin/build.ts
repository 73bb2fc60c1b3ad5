import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Plugin, PluginContext, RolldownOptions } from 'rolldown';
import { bundleIn, bundlesIn, stampOf } from './bundle.ts';

/**
 * Makes the bundle: the same program in a tenth of the files, which Node finds and links sooner.
 * `npm ci` does this, and `npm run build`; nothing needs it, since without a bundle
 * that is true to them the sources run (docs/design.md).
 */
const ROOT = resolve(import.meta.dirname, '..');
const BUNDLES = bundlesIn(ROOT);
const OURS = /\/(?:src|adapters)\/[^?]*\.ts$/;

/** A process that was started from the former bundle goes on with it until it is started again. */
const KEPT_BUNDLES = 2;

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

const OPTIONS: RolldownOptions = {
  input: { main: join(ROOT, 'src/main.ts') },
  platform: 'node',
  external: ABSENT,
  plugins: [namedFiles, ownLinesOnly],
  // discord.js can evaluate text in a client's name, which nobody asks for.
  checks: { eval: false },
  onLog: (level, { message }) => {
    if (level === 'warn') throw new Error(message);
  },
};

async function build(): Promise<void> {
  if (bundleIn(ROOT) !== undefined) return;
  const rolldown = await import('rolldown').catch((error: unknown) => {
    process.stderr.write(`No bundle is made, and the sources run: ${error}\n`);
  });
  if (rolldown === undefined) return;
  const stamp = stampOf(ROOT);
  const unfinished = join(BUNDLES, `.${stamp}-${process.pid}`);
  try {
    const bundle = await rolldown.rolldown(OPTIONS);
    await bundle.write({
      ...{ dir: unfinished, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      ...{ assetFileNames: '[name][extname]', keepNames: true },
      comments: { legal: true, annotation: false, jsdoc: false },
      ...{ sourcemap: true, sourcemapExcludeSources: true },
    });
    await bundle.close();
    renameSync(unfinished, join(BUNDLES, stamp));
  } catch (error) {
    // Another build of the same may have been quicker.
    if (bundleIn(ROOT) === undefined) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  for (const former of finishedLast().slice(KEPT_BUNDLES)) {
    rmSync(former, { recursive: true, force: true });
  }
}

/** The latest first, without what is being made. */
function finishedLast(): readonly string[] {
  const madeAt = (path: string) => statSync(path).mtimeMs;
  return readdirSync(BUNDLES)
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(BUNDLES, name))
    .sort((one, other) => madeAt(other) - madeAt(one));
}

await build();
