/** For Node's `--import`: at its end, the process says on standard error whether it has loaded what counts. */
import { Module } from 'node:module';

process.on('exit', () => {
  // CommonJS packages are kept here, whoever imported them.
  const { _cache: kept } = Module as unknown as {
    readonly _cache: Readonly<Record<string, unknown>>;
  };
  const has = (name: string) =>
    Object.keys(kept).some((path) => path.includes(`/node_modules/${name}/`));
  process.stderr.write(`loaded: ${['pino', 'prom-client'].filter(has).join(' ')}\n`);
});
