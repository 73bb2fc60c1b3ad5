/** For Node's `--import`: at its end, the process says on standard error whether it has loaded what counts. */
import { readFileSync } from 'node:fs';
import { Module, registerHooks } from 'node:module';

/** Each of its files names the modules that it is made of. */
const BUNDLE = /\/dist\/[0-9a-f]{12}\/[^/]+$/;
const read = (url: string) => readFileSync(new URL(url), 'utf8');

const imported: string[] = [];
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    imported.push(found.url);
    return found;
  },
});

process.on('exit', () => {
  // CommonJS packages are kept here, whoever imported them.
  const { _cache: kept } = Module as unknown as {
    readonly _cache: Readonly<Record<string, unknown>>;
  };
  const bundled = imported.filter((url) => BUNDLE.test(url)).map(read);
  const has = (name: string) =>
    [...Object.keys(kept), ...imported].some((path) => path.includes(`/node_modules/${name}/`)) ||
    bundled.some((text) => text.includes(`// node_modules/${name}/`));
  process.stderr.write(`loaded: ${['pino', 'prom-client', 'hono'].filter(has).join(' ')}\n`);
});
