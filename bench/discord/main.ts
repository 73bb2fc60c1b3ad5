import { parseArgs } from 'node:util';
import { judge } from '../verdict.ts';
import { benchCommands } from './commands.ts';
import { benchFanOut } from './fanOut.ts';
import { benchFootprint } from './footprint.ts';
import { benchStart } from './start.ts';

/**
 * What Hallway on Discord promises, measured with the real program and the real SDK against a
 * Discord on loopback: `npm run bench -- discord [commands|start|footprint|fan-out]…`.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'discord'),
  allowPositionals: true,
  options: {
    /** Commands a second, and for how many seconds. */
    rate: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
    reminders: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '7' },
  },
});

await judge(
  {
    commands: () => benchCommands(Number(values.rate), Number(values.seconds)),
    start: () => benchStart(Number(values.runs)),
    footprint: () => benchFootprint(),
    'fan-out': () => benchFanOut(Number(values.reminders)),
  },
  positionals,
);
