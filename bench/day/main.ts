import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { fosdem } from '../fosdem.ts';
import { judge, type Verdict } from '../verdict.ts';
import { sow } from './audience.ts';
import { type Lateness, latenessOf } from './pace.ts';
import { passDay } from './passDay.ts';

/**
 * A day of a whole conference with everybody in it, on a clock that goes on as soon as nothing more is
 * done: `npm run bench -- day [--members 5000]`. Every reminder comes once, and as late as the platform's
 * pace has it.
 */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { members: { type: 'string', default: '5000' } },
});
const MEMBERS = Number(values.members);
/** Of the rate that the platform allows. */
const PROMISED_SHARE = 0.95;
/** The cron's turn comes at the minute, not before. */
const SLACK_MS = 1_000;

await judge({ day: benchDay }, []);

async function benchDay(): Promise<readonly Verdict[]> {
  const { source, title } = await fosdem();
  const schedule = decodeSchedule(await readFile(source), { timeZone: 'Europe/Brussels' });
  const { conference } = schedule;
  const [day] = conference.days;
  if (day === undefined) throw new Error(`${source} has no day`);
  const audience = sow(conference, day, MEMBERS);
  const passed = await passDay(conference, day, audience);
  const due = new Map(audience.due.map((one) => [one.key, one]));
  const times = Map.groupBy(passed.reminders, ({ key }) => key);
  const missing = [...due.keys()].filter((key) => !times.has(key));
  const doubled = [...times].filter(([, sent]) => sent.length > 1);
  const stray = [...times.keys()].filter((key) => !due.has(key));
  const lateness = latenessOf(passed.reminders, due);
  const crowd = `${MEMBERS.toLocaleString('en')} members on ${title}, 30 stars and 5 follows each`;
  return [
    {
      promise: `${crowd}: every reminder of ${day.date} once`,
      measured: `${count(due.size)} due, ${count(times.size)} sent in ${count(passed.messages)} messages; ${count(missing.length)} missing, ${count(doubled.length)} doubled, ${count(stray.length)} that nobody asked for, ${count(passed.unsettled)} messages more than were settled, ${count(passed.refused)} tries refused`,
      isKept: missing.length + doubled.length + stray.length + passed.unsettled === 0,
    },
    {
      promise: `${crowd}: late by the platform's pace alone`,
      measured: sentenceOf(lateness),
      isKept: lateness.longestMs <= lateness.byPaceMs / PROMISED_SHARE + SLACK_MS,
    },
  ];
}

function sentenceOf({ longestMs, byPaceMs, at }: Lateness): string {
  const clock = new Date(at).toISOString().slice(11, 16);
  return `the latest ${seconds(longestMs)} after it fell due (at ${clock} UTC), where the pace alone makes it ${seconds(byPaceMs)}`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
