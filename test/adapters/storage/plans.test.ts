import { type CompiledQuery, Kysely } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../adapters/storage/database/migrate.ts';
import type { Tables } from '../../../adapters/storage/database/schema.ts';
import { sqliteDialect } from '../../../adapters/storage/database/sqlite.ts';
import { createFollowedTalks } from '../../../adapters/storage/deliveries/marks/followedTalks.ts';
import { createStarredTalks } from '../../../adapters/storage/deliveries/marks/starredTalks.ts';
import { createFollows } from '../../../adapters/storage/members/follows.ts';
import { createStars } from '../../../adapters/storage/members/stars.ts';
import { keyOf } from '../../support/names.ts';

const KEY = keyOf('fosdem20');
const ada = { platform: 'chat', id: 'ada' };
const day = { start: 0, end: 1 };

describe('SQLite, which knows nothing of how many rows there are,', () => {
  it('finds what is one member’s by the member, for every message that is sent', async () => {
    const { kysely, plansOf } = await open();
    const [follows, stars] = [createFollows(kysely), createStars(kysely)];
    const member = 'members: platform=? AND id=?';

    expect(await plansOf(() => follows.of(ada, KEY))).toEqual([
      [member, 'follows: person=? AND conference=?'],
    ]);
    expect(await plansOf(() => follows.talks(ada, KEY))).toEqual([
      [member, 'followed_talks: person=? AND conference=?'],
    ]);
    expect(await plansOf(() => stars.of(ada, KEY))).toEqual([
      [member, 'stars: person=? AND conference=?'],
    ]);
  });

  it('finds what is due, what was sent to whom it is due and what is yet to be sought, for every tick', async () => {
    const { kysely, plansOf } = await open();
    const [followed, starred] = [createFollowedTalks(kysely), createStarredTalks(kysely)];
    const account = 'members: person=?';

    expect(await plansOf(() => starred.due(0, 1))).toEqual([
      ['stars: due_at>? AND due_at<?', account],
    ]);
    expect(await plansOf(() => followed.due(0, 1))).toEqual([
      [
        'followed_talks: due_at>? AND due_at<?',
        'stars: person=? AND conference=? AND talk=?',
        account,
      ],
    ]);
    expect(await plansOf(() => followed.messages(KEY, ['member:chat:ada'], day))).toEqual([
      ['outbox: target=? AND conference=?'],
    ]);
    expect(await plansOf(() => followed.sought(KEY, 2))).toEqual([
      ['follows: conference=? AND version=?', 'follows: conference=? AND version<?'],
    ]);
  });
});

async function open() {
  const asked: CompiledQuery[] = [];
  const kysely = new Kysely<Tables>({
    dialect: sqliteDialect(':memory:'),
    log: ({ query }) => void asked.push(query),
  });
  onTestFinished(() => kysely.destroy());
  await migrate(kysely);
  return {
    kysely,
    /** How SQLite goes about each statement of a question: the tables that it looks into, and by which columns. */
    plansOf: async (question: () => Promise<unknown>) => {
      asked.length = 0;
      await question();
      const plans = [];
      for (const query of asked.splice(0)) plans.push(await planOf(kysely, query));
      return plans;
    },
  };
}

async function planOf(kysely: Kysely<Tables>, query: CompiledQuery): Promise<readonly string[]> {
  const plan = await kysely.executeQuery<{ readonly detail: string }>({
    ...query,
    sql: `explain query plan ${query.sql}`,
  });
  return plan.rows.flatMap(({ detail }) => lookup(detail) ?? []);
}

/** Undefined for what reads no table of ours, such as sorting what was found. */
function lookup(detail: string): string | undefined {
  const [, table, columns] = /^SEARCH (\w+) USING .*INDEX \S+ \((.+)\)/.exec(detail) ?? [];
  if (table !== undefined) return `${table}: ${columns}`;
  const [, all] = /^SCAN (\w+)/.exec(detail) ?? [];
  return all === undefined || all === 'unsought' ? undefined : `${all}: all of it`;
}
