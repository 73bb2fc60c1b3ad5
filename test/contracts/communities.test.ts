import { expect, it } from 'vitest';
import { createCommunities } from '../../adapters/storage/communities.ts';
import { createOutbox } from '../../adapters/storage/outbox.ts';
import { createSubscriptions } from '../../adapters/storage/subscriptions.ts';
import { delivery } from '../../src/announcements/deliveries.ts';
import { forEachDatabase } from './databases.ts';

const NOON = Date.UTC(2020, 1, 1, 12);
const fosdem = { platform: 'chat', id: 'fosdem' };
const debconf = { platform: 'chat', id: 'debconf' };
const choice = {
  conference: 'fosdem20',
  source: 'https://fosdem.org/2020/schedule/xml',
  timeZone: 'Europe/Brussels',
  chosenAt: NOON,
};

forEachDatabase('communities', ({ open }) => {
  it('have no conference of their own until they choose one', async () => {
    const communities = createCommunities((await open()).kysely);
    expect(await communities.choiceOf(fosdem)).toBeUndefined();

    await communities.choose(fosdem, choice);

    expect(await communities.choiceOf(fosdem)).toEqual(choice);
    expect(await communities.choiceOf(debconf)).toBeUndefined();
  });

  it('forget a zone that the next choice does not name', async () => {
    const communities = createCommunities((await open()).kysely);
    await communities.choose(fosdem, choice);
    const next = { conference: 'fosdem21', source: 'https://fosdem.org/2021', chosenAt: NOON + 1 };

    await communities.choose(fosdem, next);

    expect(await communities.choices()).toEqual([{ community: fosdem, ...next }]);
  });

  it('have delays of their own, one a room, until the room is on time again', async () => {
    const communities = createCommunities((await open()).kysely);
    await communities.setDelay(fosdem, 'fosdem20', { room: 'ud2', minutes: 5, since: NOON });
    await communities.setDelay(fosdem, 'fosdem20', { room: 'ud2', minutes: 15, since: NOON + 1 });
    await communities.setDelay(fosdem, 'fosdem20', { room: 'k3', minutes: -5, since: NOON });
    await communities.setDelay(debconf, 'fosdem20', { room: 'ud2', minutes: 60, since: NOON });

    expect(await communities.delaysOf(fosdem, 'fosdem20')).toEqual([
      { room: 'k3', minutes: -5, since: NOON },
      { room: 'ud2', minutes: 15, since: NOON + 1 },
    ]);
    expect(await communities.delaysOf(fosdem, 'fosdem21')).toEqual([]);
    expect(await communities.allDelays()).toEqual([
      { community: debconf, conference: 'fosdem20', room: 'ud2', minutes: 60, since: NOON },
      { community: fosdem, conference: 'fosdem20', room: 'k3', minutes: -5, since: NOON },
      { community: fosdem, conference: 'fosdem20', room: 'ud2', minutes: 15, since: NOON + 1 },
    ]);

    await communities.setDelay(fosdem, 'fosdem20', { room: 'ud2', minutes: 0, since: NOON + 2 });
    expect(await communities.delaysOf(fosdem, 'fosdem20')).toEqual([
      { room: 'k3', minutes: -5, since: NOON },
    ]);
  });

  it('leave nothing behind when they are forgotten, and others alone', async () => {
    const { kysely } = await open();
    const communities = createCommunities(kysely);
    const subscriptions = createSubscriptions(kysely);
    for (const community of [fosdem, debconf]) {
      await communities.choose(community, choice);
      await communities.setDelay(community, 'x', { room: 'r', minutes: 5, since: NOON });
      await subscriptions.put({
        target: { kind: 'channel', platform: 'chat', community: community.id, channel: 'general' },
        leadMinutes: 10,
        rooms: [],
        tracks: [],
        kinds: ['announcements'],
        since: NOON,
      });
    }

    const outbox = createOutbox(kysely);
    const waiting = ['fosdem', 'fosdem2'].map((community) =>
      delivery(
        { target: { kind: 'channel', platform: 'chat', community, channel: 'c' }, conference: 'x' },
        { kind: 'digest', date: '2020-02-01' },
        { dueAt: NOON, expiresAt: NOON + 1 },
        () => 'lane',
      ),
    );
    await outbox.enqueue(waiting);

    await communities.forget(fosdem);

    expect(await kysely.selectFrom('outbox').select('target').execute()).toEqual([
      { target: 'channel:chat:fosdem2:c' },
    ]);
    expect((await communities.choices()).map(({ community }) => community)).toEqual([debconf]);
    expect(await communities.delaysOf(fosdem, 'x')).toEqual([]);
    expect(await communities.delaysOf(debconf, 'x')).toHaveLength(1);
    expect((await subscriptions.all()).map(({ target }) => target.community)).toEqual(['debconf']);
  });
});
