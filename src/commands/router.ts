import { type Action, type Deed, decodeAction } from '../cards/action.ts';
import { type Messages, messagesFor } from '../messages/messages.ts';
import { refusalWords } from '../messages/refusalWords.ts';
import { inPlace, privately, publicly, refused } from '../platform/replies.ts';
import type { Caller, CommandRequest, Hallway, PressRequest, Reply } from '../platform/requests.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import type { Asked, Command, Context } from './command.ts';
import type { Repertoire } from './repertoire.ts';
import { forEveryone, type Scene, setScene } from './scene.ts';
import { suggestionsFor } from './suggest.ts';

export interface HallwayParts {
  readonly context: Context;
  readonly repertoire: Repertoire;
}

/** The core as platforms see it. Bugs end here: a reference for the reader, the stack in the log. */
export function createHallway({ context, repertoire }: HallwayParts): Hallway {
  const guarded = (caller: Caller, facts: LogFacts, answer: (asked: Asked) => Promise<Reply>) => {
    const messages = messagesFor(caller.locale);
    return answer({ context, messages }).catch((error: unknown) =>
      refused(
        messages,
        wordsFor(error, messages) ?? messages.errors.bug(logBug(context, facts, error)),
      ),
    );
  };
  return {
    command: (request) =>
      guarded(request.caller, { command: request.command }, (asked) =>
        runCommand(repertoire, request, asked),
      ),
    press: (request) =>
      guarded(request.caller, { press: request.id }, (asked) => press(repertoire, request, asked)),
    suggest: async (request) => {
      try {
        const asked = { context, messages: messagesFor(request.caller.locale) };
        return await suggestionsFor(repertoire.commands, request, asked);
      } catch (error) {
        logBug(context, { suggest: `${request.command} ${request.option}` }, error);
        return [];
      }
    },
  };
}

/** The community's schedule cannot be had or read, and there is no version from before: no bug of ours. */
function wordsFor(error: unknown, messages: Messages): string | undefined {
  return error instanceof ScheduleFormatError
    ? messages.errors.noSchedule(refusalWords(error, messages))
    : undefined;
}

type LogFacts = Readonly<Record<string, string>>;

function logBug({ log }: Context, facts: LogFacts, error: unknown): string {
  const reference = crypto.randomUUID().slice(0, 8);
  log.error({ ...facts, reference, err: error }, 'A request failed');
  return reference;
}

async function runCommand(
  { commands }: Repertoire,
  request: CommandRequest,
  asked: Asked,
): Promise<Reply> {
  const { messages } = asked;
  const command = commands.find(({ spec }) => spec.name === request.command);
  if (command === undefined) return refused(messages, unknownCommand(commands, request, messages));
  if (command.spec.access === 'organiser' && !request.caller.isOrganiser) {
    return refused(messages, messages.errors.organisersOnly(command.spec.name));
  }
  return command.run(request, asked);
}

function unknownCommand(
  commands: readonly Command[],
  { command, caller }: CommandRequest,
  messages: Messages,
): string {
  const names = commands
    .filter(({ spec }) => spec.access === 'everyone' || caller.isOrganiser)
    .map(({ spec }) => `/${spec.name}`);
  return messages.errors.unknownCommand(command, names.join(', '));
}

async function press(repertoire: Repertoire, request: PressRequest, asked: Asked): Promise<Reply> {
  const { errors } = asked.messages;
  const action = decodeAction(request.id);
  if (action === undefined) return refused(asked.messages, errors.oldButton);
  if (action.deed.kind === 'tooLong') return refused(asked.messages, errors.tooLong);
  if (isForOrganisers(action.deed) && !request.caller.isOrganiser) {
    return refused(asked.messages, errors.organisersOnly('conference'));
  }
  const scene = await setScene(asked, request.caller);
  if (action.conference !== scene.programme.key) {
    return refused(asked.messages, errors.otherConference);
  }
  return act(repertoire, action, scene, request);
}

function isForOrganisers(deed: Deed): boolean {
  if (deed.kind !== 'open' && deed.kind !== 'turn' && deed.kind !== 'share') return false;
  const { kind } = deed.view;
  return kind === 'status' || kind === 'preview' || kind === 'doctor';
}

async function act(
  repertoire: Repertoire,
  { deed }: Action,
  scene: Scene,
  request: PressRequest,
): Promise<Reply> {
  switch (deed.kind) {
    case 'open':
      return privately(await repertoire.draw(deed.view, scene));
    case 'turn':
      return inPlace(await repertoire.draw(deed.view, scene));
    case 'share':
      return publicly(await repertoire.draw(deed.view, forEveryone(scene)));
    case 'tooLong':
      return refused(scene.messages, scene.messages.errors.tooLong);
    default:
      return repertoire.perform(deed, scene, request);
  }
}
