import { expect, it } from 'vitest';
import { createAgendaLedger } from '../../adapters/storage/agendaLedger.ts';
import { createStarredTalks } from '../../adapters/storage/starredTalks.ts';
import { createStars } from '../../adapters/storage/stars.ts';
import { createWatermark } from '../../adapters/storage/watermark.ts';
import type { Clock } from '../../src/clock.ts';
import { forEachDatabase } from './databases.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const clock: Clock = { now: () => NINE, sleep: async () => {} };
const ada = { platform: 'chat', id: 'ada' };
const soon = { conference: 'fosdem20', talk: '9053', start: NINE + 60_000 };

forEachDatabase('the agenda’s ledger', ({ createUrl, open }) => {
  it('keeps all of what is written together, or nothing', async () => {
    const database = await open();
    const { write } = createAgendaLedger(database, clock);

    const written = write(async ({ members, stars }, at) => {
      await members.see({ ref: ada, locale: 'en', seenAt: at }, 'p1');
      await stars.add(ada, soon, at);
      throw new Error('The machine stumbles');
    });

    await expect(written).rejects.toThrow('The machine stumbles');
    expect(await createStars(database.kysely).of(ada, 'fosdem20')).toEqual([]);
    expect(await database.kysely.selectFrom('people').select('id').execute()).toEqual([]);
  });

  it('lets no reminder fall into a window that another process is just closing', async () => {
    const url = await createUrl();
    const ours = await open(url);
    const theirs = await open(url);
    const { write } = createAgendaLedger(ours, clock);
    await createWatermark(ours.kysely, ours.dialect).move(NINE - 1);
    const reading = Promise.withResolvers<void>();
    const tick = theirs.kysely.transaction().execute(async (trx) => {
      const watermark = createWatermark(trx, theirs.dialect);
      await watermark.read();
      const due = await createStarredTalks(trx).due(NINE - 1, NINE + 5);
      reading.resolve();
      await new Promise((resolve) => setTimeout(resolve, 30));
      await watermark.move(NINE + 5);
      return due;
    });

    await reading.promise;
    const starred = write(async ({ members, stars }, at) => {
      await members.see({ ref: ada, locale: 'en', seenAt: at }, 'p1');
      await stars.add(ada, soon, at);
    });
    const [planned] = await Promise.all([tick, starred]);

    const next = await createStarredTalks(ours.kysely).due(NINE + 5, NINE + 60_000);
    expect([...planned, ...next].map(({ talk }) => talk)).toEqual(['9053']);
  });
});
