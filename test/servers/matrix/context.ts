import type { MatrixOptions } from './description.ts';
import type { Failures } from './failures.ts';
import type { Json } from './json.ts';
import type { Reader } from './present.ts';
import type { Limiter } from './rate-limits.ts';
import type { Specification } from './rules/specification.ts';
import type { Sessions } from './sessions.ts';
import type { SyncSettings } from './sync.ts';
import type { World } from './world.ts';

/** A call as it came, and what it was answered with. */
export interface RecordedCall {
  /** Such as `send`, `sync`, `messages`. */
  readonly endpoint: string;
  /** Of its path: `roomId`, `eventType`, `txnId` … */
  readonly parts: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly token: string | undefined;
  readonly at: number;
  /** Absent while under way, and when the connection was dropped. */
  status?: number;
  errcode?: string;
}

/** What does not keep to Matrix's specification: what was asked, or what this server answered. */
export interface Violation {
  readonly in: 'request' | 'answer';
  readonly endpoint: string;
  readonly complaints: readonly string[];
  readonly body: unknown;
}

export interface Context {
  readonly world: World;
  readonly settings: SyncSettings & Pick<MatrixOptions, 'specification'>;
  readonly sessions: Sessions;
  readonly limiter: Limiter;
  readonly failures: Failures;
  readonly specification: Specification | undefined;
  readonly calls: RecordedCall[];
  readonly violations: Violation[];
}

/** A call as an endpoint is handed it. */
export interface Call {
  readonly parts: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly bytes: Buffer;
  readonly type: string;
  /** Aborts when the caller is gone. */
  readonly signal: AbortSignal;
}

export interface Endpoint {
  /** What tests and failures call it by. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below `/_matrix`, as the specification spells it. */
  readonly path: string;
  /** A call without a token is answered too. */
  readonly isOpen?: true;
  readonly handle: (context: Context, call: Call, by: Reader) => Json | Promise<Json>;
}
