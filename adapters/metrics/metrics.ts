import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Vitals } from '../../src/app/vitals.ts';
import type { Meter } from '../../src/log/meter.ts';
import { createCounters } from './counters.ts';
import { createGauges } from './gauges.ts';

export interface Metrics {
  /** To be told what happens from the start of the process. */
  readonly meter: Meter;
  /** All that happened so far, and how Hallway is now, as Prometheus reads it. */
  page(vitals: Vitals): Promise<Page>;
}

export interface Page {
  readonly mediaType: string;
  readonly text: string;
}

/** With those of the process itself: event loop, memory, garbage collection. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { meter, expect } = createCounters(registry);
  const show = createGauges(registry);
  return {
    meter,
    page: async (vitals) => {
      for (const platform of Object.keys(vitals.platforms)) expect(platform);
      show(vitals);
      return { mediaType: registry.contentType, text: await registry.metrics() };
    },
  };
}
