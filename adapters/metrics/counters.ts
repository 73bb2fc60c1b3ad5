import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Happening, Meter, RequestOutcome, SourceOutcome } from '../../src/log/meter.ts';
import { createDeliveryCounters } from './deliveries.ts';

/** Three seconds are what platforms allow. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];
const TICK_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30];

const SOURCE_OUTCOMES = Object.keys({
  unchanged: true,
  first: true,
  taken: true,
  overtaken: true,
  refused: true,
  unreadable: true,
} satisfies Record<SourceOutcome, true>);

const REQUEST_OUTCOMES = Object.keys({
  answered: true,
  refused: true,
  failed: true,
} satisfies Record<RequestOutcome, true>);

export interface Counters {
  readonly meter: Meter;
  /** Deliveries by that platform are to be expected. */
  expect(platform: string): void;
}

type Of<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>;

/** What happens, added up since the start of the process. */
export function createCounters(registry: Registry): Counters {
  const { expect, ended, triedAgain } = createDeliveryCounters(registry);
  const { lanes, rested } = laneCounters(registry);
  const sources = sourceCounter(registry);
  const count: { readonly [Kind in Happening['kind']]: (happening: Of<Kind>) => void } = {
    tick: tickCounters(registry),
    delivery: ended,
    triedAgain,
    laneTaken: () => lanes.inc(),
    laneLeft: () => lanes.dec(),
    laneRest: rested,
    sourceAsked: ({ outcome }) => sources.inc({ outcome }),
    request: requestCounters(registry),
  };
  const note = (happening: Happening) =>
    // Each is handed what is of its kind, which TypeScript does not see.
    (count[happening.kind] as (happening: Happening) => void)(happening);
  return { meter: { note }, expect };
}

function tickCounters(registry: Registry) {
  const registers = [registry];
  const ticks = new Counter({
    ...{ name: 'hallway_ticks_total', registers, labelNames: ['outcome'] as const },
    help: 'Ticks, of which one a minute plans what fell due.',
  });
  const seconds = new Histogram({
    ...{ name: 'hallway_tick_duration_seconds', registers, buckets: TICK_SECONDS },
    help: 'How long a tick took.',
  });
  const planned = new Counter({
    ...{ name: 'hallway_deliveries_planned_total', registers },
    help: 'Deliveries that ticks added to the outbox.',
  });
  for (const outcome of ['done', 'failed']) ticks.inc({ outcome }, 0);
  return (tick: Of<'tick'>) => {
    ticks.inc({ outcome: tick.outcome });
    seconds.observe(tick.tookMs / 1_000);
    if (tick.outcome === 'done') planned.inc(tick.planned);
  };
}

function laneCounters(registry: Registry) {
  const registers = [registry];
  const labelNames = ['platform'] as const;
  const rests = new Counter({
    ...{ name: 'hallway_lane_rests_total', registers, labelNames },
    help: 'How often a platform had a whole lane rest.',
  });
  const restSeconds = new Counter({
    ...{ name: 'hallway_lane_rest_seconds_total', registers, labelNames },
    help: 'For how long platforms had whole lanes rest.',
  });
  return {
    lanes: new Gauge({
      ...{ name: 'hallway_lanes', registers },
      help: 'Lanes in which this process sends now.',
    }),
    rested: ({ platform, restMs, isNew }: Of<'laneRest'>) => {
      rests.inc({ platform }, isNew ? 1 : 0);
      restSeconds.inc({ platform }, restMs / 1_000);
    },
  };
}

function sourceCounter(registry: Registry) {
  const asked = new Counter({
    ...{ name: 'hallway_source_checks_total', registers: [registry] },
    labelNames: ['outcome'] as const,
    help: 'How often a source was asked for its schedule, by what came of it.',
  });
  for (const outcome of SOURCE_OUTCOMES) asked.inc({ outcome }, 0);
  return asked;
}

function requestCounters(registry: Registry) {
  const registers = [registry];
  const requests = new Counter({
    ...{ name: 'hallway_requests_total', registers },
    labelNames: ['platform', 'request', 'name', 'outcome'] as const,
    help: 'Commands, presses and type-ahead, by name and what came of them.',
  });
  const seconds = new Histogram({
    ...{ name: 'hallway_request_duration_seconds', registers, buckets: REQUEST_SECONDS },
    labelNames: ['request', 'name'] as const,
    help: 'From when a request came until its answer was there, without the way to the platform.',
  });
  return ({ platform, request, name, outcome, tookMs }: Of<'request'>) => {
    // The other outcomes are there from then on, so that their first one is seen.
    for (const each of REQUEST_OUTCOMES)
      requests.inc({ platform, request, name, outcome: each }, 0);
    requests.inc({ platform, request, name, outcome });
    seconds.observe({ request, name }, tookMs / 1_000);
  };
}
