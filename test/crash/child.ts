import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { everyMinute } from '../../adapters/cron/everyMinute.ts';
import { createFeed } from '../../adapters/feed/feed.ts';
import { createHttpClient } from '../../adapters/feed/http.ts';
import { createDrawing } from '../../adapters/picture/picture.ts';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createApp } from '../../src/app/app.ts';
import { inSlices } from '../../src/clock/steps.ts';
import { scaledClock, stopwatch } from '../../src/clock.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { createLog } from '../../src/log.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createPlatforms } from '../../src/platform/platforms.ts';
import { standingBy } from '../../src/platform/standby.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { indexTalks } from '../../src/search/talkIndex.ts';
import { keyOf } from '../support/names.ts';
import { type Watch, watchPlatform, watchQueue, watchWork } from './moments.ts';
import { createRecordingPlatform } from './recordingPlatform.ts';
import { orders, PLATFORMS } from './wire.ts';

/** The program as `main.ts` puts it together, but for the platforms, the clock and a wish to die. */
const input = createInterface({ input: process.stdin });
// Whoever started it is gone.
input.once('close', () => process.exit(1));
process.stdout.on('error', () => process.exit(1));
const answering = process.argv.includes('discord')
  ? await import('../../adapters/discord/platform.ts')
  : undefined;
process.stdout.write('Loaded\n');
const [line] = await once(input, 'line');
const { databaseUrl, server, from, at, speed, haste, discord, end } = orders.parse(
  JSON.parse(line),
);

let met = 0;
const watch: Watch = (moment) => {
  if (moment !== end?.moment) return;
  met += 1;
  if (met === end.count) process.kill(process.pid, 'SIGKILL');
};

const log = createLog(process.env['LOG_LEVEL'] ?? 'silent', []);
const clock = scaledClock(from + (Date.now() - at) * speed, speed);
const database = await openDatabase(databaseUrl, log);
const platforms = createPlatforms(log);
const stores = createStores(database, clock, platforms.laneOf);
const owner = randomUUID();
const http = createHttpClient({ timeoutMs: 5_000 });
const app = createApp({
  drawDay: createDrawing(),
  ...stores,
  platforms,
  announcerWork: watchWork(stores.announcerWork, watch),
  queue: watchQueue(stores.queue, watch),
  clock,
  // Leases and timeouts follow from it: a program in haste gives up after a fraction of the time.
  speed: speed / haste,
  log,
  meter: silentMeter,
  feed: createFeed(http),
  stopwatch,
  makeIndex: (conference, signal) => inSlices(indexTalks(conference), signal),
  chance: { id: randomUUID, bytes: randomBytes, fraction: Math.random },
  defaultSource: { key: keyOf('crash'), address: `${server}/schedule`, trust: 'operator' },
  refreshMinutes: 1,
  retentionDays: 30,
  owner,
  everyMinute: (turn) => everyMinute(turn, speed, log),
  decode: async (bytes, timeZone) => decodeSchedule(bytes, { timeZone }).conference,
});
try {
  await app.start(async () => [
    ...PLATFORMS.map((name) => watchPlatform(createRecordingPlatform(name, server), watch)),
    ...onDiscord(),
  ]);
  process.stdout.write('Started\n');
  await once(process, 'SIGTERM');
} finally {
  await app.stop();
  await database.close();
  await http.close();
}
process.exit(0);

/** As `main/chats.ts` has it. */
function onDiscord(): readonly Platform[] {
  if (answering === undefined || discord === undefined) return [];
  const { checkDiscord, createDiscord } = answering;
  const { commands, programmes } = app;
  const servers = { known: async () => [], forget: async () => undefined };
  const newcomers = { isKnown: async () => true, isFirst: async () => false };
  const namedRoles = { of: async () => [] };
  const options = { ...discord, commands, programmes, servers, newcomers, namedRoles, clock, log };
  return [
    standingBy({
      ...{ leases: stores.connectionLeases, connection: 'discord', owner },
      ...{ clock, speed: speed / haste, log },
      check: (signal) => checkDiscord(options, signal),
      make: (isOurs) => createDiscord({ ...options, isOurs }),
    }),
  ];
}
