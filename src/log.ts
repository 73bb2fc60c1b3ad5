import { type DestinationStream, pino, stdSerializers } from 'pino';

/** Structured log lines. Never pass tokens, installation secrets or whole requests. */
export interface Log {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };

/** JSON lines on standard error, unless told otherwise, so that standard output stays the console platform's. */
export function createLog(level: string, to: DestinationStream = pino.destination(2)): Log {
  return pino(
    {
      level,
      redact: { paths: ['*.token', '*.secret'], remove: true },
      // What is thrown has no JSON of its own: without these, neither its message nor its stack is told.
      serializers: { err: stdSerializers.err, error: stdSerializers.err },
    },
    to,
  );
}
