import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    testTimeout: 30_000,
    // Files share nothing that a test changes; modules are loaded once for all of them.
    isolate: false,
  },
});
