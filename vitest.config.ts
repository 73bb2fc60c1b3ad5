import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { COMPILED } from './test/support/compiled.ts';

// Packages as people run them, not their development builds.
process.env['NODE_ENV'] = 'production';
// What Node compiled for one process of a run is there for all.
process.env['NODE_COMPILE_CACHE'] ??= COMPILED;

// Hundreds of databases that live for a second need not wait for a disk.
const MEMORY = '/dev/shm';
const ROOM_BYTES = 2 ** 31;
if (existsSync(MEMORY) && roomIn(MEMORY) >= ROOM_BYTES) process.env['TMPDIR'] ??= MEMORY;

function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * What begins last is waited for alone: the three that wait longest begin first, whatever else keeps the
 * cores busy meanwhile, and then where programs are started, days pass, or whole conferences are read.
 */
const LONGEST = [
  /\/test\/(restore\/|crash\/byHand|adapters\/web\/browser)/,
  /\/test\/(crash|conformance|upgrades|main|app|properties|cli|contracts|commands\/asking\/unseen|adapters\/(console|decoding|discord|matrix|slack))\//,
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.findIndex((files) => files.test(moduleId));
      return rank === -1 ? LONGEST.length : rank;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/setUp.ts'],
    setupFiles: ['test/support/properties.ts'],
    sequence: { sequencer: LongestFirst },
    // Files share nothing that a test changes; modules are loaded once for all that a worker runs.
    isolate: false,
    // Node loads them, as it does for people: nothing is written anew, and no import is looked up at each use.
    experimental: { viteModuleRunner: false },
    // More than there are cores: many a test waits for a server, a program or a timer.
    maxWorkers: availableParallelism() + 4,
    // Nothing asserts how long something takes: these limits end what hangs, on the busiest machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A golden file that is missing is a finding; `npm run golden` writes them.
    update: 'none',
    expect: { poll: { timeout: 60_000, interval: 20 } },
  },
});
