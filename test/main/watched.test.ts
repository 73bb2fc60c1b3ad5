import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../support/program.ts';

const IMPORT = `--import=${resolve(import.meta.dirname, 'packagesLoaded.ts')}`;

it('loads what counts only where somebody looks', async () => {
  const loaded = async (environment: Readonly<Record<string, string>>) => {
    const { stderr } = await runProgram([], '/help\n', { NODE_OPTIONS: IMPORT, ...environment });
    return /^loaded: (.*)$/m.exec(stderr)?.[1];
  };
  expect(await loaded({})).toBe('pino');
  expect(await loaded({ HEALTH_ADDRESS: '127.0.0.1:0' })).toBe('pino prom-client');
  expect(await loaded({ WEB_ADDRESS: '127.0.0.1:0' })).toBe('pino hono');
});
