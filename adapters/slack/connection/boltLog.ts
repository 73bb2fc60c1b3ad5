import { type Logger, LogLevel } from '@slack/bolt';
import { MINUTE_MS, systemClock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import { createRecently } from './recently.ts';

/** Bolt's warnings and errors in our log; what it says beneath may hold whole payloads and stays unsaid. */
export function boltLog(log: Log): Logger {
  const recently = createRecently(systemClock, REPEATED);
  const tell = (say: (facts: Facts) => void, parts: readonly unknown[]) => {
    const facts = factsOf(parts);
    if (recently.isFirst(String(facts.said ?? facts.err))) say(facts);
  };
  return {
    debug() {},
    info() {},
    warn: (...parts: readonly unknown[]) =>
      tell((facts) => log.warn(facts, 'Slack’s SDK warns'), parts),
    error: (...parts: readonly unknown[]) =>
      tell((facts) => log.error(facts, 'Slack’s SDK failed'), parts),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

type Facts = { readonly said?: string; readonly err?: Error };

/** As long as Slack cannot be reached, the same is said once a minute. */
const REPEATED = { spanMs: MINUTE_MS, most: 100 };

function factsOf(parts: readonly unknown[]): Facts {
  const err = parts.find((part) => part instanceof Error);
  const said = parts.filter((part) => typeof part === 'string').join(' ');
  return { ...(said === '' ? {} : { said }), ...(err === undefined ? {} : { err }) };
}
