import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { everyMinute } from '../../adapters/cron/everyMinute.ts';
import { decodeApart } from '../../adapters/decoding/decode.ts';
import { inSlices } from '../../src/clock/steps.ts';
import { type Clock, MINUTE_MS, scaledClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config/config.ts';
import { secretsIn } from '../../src/log/secret.ts';
import { createLog } from '../../src/log.ts';
import { loadChats } from '../../src/main/chats.ts';
import { run } from '../../src/main/run.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { indexTalks } from '../../src/search/talkIndex.ts';

/**
 * Hallway as `serve` starts it, in a rehearsal with a pace of its own: what it leaves between two
 * messages for the platform's sake is as much shorter as the clock is faster, so that a day's
 * messages leave in the minutes that the day takes. A number on standard input is how fast the clock
 * runs from then on: a slow machine gets a longer day, and its evening passes as evenings do.
 */
const { values } = parseArgs({
  options: {
    schedule: { type: 'string', default: '' },
    /** Milliseconds since 1970-01-01T00:00:00Z. */
    from: { type: 'string', default: '' },
    speed: { type: 'string', default: '' },
  },
});
const { schedule: address } = values;
const speed = Number(values.speed);
const config = readConfig(process.env);
const log = createLog('info', secretsIn(config));
const source = sourceOf(address, undefined, 'operator');

let pace = scaledClock(Number(values.from), speed);
const clock: Clock = {
  now: () => pace.now(),
  sleep: (ms, signal) => pace.sleep(ms, signal),
};
createInterface({ input: process.stdin }).on('line', (line) => {
  pace = scaledClock(pace.now(), Number(line));
});

/**
 * A turn a minute of the clock. At every second, whatever the pace, an evening would be as busy as the
 * day: a turn allocates half a megabyte, and V8 gives back nothing while that goes on.
 */
const everyMinuteOfTheClock: typeof everyMinute = (turn, ...rest) => {
  let turnedAt = Number.NEGATIVE_INFINITY;
  const isDue = () => clock.now() - turnedAt >= MINUTE_MS;
  const turnWhenDue = async () => {
    if (!isDue()) return;
    turnedAt = clock.now();
    await turn();
  };
  return everyMinute(turnWhenDue, ...rest);
};

function hastened(platform: Platform): Platform {
  const { messenger } = platform;
  const spacing: typeof messenger.spacing = (...call) => messenger.spacing(...call) / speed;
  return { ...platform, messenger: { ...messenger, spacing } };
}

process.exitCode = await run(
  {
    ...{ config, locale: 'en', source, clock, speed, log, decode: decodeApart },
    everyMinute: everyMinuteOfTheClock,
    // What search by meaning takes more is told apart.
    makeIndex: (conference, signal) => inSlices(indexTalks(conference), signal),
  },
  async (base) => (await loadChats(config, { ...base, clock, speed, log })).map(hastened),
);
process.stdin.destroy();
