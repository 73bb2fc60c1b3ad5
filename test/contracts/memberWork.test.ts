import { expect, it } from 'vitest';
import { createMemberWork } from '../../adapters/storage/members/memberWork.ts';
import { createStars } from '../../adapters/storage/members/stars.ts';
import type { Clock } from '../../src/clock.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const clock: Clock = { now: () => NINE, sleep: async () => {} };
const ada = { platform: 'chat', id: 'ada' };
const bob = { platform: 'chat', id: 'bob' };
const soon = { conference: keyOf('fosdem20'), talk: '9053', start: NINE + 60_000 };

forEachDatabase('the work on members', ({ open }) => {
  it('keeps all of what is written together, or nothing', async () => {
    const database = await open();
    const { transaction } = createMemberWork(database, clock);

    const written = transaction(async ({ members, stars }, at) => {
      await members.see({ ref: ada, locale: 'en', seenAt: at }, 'p1');
      await stars.add(ada, soon, at);
      throw new Error('The machine stumbles');
    });

    await expect(written).rejects.toThrow('The machine stumbles');
    expect(await createStars(database.kysely).of(ada, keyOf('fosdem20'))).toEqual([]);
    expect(await database.kysely.selectFrom('people').select('id').execute()).toEqual([]);
  });

  it('writes again what was undone because two writers waited for each other', async () => {
    const database = await open();
    const { transaction } = createMemberWork(database, clock);
    for (const ref of [ada, bob]) {
      await transaction(({ members }, at) =>
        members.see({ ref, locale: 'en', seenAt: at }, ref.id),
      );
    }
    const both = (first: typeof ada, second: typeof ada) =>
      transaction(async ({ members }) => {
        await members.change(first, { volume: 'quiet' });
        await new Promise((resolve) => setTimeout(resolve, 50));
        await members.change(second, { wantsDigest: true });
      });

    await Promise.all([both(ada, bob), both(bob, ada)]);

    expect(
      await database.kysely.selectFrom('members').select(['volume', 'digest']).execute(),
    ).toEqual([
      { volume: 'quiet', digest: 1 },
      { volume: 'quiet', digest: 1 },
    ]);
  });
});
