import { type Action, decodeAction, encodeAction } from '../../../src/cards/actions/action.ts';
import { systemClock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import { FOLLOWED } from '../../../src/platform/conversation.ts';
import { refused } from '../../../src/platform/replies.ts';
import type { Hallway, Reply } from '../../../src/platform/requests.ts';
import type { MatrixEvent } from '../connection/events.ts';
import { MESSAGE, transactionOf } from '../sending/content.ts';
import { type AnswerParts, answer, answerAgain, type Given, type Place } from './answers.ts';
import { answerCommand, type CommandParts } from './commands.ts';
import { type Heard, type Said, saidIn, writtenIn } from './heard.ts';
import { post, postingIn } from './posting.ts';
import { isCarriedOn, type Shown } from './shown.ts';
import { type Asked, type Unclear, type UnderstandingParts, understood } from './understanding.ts';

export interface MessageParts
  extends UnderstandingParts,
    Omit<AnswerParts, 'api' | 'direct'>,
    Omit<CommandParts, 'hallway'> {
  readonly api: UnderstandingParts['api'] & AnswerParts['api'];
  readonly direct: UnderstandingParts['direct'] & AnswerParts['direct'];
  readonly hallway: Hallway;
  /** Of the answer to an earlier message, where it was answered. */
  readonly givenTo: (question: string) => Promise<Given | undefined>;
  readonly log: Log;
}

/** Answers what is said to Hallway; `undefined` where it was for others, or nothing is said to it. */
export async function hear(
  parts: MessageParts,
  room: string,
  event: MatrixEvent,
): Promise<Given | undefined> {
  const said = saidIn(event, parts.names.self);
  if (said === undefined) return undefined;
  if (said.replaces !== undefined) return hearAgain(parts, room, event, said);
  const asked = await understood(parts, room, event, said);
  if (asked === undefined) return undefined;
  if (asked.kind === 'which') return askWhich(parts, room, event, asked);
  const place = placeOf(asked, event.event_id);
  const posting = postingIn(asked);
  if (posting !== undefined) return post(parts, asked, place, posting);
  const reply = await replyTo(parts, asked);
  return reply && answer(parts, place, reply);
}

/** What an organiser types where nobody can tell what it is about, and who organises several, is asked back. */
async function askWhich(
  { api }: MessageParts,
  room: string,
  { event_id: question }: MatrixEvent,
  { content }: Unclear,
): Promise<Given> {
  const event = await api.send(room, MESSAGE, transactionOf('answer', question), content);
  return { room, event, at: systemClock.now() };
}

/** A question whose words were changed soon after. Anybody can send an edit: it counts from who asked. */
async function hearAgain(
  parts: MessageParts,
  room: string,
  event: MatrixEvent,
  said: Said,
): Promise<Given | undefined> {
  const question = said.replaces ?? '';
  const first = await parts.api.event(room, question);
  if (first?.sender !== event.sender) return undefined;
  if (event.origin_server_ts - first.origin_server_ts > FOLLOWED.ttl) return undefined;
  const before = saidIn(first, parts.names.self);
  const asked = await understood(parts, room, event, { ...said, ...placeIn(before) });
  if (asked?.kind !== 'asked' || asked.heard.kind === 'choice') return undefined;
  const reply = await replyTo(parts, asked);
  if (reply?.kind !== 'card') return undefined;
  const given = await parts.givenTo(question);
  const place = placeOf(asked, question);
  if (given === undefined) return answer(parts, place, reply);
  await answerAgain(parts, place, given, reply);
  return undefined;
}

/** An edit does not say what the message belongs to. */
function placeIn(before: Said | undefined) {
  return before === undefined
    ? {}
    : { after: before.after, isReply: before.isReply, thread: before.thread };
}

function placeOf({ room, said, isDirect, caller, about }: Asked, question: string): Place {
  return {
    ...{ room, question, about, sender: caller.member, isDirect, locale: caller.locale },
    thread: isDirect ? undefined : (said.thread ?? question),
  };
}

async function replyTo(parts: MessageParts, asked: Asked): Promise<Reply | undefined> {
  const { heard, said, shown, caller, messages, isDirect } = asked;
  const { hallway } = parts;
  if (heard.kind === 'command') {
    const asking = { caller, messages, isPublic: !isDirect, html: said.html };
    return answerCommand(parts, heard, asking);
  }
  if (shown?.form !== undefined) {
    const value = writtenIn(said, parts.names);
    return hallway.press({ kind: 'press', id: shown.form, value, caller, isPublic: !isDirect });
  }
  const isChoice = heard.kind === 'choice' && !isQuestionAfterAll(heard, shown);
  return isChoice ? choose(parts, heard, asked) : ask(parts, heard.text, asked);
}

type Choice = Extract<Heard, { readonly kind: 'choice' }>;

/** “3 talks about Rust” begins with a number, and takes no choice. */
function isQuestionAfterAll({ number, value }: Choice, shown: Shown | undefined): boolean {
  if (value === undefined) return false;
  const deed = decodeAction(shown?.actions[number - 1] ?? '')?.deed;
  return deed === undefined || !(deed.kind.startsWith('ask') || deed.kind === 'say');
}

async function choose(
  { hallway }: Pick<MessageParts, 'hallway'>,
  { number, value }: Choice,
  { shown, caller, messages, isDirect, said }: Asked,
): Promise<Reply | undefined> {
  const id = shown?.actions[number - 1];
  if (id === undefined) {
    // In a thread of people it is not for Hallway.
    if (!(isDirect || said.isReply || said.isMeant)) return undefined;
    const { noSuchNumber } = messages.numbered;
    const count = shown?.which?.rooms.length ?? shown?.actions.length ?? 0;
    return refused(messages, noSuchNumber(number, count));
  }
  const pressed = { kind: 'press', caller, isPublic: !isDirect } as const;
  const reply = await hallway.press({ ...pressed, id: withoutView(id) });
  if (reply.kind !== 'form' || value === undefined) return reply;
  return hallway.press({ ...pressed, id: reply.id, value });
}

/** Whoever took a choice by its number is told in words what was done: the card is not sent once more. */
export function withoutView(id: string): string {
  const action = decodeAction(id);
  if (action === undefined) return id;
  return encodeAction({ ...action, deed: bare(action) });
}

function bare({ deed }: Action): Action['deed'] {
  switch (deed.kind) {
    case 'star':
    case 'unstar':
    case 'follow':
    case 'unfollow': {
      const { view: _, ...rest } = deed;
      return rest;
    }
    default:
      return deed;
  }
}

function ask({ hallway }: Pick<MessageParts, 'hallway'>, text: string, asked: Asked) {
  const { caller, isDirect, shown, said } = asked;
  const isAnother = isDirect && said.after === undefined && said.thread === undefined;
  const isOn = shown !== undefined && (!isAnother || isCarriedOn(shown, systemClock.now()));
  return hallway.ask({
    kind: 'question',
    ...{ text: text.replaceAll(/\s+/gu, ' '), caller },
    ...{ isPublic: !isDirect, canWhisper: !isDirect },
    follows: isOn ? shown.actions : [],
    ...(isDirect && shown === undefined ? { welcome: 'member' } : {}),
  });
}
