import type { Messages } from '../../messages/messages.ts';
import { answered, privately } from '../../platform/replies.ts';
import type { CardReply, QuestionRequest } from '../../platform/requests.ts';
import { communityOf } from '../../platform/target.ts';
import { answersIn } from '../../programme/answerPlaces.ts';
import type { Communities } from '../../programme/communities.ts';
import { visible } from '../../schedule/naming/slug.ts';
import { type Context, type ContextPorts, contextOf, forEveryone } from '../context.ts';
import type { Repertoire } from '../repertoire.ts';
import type { QuestionPace } from './questionPace.ts';

export interface QuestionPorts extends ContextPorts {
  readonly repertoire: Pick<Repertoire, 'answer'>;
  readonly communities: Pick<Communities, 'answerPlaces'>;
  readonly pace: QuestionPace;
}

/**
 * Answers what somebody said in words of their own, as a card for everyone where others read along.
 * `undefined` where organisers want no answers, and for more than anybody asks in a minute.
 */
export async function answerQuestion(
  ports: QuestionPorts,
  request: QuestionRequest,
  messages: Messages,
): Promise<CardReply | undefined> {
  const { caller, isPublic } = request;
  if (isPublic && !(await isAnswered(ports, request))) return undefined;
  if (!ports.pace.take(caller)) return undefined;
  const context = drawnFor(isPublic, await contextOf(ports, caller, messages));
  const question = { ...request, text: visible(request.text).trim() };
  const { card, own } = await ports.repertoire.answer(question, context);
  if (request.canWhisper && own !== undefined) return privately(own);
  return answered(card, context);
}

function drawnFor(isPublic: boolean, context: Context): Context {
  return isPublic ? forEveryone(context) : context;
}

/** Whether organisers want answers there that everybody reads. */
export async function isAnswered(
  { communities }: Pick<QuestionPorts, 'communities'>,
  { caller }: Pick<QuestionRequest, 'caller'>,
): Promise<boolean> {
  const community = communityOf(caller);
  if (community === undefined) return true;
  return answersIn(await communities.answerPlaces(community), caller.channel ?? '');
}
