import { describe, expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createConnectionLeases, createLaneLeases } from '../../adapters/storage/leases.ts';
import { forEachDatabase } from './databases.ts';

const HOUR = 3_600_000;

const KINDS = {
  lane: ({ kysely }: Database) => createLaneLeases(kysely),
  connection: ({ kysely }: Database) => createConnectionLeases(kysely),
};

forEachDatabase('the lease', ({ createUrl, open }) => {
  describe.each(Object.entries(KINDS))('of a %s', (_kind, leasesIn) => {
    it('is held by one owner until it ends or is given back', async () => {
      const leases = leasesIn(await open());

      expect(await leases.hold('one', 'a', 0, 100)).toBe(true);
      expect(await leases.hold('one', 'b', 99, 199)).toBe(false);
      expect(await leases.hold('other', 'b', 99, 199)).toBe(true);
      expect(await leases.hold('one', 'a', 99, 199)).toBe(true);
      expect(await leases.hold('one', 'b', 199, 299)).toBe(true);
      await leases.release('one', 'a');
      expect(await leases.hold('one', 'a', 200, 300)).toBe(false);
      await leases.release('one', 'b');
      expect(await leases.hold('one', 'a', 200, 300)).toBe(true);
    });

    it('is taken by one of many that ask at once, also where it has just ended', async () => {
      const url = await createUrl();
      const processes = await Promise.all([open(url), open(url), open(url)]);
      const race = async (now: number) => {
        const asked = processes.map((each, index) =>
          leasesIn(each).hold('one', `${now} ${index}`, now, now + 100),
        );
        return (await Promise.all(asked)).filter(Boolean).length;
      };

      expect([await race(0), await race(50), await race(100), await race(200)]).toEqual([
        1, 0, 1, 1,
      ]);
    });

    it('does not outlive a clock that was set back', async () => {
      const leases = leasesIn(await open());
      await leases.hold('one', 'dead', HOUR, HOUR + 30_000);

      expect(await leases.hold('one', 'heir', 0, 30_000)).toBe(true);
    });
  });
});
