import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Packages as people run them, not their development builds.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    // Files share nothing that a test changes; modules are loaded once for all that a worker runs.
    isolate: false,
    // One more than there are cores: many a test waits for a server, a program or a timer.
    maxWorkers: availableParallelism() + 1,
    // Nothing asserts how long something takes: these limits end what hangs, on the busiest machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A golden file that is missing is a finding; `npm run golden` writes them.
    update: 'none',
    expect: { poll: { timeout: 60_000, interval: 20 } },
  },
});
