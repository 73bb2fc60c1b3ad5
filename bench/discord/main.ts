import { parseArgs } from 'node:util';
import { judge } from '../verdict.ts';
import { benchCommands } from './commands.ts';
import { benchFanOut } from './fanOut.ts';

/**
 * What Hallway on Discord promises, measured with the real program and the real SDK against a
 * Discord on loopback: `npm run bench -- discord [commands|fan-out]…`.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'discord'),
  allowPositionals: true,
  options: {
    /** Commands a second, and for how many seconds. */
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
    reminders: { type: 'string', default: '10000' },
  },
});

await judge(
  {
    commands: () => benchCommands(Number(values.rate), Number(values.seconds)),
    'fan-out': () => benchFanOut(Number(values.reminders)),
  },
  positionals,
);
