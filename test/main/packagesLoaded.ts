/** For Node's `--import`: at its end, the process says on standard error whether it has loaded what counts. */
import { Module, registerHooks } from 'node:module';

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
  const has = (name: string) =>
    [...Object.keys(kept), ...imported].some((path) => path.includes(`/node_modules/${name}/`));
  process.stderr.write(`loaded: ${['pino', 'prom-client', 'hono'].filter(has).join(' ')}\n`);
});
