import { expect, it } from 'vitest';
import { createCounted } from '../../adapters/storage/communities/counted.ts';
import { MINUTE_MS } from '../../src/clock.ts';
import { forEachDatabase } from './databases.ts';

forEachDatabase('what counts once', ({ createUrl, open }) => {
  it('counts for one of many processes that ask at once, and again once its time is over', async () => {
    const url = await createUrl();
    const processes = await Promise.all([open(url), open(url), open(url)]);
    const ask = async (now: number) => {
      const asked = processes.map(({ kysely }) =>
        createCounted(kysely).isFirst('a', now, now + 10),
      );
      return (await Promise.all(asked)).filter(Boolean).length;
    };

    expect([await ask(0), await ask(9), await ask(10), await ask(19)]).toEqual([1, 0, 1, 0]);
  });

  it('is forgotten some time after its own is over', async () => {
    const database = await open();
    const { isFirst } = createCounted(database.kysely);
    const keys = async () =>
      (await database.kysely.selectFrom('counted').select('key').execute()).map(({ key }) => key);
    await isFirst('brief', 0, 10);
    await isFirst('long', 0, 10 * MINUTE_MS);
    await isFirst('later', MINUTE_MS, MINUTE_MS + 10);

    expect((await keys()).toSorted()).toEqual(['later', 'long']);
  });
});
