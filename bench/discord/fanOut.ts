import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { startOnDiscord } from '../../test/adapters/discord/program.ts';
import { type Discord, startDiscord } from '../../test/servers/discord/server.ts';
import { starAll } from '../starAll.ts';
import type { Verdict } from '../verdict.ts';

/** Discord's limit over all routes (discord-api-docs, topics/rate-limits). */
const ALLOWED_PER_SECOND = 50;
const PROMISED_SHARE = 0.95;
const PATIENCE = 3;

/** Enough for the program to start before the reminders fall due. */
const AHEAD_MS = 90_000;
const LEAD_MS = 10 * 60_000;

/**
 * That many members who starred one talk, their direct messages still to be opened: how much of the
 * rate that the server allows is used, from the first request to the last.
 */
export async function benchFanOut(reminders: number): Promise<readonly Verdict[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const members = Array.from({ length: reminders }, (_, index) => `member ${index}`);
  const discord = await startDiscord({
    specification: false,
    rateLimits: {
      globalPerSecond: ALLOWED_PER_SECOND,
      channelMessages: { limit: 5, windowMs: 5_000 },
    },
    guilds: [{ name: 'conference', channels: ['general'], members }],
  });
  const { conference } = decodeSchedule(await readFile(SOURCE), {});
  const [talk] = conference.talks;
  if (talk === undefined) throw new Error(`${SOURCE} has no talks`);
  const from = talk.start - LEAD_MS - AHEAD_MS;
  const databaseUrl = `sqlite:${join(folder, 'hallway.sqlite')}`;
  const ids = members.map((name) => discord.user(name).id);
  const refs = ids.map((id) => ({ platform: 'discord', id }));
  await starAll(databaseUrl, SOURCE, refs, () => [talk], from);
  const program = await startOnDiscord(discord, {
    args: ['--schedule', SOURCE, '--from', new Date(from).toISOString()],
    environment: { DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' },
  });
  await untilSent(discord, reminders);
  await program.stop();
  const counts = members.map((name) => discord.user(name).dms().length);
  await discord.stop();
  await rm(folder, { recursive: true });
  return [verdict(discord, reminders, counts)];
}

const SOURCE = fileURLToPath(new URL('../../data/fosdem-2020-containers.json', import.meta.url));
const OPENED_OR_SENT = /^\/(users\/@me\/channels|channels\/\d+\/messages)$/;

async function untilSent(discord: Discord, reminders: number): Promise<void> {
  const sent = () =>
    discord.requests.filter(({ path, status }) => status === 200 && path.endsWith('/messages'));
  const shortestMs = ((2 * reminders) / ALLOWED_PER_SECOND) * 1_000;
  const deadline = Date.now() + 2 * AHEAD_MS + PATIENCE * shortestMs;
  while (sent().length < reminders && Date.now() < deadline) await delay(500);
}

function verdict(discord: Discord, reminders: number, counts: readonly number[]): Verdict {
  const ours = discord.requests.filter(({ path }) => OPENED_OR_SENT.test(path));
  const done = ours.filter(({ status }) => status === 200);
  const spanS = ((done.at(-1)?.at ?? 0) - (done[0]?.at ?? 0)) / 1_000;
  const share = done.length / spanS / ALLOWED_PER_SECOND;
  const isOnce = counts.every((count) => count === 1);
  const refused = ours.filter(({ status }) => status === 429).length;
  return {
    promise: `${reminders} reminders at ${PROMISED_SHARE * 100} % of the allowed rate or more, each once`,
    measured: `${(share * 100).toFixed(1)} % of ${ALLOWED_PER_SECOND} requests a second over ${spanS.toFixed(0)} s, ${refused} of ${ours.length} refused with 429, ${isOnce ? 'each once' : 'NOT each once'}`,
    isKept: share >= PROMISED_SHARE && isOnce,
  };
}
