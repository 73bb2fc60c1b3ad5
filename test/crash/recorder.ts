import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Card } from '../../src/cards/cards.ts';
import type { Target } from '../../src/platform/target.ts';
import {
  type EditRequest,
  editRequest,
  type FateRequest,
  fateRequest,
  NONCE,
  type RemoveRequest,
  removeRequest,
  type SendRequest,
  sendRequest,
} from './wire.ts';

/** A message as the platform keeps it. */
export interface Kept {
  readonly id: string;
  readonly platform: string;
  readonly key: string;
  readonly target: Target;
  readonly first: Card;
  /** What people see now. */
  card: Card;
  isRemoved: boolean;
}

export type Mood =
  | 'answers'
  | 'answers late'
  | 'hangs after storing'
  | 'hangs before storing'
  | 'fails after storing'
  | 'fails before storing'
  | 'limits';

export interface Recorder {
  readonly url: string;
  readonly kept: readonly Kept[];
  /** Calls of each kind, for a soak to show that it soaked. */
  readonly counts: Readonly<Record<'sends' | 'doubles' | 'edits' | 'removals' | 'fates', number>>;
  publish(schedule: string): void;
  /** Once: called when the next message arrives, before or after it is stored; `true` is stored nowhere. */
  ambush(at: 'before' | 'after', strike: () => void): void;
  /** Nobody is connected, and all that came was dealt with: what a program sent before it died is here. */
  isQuiet(): boolean;
  close(): Promise<void>;
}

const CLOSED = '#a';
const LATE_MS = 120;
/** Longer than a sender waits, and than its lease. */
const HANGING_MS = 1_500;

/** A chat platform on loopback that writes down all it is sent, in whatever mood it is. */
export async function startRecorder(mood: () => Mood): Promise<Recorder> {
  const kept: Kept[] = [];
  const counts = { sends: 0, doubles: 0, edits: 0, removals: 0, fates: 0 };
  let schedule = '';
  /** Connections, and requests that are being answered. */
  let busy = 0;
  let trap: { at: 'before' | 'after'; strike: () => void } | undefined;
  const spring = (at: 'before' | 'after') => {
    if (trap?.at !== at) return false;
    trap.strike();
    trap = undefined;
    return true;
  };

  const store = ({ platform, key, target, card }: SendRequest): string => {
    counts.sends += 1;
    const twin = kept.find((one) => one.platform === platform && one.key === key);
    if (twin !== undefined) counts.doubles += 1;
    if (twin !== undefined && platform === NONCE) return twin.id;
    const id = `m${kept.length}`;
    kept.push({ id, platform, key, target, first: card, card, isRemoved: false });
    return id;
  };
  const send = async (request: SendRequest): Promise<Answer> => {
    if (spring('before')) return HANG;
    const now = mood();
    switch (now) {
      case 'limits':
        return { status: 429, body: {} };
      case 'fails before storing':
        return { status: 503, body: {} };
      case 'hangs before storing':
        await passed(HANGING_MS);
        // Who refuses doubles may also be slow; who is asked must know at once.
        if (request.platform === NONCE) store(request);
        return HANG;
      default: {
        const id = store(request);
        if (spring('after') || now === 'hangs after storing') return HANG;
        if (now === 'answers late') await passed(LATE_MS);
        return now === 'fails after storing'
          ? { status: 502, body: {} }
          : { status: 200, body: { id } };
      }
    }
  };
  const edit = ({ id, card }: EditRequest): Answer => {
    counts.edits += 1;
    const message = kept.find((one) => one.id === id && !one.isRemoved);
    if (message === undefined) return { status: 404, body: {} };
    message.card = card;
    return { status: 200, body: {} };
  };
  const remove = ({ id }: RemoveRequest): Answer => {
    const message = kept.find((one) => one.id === id && !one.isRemoved);
    if (message === undefined) return { status: 404, body: {} };
    counts.removals += 1;
    message.isRemoved = true;
    return { status: 200, body: {} };
  };
  const fate = ({ platform, key }: FateRequest): Answer => {
    counts.fates += 1;
    if (mood() === 'fails before storing') return { status: 503, body: {} };
    const message = kept.find((one) => one.platform === platform && one.key === key);
    return {
      status: 200,
      body:
        message !== undefined && canSee(message)
          ? { kind: 'arrived', messageId: message.id }
          : { kind: 'resend' },
    };
  };
  const server = createServer((request, response) => {
    busy += 1;
    void answer(request, response, { send, edit, remove, fate, schedule: () => schedule }).finally(
      () => {
        busy -= 1;
      },
    );
  });
  server.on('connection', (socket) => {
    busy += 1;
    socket.once('close', () => {
      busy -= 1;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The recorder has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    kept,
    counts,
    publish: (next) => {
      schedule = next;
    },
    ambush: (at, strike) => {
      trap = { at, strike };
    },
    isQuiet: () => busy === 0,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Where doubles are refused, one channel is closed to those who ask. */
function canSee({ platform, target }: Kept): boolean {
  return platform !== NONCE || target.kind === 'member' || target.channel !== CLOSED;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** No answer, ever. */
const HANG: Answer = { status: 0, body: {} };

interface Desk {
  send(request: SendRequest): Promise<Answer>;
  edit(request: EditRequest): Answer;
  remove(request: RemoveRequest): Answer;
  fate(request: FateRequest): Answer;
  schedule(): string;
}

async function answer(request: IncomingMessage, response: ServerResponse, desk: Desk) {
  if (request.url === '/schedule') {
    response.end(desk.schedule());
    return;
  }
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return; // Its sender died in the middle of it.
  }
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
  const { status, body: said } = await served(request.url, body, desk);
  if (status === 0) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}

async function served(path: string | undefined, body: unknown, desk: Desk): Promise<Answer> {
  switch (path) {
    case '/send':
      return desk.send(sendRequest.parse(body));
    case '/edit':
      return desk.edit(editRequest.parse(body));
    case '/remove':
      return desk.remove(removeRequest.parse(body));
    case '/fate':
      return desk.fate(fateRequest.parse(body));
    default:
      return { status: 404, body: {} };
  }
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
