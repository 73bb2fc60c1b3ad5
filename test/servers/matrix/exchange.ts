import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from './api-error.ts';
import type { Call, Context, Endpoint, RecordedCall } from './context.ts';
import { ACCOUNT_DATA } from './endpoints/accountData.ts';
import { EVENTS } from './endpoints/events.ts';
import { ROOMS } from './endpoints/rooms.ts';
import { SESSIONS } from './endpoints/sessions.ts';
import type { Failure } from './failures.ts';
import { type Json, objectOf, textOf } from './json.ts';
import { tooMany } from './rate-limits.ts';

const ENDPOINTS = [...SESSIONS, ...ACCOUNT_DATA, ...ROOMS, ...EVENTS].map((endpoint) => ({
  endpoint,
  steps: endpoint.path.split('/'),
}));

interface Answer {
  readonly status: number;
  readonly body: Json | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One HTTP request, from the socket to the answer or to nothing. */
export async function exchange(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const bytes = await readAll(request);
  const found = findEndpoint(request.method ?? '', url.pathname);
  if (found === undefined) return unknown(context, request.method ?? '', url, response);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const type = request.headers['content-type'] ?? '';
  const call: Call = {
    parts: found.parts,
    query: Object.fromEntries(url.searchParams),
    body: objectOf(parsed(bytes)),
    bytes,
    type,
    signal: gone.signal,
  };
  const token = request.headers.authorization?.match(/^Bearer (.+)$/)?.[1];
  const recorded = record(context, found.endpoint, call, token);
  const failure = context.failures.next(found.endpoint.name, call.parts);
  const answer = await withFailure(failure, () => perform(context, found.endpoint, call, token));
  if (answer === undefined) return void response.destroy();
  recorded.status = answer.status;
  recorded.errcode = textOf(objectOf(answer.body)['errcode']);
  check(context, found.endpoint, call, answer);
  send(response, answer);
}

function record(
  { calls }: Context,
  { name, path }: Endpoint,
  { parts, query, body }: Call,
  token: string | undefined,
): RecordedCall {
  const isUpload = path.startsWith('media/');
  const at = performance.now();
  const recorded = { endpoint: name, parts, query, body: isUpload ? undefined : body, token, at };
  calls.push(recorded);
  return recorded;
}

/** `undefined`: no answer at all. */
async function withFailure(
  failure: Failure | undefined,
  perform: () => Promise<Answer>,
): Promise<Answer | undefined> {
  switch (failure?.kind) {
    case undefined:
      return perform();
    case 'rate-limit': {
      const { body, status } = tooMany(failure.retryAfterMs);
      const headers = { 'retry-after': String(Math.ceil(failure.retryAfterMs / 1_000)) };
      const { retry_after_ms: _, ...bare } = body;
      return failure.inHeader === true ? { status, body: bare, headers } : { status, body };
    }
    case 'error': {
      const { status, errcode, more } = failure;
      return { status, body: new ApiError(status, errcode, 'As the test has it', more).body };
    }
    case 'status':
      if (failure.stored) await perform();
      return { status: failure.status, body: '<html>Bad gateway</html>' };
    case 'hang':
      if (failure.stored) await perform();
      await wait(failure.ms, undefined, { ref: false });
      return undefined;
    case 'drop':
      if (failure.stored) await perform();
      return undefined;
  }
}

async function perform(
  context: Context,
  endpoint: Endpoint,
  call: Call,
  token: string | undefined,
): Promise<Answer> {
  try {
    const nobody = { user: '', device: '' };
    const by = endpoint.isOpen === true ? nobody : context.sessions.verify(token);
    return { status: 200, body: await endpoint.handle(context, call, by) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, body: error.body };
  }
}

function check(
  context: Context,
  { name, method, path }: Endpoint,
  call: Call,
  answer: Answer,
): void {
  const { specification, violations } = context;
  if (specification === undefined || typeof answer.body === 'string') return;
  const operation = { method, path };
  const isJson = method !== 'GET' && call.type.startsWith('application/json');
  const asked = isJson ? specification.request(operation, call) : [];
  // What it refuses may be anything; what it takes has to be what Matrix knows.
  if (asked.length > 0 && answer.status < 400) {
    violations.push({ in: 'request', endpoint: name, complaints: asked, body: call.body });
  }
  const complaints = specification.answer(operation, answer.status, answer.body);
  if (complaints.length > 0) {
    violations.push({ in: 'answer', endpoint: name, complaints, body: answer.body });
  }
}

function unknown(context: Context, method: string, url: URL, response: ServerResponse): void {
  const what = `${method} ${url.pathname}`;
  const complaints = [`${what} is no endpoint of this server`];
  context.violations.push({ in: 'request', endpoint: what, complaints, body: undefined });
  const { status, body } = new ApiError(404, 'M_UNRECOGNIZED', 'Unrecognized request');
  send(response, { status, body });
}

/** Ids hold characters that are escaped in a path; a state's key may be empty, its slash left out. */
function findEndpoint(method: string, pathname: string) {
  const given = pathname.replace(/^\/_matrix\//, '').split('/');
  for (const { endpoint, steps } of ENDPOINTS) {
    if (endpoint.method !== method) continue;
    const isShort = steps.at(-1) === '{stateKey}' && given.length === steps.length - 1;
    if (given.length !== steps.length && !isShort) continue;
    const parts: Record<string, string> = {};
    const fits = steps.every((step, at) => {
      const value = given[at] ?? '';
      const name = /^\{(.+)\}$/.exec(step)?.[1];
      if (name === undefined) return step === value;
      parts[name] = decodeURIComponent(value);
      return true;
    });
    if (fits) return { endpoint, parts };
  }
  return undefined;
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (response.destroyed) return;
  const isText = typeof body === 'string';
  const type = isText ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
