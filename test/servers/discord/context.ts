import type { DiscordOptions, RateLimits } from './description.ts';
import type { Failures } from './failures.ts';
import type { Gateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';
import type { Nonces } from './nonces.ts';
import type { Limiter } from './rate-limits.ts';
import type { Complaint } from './rules/complaint.ts';
import type { Method, Specification } from './specification.ts';
import type { StoredFile, World } from './world.ts';

/** A request as it came, and what it was answered with. */
export interface RecordedRequest {
  readonly method: string;
  /** Without `/api/v10`, with the query. */
  readonly path: string;
  /** The route as the specification spells it; absent when there is none. */
  readonly template?: string;
  readonly body: unknown;
  readonly files: readonly StoredFile[];
  readonly at: number;
  /** Absent while under way, and when the socket was dropped. */
  status?: number;
}

/** A request that Discord would have refused, or an answer of this server that Discord would not give. */
export interface Violation {
  readonly in: 'request' | 'answer' | 'route';
  readonly request: string;
  readonly complaints: readonly Complaint[];
  readonly body: unknown;
}

export interface Context {
  readonly world: World;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly limiter: Limiter;
  readonly failures: Failures;
  readonly nonces: Nonces;
  readonly specification: Specification | undefined;
  readonly requests: RecordedRequest[];
  readonly violations: Violation[];
  readonly token: string;
  readonly settings: Settings;
  /** `http://127.0.0.1:port`. */
  readonly origin: () => string;
}

export type Settings = Required<Omit<DiscordOptions, 'guilds' | 'memory' | 'specification'>> & {
  readonly rateLimits: RateLimits;
};

/** A request after its route was found. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly StoredFile[];
}

export interface Outcome {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: Method;
  /** As the specification spells it. */
  readonly template: string;
  /** Known by its token in the path, no Authorization header needed, outside the global rate limit. */
  readonly byPathToken?: boolean;
  readonly handle: (context: Context, call: Call) => Outcome;
}

export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no {${name}}.`);
  return value;
}
