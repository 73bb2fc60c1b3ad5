import type { Members } from '../agenda/member.ts';
import { asRead } from '../agenda/reading.ts';
import { type Action, type Deed, decodeAction } from '../cards/actions/action.ts';
import type { Reader } from '../cards/cards.ts';
import type { Meter } from '../log/meter.ts';
import type { Log } from '../log.ts';
import { type Messages, messagesFor } from '../messages/messages.ts';
import { refusalWords } from '../messages/refusalWords.ts';
import { answered, inPlace, publicly, refused, withCards } from '../platform/replies.ts';
import type {
  Caller,
  CardReply,
  CommandRequest,
  Hallway,
  PressRequest,
  QuestionRequest,
  RemindRequest,
  Reply,
  Suggestion,
  SuggestRequest,
} from '../platform/requests.ts';
import { mayUse } from '../platform/roles.ts';
import { type NamedRoles, withNamed } from '../programme/namedRoles.ts';
import { visible } from '../schedule/naming/slug.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import { type ConferenceRef, conferenceRef } from '../schedule/source.ts';
import { hindranceToSee, seenBy } from './access.ts';
import { answerQuestion, isAnswered, type QuestionPorts } from './answering/ask.ts';
import { createQuestionPace } from './answering/questionPace.ts';
import type { Command } from './command.ts';
import {
  type Context,
  type ContextPorts,
  contextOf,
  contextOfFormer,
  contextOfPress,
  forEveryone,
} from './context.ts';
import { measureRequest, outcomeOf } from './measure.ts';
import { remindFrom } from './remind.ts';
import type { Repertoire } from './repertoire.ts';
import { optionOf, suggest } from './suggesting/suggest.ts';

export interface HallwayPorts extends ContextPorts, Pick<QuestionPorts, 'communities'> {
  readonly members: Pick<Members, 'find'>;
  readonly repertoire: Repertoire;
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly log: Log;
  readonly meter: Meter;
}

/** The core as platforms see it. Bugs end here: a reference for the reader, the stack in the log. */
export function createHallway(ports: HallwayPorts): Hallway {
  const { log } = ports;
  const pace = createQuestionPace(ports.clock);
  const guarded = async <A extends Asked, R extends Reply | undefined>(
    request: A,
    facts: LogFacts,
    answer: (request: A, messages: Messages) => Promise<R>,
  ): Promise<R | CardReply> => {
    const ended = measureRequest(ports, request);
    let { caller } = request;
    try {
      caller = await reading(ports, caller);
      const reply = await answer({ ...request, caller }, wordsOf(caller));
      ended(outcomeOf(reply));
      return reply?.kind === 'card' ? readBy(caller, reply) : reply;
    } catch (error) {
      const messages = wordsOf(caller);
      const words = wordsFor(error, messages);
      ended(words === undefined ? 'failed' : 'refused');
      const told = refused(messages, words ?? messages.errors.bug(logBug(log, facts, error)));
      return readBy(caller, told);
    }
  };
  return {
    command: (request) =>
      guarded(request, { command: request.command }, async (read, messages) =>
        runCommand(ports, typed(await known(ports, read)), messages),
      ),
    ask: (request) =>
      guarded(request, { question: request.caller.platform }, (read, messages) =>
        answerQuestion({ ...ports, pace }, read, messages),
      ),
    press: (request) =>
      guarded(request, { press: request.id }, async (read, messages) =>
        press(ports, sent(await known(ports, read)), messages),
      ),
    remind: (request) =>
      guarded(request, { remind: request.kind }, async (read, messages) =>
        remind(ports, await known(ports, read), messages),
      ),
    suggest: (request) => typeAhead(ports, request),
    reader: async (caller) => {
      try {
        return readerIn(await reading(ports, caller));
      } catch (error) {
        log.warn({ err: error }, 'How somebody reads could not be looked up');
        return readerIn(caller);
      }
    },
  };
}

async function typeAhead(
  ports: HallwayPorts,
  request: SuggestRequest,
): Promise<readonly Suggestion[]> {
  const { command, option } = request;
  const spec = optionOf(ports.repertoire.commands, request);
  if (spec === undefined) return [];
  const ended = measureRequest(ports, request);
  try {
    const caller = await reading(ports, request.caller);
    const context = await contextOf(ports, caller, wordsOf(caller));
    const suggestions = await suggest(spec, visible(request.text), context);
    ended('answered');
    return suggestions;
  } catch (error) {
    ended('failed');
    logBug(ports.log, { suggest: `${command} ${option}` }, error);
    return [];
  }
}

/** In the language and on the clocks that they chose. */
async function reading(
  { members }: Pick<HallwayPorts, 'members'>,
  caller: Caller,
): Promise<Caller> {
  return asRead(caller, await members.find({ platform: caller.platform, id: caller.member }));
}

/** The request of somebody of whom it is known what they were named to. */
async function known<R extends CommandRequest | PressRequest | RemindRequest>(
  { namedRoles }: Pick<HallwayPorts, 'namedRoles'>,
  request: R,
): Promise<R> {
  return { ...request, caller: await withNamed(namedRoles, request.caller) };
}

type Asked = CommandRequest | QuestionRequest | PressRequest | RemindRequest;

function wordsOf({ locale, commandPrefix }: Caller): Messages {
  return messagesFor(locale, commandPrefix);
}

function readerIn({ locale, timeZone }: Caller): Reader {
  return { locale, ...(timeZone === undefined ? {} : { timeZone }) };
}

/** Of a channel's many readers only the language is guessed. */
function readBy<R extends CardReply>(caller: Caller, reply: R): R {
  const { locale } = caller;
  const reader = reply.audience === 'caller' ? readerIn(caller) : { locale };
  return withCards(reply, (card) => ({ ...card, reader }));
}

/** What was copied from elsewhere brings letters along that nobody sees, and nobody means. */
function typed(request: CommandRequest): CommandRequest {
  const args = Object.entries(request.args).map(([name, value]) => [name, visible(value)]);
  return { ...request, args: Object.fromEntries(args) };
}

function sent(request: PressRequest): PressRequest {
  return request.value === undefined ? request : { ...request, value: visible(request.value) };
}

/** The community's schedule cannot be had or read, and there is no version from before: no bug of ours. */
function wordsFor(error: unknown, messages: Messages): string | undefined {
  return error instanceof ScheduleFormatError
    ? messages.errors.noSchedule(refusalWords(error, messages))
    : undefined;
}

type LogFacts = Readonly<Record<string, string>>;

function logBug(log: Log, facts: LogFacts, error: unknown): string {
  const reference = crypto.randomUUID().slice(0, 8);
  log.error({ ...facts, reference, err: error }, 'A request failed');
  return reference;
}

async function runCommand(
  ports: HallwayPorts,
  request: CommandRequest,
  messages: Messages,
): Promise<Reply> {
  const { commands } = ports.repertoire;
  const command = commands.find(({ spec }) => spec.name === request.command);
  if (command === undefined) return refused(messages, unknownCommand(commands, request, messages));
  if (!mayUse(command.spec.access, request.caller)) {
    return refused(messages, messages.errors.organisersOnly(command.spec.name));
  }
  const read = () => contextOf(ports, request.caller, messages);
  const isShown =
    request.isPublic === true &&
    command.shows === 'programme' &&
    (await isAnswered(ports, request));
  if (!isShown) return command.run(request, read);
  const reply = await command.run(request, async () => forEveryone(await read()));
  // What somebody typed where all read it is mended there.
  return reply.kind === 'card' && reply.card.kind === 'problem' ? publicly(reply.card) : reply;
}

function unknownCommand(
  commands: readonly Command[],
  { command, caller }: CommandRequest,
  messages: Messages,
): string {
  const names = commands
    .filter(({ spec }) => mayUse(spec.access, caller))
    .map(({ spec }) => messages.slash(spec.name));
  return messages.errors.unknownCommand(command, names.join(', '));
}

async function press(
  ports: HallwayPorts,
  request: PressRequest,
  messages: Messages,
): Promise<Reply> {
  const { errors } = messages;
  const action = decodeAction(request.id);
  if (action === undefined) return refused(messages, errors.oldButton);
  if (action.deed.kind === 'tooLong') return refused(messages, errors.tooLong);
  const about = [action.conference, request.caller, messages] as const;
  const context = await contextOfPress(ports, ...about);
  if (action.conference === conferenceRef(context.programme.key)) {
    return act(ports.repertoire, action, context, request);
  }
  const former = isOfOwnTalk(action.deed) ? await contextOfFormer(ports, ...about) : undefined;
  if (former === undefined) return refused(messages, errors.otherConference);
  return act(ports.repertoire, action, former, request);
}

/** What somebody does with what is on their list, or followed: that stays when their community has another conference. */
function isOfOwnTalk(deed: Deed): boolean {
  switch (deed.kind) {
    case 'star':
    case 'unstar':
    case 'remind':
    case 'unfollow':
      return true;
    case 'askLead':
    case 'setLead':
    case 'exportCalendar':
      return deed.talk !== undefined;
    case 'open':
    case 'turn':
      return deed.view.kind === 'talk';
    default:
      return false;
  }
}

function remind(ports: HallwayPorts, { ids, caller }: RemindRequest, messages: Messages) {
  const about = {
    press: (id: string) => press(ports, { kind: 'press', id, caller }, messages),
    contextOf: (conference: ConferenceRef) => contextOfPress(ports, conference, caller, messages),
  };
  return remindFrom(ids, about, messages);
}

/** Before anything is changed, or posted for others; whoever draws a view asks again. */
function hindranceTo(deed: Deed, context: Context): string | undefined {
  if (!('view' in deed) || deed.view === undefined) return undefined;
  return hindranceToSee(deed.view, deed.kind === 'share' ? forEveryone(context) : context);
}

async function act(
  repertoire: Repertoire,
  { deed }: Action,
  context: Context,
  request: PressRequest,
): Promise<Reply> {
  const hindrance = hindranceTo(deed, context);
  if (hindrance !== undefined) return refused(context.messages, hindrance);
  switch (deed.kind) {
    case 'open': {
      const seen = seenBy(deed.view, context, request);
      return answered(await repertoire.draw(deed.view, seen), seen);
    }
    case 'turn': {
      const seen = seenBy(deed.view, context, request);
      const card = await repertoire.draw(deed.view, seen);
      return seen.audience === 'everyone' ? publicly(card) : inPlace(card);
    }
    case 'share':
      return publicly(await repertoire.draw(deed.view, forEveryone(context)));
    case 'tooLong':
      return refused(context.messages, context.messages.errors.tooLong);
    default:
      return repertoire.perform(deed, context, request);
  }
}
