import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../../src/log.ts';

/** Bolt's warnings and errors in our log; what it says beneath may hold whole payloads and stays unsaid. */
export function boltLog(log: Log): Logger {
  return {
    debug() {},
    info() {},
    warn: (...parts: readonly unknown[]) => log.warn(factsOf(parts), 'Slack’s SDK warns'),
    error: (...parts: readonly unknown[]) => log.error(factsOf(parts), 'Slack’s SDK failed'),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

function factsOf(parts: readonly unknown[]): Readonly<Record<string, unknown>> {
  const err = parts.find((part) => part instanceof Error);
  const said = parts.filter((part) => typeof part === 'string').join(' ');
  return { ...(said === '' ? {} : { said }), ...(err === undefined ? {} : { err }) };
}
