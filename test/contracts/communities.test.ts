import { expect, it } from 'vitest';
import { createCommunities } from '../../adapters/storage/communities/communities.ts';
import { createKnownSources } from '../../adapters/storage/communities/knownSources.ts';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createSubscriptions } from '../../adapters/storage/deliveries/subscriptions.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import type { Subscription } from '../../src/outbox/subscription.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const NOON = Date.UTC(2020, 1, 1, 12);
const fosdem = { platform: 'chat', id: 'fosdem' };
const debconf = { platform: 'chat', id: 'debconf' };
const choice = {
  source: {
    key: keyOf('fosdem20'),
    address: 'https://fosdem.org/2020/schedule/xml',
    timeZone: 'Europe/Brussels',
    trust: 'chat',
  },
  chosenAt: NOON,
} as const;

const subscriptionIn = (community: string): Subscription => ({
  target: { kind: 'channel', platform: 'chat', community, channel: 'general' },
  leadMinutes: 10,
  language: 'en',
  rooms: [],
  tracks: [],
  kinds: ['announcements'],
  since: NOON,
});

forEachDatabase('communities', ({ open }) => {
  it('have no conference of their own until they choose one', async () => {
    const communities = createCommunities((await open()).kysely);
    expect(await communities.choicesOf(fosdem)).toEqual([]);

    await communities.choose(fosdem, choice);

    expect(await communities.choicesOf(fosdem)).toEqual([choice]);
    expect(await communities.choicesOf(debconf)).toEqual([]);
  });

  it('forget a zone that the next choice does not name', async () => {
    const communities = createCommunities((await open()).kysely);
    await communities.choose(fosdem, choice);
    const source = {
      key: keyOf('fosdem21'),
      address: 'https://fosdem.org/2021',
      trust: 'chat',
    } as const;
    const next = { source, chosenAt: NOON + 1 };

    await communities.choose(fosdem, next);

    expect(await communities.choices()).toEqual([{ community: fosdem, ...next }]);
  });

  it('know where the schedule of their page is, also once it is elsewhere', async () => {
    const { kysely } = await open();
    const communities = createCommunities(kysely);
    const known = createKnownSources(kysely);
    const page = sourceOf('https://demo.example/', 'Europe/Berlin', 'chat');
    const found = (address: string) => ({ ...page, address, origin: page.address });
    await communities.choose(fosdem, { ...choice, source: found('https://demo.example/a.ics') });

    await known.move(found('https://demo.example/b.ics'));

    const source = found('https://demo.example/b.ics');
    expect(await communities.choices()).toEqual([{ community: fosdem, ...choice, source }]);
    expect(await communities.choicesOf(fosdem)).toEqual([{ ...choice, source }]);
    expect(await known.find(page.key)).toEqual(source);
  });

  it('call their conference what they like, until they choose anew', async () => {
    const communities = createCommunities((await open()).kysely);
    await communities.choose(fosdem, { ...choice, name: 'FOSDEM, the other one' });

    expect(await communities.choicesOf(fosdem)).toEqual([
      { ...choice, name: 'FOSDEM, the other one' },
    ]);
    await communities.choose(fosdem, choice);
    expect(await communities.choices()).toEqual([{ community: fosdem, ...choice }]);
  });

  it('have several conferences, the main one first', async () => {
    const communities = createCommunities((await open()).kysely);
    const chosen = (name: string, chosenAt: number, isBeside?: true) => ({
      source: { key: keyOf(name), address: `https://${name}.example`, trust: 'chat' as const },
      chosenAt,
      ...(isBeside && { isBeside }),
    });
    const [fringe, camp] = [chosen('fringe', NOON + 2, true), chosen('camp', NOON + 1, true)];
    await communities.choose(fosdem, fringe);
    await communities.choose(fosdem, camp);

    expect(await communities.choicesOf(fosdem)).toEqual([camp, fringe]);
    await communities.choose(fosdem, choice);
    await communities.choose(debconf, choice);
    expect(await communities.choicesOf(fosdem)).toEqual([choice, camp, fringe]);
    // What was beside the main one takes its place, and a main one the place of none but that.
    const main = chosen('fringe', NOON + 3);
    await communities.choose(fosdem, main);
    expect(await communities.choicesOf(fosdem)).toEqual([main, camp]);
    expect(await communities.choices()).toEqual([
      { community: debconf, ...choice },
      { community: fosdem, ...main },
      { community: fosdem, ...camp },
    ]);
  });

  it('drop a conference with what they had changed of it, and no other', async () => {
    const { kysely } = await open();
    const communities = createCommunities(kysely);
    const [main, fringe, camp] = ['main', 'fringe', 'camp'].map((name, at) => ({
      source: { key: keyOf(name), address: `https://${name}.example`, trust: 'chat' as const },
      chosenAt: NOON + at,
      ...(at === 0 ? {} : { isBeside: true as const }),
    }));
    if (!main || !fringe || !camp) throw new Error('Three were named.');
    for (const community of [fosdem, debconf]) {
      for (const one of [main, fringe, camp]) {
        const { key } = one.source;
        await communities.choose(community, one);
        await communities.setStream(community, key, { room: roomSlug('k'), url: 'https://a.b' });
        await communities.setDelay(community, key, { room: roomSlug('k'), minutes: 5, since: 0 });
        const said = { talk: '1', at: NOON, facts: { title: 'A' }, said: { title: 'B' } };
        await communities.setByHand(community, key, said);
      }
    }
    const kept = async (community: typeof fosdem) =>
      Promise.all(
        [main, fringe, camp].map(async ({ source: { key } }) => [
          (await communities.streamsOf(community, key)).length,
          (await communities.delaysOf(community, key)).length,
          (await communities.byHandOf(community, key)).length,
        ]),
      );

    await communities.drop(fosdem, fringe.source.key);
    expect(await communities.choicesOf(fosdem)).toEqual([main, camp]);
    expect(await kept(fosdem)).toEqual([
      [1, 1, 1],
      [0, 0, 0],
      [1, 1, 1],
    ]);

    const { isBeside: _, ...promoted } = camp;
    await communities.drop(fosdem, main.source.key);
    expect(await communities.choicesOf(fosdem)).toEqual([promoted]);
    await communities.drop(fosdem, camp.source.key);
    expect(await communities.choicesOf(fosdem)).toEqual([]);

    expect(await communities.choicesOf(debconf)).toEqual([main, fringe, camp]);
    expect(await kept(debconf)).toEqual(Array(3).fill([1, 1, 1]));
  });

  it('leave the operator’s conference the main one when they drop one beside it', async () => {
    const communities = createCommunities((await open()).kysely);
    const beside = { ...choice, isBeside: true } as const;
    const camp = { ...beside, source: { ...choice.source, key: keyOf('camp') } };
    await communities.choose(fosdem, beside);
    await communities.choose(fosdem, camp);

    await communities.drop(fosdem, choice.source.key);

    expect(await communities.choicesOf(fosdem)).toEqual([camp]);
  });

  it('post nothing more of a conference that they dropped', async () => {
    const { kysely } = await open();
    const [communities, outbox] = [createCommunities(kysely), createOutbox(kysely)];
    const waiting = (community: string, conference: string) => {
      const { target } = subscriptionIn(community);
      const subject = { kind: 'digest', date: '2020-02-01' } as const;
      const span = { dueAt: NOON, expiresAt: NOON + 1 };
      return delivery({ target, conference: keyOf(conference) }, subject, span);
    };
    const [dropped, ...others] = [
      waiting('fosdem', 'fosdem20'),
      waiting('fosdem', 'camp'),
      waiting('debconf', 'fosdem20'),
    ];
    if (dropped === undefined) throw new Error('Three wait.');
    await outbox.enqueue([dropped, ...others]);

    await communities.drop(fosdem, keyOf('fosdem20'));

    const left = await kysely.selectFrom('outbox').select('key').orderBy('key').execute();
    expect(left.map(({ key }) => key)).toEqual(others.map(({ key }) => key).toSorted());
  });

  it('have delays of their own, in each room one after the other', async () => {
    const communities = createCommunities((await open()).kysely);
    const five = { room: roomSlug('ud2'), minutes: 5, since: NOON };
    const fifteen = { room: roomSlug('ud2'), minutes: 15, since: NOON + 1 };
    const early = { room: roomSlug('k3'), minutes: -5, since: NOON };
    for (const delay of [five, { ...fifteen, since: NOON + 2 }, fifteen, early]) {
      await communities.setDelay(fosdem, keyOf('fosdem20'), delay);
    }
    await communities.setDelay(debconf, keyOf('fosdem20'), five);

    expect(await communities.delaysOf(fosdem, keyOf('fosdem20'))).toEqual([early, five, fifteen]);
    expect(await communities.delaysOf(fosdem, keyOf('fosdem21'))).toEqual([]);
    expect(await communities.allDelays()).toEqual([
      { community: debconf, conference: 'fosdem20', ...five },
      { community: fosdem, conference: 'fosdem20', ...early },
      { community: fosdem, conference: 'fosdem20', ...five },
      { community: fosdem, conference: 'fosdem20', ...fifteen },
    ]);
  });

  it('have talks by hand, one of each, that nobody else has', async () => {
    const communities = createCommunities((await open()).kysely);
    const key = keyOf('fosdem20');
    const canceled = {
      ...{ talk: '12', at: NOON },
      facts: { status: 'canceled' },
      said: { status: 'scheduled' },
    } as const;
    const moved = {
      ...{ talk: '7', at: NOON + 1 },
      facts: { start: NOON, room: roomSlug('ud2'), title: 'Peas “&” pods' },
      said: { start: NOON + 5, room: null, title: 'Pods' },
    } as const;
    await communities.setByHand(fosdem, key, { ...moved, talk: '12' });
    await communities.setByHand(fosdem, key, canceled);
    await communities.setByHand(fosdem, key, moved);
    await communities.setByHand(debconf, key, canceled);

    expect(await communities.byHandOf(fosdem, key)).toEqual([canceled, moved]);
    expect(await communities.byHandOf(fosdem, keyOf('fosdem21'))).toEqual([]);
    expect(await communities.allByHand()).toEqual([
      { community: debconf, conference: key, ...canceled },
      { community: fosdem, conference: key, ...canceled },
      { community: fosdem, conference: key, ...moved },
    ]);

    await communities.dropByHand(fosdem, key, '12');
    expect(await communities.byHandOf(fosdem, key)).toEqual([moved]);
    expect(await communities.byHandOf(debconf, key)).toEqual([canceled]);
  });

  it('watch rooms live where their organisers say, one address a room and conference', async () => {
    const communities = createCommunities((await open()).kysely);
    const key = keyOf('fosdem20');
    const [ud2, k3] = [roomSlug('ud2'), roomSlug('k3')];
    await communities.setStream(fosdem, key, { room: ud2, url: 'https://live.example/old' });
    await communities.setStream(fosdem, key, { room: ud2, url: 'https://live.example/ud2' });
    await communities.setStream(fosdem, key, { room: k3, url: 'https://live.example/k3' });
    await communities.setStream(debconf, key, { room: ud2, url: 'https://elsewhere.example/' });

    expect(await communities.streamsOf(fosdem, key)).toEqual([
      { room: k3, url: 'https://live.example/k3' },
      { room: ud2, url: 'https://live.example/ud2' },
    ]);
    expect(await communities.streamsOf(fosdem, keyOf('fosdem21'))).toEqual([]);
    await communities.setStream(fosdem, key, { room: ud2 });
    expect(await communities.streamsOf(fosdem, key)).toEqual([
      { room: k3, url: 'https://live.example/k3' },
    ]);
    expect(await communities.streamsOf(debconf, key)).toHaveLength(1);
  });

  it('keep of a room what was said of it last, by conference', async () => {
    const communities = createCommunities((await open()).kysely);
    const key = keyOf('fosdem20');
    const said = {
      room: roomSlug('k3'),
      talk: '7',
      saidAt: NOON,
      until: NOON + 5,
      origin: 'helper',
    } as const;
    const full = { ...said, state: 'full' } as const;
    await communities.setRoomState(fosdem, key, { ...said, state: 'busy' });
    await communities.setRoomState(fosdem, key, full);
    const ud2 = { ...full, room: roomSlug('ud2'), state: 'free' } as const;
    await communities.setRoomState(fosdem, key, ud2);
    await communities.setRoomState(debconf, key, ud2);

    expect(await communities.roomStatesOf(fosdem, key)).toEqual([full, ud2]);
    expect(await communities.roomStatesOf(fosdem, keyOf('fosdem21'))).toEqual([]);
    await communities.forget(fosdem);
    expect(await communities.roomStatesOf(fosdem, key)).toEqual([]);
    expect(await communities.roomStatesOf(debconf, key)).toEqual([ud2]);
    expect(await communities.known('chat')).toEqual(['debconf']);
  });

  it('have a feed of rooms’ states, whose words go with it and helpers’ stay', async () => {
    const communities = createCommunities((await open()).kysely);
    const key = keyOf('fosdem20');
    const url = 'https://api.example/rooms';
    const said = { state: 'full', talk: '7', saidAt: NOON, until: NOON + 5 } as const;
    const [heard, helped] = [
      { ...said, room: roomSlug('k3'), origin: 'feed' },
      { ...said, room: roomSlug('ud2'), origin: 'helper' },
    ] as const;
    await communities.setRoomFeed(fosdem, key, url);
    await communities.setRoomFeed(debconf, key, url);
    for (const one of [heard, helped]) await communities.setRoomState(fosdem, key, one);
    const reason = { refusal: { kind: 'badStatus', facts: [500] }, path: '' } as const;
    const failing = { since: NOON, reason };
    const noted = { url, readAt: NOON - 1, failing, unknown: ['Cellar'] };
    await communities.noteRoomFeed(fosdem, key, noted);
    await communities.noteRoomFeed(debconf, key, {
      url: 'https://former.example/',
      unknown: ['X'],
    });

    await communities.setRoomFeed(fosdem, key, url);
    expect(await communities.roomFeedOf(fosdem, key)).toEqual(noted);
    expect(await communities.allRoomFeeds()).toEqual([
      { community: debconf, conference: key, url, unknown: [] },
      { community: fosdem, conference: key, ...noted },
    ]);
    expect(await communities.roomStatesOf(fosdem, key)).toEqual([heard, helped]);
    await communities.setRoomFeed(fosdem, key, 'https://other.example/');
    expect(await communities.roomStatesOf(fosdem, key)).toEqual([helped]);
    await communities.setRoomFeed(fosdem, key, undefined);
    expect(await communities.roomFeedOf(fosdem, key)).toBeUndefined();
    await communities.forget(debconf);
    expect(await communities.allRoomFeeds()).toEqual([]);
  });

  it('are known as long as anything is kept about them', async () => {
    const { kysely } = await open();
    const communities = createCommunities(kysely);
    await communities.choose(fosdem, choice);
    await communities.choose({ platform: 'elsewhere', id: 'camp' }, choice);
    await communities.setDelay(fosdem, keyOf('x'), {
      room: roomSlug('r'),
      minutes: 5,
      since: NOON,
    });
    await communities.setDelay(debconf, keyOf('x'), {
      room: roomSlug('r'),
      minutes: 5,
      since: NOON,
    });
    await kysely
      .insertInto('refused_channels')
      .values({ platform: 'chat', community: 'gone', channel: 'c', code: 'forbidden', at: NOON })
      .execute();
    await createSubscriptions(kysely).put(subscriptionIn('pgconf'));
    const streamed = { platform: 'chat', id: 'streamed' };
    const stream = { room: roomSlug('r'), url: 'https://live.example/' };
    await communities.setStream(streamed, keyOf('x'), stream);
    const byHand = { talk: '1', at: NOON, facts: { title: 'A' }, said: { title: 'B' } };
    await communities.setByHand({ platform: 'chat', id: 'handy' }, keyOf('x'), byHand);

    expect(await communities.known('chat')).toEqual([
      ...['debconf', 'fosdem', 'gone', 'handy', 'pgconf', 'streamed'],
    ]);

    for (const id of ['gone', 'pgconf', 'debconf', 'streamed', 'handy'])
      await communities.forget({ ...fosdem, id });
    expect(await communities.known('chat')).toEqual(['fosdem']);
  });

  it('leave nothing behind when they are forgotten, and others alone', async () => {
    const { kysely } = await open();
    const communities = createCommunities(kysely);
    const subscriptions = createSubscriptions(kysely);
    for (const community of [fosdem, debconf]) {
      await communities.choose(community, choice);
      await communities.setDelay(community, keyOf('x'), {
        room: roomSlug('r'),
        minutes: 5,
        since: NOON,
      });
      const byHand = { talk: '1', at: NOON, facts: { title: 'A' }, said: { title: 'B' } };
      await communities.setByHand(community, keyOf('x'), byHand);
      await communities.setStream(community, keyOf('x'), {
        room: roomSlug('r'),
        url: 'https://live.example/',
      });
      await subscriptions.put(subscriptionIn(community.id));
    }

    const outbox = createOutbox(kysely, () => 'lane');
    const waiting = ['fosdem', 'fosdem2'].map((community) =>
      delivery(
        {
          target: { kind: 'channel', platform: 'chat', community, channel: 'c' },
          conference: keyOf('x'),
        },
        { kind: 'digest', date: '2020-02-01' },
        { dueAt: NOON, expiresAt: NOON + 1 },
      ),
    );
    await outbox.enqueue(waiting);

    await communities.forget(fosdem);

    expect(await kysely.selectFrom('outbox').select('target').execute()).toEqual([
      { target: 'channel:chat:fosdem2:c' },
    ]);
    expect((await communities.choices()).map(({ community }) => community)).toEqual([debconf]);
    expect(await communities.delaysOf(fosdem, keyOf('x'))).toEqual([]);
    expect(await communities.delaysOf(debconf, keyOf('x'))).toHaveLength(1);
    expect(await communities.byHandOf(fosdem, keyOf('x'))).toEqual([]);
    expect(await communities.byHandOf(debconf, keyOf('x'))).toHaveLength(1);
    expect(await communities.streamsOf(fosdem, keyOf('x'))).toEqual([]);
    expect(await communities.streamsOf(debconf, keyOf('x'))).toHaveLength(1);
    expect((await subscriptions.all()).map(({ target }) => target.community)).toEqual(['debconf']);
  });
});
