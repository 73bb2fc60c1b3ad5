import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiError, errorBody, invalidForm } from './api-error.ts';
import type { Call, Context, Outcome, RecordedRequest, Route, Violation } from './context.ts';
import type { Failure } from './failures.ts';
import { type Incoming, readIncoming } from './incoming.ts';
import { tooMany } from './rate-limits.ts';
import { findRoute } from './router.ts';

interface Answer extends Outcome {
  readonly headers?: Readonly<Record<string, string>>;
}

const PREFIX = '/api/v10';

/** One HTTP exchange: record, authorise, fail as planned, limit, check, handle, check again, answer. */
export async function exchange(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', context.origin());
  if (url.pathname.startsWith('/attachments/')) return download(context, url.pathname, response);
  const path = url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : url.pathname;
  const found = findRoute(request.method ?? 'GET', path);
  const incoming = await readIncoming(request).catch((error: unknown) => error);
  const recorded: RecordedRequest = {
    method: request.method ?? 'GET',
    path: path + url.search,
    ...(found === undefined ? {} : { template: found.route.template }),
    ...(isIncoming(incoming) ? incoming : { body: undefined, files: [] }),
    at: Date.now(),
  };
  context.requests.push(recorded);

  const answer = !isIncoming(incoming)
    ? refusal(incoming)
    : found === undefined
      ? unknownRoute(context, recorded)
      : await settle(
          context,
          found.route,
          { ...found, query: url.searchParams, ...incoming },
          {
            recorded,
            authorization: request.headers.authorization,
          },
        );
  if (answer === 'drop') {
    request.socket.destroy();
    return;
  }
  recorded.status = answer.status;
  send(response, answer);
}

function isIncoming(value: unknown): value is Incoming {
  return typeof value === 'object' && value !== null && 'files' in value;
}

interface Circumstances {
  readonly recorded: RecordedRequest;
  readonly authorization: string | undefined;
}

async function settle(
  context: Context,
  route: Route,
  call: Call,
  { recorded, authorization }: Circumstances,
): Promise<Answer | 'drop'> {
  if (!route.byPathToken && authorization !== `Bot ${context.token}`) {
    return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
  }
  const failure = context.failures.next(route.method, route.template, recorded.path);
  if (failure?.kind === 'rate-limit') {
    return { status: 429, ...tooMany(failure.retryAfterMs, failure.scope) };
  }
  if (failure?.kind === 'refusal') {
    const { status, code, message } = failure;
    return { status, body: { code, message } };
  }
  const ticket = context.limiter.take(
    `${route.method} ${route.template}`,
    majorOf(call),
    !route.byPathToken,
  );
  if (ticket.refused) {
    const { retryAfterMs, global } = ticket.refused;
    const { headers, body } = tooMany(retryAfterMs, global ? 'global' : 'user');
    return { status: 429, headers: { ...ticket.headers, ...headers }, body };
  }
  const work = () => ({ headers: ticket.headers, ...perform(context, route, call, recorded) });
  return failure === undefined ? work() : fail(failure, work);
}

type Mishap = Exclude<Failure, { readonly kind: 'rate-limit' | 'refusal' }>;

/** A failure before or after the request took effect. */
async function fail(failure: Mishap, work: () => Answer): Promise<Answer | 'drop'> {
  if (failure.kind === 'hang') {
    const early = failure.stored ? work() : undefined;
    await delay(failure.ms, undefined, { ref: false });
    return early ?? work();
  }
  if (failure.stored) work();
  if (failure.kind === 'drop') return 'drop';
  return { status: failure.status, body: { message: `${failure.status}: of a test`, code: 0 } };
}

function perform(context: Context, route: Route, call: Call, recorded: RecordedRequest): Answer {
  const { method, template } = route;
  try {
    const complaints = context.specification?.request(method, template, call.body) ?? [];
    if (complaints.length > 0) throw invalidForm(complaints);
    const outcome = route.handle(context, call);
    return checkAnswer(context, route, recorded, outcome);
  } catch (error) {
    if (error instanceof ApiError && error.complaints.length > 0) {
      note(context, 'request', recorded, error.complaints, recorded.body);
    }
    return checkAnswer(context, route, recorded, refusal(error));
  }
}

function checkAnswer(
  context: Context,
  { method, template }: Route,
  recorded: RecordedRequest,
  answer: Answer,
): Answer {
  // Over the wire a field that is undefined does not exist.
  const body: unknown =
    answer.body === undefined ? undefined : JSON.parse(JSON.stringify(answer.body));
  const complaints =
    body === undefined
      ? []
      : (context.specification?.answer(method, template, answer.status, body) ?? []);
  if (complaints.length > 0) note(context, 'answer', recorded, complaints, body);
  return answer;
}

function unknownRoute(context: Context, recorded: RecordedRequest): Answer {
  note(context, 'route', recorded, [], recorded.body);
  return { status: 404, body: { message: '404: Not Found', code: 0 } };
}

function note(
  context: Context,
  where: Violation['in'],
  recorded: RecordedRequest,
  complaints: Violation['complaints'],
  body: unknown,
): void {
  const request = `${recorded.method} ${recorded.path}`;
  context.violations.push({ in: where, request, complaints, body });
}

function refusal(error: unknown): Answer {
  if (error instanceof ApiError) return { status: error.status, body: errorBody(error) };
  // A mistake of this server's own must not look like one of Discord's moods.
  console.error(error);
  return { status: 500, body: { message: String(error), code: 0 } };
}

function majorOf(call: Call): string {
  const { channel_id, guild_id, webhook_token, interaction_token } = call.params;
  return channel_id ?? guild_id ?? webhook_token ?? interaction_token ?? '';
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const json = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...headers,
    ...(json === '' ? {} : { 'content-type': 'application/json' }),
  });
  response.end(json);
}

function download(context: Context, path: string, response: ServerResponse): void {
  const file = context.world.files.get(path.split('/')[3] ?? '');
  response.writeHead(file === undefined ? 404 : 200, {
    'content-type': file?.type ?? 'text/plain',
  });
  response.end(file?.content);
}
