import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PROGRAM } from '../support/program.ts';
import { type Conforming, FROM, type Shown, SPEED } from './stage.ts';

/** What `serve --json` prints. */
interface Line {
  readonly kind: 'reply' | 'form' | 'post' | 'edit';
  readonly id?: string;
  readonly target?: string;
  readonly asked?: string;
  readonly text?: string;
  /** Before the numbers of a post's buttons. */
  readonly letter?: string;
  readonly audience?: 'caller' | 'everyone';
  readonly actions?: readonly string[];
  readonly attachments?: readonly { readonly name: string }[];
  readonly picture?: { readonly name: string };
}

const shown = (line: Line): Shown => ({ text: line.text ?? '', isPublic: false, handle: line });

export const TERMINAL: Conforming = {
  name: 'Terminal',
  how: {
    'a command is answered': '`/talk crfs`',
    'a plain question is answered': 'any line',
    'what is one’s own is shown to oneself alone': 'nobody else is there',
    'a button under a card stars its talk': '`!1`, by its number',
    'the list comes by itself, and stays one message': '`DM | …`',
    'a value that is missing is asked for': 'the next line',
    'a calendar file is handed over': 'a file in the working directory',
    'one’s day is drawn as a picture': 'a file in the working directory',
    'organisers are known, and nobody else may': 'whoever sits there is one',
    'a channel hears of its talks': '`#channel | …`',
    'who starred a talk is reminded': '`DM | …`',
  },
  open: async () => {
    const args = ['serve', '--json', '--from', FROM, '--speed', String(SPEED)];
    const child = spawn(process.execPath, [...PROGRAM, ...args], {
      env: { PATH: process.env['PATH'], DATABASE_URL: 'sqlite::memory:', TZ: 'Europe/Brussels' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    const lines: Line[] = [];
    let wake = () => {};
    createInterface({ input: child.stdout }).on('line', (text) => {
      // Its own shape, written by this project.
      lines.push(JSON.parse(text) as Line);
      wake();
    });
    const answerTo = async (words: string): Promise<Line> => {
      const from = lines.length;
      child.stdin.write(`${words}\n`);
      for (;;) {
        const answer = lines
          .slice(from)
          .find(({ kind, asked }) => (kind === 'reply' || kind === 'form') && asked === words);
        if (answer !== undefined) return answer;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    };
    const press = ({ handle }: Shown, action: RegExp) => {
      const { letter = '', actions = [] } = handle as Line;
      const at = actions.findIndex((each) => action.test(each));
      if (at < 0) throw new Error(`Nothing there is ${action}.`);
      return answerTo(`!${letter}${at + 1}`);
    };
    const posts = (isDirect: boolean) => {
      const newest = new Map<string, Line>();
      for (const line of lines) {
        const isPost = line.kind === 'post' || line.kind === 'edit';
        if (isPost && (line.target === 'DM') === isDirect) newest.set(line.id ?? '', line);
      }
      return [...newest.values()].map((line) => ({ ...shown(line), isPublic: !isDirect }));
    };
    return {
      isAlone: true,
      ask: async (line) => shown(await answerTo(line)),
      say: async (text) => shown(await answerTo(text)),
      press: async (on, action) => shown(await press(on, action)),
      askValue: async (on, action) => {
        await press(on, action);
        return { answer: async (value) => shown(await answerTo(value)) };
      },
      files: () =>
        lines.flatMap(({ attachments = [], picture }) =>
          [...attachments, picture ?? []].flat().map(({ name }) => name),
        ),
      direct: () => posts(true),
      channel: () => posts(false),
      announce: async () => shown(await answerTo('/conference announce #general')),
      stop: async () => {
        child.stdin.end();
        child.kill('SIGTERM');
        await ended;
      },
    };
  },
};
