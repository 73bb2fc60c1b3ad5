import { type Instant, isoOf } from '../clock.ts';
import { shortId, shortKey } from '../outbox/delivery.ts';
import { type DeliveryRecord, lateMs } from '../outbox/record.ts';
import type { Target } from '../platform/target.ts';

/** The life of a delivery, for programs: instants in ISO 8601, `null` for what did not happen (yet). */
export function traceJson(record: DeliveryRecord) {
  const { delivery, state, attempts, waits, messageId = null, reason = null } = record;
  const { key, target, conference, subject } = delivery;
  return {
    key: shortKey(key),
    kind: subject.kind,
    target: shortTarget(target),
    conference,
    state,
    due: iso(record.dueAt),
    planned: iso(delivery.plannedLate?.until ?? record.dueAt),
    claimed: iso(record.firstClaimedAt),
    ready: iso(record.readyAt),
    settled: iso(record.settledAt),
    sent: iso(record.sentAt),
    lateMs: lateMs(record) ?? null,
    attempts,
    waits: waits.map(({ from, until, ...why }) => ({ ...why, from: iso(from), until: iso(until) })),
    messageId,
    reason,
  };
}

function shortTarget(target: Target) {
  const { kind, platform } = target;
  return target.kind === 'channel'
    ? { kind, platform, community: target.community, channel: target.channel }
    : { kind, platform, member: shortId(target.member) };
}

function iso(at: Instant | undefined): string | null {
  return at === undefined ? null : isoOf(at);
}
