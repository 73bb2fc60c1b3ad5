import { parseArgs } from 'node:util';
import { judge } from '../verdict.ts';
import { benchTakeover } from './takeover.ts';

/**
 * Whether anything stands still while a schedule is taken over, indexed and told of: measured in the
 * real program, through the real SDK, against a Discord on loopback: `npm run bench -- stall`.
 */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'stall'),
  options: {
    /** Commands a second. */
    rate: { type: 'string', default: '100' },
    runs: { type: 'string', default: '5' },
  },
});

await judge({ takeover: () => benchTakeover(Number(values.rate), Number(values.runs)) }, []);
