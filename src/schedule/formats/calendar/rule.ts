import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { parseWrittenTime, type WrittenTime } from '../../assembling/times.ts';
import { readValue } from './icalValues.ts';

type Wall = Temporal.PlainDateTime;

/** A rule of recurrence (RFC 5545, 3.3.10) on an event's own clock, which is none of the rule's business. */
export interface Rule {
  /** The first is a date of its own, also where the rule would not have it, and is counted (3.8.5.3). */
  readonly count: number | undefined;
  /** Compared by whoever knows the clock: occurrences go on beyond it. */
  readonly until: WrittenTime | undefined;
  /** `FREQ=DAILY` and its like, as RFC 5545 writes them. */
  readonly text: string;
  /** From the first in order, as long as `takes` says so. Throws where the rule is impossible. */
  walk(takes: (wall: Wall, index: number) => boolean): void;
  /** At or after `from` and before `to`, in order. Throws where the rule is impossible. */
  between(from: Wall, to: Wall): readonly Wall[];
}

/** So many are looked at before a rule counts as one that never comes. */
const BOUNDS = { maxIterations: 10_000, maxCandidateEvaluations: 100_000 };

/** The rule of an event or a zone that first comes at `first`; `undefined` when none can be read. */
export function ruleOf(component: ICAL.Component, first: Wall): Rule | undefined {
  const value = readValue(component, 'rrule');
  if (!(value instanceof ICAL.Recur)) return undefined;
  const until = parseWrittenTime(value.until?.toString());
  const text = value.toString().replace(/;?\bUNTIL=[^;]*/i, '');
  const rule = new RRuleTemporal({
    ...{ rruleString: text, dtstart: asUtc(first), includeDtstart: true, cache: false },
    ...BOUNDS,
  });
  return {
    ...{ count: value.count ?? undefined, until, text },
    walk: (takes) => {
      rule.all((date, index) => takes(date.toPlainDateTime(), index));
    },
    between: (from, to) =>
      rule
        .between(asUtc(from), asUtc(to), true)
        .map((date) => date.toPlainDateTime())
        .filter((wall) => Temporal.PlainDateTime.compare(wall, to) < 0),
  };
}

/** The clock without summer time on which a rule is run. */
function asUtc(wall: Wall): Temporal.ZonedDateTime {
  return wall.toZonedDateTime('UTC');
}
