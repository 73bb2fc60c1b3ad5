import { parseArgs } from 'node:util';
import { type Verdict, verdictLine } from '../delivery/ratio.ts';
import { benchCommands } from './commands.ts';
import { benchFanOut } from './fanOut.ts';

/**
 * What Hallway on Slack promises, measured with the real program and the real SDK against a Slack on
 * loopback: `npm run bench -- slack [commands|fan-out]…`.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'slack'),
  allowPositionals: true,
  options: {
    /** Commands a second, and for how many seconds. */
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
    reminders: { type: 'string', default: '1000' },
  },
});

const benches: Readonly<Record<string, () => Promise<readonly Verdict[]>>> = {
  commands: () => benchCommands(Number(values.rate), Number(values.seconds)),
  'fan-out': () => benchFanOut(Number(values.reminders)),
};

const verdicts: Verdict[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for (const verdict of await bench()) {
    verdicts.push(verdict);
    console.log(verdictLine(verdict));
  }
}
process.exitCode = verdicts.every(({ isKept }) => isKept) ? 0 : 1;
