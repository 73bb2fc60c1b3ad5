import { decodeAction } from '../cards/actions/action.ts';
import { stopwatch } from '../clock.ts';
import type { Meter, RequestOutcome } from '../log/meter.ts';
import type {
  CommandRequest,
  PressRequest,
  QuestionRequest,
  RemindRequest,
  Reply,
  SuggestRequest,
} from '../platform/requests.ts';
import type { Repertoire } from './repertoire.ts';

export type Request =
  | CommandRequest
  | QuestionRequest
  | PressRequest
  | RemindRequest
  | SuggestRequest;

/** A request is under way from now until the returned is told what came of it. */
export function measureRequest(
  { meter, repertoire }: { readonly meter: Meter; readonly repertoire: Repertoire },
  request: Request,
): (outcome: RequestOutcome) => void {
  const begun = stopwatch();
  return (outcome) =>
    meter.note({
      kind: 'request',
      request: request.kind,
      platform: request.caller.platform,
      name: nameOf(request, repertoire) ?? 'unknown',
      outcome,
      tookMs: stopwatch() - begun,
    });
}

/** Who is not answered was refused. */
export function outcomeOf(reply: Reply | undefined): RequestOutcome {
  if (reply === undefined) return 'refused';
  return reply.kind === 'card' && reply.card.kind === 'problem' ? 'refused' : 'answered';
}

/** What people type is no name: each would become a series of its own. */
function nameOf(request: Request, { commands }: Repertoire): string | undefined {
  if (request.kind === 'remind' || request.kind === 'question') return request.kind;
  if (request.kind === 'press') return decodeAction(request.id)?.deed.kind;
  return commands.find(({ spec }) => spec.name === request.command)?.spec.name;
}
