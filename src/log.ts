import { pino } from 'pino';

/** Structured log lines. Never pass tokens, installation secrets or whole requests. */
export interface Log {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };

/** JSON lines on standard error, so that standard output stays the console platform's. */
export function createLog(level: string): Log {
  return pino(
    { level, redact: { paths: ['*.token', '*.secret'], remove: true } },
    pino.destination(2),
  );
}
