import { expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createLinking } from '../../adapters/storage/members/linking.ts';
import { createMembers } from '../../adapters/storage/members/members.ts';
import { createOwnAddresses } from '../../adapters/storage/members/ownAddresses.ts';
import { createPersonalData } from '../../adapters/storage/members/personalData.ts';
import { createSealing } from '../../adapters/storage/sealing.ts';
import { exportDocument } from '../../src/agenda/personal/accounts.ts';
import { forEachDatabase } from './databases.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const ada = { platform: 'chat', id: 'ada' };
const elsewhere = { platform: 'mail', id: 'U1' };
const SECRET = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const OTHER = 'ffeeddccbbaa99887766554433221100';
const sealing = createSealing(Buffer.alloc(32, 1));

forEachDatabase('the address of a list', ({ open }) => {
  it('leads to its owner, and is kept so that the database tells it to nobody', async () => {
    const { kysely, addresses } = await prepare(await open());
    await addresses.renew(ada, SECRET, NINE);

    expect(await addresses.ownerOf(SECRET)).toEqual(ada);
    expect(await addresses.ownerOf(OTHER)).toBeUndefined();
    expect(await addresses.of(ada)).toEqual({ secret: SECRET, madeAt: NINE });
    const rows = await kysely.selectFrom('own_addresses').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });

  it('is not shown again without the key that it was kept with, and leads on', async () => {
    const { kysely, addresses } = await prepare(await open());
    await addresses.renew(ada, SECRET, NINE);
    await createOwnAddresses(kysely).renew(elsewhere, OTHER, NINE);

    const otherKey = createOwnAddresses(kysely, createSealing(Buffer.alloc(32, 2)));
    expect(await otherKey.of(ada)).toEqual({ madeAt: NINE });
    expect(await addresses.of(elsewhere)).toEqual({ madeAt: NINE });
    expect(await otherKey.ownerOf(SECRET)).toEqual(ada);
  });

  it('is renewed by another one in its place', async () => {
    const { addresses } = await prepare(await open());
    await addresses.renew(ada, SECRET, NINE);
    await addresses.renew(ada, OTHER, NINE + 1);

    expect(await addresses.ownerOf(SECRET)).toBeUndefined();
    expect(await addresses.of(ada)).toEqual({ secret: OTHER, madeAt: NINE + 1 });
  });

  it('goes along when accounts are linked; of two, that of whoever made the code stays', async () => {
    const { addresses, linking } = await prepare(await open());
    await addresses.renew(elsewhere, SECRET, NINE);
    await linking.offer(ada, 'ABCDE-FGHJK', NINE + 1);
    await linking.redeem(elsewhere, 'ABCDE-FGHJK', NINE);

    expect(await addresses.of(ada)).toEqual({ secret: SECRET, madeAt: NINE });
    await linking.part(elsewhere, 'alone');
    expect(await addresses.of(elsewhere)).toBeUndefined();

    await addresses.renew(elsewhere, OTHER, NINE);
    await linking.offer(ada, 'BCDEF-GHJKL', NINE + 1);
    await linking.redeem(elsewhere, 'BCDEF-GHJKL', NINE);
    expect(await addresses.of(elsewhere)).toEqual({ secret: SECRET, madeAt: NINE });
    expect(await addresses.ownerOf(OTHER)).toBeUndefined();
  });

  it('is named in what is handed over, and not told; it ends with its owner', async () => {
    const { kysely, addresses } = await prepare(await open());
    const personal = createPersonalData(kysely);
    await addresses.renew(ada, SECRET, NINE);

    const data = await personal.collect(ada);
    const document = data === undefined ? '' : exportDocument(data);
    expect(JSON.parse(document)).toMatchObject({ address: { madeAt: '2020-02-01T09:00:00.000Z' } });
    expect(document).not.toContain(SECRET);

    await personal.erase(ada);
    expect(await addresses.ownerOf(SECRET)).toBeUndefined();
    expect(await kysely.selectFrom('own_addresses').selectAll().execute()).toEqual([]);
  });
});

async function prepare({ kysely }: Database) {
  const members = createMembers(kysely);
  await members.see({ ref: ada, locale: 'en', seenAt: NINE }, 'person-ada');
  await members.see({ ref: elsewhere, locale: 'en', seenAt: NINE - 1 }, 'person-elsewhere');
  const addresses = createOwnAddresses(kysely, sealing);
  return { kysely, addresses, linking: createLinking(kysely) };
}
