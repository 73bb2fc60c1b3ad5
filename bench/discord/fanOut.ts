import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../adapters/storage/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import type { Delivery } from '../../src/announcements/delivery.ts';
import { systemClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { programmeKey } from '../../src/programme.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Talk } from '../../src/schedule/model.ts';
import { startProgram } from '../../test/adapters/discord/program.ts';
import { startDiscord } from '../../test/servers/discord/server.ts';
import type { Verdict } from '../delivery/ratio.ts';

/** Discord's limit over all routes (discord-api-docs, topics/rate-limits). */
const ALLOWED_PER_SECOND = 50;
const PROMISED_SHARE = 0.95;
const PATIENCE = 3;

/**
 * That many reminders due at once, each to another member whose direct messages are to be opened
 * first: how much of the rate that the server allows is used, from the first request to the last.
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
  const source = new URL('../../data/fosdem-2020-containers.json', import.meta.url).pathname;
  const { conference } = decodeSchedule(await readFile(source), {});
  const [talk] = conference.talks;
  if (talk === undefined) throw new Error(`${source} has no talks`);
  const from = talk.start - 10 * 60_000;
  const databaseUrl = `sqlite:${join(folder, 'hallway.sqlite')}`;
  await enqueue(
    databaseUrl,
    members.map((name) => reminderOf(discord.user(name).id, talk, source, from)),
  );
  const program = await startProgram(discord, {
    args: ['--schedule', source, '--from', new Date(from).toISOString()],
    environment: { DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' },
  });
  const sent = () =>
    discord.requests.filter(
      ({ path, status }) => /^\/channels\/\d+\/messages$/.test(path) && status === 200,
    );
  const deadline = Date.now() + ((2 * reminders) / ALLOWED_PER_SECOND) * 1_000 * PATIENCE;
  while (sent().length < reminders && Date.now() < deadline) await delay(250);
  const used = discord.requests.filter(
    ({ path, status }) =>
      status === 200 && /^\/(users\/@me\/channels|channels\/\d+\/messages)$/.test(path),
  );
  const refused = discord.requests.filter(({ status }) => status === 429).length;
  await program.stop();
  const texts = members.map((name) => discord.user(name).dms().length);
  await discord.stop();
  await rm(folder, { recursive: true });
  const spanS = ((used.at(-1)?.at ?? 0) - (used[0]?.at ?? 0)) / 1_000;
  const share = used.length / spanS / ALLOWED_PER_SECOND;
  const isOnce = texts.every((count) => count === 1);
  return [
    {
      promise: `${reminders} reminders at ${PROMISED_SHARE * 100} % of the allowed rate or more, each once`,
      measured: `${(share * 100).toFixed(1)} % of ${ALLOWED_PER_SECOND} requests a second over ${spanS.toFixed(0)} s, ${refused} of ${used.length + refused} refused with 429, ${isOnce ? 'each once' : 'NOT each once'}`,
      isKept: share >= PROMISED_SHARE && isOnce,
    },
  ];
}

async function enqueue(databaseUrl: string, deliveries: readonly Delivery[]): Promise<void> {
  const database = await openDatabase(databaseUrl, silentLog);
  const { outbox } = createStores(database, systemClock);
  await outbox.enqueue(deliveries);
  await database.close();
}

function reminderOf(member: string, talk: Talk, source: string, now: number): Delivery {
  const key = `bench|${member}`;
  return {
    key,
    batch: key,
    lane: 'discord',
    target: { kind: 'member', platform: 'discord', member },
    conference: programmeKey(source),
    subject: { kind: 'reminder', talk: talk.id, start: talk.start },
    dueAt: now,
    expiresAt: now + 24 * 60 * 60_000,
  };
}
