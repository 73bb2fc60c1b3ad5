import fc from 'fast-check';

/**
 * Vitest's set-up of each file: a property that takes too long, be it to shrink what it found, ends by itself
 * shortly before Vitest ends the test, which would tell neither the seed nor the counterexample.
 */
fc.configureGlobal({ interruptAfterTimeLimit: 110_000, markInterruptAsFailure: true });
