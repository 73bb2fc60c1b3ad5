import { parseArgs } from 'node:util';
import { judge, type Verdict } from './verdict.ts';

interface PlatformBenches {
  readonly commands: (perSecond: number, seconds: number) => Promise<readonly Verdict[]>;
  readonly fanOut: (reminders: number) => Promise<readonly Verdict[]>;
  /** How many reminders fall due, unless told. */
  readonly reminders: number;
}

/** What Hallway promises on a platform, as the command line asks: `npm run bench -- NAME [commands|fan-out]…`. */
export async function benchPlatform(
  name: string,
  { commands, fanOut, reminders }: PlatformBenches,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== name),
    allowPositionals: true,
    options: {
      /** Commands a second, and for how many seconds. */
      rate: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '60' },
      reminders: { type: 'string', default: String(reminders) },
    },
  });
  await judge(
    {
      commands: () => commands(Number(values.rate), Number(values.seconds)),
      'fan-out': () => fanOut(Number(values.reminders)),
    },
    positionals,
  );
}
