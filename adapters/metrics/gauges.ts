import { Gauge, type Registry } from 'prom-client';
import type { Vitals } from '../../src/app/vitals.ts';

/** How Hallway is when it is asked. What is not known has no value; an instant is told and not its age, as Prometheus has it. */
export function createGauges(registry: Registry): (vitals: Vitals) => void {
  const lastTick = gauge(registry, 'hallway_last_tick_timestamp_seconds', {
    help: 'When the last tick came to its end, in seconds since 1970.',
  });
  const ready = gauge(registry, 'hallway_platform_ready', {
    labelNames: ['platform'],
    help: 'Whether people can be answered on the platform (1) or not (0), be it by the process that this one stands by for.',
  });
  const owner = gauge(registry, 'hallway_platform_owner', {
    labelNames: ['platform'],
    help: 'Whether it is this process that answers on the platform (1), or it stands by for another (0).',
  });
  const sources = sourceGauges(registry);
  const outbox = outboxGauges(registry);
  return (vitals) => {
    set(lastTick, vitals.lastTickAt);
    ready.reset();
    owner.reset();
    for (const [platform, readiness] of Object.entries(vitals.platforms)) {
      ready.set({ platform }, readiness === 'away' ? 0 : 1);
      owner.set({ platform }, readiness === 'standby' ? 0 : 1);
    }
    sources(vitals);
    outbox(vitals);
  };
}

function sourceGauges(registry: Registry): (vitals: Vitals) => void {
  const sources = gauge(registry, 'hallway_sources', {
    labelNames: ['state'],
    help: 'Sources in use, by whether what they show is used or why it is not.',
  });
  const oldest = gauge(registry, 'hallway_oldest_source_timestamp_seconds', {
    help: 'Of the source that was not read for the longest time, when it last was.',
  });
  return (vitals) => {
    for (const [state, count] of Object.entries(vitals.sources)) sources.set({ state }, count);
    set(oldest, vitals.oldestSourceAt);
  };
}

function outboxGauges(registry: Registry): (vitals: Vitals) => void {
  const isThere = gauge(registry, 'hallway_database_up', {
    help: 'Whether the database answers (1) or not (0).',
  });
  const waiting = gauge(registry, 'hallway_outbox_deliveries', {
    labelNames: ['platform', 'state'],
    help: 'Deliveries that have not come to their end, of all processes on the database.',
  });
  const oldest = gauge(registry, 'hallway_outbox_oldest_due_timestamp_seconds', {
    labelNames: ['platform'],
    help: 'Of the deliveries that wait, when the first fell due; none while nothing waits.',
  });
  return ({ backlog, platforms }) => {
    isThere.set(backlog === undefined ? 0 : 1);
    waiting.reset();
    oldest.reset();
    if (backlog === undefined) return;
    for (const platform of Object.keys(platforms)) {
      const own = backlog.filter((each) => each.platform === platform);
      for (const state of ['pending', 'sending'] as const) {
        const count = own.find((each) => each.state === state)?.count ?? 0;
        waiting.set({ platform, state }, count);
      }
      if (own.length === 0) continue;
      oldest.set({ platform }, Math.min(...own.map(({ oldestDueAt }) => oldestDueAt)) / 1_000);
    }
  };
}

function gauge(
  registry: Registry,
  name: string,
  { labelNames = [], help }: { readonly labelNames?: readonly string[]; readonly help: string },
) {
  return new Gauge({ name, help, labelNames, registers: [registry] });
}

function set(instant: Gauge, at: number | undefined): void {
  if (at === undefined) instant.remove();
  else instant.set(at / 1_000);
}
