import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedRequest } from '../servers/discord/context.ts';
import { type Discord, startDiscord } from '../servers/discord/server.ts';

/** As Discord has it; then whoever asked reads that the application did not respond. */
const ANSWERED_WITHIN_MS = 3_000;
const PEOPLE = ['ada', 'alan', 'bob', 'grace'] as const;
const COMMANDS = ['now', 'next', 'mytalks list'] as const;
const BETWEEN_MS = 100;

/** People on a Discord who ask one thing after the other, however they are answered. */
export interface Questions {
  readonly discord: Discord;
  /** Nobody asks any more; resolves when the last question has its answer, or will have none. */
  end(): Promise<Answers>;
}

export interface Answers {
  readonly asked: number;
  readonly answered: number;
  /** The longest time in which no answer came, in milliseconds. */
  readonly longestSilenceMs: number;
  /** Questions that more than one answer was seen to. */
  readonly doubled: readonly string[];
  /** Questions that a second process tried to answer, and was refused. */
  readonly contested: readonly string[];
  /** Connections that processes made. */
  readonly connections: number;
}

export async function startQuestions(): Promise<Questions> {
  const discord = await startDiscord({
    answerWithinMs: ANSWERED_WITHIN_MS,
    // What is said right is held elsewhere; here it is how often.
    specification: false,
    guilds: [{ name: 'conference', channels: ['general'], members: [...PEOPLE] }],
  });
  const isOver = new AbortController();
  let asked = 0;
  const answeredAt: number[] = [];
  const ask = async (name: string) => {
    for (let turn = 0; !isOver.signal.aborted; turn += 1) {
      const command = COMMANDS[turn % COMMANDS.length] ?? COMMANDS[0];
      asked += 1;
      await discord
        .user(name)
        .slash(command)
        .then(
          () => answeredAt.push(performance.now()),
          () => undefined,
        );
      await pause(BETWEEN_MS);
    }
  };
  const asking = discord.gateway.ready().then(async () => {
    answeredAt.push(performance.now());
    // Commands are offered once they are registered.
    while (discord.commands().length === 0) await pause(BETWEEN_MS);
    await Promise.all(PEOPLE.map(ask));
  });
  return {
    discord,
    end: async () => {
      isOver.abort();
      await asking;
      const gaps = answeredAt.map((at, index) => at - (answeredAt[index - 1] ?? at));
      return {
        asked,
        answered: answeredAt.length - 1,
        longestSilenceMs: Math.round(Math.max(...gaps)),
        ...found(discord.requests),
        connections: discord.gateway.events.filter(({ kind }) => kind === 'identify').length,
      };
    },
  };
}

/** What the callbacks and follow-ups of each interaction came to. */
function found(requests: readonly RecordedRequest[]): Pick<Answers, 'doubled' | 'contested'> {
  const callbacks = requests.filter(({ path }) => /^\/interactions\/.*\/callback/.test(path));
  const byQuestion = Map.groupBy(callbacks, ({ path }) => path.split('/')[2] ?? '');
  const having = (holds: (statuses: readonly number[]) => boolean) =>
    [...byQuestion]
      .filter(([, tries]) => holds(tries.map(({ status = 0 }) => status)))
      .map(([question]) => question);
  const followUps = requests.filter(
    ({ method, template }) =>
      method === 'POST' && template === '/webhooks/{webhook_id}/{webhook_token}',
  );
  return {
    doubled: [
      ...having((statuses) => statuses.filter((status) => status < 300).length > 1),
      ...followUps.map(({ path }) => `a follow-up: ${path}`),
    ],
    // 40060; what came too late is 404.
    contested: having((statuses) => statuses.includes(400)),
  };
}
