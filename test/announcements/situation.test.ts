import { expect, it } from 'vitest';
import { createCommunities } from '../../adapters/storage/communities/communities.ts';
import { createSubscriptions } from '../../adapters/storage/deliveries/subscriptions.ts';
import { readSituation } from '../../src/announcements/situation.ts';
import { openMemory } from '../support/memory.ts';
import { keyOf } from '../support/names.ts';

const NOON = Date.UTC(2020, 1, 1, 12);

it('knows since when a channel could hear of the conference that its community chose', async () => {
  const { kysely, close } = await openMemory();
  const [communities, subscriptions] = [createCommunities(kysely), createSubscriptions(kysely)];
  const source = { key: keyOf('fosdem'), address: 'https://fosdem.org', trust: 'chat' } as const;
  for (const [id, chosenAt] of [
    ['before', NOON - 1],
    ['after', NOON + 1],
  ] as const) {
    await communities.choose({ platform: 'chat', id }, { source, chosenAt });
  }
  for (const community of ['before', 'after', 'never']) {
    await subscriptions.put({
      target: { kind: 'channel', platform: 'chat', community, channel: 'general' },
      ...{ language: 'en', leadMinutes: 10, rooms: [], tracks: [], kinds: [], since: NOON },
    });
  }

  const situation = await readSituation({ communities, subscriptions }, keyOf('default'));

  expect(
    situation.subscriptions.map(({ target, since }) => [target.community, since - NOON]),
  ).toEqual([
    ['after', 1],
    ['before', 0],
    ['never', 0],
  ]);
  await close();
});
