import { type DestinationStream, pino } from 'pino';
import { redaction, type Secret } from './log/secret.ts';

/** What was thrown goes by `err`, where its stack and causes are told; not by `error`. */
export type LogFacts = Readonly<Record<string, unknown>> & { readonly error?: never };

/** Structured log lines. Never pass tokens, installation secrets or whole requests. */
export interface Log {
  info(facts: LogFacts, message: string): void;
  warn(facts: LogFacts, message: string): void;
  error(facts: LogFacts, message: string): void;
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };

/**
 * JSON lines on standard error, unless told otherwise, so that standard output stays the console
 * platform's. No line tells one of the secrets, in whatever message or address it hides.
 */
export function createLog(
  level: string,
  secrets: readonly Secret[],
  to: DestinationStream = pino.destination(2),
): Log {
  return pino(
    {
      level,
      redact: { paths: ['*.token', '*.secret'], remove: true },
      hooks: { streamWrite: redaction(secrets.map((each) => each.reveal())) },
      serializers: { err: (thrown) => told(thrown) },
    },
    to,
  );
}

/** More causes than any error has that does not cause itself. */
const MOST_CAUSES = 8;

/**
 * What is thrown has no JSON of its own, and the errors of SDKs carry whole requests: addresses
 * with tokens, headers, private messages. Nothing is told but what is named here.
 */
function told(thrown: unknown, causes = MOST_CAUSES): unknown {
  if (!(thrown instanceof Error)) return String(thrown);
  const { message, stack, cause } = thrown;
  return {
    type: thrown.constructor.name,
    message,
    stack,
    code: 'code' in thrown ? plain(thrown.code) : undefined,
    status: 'status' in thrown ? plain(thrown.status) : undefined,
    cause: cause === undefined || causes === 0 ? undefined : told(cause, causes - 1),
  };
}

function plain(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
