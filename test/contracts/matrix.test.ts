import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createAlertChannels } from '../../adapters/storage/alerts/alertChannels.ts';
import { allRefused, createDoors } from '../../adapters/storage/deliveries/reachability.ts';
import { createSubscriptions } from '../../adapters/storage/deliveries/subscriptions.ts';
import { createMatrixNews } from '../../adapters/storage/matrix/news.ts';
import { createMatrixSession } from '../../adapters/storage/matrix/session.ts';
import { HOUR_MS } from '../../src/clock.ts';
import { forEachDatabase } from './databases.ts';

const ACCOUNT = 'https://mx.test @hallway:mx.test';
const SUBSCRIPTION = {
  ...{ leadMinutes: 10, rooms: [], tracks: [], language: 'en', since: 0 },
  kinds: ['announcements'],
} as const;
const said = (key: string, room = '!a:mx.test') => ({ key, room, news: `{"said":"${key}"}` });

forEachDatabase('what was heard on Matrix', ({ createUrl, open }) => {
  it('waits in the order in which it came, until it is settled', async () => {
    const news = createMatrixNews((await open()).kysely, ACCOUNT);
    await news.keep('D', 's1', [said('$1'), said('$2', '!b:mx.test')]);
    await news.keep('D', 's2', [said('$3')]);
    await news.settle('$2', undefined, HOUR_MS);

    expect(await news.waiting(10)).toEqual([said('$1'), said('$3')]);
    expect(await news.waiting(1)).toEqual([said('$1')]);
    expect(await news.since('D')).toBe('s2');
  });

  it('counts once, however often it comes, and nothing of it is kept once it is settled', async () => {
    const { kysely } = await open();
    const news = createMatrixNews(kysely, ACCOUNT);
    await news.keep('D', 's1', [said('$1')]);
    await news.settle('$1', '{"answer":"$a"}', HOUR_MS);
    await news.keep('D', 's2', [said('$1'), said('$1')]);

    expect(await news.waiting(10)).toEqual([]);
    expect(await news.outcomeOf('$1')).toBe('{"answer":"$a"}');
    expect(await news.outcomeOf('$2')).toBeUndefined();
    expect(await kysely.selectFrom('matrix_news').select('news').execute()).toEqual([
      { news: null },
    ]);
  });

  it('is forgotten when its time is over', async () => {
    const { kysely } = await open();
    const news = createMatrixNews(kysely, ACCOUNT);
    await news.keep('D', 's1', [said('$1'), said('$2')]);
    await news.settle('$1', undefined, -1);
    await createMatrixNews(kysely, ACCOUNT).settle('$2', undefined, HOUR_MS);

    expect(await kysely.selectFrom('matrix_news').select('key').execute()).toEqual([{ key: '$2' }]);
  });

  it('is of one account and one device', async () => {
    const { kysely } = await open();
    const news = createMatrixNews(kysely, ACCOUNT);
    await news.keep('D', 's1', [said('$1')]);
    const other = createMatrixNews(kysely, 'https://other.test @hallway:other.test');

    expect([await other.waiting(10), await other.since('D'), await news.since('E')]).toEqual([
      [],
      undefined,
      undefined,
    ]);
  });

  it('loses neither its place nor what came with it between two processes', async () => {
    const url = await createUrl();
    const [one, other] = [await open(url), await open(url)].map(({ kysely }) =>
      createMatrixNews(kysely, ACCOUNT),
    );
    await Promise.all([one?.keep('D', 's1', [said('$1')]), other?.keep('D', 's1', [said('$1')])]);

    expect(await one?.waiting(10)).toEqual([said('$1')]);
  });
});

forEachDatabase('a device on Matrix', ({ open }) => {
  it('is kept with its token, which nobody reads without the key', async () => {
    const { kysely } = await open();
    const key = randomBytes(32);
    await createMatrixSession(kysely, ACCOUNT, key).put({ device: 'D', token: 'syt_secret' });
    const rows = JSON.stringify(await kysely.selectFrom('matrix_sessions').selectAll().execute());

    expect(await createMatrixSession(kysely, ACCOUNT, key).find()).toEqual({
      device: 'D',
      token: 'syt_secret',
    });
    expect(rows).not.toContain('syt_secret');
    await expect(createMatrixSession(kysely, ACCOUNT, randomBytes(32)).find()).rejects.toThrow();
  });

  it('goes on where it was with another token, and another device begins anew', async () => {
    const { kysely } = await open();
    const session = createMatrixSession(kysely, ACCOUNT, randomBytes(32));
    const news = createMatrixNews(kysely, ACCOUNT);
    await session.put({ device: 'D', token: 'one' });
    await news.keep('D', 's1', []);
    await session.put({ device: 'D', token: 'two' });
    expect(await news.since('D')).toBe('s1');

    await session.put({ device: 'E', token: 'three' });
    expect([await news.since('E'), await session.find()]).toEqual([
      undefined,
      { device: 'E', token: 'three' },
    ]);
  });
});

forEachDatabase('a room that Hallway was put out of', ({ open }) => {
  it('is closed to each community that has something said there, and to no other, until it is open again', async () => {
    const { kysely } = await open();
    const subscriptions = createSubscriptions(kysely);
    const doors = createDoors(kysely);
    const target = (community: string, channel: string, platform = 'matrix') =>
      ({ kind: 'channel', platform, community, channel }) as const;
    const told = [target('!space', '!a'), target('!space', '!b'), target('!a', '!a', 'slack')];
    for (const one of told) await subscriptions.put({ ...SUBSCRIPTION, target: one });
    await createAlertChannels(kysely).put({ target: target('!other', '!a'), language: 'en' });

    await doors.closed('matrix', '!a', 7);
    await doors.closed('matrix', '!nobody', 7);
    const refused = await allRefused(kysely);
    expect(
      refused.toSorted(({ target: a }, { target: b }) => (a.community < b.community ? -1 : 1)),
    ).toEqual([
      { target: target('!other', '!a'), code: 'forbidden', at: 7 },
      { target: target('!space', '!a'), code: 'forbidden', at: 7 },
    ]);

    await doors.opened('matrix', '!a');
    expect(await allRefused(kysely)).toEqual([]);
    expect((await subscriptions.all()).map((one) => one.target)).toEqual(told);
  });
});
