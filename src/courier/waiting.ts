import type { Clock, Instant } from '../clock.ts';
import type { Ready } from '../outbox/outbox.ts';
import { isWorthAWord, noted, type Span, type Wait } from '../outbox/wait.ts';
import type { Verdict } from './verdict.ts';

/**
 * Why what is claimed at `now` was not before, besides what is known of it already. `causes` are
 * what kept its lane or its target, the weightiest first; what none of them explains was slow.
 */
export function explained(ready: Ready, causes: readonly Wait[], now: Instant): readonly Wait[] {
  const { dueAt, abandoned, waits } = ready;
  const since = (known: readonly Wait[], from: Instant) => known.at(-1)?.until ?? from;
  const known =
    abandoned === undefined
      ? waits
      : noted(waits, [
          {
            kind: 'sender-died',
            from: Math.max(abandoned.from, since(waits, abandoned.from)),
            until: abandoned.until,
          },
        ]);
  return noted(known, divided({ from: since(known, dueAt), until: now }, causes));
}

/** The span among its causes, in the order of time; none has a part that is not worth a word. */
export function divided(span: Span, causes: readonly Wait[]): readonly Wait[] {
  let open: readonly Span[] = [span];
  const parts: Wait[] = [];
  for (const cause of [...causes, { kind: 'slow', ...span } as const]) {
    parts.push(...open.flatMap((gap) => within(cause, gap)));
    open = open.flatMap((gap) => without(gap, cause));
  }
  return parts.filter(isWorthAWord).toSorted((a, b) => a.from - b.from);
}

function within(cause: Wait, { from, until }: Span): readonly Wait[] {
  const part = {
    ...cause,
    from: Math.max(cause.from, from),
    until: Math.min(cause.until, until),
  };
  return part.from < part.until ? [part] : [];
}

function without({ from, until }: Span, cause: Span): readonly Span[] {
  return [
    { from, until: Math.min(until, cause.from) },
    { from: Math.max(from, cause.until), until },
  ].filter((rest) => rest.from < rest.until);
}

/** What one try waits for once it is begun: words, its turn, the platform's answer. */
export function stopwatchOf(clock: Clock, turn: () => Promise<void>) {
  const begunAt = clock.now();
  let askedAt: Instant | undefined;
  let leftAt: Instant | undefined;
  return {
    turn: async () => {
      askedAt ??= clock.now();
      await turn();
      leftAt ??= clock.now();
    },
    waits: (until: Instant): readonly Wait[] =>
      [
        { kind: 'slow', from: begunAt, until: askedAt ?? until } as const,
        { kind: 'queue', from: askedAt ?? until, until: leftAt ?? until } as const,
        { kind: 'slow-platform', from: leftAt ?? until, until } as const,
      ].filter(isWorthAWord),
  };
}

/** A try that did not end it. */
export function untilNextTry(
  { settlement, refusal, timedOut }: Verdict,
  at: Instant,
): readonly Wait[] {
  if (settlement.kind !== 'retry' && settlement.kind !== 'doubt') return [];
  const span = { from: at, until: settlement.at };
  if (settlement.kind === 'retry' && refusal?.scope === 'lane') {
    return [{ kind: 'lane-resting', ...span }];
  }
  const code = refusal?.code ?? (timedOut ? 'no-answer' : 'mistake');
  return [{ kind: settlement.kind, code, ...span }];
}
