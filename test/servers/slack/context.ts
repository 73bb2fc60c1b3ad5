import type { Delivery } from './delivery.ts';
import type { SlackOptions } from './description.ts';
import type { Failures } from './failures.ts';
import type { Interactions } from './interactions.ts';
import type { Json } from './json.ts';
import type { Limiter } from './rate-limits.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Specification } from './rules/specification.ts';
import type { SocketMode } from './socket-mode.ts';
import type { Token, Tokens } from './tokens.ts';
import type { Workspace, World } from './world.ts';

/** A call as it came, and what it was answered with. */
export interface RecordedCall {
  /** A Web API method, or `response_url`. */
  readonly method: string;
  readonly args: Json;
  readonly token: string | undefined;
  readonly at: number;
  /** Absent while under way, and when the socket was dropped. */
  status?: number;
  /** The `error` of an `ok: false`. */
  error?: string;
}

/** What real Slack would have refused, or what this server sent and Slack would not. */
export interface Violation {
  readonly in: 'call' | 'acknowledgement' | 'answer' | 'payload';
  /** The method, or the kind of the payload. */
  readonly what: string;
  readonly complaints: readonly string[];
  readonly body: unknown;
}

/** A delivery the app did not acknowledge in time, or refused. */
export interface Unacknowledged {
  readonly what: string;
  readonly reason: string;
  readonly at: number;
}

export interface Settings extends Omit<Required<SlackOptions>, 'rotation' | 'memory' | 'secret'> {
  readonly rotation: SlackOptions['rotation'];
}

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  /** The deprecated verification token that payloads still carry. */
  readonly verificationToken: string;
}

/** What an OAuth code stands for until it is exchanged. */
export interface Grant {
  readonly workspace: Workspace;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | undefined;
  /** For all workspaces of the organisation. */
  readonly isForAll?: boolean;
  used: boolean;
}

export interface Context {
  readonly world: World;
  readonly settings: Settings;
  readonly credentials: Credentials;
  readonly tokens: Tokens;
  readonly grants: Map<string, Grant>;
  readonly failures: Failures;
  readonly limiter: Limiter;
  readonly interactions: Interactions;
  readonly responseUrls: ResponseUrls;
  readonly socketMode: SocketMode;
  readonly delivery: Delivery;
  readonly specification: Specification | undefined;
  readonly calls: RecordedCall[];
  readonly violations: Violation[];
  readonly unacknowledged: Unacknowledged[];
  /** `http://127.0.0.1:port`. */
  readonly origin: () => string;
}

/** A call whose token was checked. */
export interface ApiCall {
  readonly method: string;
  readonly args: Json;
  readonly token: Token;
  readonly workspace: Workspace;
}

/** A method called with a bot token. */
export interface BotMethod {
  readonly kind: 'bot';
  /** Any one of these will do; absent: none is needed. */
  readonly scopes?: readonly string[];
  readonly handle: (context: Context, call: ApiCall) => Json;
}

/** A method called with the app-level token. */
export interface AppMethod {
  readonly kind: 'app';
  readonly handle: (context: Context) => Json;
}

/** A method that needs no token, only the client's secret. */
export interface ClientMethod {
  readonly kind: 'client';
  readonly handle: (context: Context, args: Json) => Json;
}

export type Methods = Readonly<Record<string, BotMethod | AppMethod | ClientMethod>>;
