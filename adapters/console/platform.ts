import { createInterface, type Interface } from 'node:readline';
import { styleText } from 'node:util';
import { NO_PAINT, type Paint, plainWords } from '../../src/cards/plainInline.ts';
import { systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { CommandSpec } from '../../src/platform/commandSpec.ts';
import { createLiveAnswers } from '../../src/platform/liveAnswers.ts';
import type { Dispatch, Messenger } from '../../src/platform/messenger.ts';
import { type Platform, UNLIMITED } from '../../src/platform/platform.ts';
import type { Target } from '../../src/platform/target.ts';
import { saveInto } from './downloads.ts';
import { jsonScreen } from './jsonScreen.ts';
import { createPosted, type Posted } from './posted.ts';
import { CLEAR_LINE } from './progress.ts';
import { type Screen, textScreen } from './screen.ts';
import { createSession } from './session.ts';

export interface ConsoleOptions {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly error: NodeJS.WriteStream;
  readonly commands: readonly CommandSpec[];
  /** One JSON object a reply or post. */
  readonly json: boolean;
  /** BCP 47. */
  readonly locale: string;
  /** The reader's IANA zone, where there is one. */
  readonly timeZone: string | undefined;
  readonly noColor?: string | undefined;
  readonly log: Pick<Log, 'info'>;
  /** Said before the first line is read. */
  readonly notes: readonly string[];
}

export interface ConsolePlatform extends Platform {
  /** Resolves to how many lines there were when the input has ended and everything typed is answered. */
  readonly ended: Promise<number>;
}

const NAME = 'console';
const PROMPT = '> ';
const PIPE_WIDTH = 80;
const WIDEST = 100;

/** The terminal as a whole platform: one community with one member, who organises it. */
export function createConsole(options: ConsoleOptions): ConsolePlatform {
  const { commands, locale, timeZone, notes } = options;
  const end = Promise.withResolvers<number>();
  let lines: Interface | undefined;
  let isReady = false;
  const screen = screenFor(options, () => lines);
  const posted = createPosted();
  const live = createLiveAnswers(systemClock, options.log);

  return {
    name: NAME,
    messenger: consoleMessenger(screen, posted),
    channels: {
      inspect: async ({ channel }) => ({ kind: 'writable', name: `#${channel}` }),
      ungranted: async () => [],
      measuredLimit: async () => UNLIMITED,
    },
    ended: end.promise,
    readiness: () => (isReady ? 'ready' : 'away'),
    async start(hallway) {
      for (const note of notes) screen.note(note);
      const caller = {
        platform: NAME,
        community: NAME,
        member: 'me',
        channel: NAME,
        locale,
        communityLocale: locale,
        ...(timeZone === undefined ? {} : { timeZone }),
        isOrganiser: true,
      };
      lines = openLines(options);
      isReady = true;
      const answer = createSession({ hallway, commands, caller, screen, posted, live });
      answerAll(lines, answer, options).then(end.resolve, end.reject);
    },
    async stop() {
      lines?.close();
      if (isReady) await end.promise;
      await live.close();
      isReady = false;
    },
  };
}

function openLines({ input, output, commands }: ConsoleOptions): Interface {
  const isTerminal = input.isTTY && output.isTTY;
  const names = commands.map(({ name }) => `/${name} `);
  return createInterface({
    input,
    ...(isTerminal ? { output } : {}),
    terminal: isTerminal,
    prompt: PROMPT,
    completer: (line: string) => [names.filter((name) => name.startsWith(line)), line],
  });
}

/** One line after the other, so that `!2` presses a button of the card before it. */
async function answerAll(
  lines: Interface,
  answer: (line: string) => Promise<void>,
  { input, output, json }: ConsoleOptions,
): Promise<number> {
  const echoes = !input.isTTY && !json;
  let isOpen = true;
  let count = 0;
  lines.once('close', () => {
    isOpen = false;
  });
  const prompt = () => {
    if (isOpen && lines.terminal) lines.prompt();
  };
  prompt();
  for await (const line of lines) {
    count += 1;
    if (echoes && line.trim() !== '') output.write(`${PROMPT}${plainWords(line.trim())}\n`);
    await answer(line);
    prompt();
  }
  // What the shell says next begins a line of its own.
  if (lines.terminal) output.write('\n');
  return count;
}

function screenFor(options: ConsoleOptions, lines: () => Interface | undefined): Screen {
  const { output, error, json, locale, timeZone, noColor } = options;
  const messages = messagesFor(locale);
  const base = { messages, timeZone };
  if (json) {
    return jsonScreen({
      write: (text) => output.write(text),
      note: (text) => error.write(`${text}\n`),
      style: { ...base, width: PIPE_WIDTH },
    });
  }
  const paint = paintFor(output.isTTY, noColor);
  return aroundPrompt(
    textScreen({
      write: (text) => output.write(text),
      style: () => ({ ...base, paint, width: Math.min(output.columns ?? PIPE_WIDTH, WIDEST) }),
      channel: `#${NAME}`,
      save: saveInto('.'),
    }),
    output,
    lines,
  );
}

/** Posts arrive while somebody types: the half-typed line makes room and comes back below. */
function aroundPrompt(
  screen: Screen,
  output: NodeJS.WriteStream,
  lines: () => Interface | undefined,
): Screen {
  if (!output.isTTY) return screen;
  const around = <T>(write: () => T): T => {
    output.write(CLEAR_LINE);
    const written = write();
    lines()?.prompt(true);
    return written;
  };
  return {
    ...screen,
    post: (post) => around(() => screen.post(post)),
    goesOn: (card) => around(() => screen.goesOn(card)),
    removed: (...message) => around(() => screen.removed(...message)),
  };
}

const ANSI: Paint = {
  strong: (text) => always('bold', text),
  quiet: (text) => always('gray', text),
  struck: (text) => always('strikethrough', text),
};

/** Colours only where somebody sees them and nobody asked for none (https://no-color.org). */
export function paintFor(isTerminal: boolean, noColor: string | undefined): Paint {
  return isTerminal && (noColor === undefined || noColor === '') ? ANSI : NO_PAINT;
}

function always(format: 'bold' | 'gray' | 'strikethrough', text: string): string {
  return styleText(format, text, { validateStream: false });
}

/** Speaks on the screen, which cannot refuse, and forgets: what was printed before a crash is unknown. */
function consoleMessenger(screen: Screen, posted: Posted): Messenger {
  const post = (id: string, isEdit: boolean, { target, card, mention }: Dispatch) => {
    const actions = screen.post({
      id,
      isEdit,
      letter: posted.letterOf(id),
      target: targetWords(target),
      card,
      ...(mention === undefined ? {} : { mention }),
    });
    posted.keep(id, actions);
  };
  return {
    lane: () => NAME,
    spacing: () => 0,
    async send(dispatch) {
      const id = dispatch.attemptKey;
      post(id, false, dispatch);
      return id;
    },
    async edit(messageId, dispatch) {
      post(messageId, true, dispatch);
    },
    async remove(messageId, target) {
      screen.removed(messageId, targetWords(target));
      posted.keep(messageId, []);
    },
    fate: async () => ({ kind: 'lost' }),
    find: async () => ({ messages: new Map(), isWhole: false }),
  };
}

function targetWords(target: Target): string {
  return target.kind === 'channel' ? `#${target.channel}` : 'DM';
}
