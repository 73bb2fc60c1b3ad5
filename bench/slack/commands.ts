import { setTimeout as delay } from 'node:timers/promises';
import { slackEnvironment, startOnSlack } from '../../test/adapters/slack/program.ts';
import type { Answer } from '../../test/servers/slack/answer.ts';
import { startSlack } from '../../test/servers/slack/server.ts';
import type { SlackUser } from '../../test/servers/slack/user.ts';
import { fosdem } from '../fosdem.ts';
import type { Verdict } from '../verdict.ts';
import { percentile, percentileWords } from './percentiles.ts';

/** Slack's 3 s are for networks; what Hallway itself may take of them. */
const PROMISED_P99_MS = 100;
const WARM_UP = 50;

const LINES: readonly (readonly [command: string, text: string])[] = [
  ['/talk', 'crfs'],
  ['/now', ''],
  ['/talk', 'kubernetes'],
  ['/schedule', ''],
  ['/talk', 'live migration'],
  ['/next', ''],
  ['/talk', 'xyzzy'],
  ['/hallway', 'help'],
];

/** Time from a person's command to its acknowledgement and to its answer, at a steady rate, the generator of load on the same machine. */
export async function benchCommands(rate: number, seconds: number): Promise<readonly Verdict[]> {
  const slack = await startSlack({ specification: false });
  const { source, title } = await fosdem();
  const zone = ['--schedule', source, '--zone', 'Europe/Brussels'];
  const program = await startOnSlack({
    args: ['--from', '2020-02-01T10:58:00+01:00', ...zone],
    environment: { ...(await slackEnvironment(slack, 'socket')), LOG_LEVEL: 'info' },
  });
  const ada = slack.user('ada');
  for (let turn = 0; turn < WARM_UP; turn += 1) await ask(ada, turn);
  const acks: number[] = [];
  const answers: number[] = [];
  let failed = 0;
  const timed = async (turn: number) => {
    const askedAt = performance.now();
    try {
      const { acknowledgedAfterMs } = await ask(ada, turn);
      acks.push(acknowledgedAfterMs);
      answers.push(performance.now() - askedAt);
    } catch {
      failed += 1;
    }
  };
  const startedAt = performance.now();
  const underWay: Promise<void>[] = [];
  for (let turn = 0; turn < rate * seconds; turn += 1) {
    const dueIn = startedAt + (turn * 1_000) / rate - performance.now();
    if (dueIn > 1) await delay(dueIn);
    underWay.push(timed(turn));
  }
  await Promise.all(underWay);
  await program.stop();
  await slack.stop();
  return [
    {
      promise: `${rate} commands a second for ${seconds} s (${title}), acknowledged at p99 within ${PROMISED_P99_MS} ms`,
      measured: `acknowledged: ${percentileWords(acks)}; answered: ${percentileWords(answers)}; ${answers.length} answered, ${failed} not`,
      isKept: failed === 0 && percentile(acks, 0.99) <= PROMISED_P99_MS,
    },
  ];
}

function ask(user: SlackUser, turn: number): Promise<Answer> {
  const [command, text] = LINES[turn % LINES.length] ?? ['/now', ''];
  return user.slash(command, text);
}
