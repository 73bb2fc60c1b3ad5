import { parseArgs } from 'node:util';
import { judge } from '../verdict.ts';
import { benchCommunities } from './communities.ts';
import { withDatabases } from './databases.ts';
import { benchFanOut } from './fanOut.ts';
import { benchTick } from './tick.ts';

/** What deliveries promise, platforms aside: `npm run bench -- delivery [tick|communities|fan-out]…`. */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'delivery'),
  allowPositionals: true,
  options: {
    reminders: { type: 'string', default: '10000' },
    /** Of the largest tick. */
    stars: { type: 'string', default: '1000000' },
  },
});

/** Enough for all that falls due. */
const FEWEST_STARS = 10_000;

await withDatabases(async (databases) => {
  const stars = Number(values.stars);
  const benches = {
    tick: async () => {
      const sizes = [FEWEST_STARS, stars / 10, stars];
      const [sqlite, postgres] = databases;
      return [...(await benchTick(sqlite, sizes)), ...(await benchTick(postgres, sizes))];
    },
    communities: () => benchCommunities(databases[0]),
    // One after the other: SQLite keeps the whole process waiting for the disk.
    'fan-out': async () => {
      const [sqlite, postgres] = databases;
      const reminders = Number(values.reminders);
      return [
        ...(await benchFanOut(sqlite, reminders)),
        ...(await benchFanOut(postgres, reminders)),
      ];
    },
  };
  await judge(benches, positionals);
});
