import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../src/clock.ts';
import type { LaneLeases } from '../../src/outbox/outbox.ts';
import type { ConnectionLeases } from '../../src/platform/tenure.ts';
import type { Tables } from './database/schema.ts';

export function createLaneLeases(db: Kysely<Tables>): LaneLeases {
  return leasesIn(db, 'lane_leases', 'lane');
}

export function createConnectionLeases(db: Kysely<Tables>): ConnectionLeases {
  return leasesIn(db, 'connection_leases', 'connection');
}

type Leased = 'lane_leases' | 'connection_leases';

/** One owner at a time for each name in `key`; who was there first decides the database. */
function leasesIn(db: Kysely<Tables>, table: Leased, key: 'lane' | 'connection') {
  const rows = sql.table(table);
  const name = sql.ref(key);
  return {
    hold: async (leased: string, owner: string, now: Instant, until: Instant) => {
      // Nobody leases for that long: the clock was set back.
      const impossible = until + 2 * (until - now);
      const { numAffectedRows } = await sql`
        insert into ${rows} (${name}, owner, expires_at) values (${leased}, ${owner}, ${until})
        on conflict (${name}) do update set owner = excluded.owner, expires_at = excluded.expires_at
        where ${rows}.owner = excluded.owner
          or ${rows}.expires_at <= ${now} or ${rows}.expires_at > ${impossible}
      `.execute(db);
      return (numAffectedRows ?? 0n) > 0n;
    },
    release: async (leased: string, owner: string) => {
      await sql`delete from ${rows} where ${name} = ${leased} and owner = ${owner}`.execute(db);
    },
  };
}
