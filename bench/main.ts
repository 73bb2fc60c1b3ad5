import { existsSync } from 'node:fs';
import { join } from 'node:path';

const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  search: () => import(entry('search')),
  delivery: () => import(entry('delivery')),
  day: () => import(entry('day')),
  follows: () => import(entry('follows')),
  say: () => import(entry('say')),
  discord: () => import(entry('discord')),
  slack: () => import(entry('slack')),
  matrix: () => import(entry('matrix')),
  footprint: () => import(entry('footprint')),
  start: () => import(entry('start')),
  stall: () => import(entry('stall')),
  web: () => import(entry('web')),
};

function entry(name: string): string {
  return join(import.meta.dirname, name, 'main.ts');
}

const name = process.argv[2];
const run = name === undefined ? undefined : BENCHES[name];
if (run === undefined) {
  const there = Object.keys(BENCHES).filter((bench) => existsSync(entry(bench)));
  console.error(`Usage: npm run bench -- NAME, where NAME is one of: ${there.join(', ')}`);
  process.exitCode = name === undefined ? 0 : 2;
} else {
  await run();
}
