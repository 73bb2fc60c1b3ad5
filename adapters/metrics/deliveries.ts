import { Counter, Histogram, type Registry } from 'prom-client';
import type { DeliveryOutcome, Happening } from '../../src/log/meter.ts';
import type { Subject } from '../../src/outbox/delivery.ts';

/** Two minutes are what people call late. */
const LATENESS_SECONDS = [1, 2, 5, 10, 30, 60, 120, 300, 600];

const KINDS = Object.keys({
  announcement: true,
  reminder: true,
  recording: true,
  feedback: true,
  notice: true,
  changes: true,
  roomDelay: true,
  roomFull: true,
  onStage: true,
  ownChange: true,
  ownRecording: true,
  claimDecided: true,
  renamed: true,
  placesGone: true,
  digest: true,
  list: true,
  followNews: true,
  followDigest: true,
  say: true,
  formerList: true,
  correction: true,
  alert: true,
  operator: true,
} satisfies Record<Subject['kind'], true>);

const OUTCOMES = Object.keys({
  sent: true,
  failed: true,
  expired: true,
  outdated: true,
  withdrawn: true,
} satisfies Record<DeliveryOutcome, true>);

type Ended = Extract<Happening, { readonly kind: 'delivery' }>;
type TriedAgain = Extract<Happening, { readonly kind: 'triedAgain' }>;

export function createDeliveryCounters(registry: Registry) {
  const metrics = deliveryMetrics(registry);
  const expected = new Set<string>();
  /** Its series begin at zero: of what begins at one, nobody sees that it rose. */
  const expect = (platform: string) => {
    if (expected.has(platform)) return;
    expected.add(platform);
    for (const kind of KINDS) {
      for (const outcome of OUTCOMES) metrics.ended.inc({ platform, kind, outcome }, 0);
      metrics.lateness.zero({ platform, kind });
    }
    for (const reason of ['retry', 'doubt']) metrics.retries.inc({ platform, reason }, 0);
  };
  return {
    expect,
    ended: ({ platform, subject: kind, outcome, lateMs }: Ended) => {
      expect(platform);
      metrics.ended.inc({ platform, kind, outcome });
      if (outcome === 'sent') metrics.lateness.observe({ platform, kind }, lateMs / 1_000);
    },
    triedAgain: ({ platform, fate: reason }: TriedAgain) => {
      metrics.retries.inc({ platform, reason });
    },
  };
}

function deliveryMetrics(registry: Registry) {
  const registers = [registry];
  return {
    ended: new Counter({
      ...{ name: 'hallway_deliveries_total', registers },
      labelNames: ['platform', 'kind', 'outcome'] as const,
      help: 'Deliveries that came to their end; an edit of an earlier message is one, too.',
    }),
    lateness: new Histogram({
      ...{ name: 'hallway_delivery_lateness_seconds', registers, buckets: LATENESS_SECONDS },
      labelNames: ['platform', 'kind'] as const,
      help: 'From when a delivery was due until it was sent.',
    }),
    retries: new Counter({
      ...{ name: 'hallway_message_retries_total', registers },
      labelNames: ['platform', 'reason'] as const,
      help: 'Messages to be tried again: surely not sent (retry), or perhaps (doubt).',
    }),
  };
}
