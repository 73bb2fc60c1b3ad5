import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { requireScope } from './access.ts';
import { ApiError } from './api-error.ts';
import { readArguments, readBody } from './arguments.ts';
import type { ApiCall, Context, Methods, RecordedCall } from './context.ts';
import type { Failure } from './failures.ts';
import { type Json, textOf } from './json.ts';
import { appMethods } from './methods/apps.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods } from './methods/files.ts';
import { peopleMethods } from './methods/people.ts';
import { viewMethods } from './methods/views.ts';

const METHODS: Methods = {
  ...appMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...peopleMethods,
  ...viewMethods,
};

interface Answer {
  readonly status: number;
  readonly body: Json | string;
  readonly retryAfterS?: number;
}

/** Answers one HTTP request, and records it. */
export async function exchange(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname.startsWith('/upload/')) return upload(context, url, request, response);
  const method = url.pathname.startsWith('/response/')
    ? 'response_url'
    : url.pathname.replace(/^\/api\//, '');
  const { token: given, ...args } = await readArguments(request, url.searchParams);
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? textOf(given);
  const record: RecordedCall = { method, args, token: token || undefined, at: Date.now() };
  context.calls.push(record);
  const perform = () =>
    method === 'response_url'
      ? respond(context, url.pathname, args)
      : answer(context, method, withClient(request, args), record.token);
  const failure = context.failures.next(method, args);
  const result = failure === undefined ? perform() : await fail(failure, perform);
  if (result === undefined) return void response.destroy();
  record.status = result.status;
  if (typeof result.body !== 'string' && result.body['ok'] === false) {
    record.error = textOf(result.body['error']);
  }
  const scopes = context.tokens.find(token ?? '')?.scopes;
  if (scopes !== undefined) response.setHeader('X-OAuth-Scopes', scopes.join(','));
  send(response, result);
}

function send(response: ServerResponse, { status, body, retryAfterS }: Answer): void {
  response.statusCode = status;
  if (retryAfterS !== undefined) response.setHeader('Retry-After', retryAfterS);
  const isText = typeof body === 'string';
  response.setHeader('Content-Type', isText ? 'text/plain' : 'application/json; charset=utf-8');
  response.end(isText ? body : JSON.stringify(body));
}

/** What a planned failure makes of a call; nothing when the socket is dropped. */
async function fail(failure: Failure, perform: () => Answer): Promise<Answer | undefined> {
  switch (failure.kind) {
    case 'rate-limit':
      return limited(failure.retryAfterS);
    case 'error':
      return { status: 200, body: { ok: false, error: failure.error, ...failure.details } };
    case 'status':
      if (failure.stored) perform();
      return { status: failure.status, body: 'upstream error' };
    case 'hang':
      if (failure.stored) perform();
      await wait(failure.ms, undefined, { ref: false });
      return undefined;
    case 'drop':
      if (failure.stored) perform();
      return undefined;
  }
}

function limited(retryAfterS: number): Answer {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, retryAfterS };
}

/** OAuth's client may be named by HTTP's basic authentication. */
function withClient(request: IncomingMessage, args: Json): Json {
  const basic = request.headers.authorization?.match(/^Basic (.+)$/)?.[1];
  if (basic === undefined) return args;
  const [client_id, client_secret] = Buffer.from(basic, 'base64').toString().split(':');
  return { ...args, client_id, client_secret };
}

function answer(context: Context, method: string, args: Json, token: string | undefined): Answer {
  const workspace = context.tokens.find(token ?? '')?.workspace ?? '';
  const retryAfterS = context.limiter.take(method, workspace, textOf(args['channel']));
  if (retryAfterS !== undefined) return limited(retryAfterS);
  const body = attempt(() => perform(context, method, args, token));
  const sample = body['ok'] === true ? method : '';
  const complaints = context.specification?.compare('api-samples', sample, body, false) ?? [];
  if (complaints.length > 0) {
    context.violations.push({ in: 'answer', what: method, complaints, body });
  }
  return { status: 200, body };
}

function attempt(perform: () => Json): Json {
  try {
    return { ok: true, ...perform() };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { ok: false, error: error.code, ...error.details };
  }
}

function perform(context: Context, name: string, args: Json, given: string | undefined): Json {
  const method = METHODS[name];
  if (method === undefined) throw new ApiError('unknown_method', { req_method: name });
  if (method.kind === 'client') return method.handle(context, args);
  const token = context.tokens.verify(given);
  if (token.kind !== method.kind) throw new ApiError('not_allowed_token_type');
  if (method.kind === 'app') return method.handle(context);
  const workspace = context.world.workspaces.get(token.workspace ?? '');
  if (workspace === undefined) throw new ApiError('invalid_auth');
  const call: ApiCall = { method: name, args, token, workspace };
  if (method.scopes !== undefined) requireScope(call, method.scopes);
  return method.handle(context, call);
}

function respond(context: Context, path: string, body: Json): Answer {
  const gone = ['expired_url', 'used_url', 'invalid_url'];
  const result = attempt(() => {
    context.responseUrls.use(context, path, body);
    return {};
  });
  if (result['ok'] === true) return { status: 200, body: 'ok' };
  return { status: gone.includes(textOf(result['error'])) ? 404 : 400, body: result };
}

async function upload(
  { world }: Context,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = world.files.get(url.pathname.slice('/upload/'.length));
  const content = await readContent(request);
  file?.chunks.push(content);
  const body = file === undefined ? 'No such upload' : `OK - ${content.length}`;
  send(response, { status: file === undefined ? 404 : 200, body });
}

/** The bytes of an upload, sent bare or as the only file of a form. */
async function readContent(request: IncomingMessage): Promise<Buffer> {
  const raw = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return raw;
  const form = await new Response(new Uint8Array(raw), {
    headers: { 'content-type': type },
  }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
}
