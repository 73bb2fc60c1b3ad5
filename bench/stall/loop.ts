import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded into the program before anything else (`--import`): between two signals it measures how long
 * the event loop is kept waiting, and tells it on a line of standard error.
 */
const RESOLUTION_MS = 1;

export interface LoopDelay {
  readonly p999Ms: number;
  readonly longestMs: number;
  readonly samples: number;
}

/** Begins the line. */
export const LOOP_DELAY = 'loop delay: ';

const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let isMeasuring = false;

process.on('SIGUSR2', () => {
  isMeasuring = !isMeasuring;
  if (isMeasuring) {
    histogram.reset();
    histogram.enable();
    return;
  }
  histogram.disable();
  // A sample is the time from one look to the next, which nobody delayed would be the resolution.
  const ms = (nanoseconds: number) => nanoseconds / 1e6 - RESOLUTION_MS;
  const delay: LoopDelay = {
    p999Ms: ms(histogram.percentile(99.9)),
    longestMs: ms(histogram.max),
    samples: histogram.count,
  };
  process.stderr.write(`${LOOP_DELAY}${JSON.stringify(delay)}\n`);
});
