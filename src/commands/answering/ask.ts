import type { Members } from '../../agenda/member.ts';
import { messagesFor } from '../../messages/messages.ts';
import { privately, publicly } from '../../platform/replies.ts';
import type { Caller, CardReply, QuestionRequest } from '../../platform/requests.ts';
import { communityOf } from '../../platform/target.ts';
import { answersIn } from '../../programme/answerPlaces.ts';
import type { Communities } from '../../programme/communities.ts';
import { visible } from '../../schedule/slug.ts';
import { type Context, type ContextPorts, contextOf, forEveryone } from '../context.ts';
import type { Repertoire } from '../repertoire.ts';
import type { QuestionPace } from './questionPace.ts';

export interface QuestionPorts extends ContextPorts {
  readonly repertoire: Pick<Repertoire, 'answer'>;
  readonly communities: Pick<Communities, 'answerPlaces'>;
  readonly members: Pick<Members, 'find'>;
  readonly pace: QuestionPace;
}

/**
 * Answers what somebody said in words of their own, as a card for everyone where others read along.
 * `undefined` where organisers want no answers, and for more than anybody asks in a minute.
 */
export async function answerQuestion(
  ports: QuestionPorts,
  request: QuestionRequest,
): Promise<CardReply | undefined> {
  const { isPublic } = request;
  if (isPublic && !(await isAnswered(ports, request))) return undefined;
  if (!ports.pace.take(request.caller)) return undefined;
  const caller = await inOwnLanguage(ports, request.caller);
  const messages = messagesFor(caller.locale, caller.commandPrefix);
  const context = await contextOf(ports, caller, messages);
  const question = { ...request, text: visible(request.text).trim() };
  const { card, own } = await ports.repertoire.answer(question, drawnFor(isPublic, context));
  const reader = { locale: caller.locale };
  if (request.canWhisper && own !== undefined) return privately({ ...own, reader });
  return isPublic ? publicly({ ...card, reader }) : privately({ ...card, reader });
}

/** What is known of a member since a command of theirs goes before a guess, and is not overwritten by it. */
async function inOwnLanguage(
  { members }: Pick<QuestionPorts, 'members'>,
  caller: Caller,
): Promise<Caller> {
  if (!caller.isLocaleGuessed) return caller;
  const { platform, member } = caller;
  const known = await members.find({ platform, id: member });
  return known === undefined ? caller : { ...caller, locale: known.locale };
}

function drawnFor(isPublic: boolean, context: Context): Context {
  return isPublic ? forEveryone(context) : context;
}

async function isAnswered(
  { communities }: QuestionPorts,
  { caller }: QuestionRequest,
): Promise<boolean> {
  const community = communityOf(caller);
  if (community === undefined) return true;
  return answersIn(await communities.answerPlaces(community), caller.channel ?? '');
}
