import { Agent, type Dispatcher, request } from 'undici';
import { z } from 'zod';
import { PlatformError } from '../../../src/platform/refusal.ts';

/** One request of Matrix's client-server API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below `/_matrix`, each part by itself: they may hold any character. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Becomes JSON; bytes go as they are, under `type`. */
  readonly body?: unknown;
  readonly type?: string;
  /** How long the answer may take. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Goes by the clock, and is looked at where the request is written; see `Messenger.send`. */
  readonly isOurs?: (() => boolean) | undefined;
  /** Other servers have a say in it, which may be gone for good: how often it is tried at most when they fail. */
  readonly triesOfOthers?: number;
}

/** What a homeserver says when it does not do what it was asked (Matrix, client-server API v1.9, "Standard error response"). */
export class MatrixError extends Error {
  readonly status: number;
  /** Such as `M_FORBIDDEN`; `M_UNKNOWN` where the answer was none of Matrix's. */
  readonly errcode: string;
  readonly retryAfterMs: number | undefined;
  /** The homeserver itself said it, and not a proxy before one that is away. */
  readonly isOfMatrix: boolean;
  /** The session may be taken up again with the same device. */
  readonly isSoftLogout: boolean;

  constructor(status: number, said: z.infer<typeof refusal>, retryAfterMs: number | undefined) {
    const { errcode = 'M_UNKNOWN' } = said;
    super(`The homeserver answered ${status} ${errcode}: ${said.error}`);
    this.name = 'MatrixError';
    this.status = status;
    this.errcode = errcode;
    this.isOfMatrix = said.errcode !== undefined;
    this.retryAfterMs = retryAfterMs;
    this.isSoftLogout = said.soft_logout;
  }
}

const refusal = z.object({
  errcode: z.string().optional().catch(undefined),
  error: z.string().catch(''),
  retry_after_ms: z.number().optional().catch(undefined),
  soft_logout: z.boolean().catch(false),
});

export interface MatrixHttp {
  /** The answer's JSON. Throws `MatrixError`; anything else thrown means that no answer came. */
  call(call: Call): Promise<unknown>;
  /** When what is under way has ended. */
  close(): Promise<void>;
  /** Whatever is under way fails. */
  destroy(): void;
}

const TIMEOUT_MS = 30_000;

export interface HttpOptions {
  /** Such as `https://matrix.example.org`. */
  readonly homeserver: string;
  /** Asked for each request: a session that was taken up again has another one. */
  readonly token: () => string | undefined;
}

/** Plain HTTP to one homeserver. */
export function createMatrixHttp({ homeserver, token }: HttpOptions): MatrixHttp {
  // One request at a time on each connection: where that one begins, it is written.
  const agent = new Agent({ allowH2: false });
  const destroyed = new AbortController();
  return {
    call: async (call) => {
      const { signal, isOurs } = call;
      const deadline = AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS);
      const ends = [deadline, destroyed.signal, ...(signal === undefined ? [] : [signal])];
      const errand = { isOurs, wasHeldBack: false };
      try {
        const response = await request(addressOf(homeserver, call), {
          method: call.method,
          headers: headersOf(call, token()),
          body: bodyOf(call),
          signal: AbortSignal.any(ends),
          dispatcher: isOurs === undefined ? agent : agent.compose(lookingBefore(errand)),
        });
        return await answerIn(response);
      } catch (cause) {
        if (!errand.wasHeldBack) throw cause;
        const words = 'The lease ended before it was sent';
        throw new PlatformError('unavailable', 'retry', words, { cause });
      }
    },
    close: () => agent.close(),
    destroy: () => destroyed.abort(),
  };
}

function addressOf(homeserver: string, { path, query = {} }: Call): URL {
  const url = new URL(`_matrix/${path.map(encodeURIComponent).join('/')}`, `${homeserver}/`);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

function headersOf({ body, type }: Call, token: string | undefined) {
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }),
  };
}

function bodyOf({ body, type }: Call): string | Uint8Array | null {
  if (body === undefined) return null;
  return type !== undefined && body instanceof Uint8Array ? body : JSON.stringify(body);
}

async function answerIn({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<unknown> {
  const text = await body.text();
  const answer = parsed(text);
  if (statusCode >= 200 && statusCode < 300) return answer;
  const said = refusal.parse(typeof answer === 'object' && answer !== null ? answer : {});
  throw new MatrixError(statusCode, said, said.retry_after_ms ?? headerMs(headers['retry-after']));
}

/** What a proxy in between says is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds; the form with a date is not used by homeservers. */
function headerMs(value: string | readonly string[] | undefined): number | undefined {
  const seconds = Number(value);
  return value === undefined || Number.isNaN(seconds) ? undefined : seconds * 1_000;
}

interface Errand {
  readonly isOurs: (() => boolean) | undefined;
  wasHeldBack: boolean;
}

function lookingBefore(errand: Errand): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    const looking: Dispatcher.DispatchHandler = Object.create(handler);
    looking.onRequestStart = function (controller, context) {
      if (errand.isOurs?.() === false) {
        errand.wasHeldBack = true;
        throw new Error('Held back');
      }
      handler.onRequestStart?.call(this, controller, context);
    };
    return dispatch(options, looking);
  };
}
