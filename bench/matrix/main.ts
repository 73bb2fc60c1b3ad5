import { parseArgs } from 'node:util';
import { judge } from '../verdict.ts';
import { benchCommands } from './commands.ts';
import { benchFanOut } from './fanOut.ts';

/**
 * What Hallway on Matrix promises, measured with the real program: commands on a homeserver on loopback,
 * reminders on a real Synapse, each beside a client of a few lines: `npm run bench -- matrix [commands|fan-out]…`.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'matrix'),
  allowPositionals: true,
  options: {
    /** Commands a second, and for how many seconds. */
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
    reminders: { type: 'string', default: '1000' },
  },
});

await judge(
  {
    commands: () => benchCommands(Number(values.rate), Number(values.seconds)),
    'fan-out': () => benchFanOut(Number(values.reminders)),
  },
  positionals,
);
