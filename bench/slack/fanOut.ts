import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { slackEnvironment, startOnSlack } from '../../test/adapters/slack/program.ts';
import { REAL_RATE_LIMITS } from '../../test/servers/slack/rate-limits.ts';
import { type Slack, startSlack } from '../../test/servers/slack/server.ts';
import { starAll } from '../starAll.ts';
import type { Verdict } from '../verdict.ts';
import { percentile, percentileWords } from './percentiles.ts';

/**
 * Posts a second that a workspace takes. Slack says "several hundred a minute": as many as Hallway
 * reckons with, and fewer, so that it is refused again and again.
 */
const WORKSPACES = [10, 8];
const PROMISED_SHARE = 0.95;
const PROMISED_OPEN_MS = 1_000;
/** Enough for the program to start before the reminders fall due. */
const AHEAD_MS = 30_000;
const LEAD_MS = 10 * 60_000;
const SOURCE = new URL('../../data/fosdem-2020-containers.json', import.meta.url).pathname;

/**
 * That many reminders due at once in one workspace that refuses what is too fast, while somebody
 * opens windows: how much of the allowed rate is used, and how long a window takes.
 */
export async function benchFanOut(reminders: number): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const allowed of WORKSPACES) verdicts.push(...(await fanOut(reminders, allowed)));
  return verdicts;
}

async function fanOut(reminders: number, perSecond: number): Promise<readonly Verdict[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const names = Array.from({ length: reminders }, (_, index) => `member ${index}`);
  const slack = await startSlack({
    specification: false,
    rateLimits: {
      ...(REAL_RATE_LIMITS.channelPosts && { channelPosts: REAL_RATE_LIMITS.channelPosts }),
      workspacePosts: { perSecond, burst: perSecond },
    },
    workspaces: [{ name: 'conference', users: ['ada', ...names], channels: ['general'] }],
  });
  const { conference } = decodeSchedule(await readFile(SOURCE), {});
  const [talk] = conference.talks;
  if (talk === undefined) throw new Error(`${SOURCE} has no talks`);
  const from = talk.start - LEAD_MS - AHEAD_MS;
  const databaseUrl = `sqlite:${join(folder, 'hallway.sqlite')}`;
  const members = names.map((name) => `${slack.teamId()}/${slack.user(name).id}`);
  const refs = members.map((id) => ({ platform: 'slack', id }));
  await starAll(databaseUrl, SOURCE, refs, () => [talk], from);
  const program = await startOnSlack({
    args: ['--schedule', SOURCE, '--from', new Date(from).toISOString()],
    environment: {
      ...(await slackEnvironment(slack, 'socket')),
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'info',
    },
  });
  const opened = await openWindows(slack, reminders, (1_000 * reminders) / perSecond);
  await program.stop();
  const counts = names.map((name) => slack.dms(name).length);
  const { allowed, limited } = slack.usage('chat.postMessage');
  await slack.stop();
  await rm(folder, { recursive: true });
  const posted = sent(slack);
  const spanS = ((posted.at(-1)?.at ?? 0) - (posted[0]?.at ?? 0)) / 1_000;
  const share = posted.length / spanS / perSecond;
  const isOnce = counts.every((count) => count === 1);
  return [
    {
      promise: `${reminders} reminders where ${perSecond} posts a second are allowed, at ${PROMISED_SHARE * 100} % of that or more, each once`,
      measured: `${(share * 100).toFixed(1)} % over ${spanS.toFixed(0)} s, ${limited} of ${allowed + limited} refused with 429, ${isOnce ? 'each once' : 'NOT each once'}`,
      isKept: share >= PROMISED_SHARE && isOnce,
    },
    {
      promise: `a window opens meanwhile at p99 within ${PROMISED_OPEN_MS} ms`,
      measured: `${percentileWords(opened)}; ${opened.length} windows`,
      isKept: percentile(opened, 0.99) <= PROMISED_OPEN_MS,
    },
  ];
}

function sent(slack: Slack) {
  return slack.calls.filter(
    ({ method, error }) => method === 'chat.postMessage' && error === undefined,
  );
}

/** From the command to the window, again and again while posts go out; gives up after three times the time they should take. */
async function openWindows(
  slack: Slack,
  reminders: number,
  expectedMs: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  const deadline = performance.now() + 3 * (AHEAD_MS + expectedMs);
  for (let count = 0; count < reminders && performance.now() < deadline; ) {
    const askedAt = performance.now();
    await slack.user('ada').slash('/talk');
    if (count > 0) times.push(performance.now() - askedAt);
    await delay(200);
    count = sent(slack).length;
  }
  return times;
}
