#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Process 1 of a container is not ended by a signal that nobody listens to: until `serve` listens, this does.
if (process.pid === 1) {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(code);
    });
  }
}

// In JavaScript that every Node since 12 can read: what cannot run Hallway at least says so in a sentence.
const root = fileURLToPath(new URL('..', import.meta.url));
const { engines } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const [needed] = /\d+/.exec(engines.node);
const { node } = process.versions;

if (Number.parseInt(node, 10) < Number(needed)) {
  process.stderr.write(
    `Hallway needs Node ${needed} or newer, and this is Node ${node}: install that one, or let \`npm ci\` without --omit=dev bring it along.\n`,
  );
  process.exitCode = 2;
} else {
  // What was compiled at an earlier start need not be again; where the folder cannot be written, it is.
  module.enableCompileCache(resolve(root, 'node_modules/.cache/hallway'));
  start();
}

/** The bundle where it was made of these very sources, or else the sources. */
async function start() {
  const { bundleIn } = await import('./bundle.ts');
  const bundle = bundleIn(root);
  if (bundle === undefined) return import('../src/main.ts');
  // So that a trace in the log names the lines of the sources.
  module.setSourceMapsSupport(true);
  return import(pathToFileURL(bundle).href);
}
