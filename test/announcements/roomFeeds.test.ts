import { expect, it } from 'vitest';
import { readRoomFeeds } from '../../src/announcements/rooms/roomFeeds.ts';
import { takeOver } from '../../src/announcements/versions/takeover.ts';
import { silentLog } from '../../src/log.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import type { Source } from '../../src/schedule/source.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';
import { openRehearsalStores } from '../support/rehearsalStores.ts';

const TEN = Date.parse('2020-02-01T10:00:00Z');
const MINUTE_MS = 60_000;
const KEY = keyOf('rooms');
const [US, THEY, OFFLINE] = ['us', 'they', 'offline'].map((id) => ({ platform: 'chat', id }));

it('feeds are asked once for all communities, while something runs or is about to', async () => {
  const stores = await openRehearsalStores();
  let now = TEN - 31 * MINUTE_MS;
  const setting = {
    clock: { now: () => now, sleep: async () => {} },
    defaultConference: KEY,
  };
  const taken = await takeOver(
    stores.announcerWork,
    {
      ...{ key: KEY, fingerprint: '1', validators: {} },
      conference: conferenceOf([talkAt('1', TEN)]),
    },
    undefined,
    setting,
  );
  if (taken.kind === 'refused') throw new Error('A first version is taken.');
  const asked: string[] = [];
  const feed = {
    fetch: async ({ address, trust }: Source) => {
      asked.push(`${trust} ${address}`);
      if (address.includes('down')) {
        throw new ScheduleFormatError({ kind: 'badStatus', facts: [500] });
      }
      const bytes = Buffer.from('[{"roomname":"a","state":"1"},{"roomname":"Z","state":"0"}]');
      return { kind: 'fresh', bytes, fingerprint: '', validators: {} } as const;
    },
  };
  const { communities } = stores;
  const read = () =>
    readRoomFeeds({
      ...{ feed, communities, setting, log: silentLog },
      ...{ announcerWork: stores.announcerWork, versionOf: () => taken.version },
    });
  if (!US || !THEY || !OFFLINE) throw new Error('There are three.');
  for (const one of [US, THEY]) await communities.setRoomFeed(one, KEY, 'https://api.example/');
  await communities.setRoomFeed(OFFLINE, KEY, 'https://down.example/');

  await read();
  expect(asked).toEqual([]);
  now += MINUTE_MS;
  await read();
  expect(asked).toEqual(['chat https://down.example/', 'chat https://api.example/']);
  const states = await Promise.all(
    [US, THEY, OFFLINE].map(async (one) =>
      (await communities.roomStatesOf(one, KEY)).map(({ state, origin }) => `${origin} ${state}`),
    ),
  );
  expect(states).toEqual([['feed full'], ['feed full'], []]);
  expect(await communities.allRoomFeeds()).toMatchObject([
    { community: OFFLINE, failing: { since: now } },
    { community: THEY, readAt: now, unknown: ['Z'] },
    { community: US, readAt: now, unknown: ['Z'] },
  ]);
  now = TEN + 25 * MINUTE_MS;
  await read();
  expect(asked).toHaveLength(2);
});
