import { expect, it } from 'vitest';
import { createOutbox } from '../../adapters/storage/deliveries/outbox.ts';
import { createSubscriptions } from '../../adapters/storage/deliveries/subscriptions.ts';
import { delivery, type Subject } from '../../src/outbox/delivery.ts';
import type { Subscription } from '../../src/outbox/subscription.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const NOON = Date.UTC(2020, 1, 1, 12);

const general: Subscription = {
  target: { kind: 'channel', platform: 'chat', community: 'fosdem', channel: 'general' },
  leadMinutes: 10,
  language: 'en',
  rooms: [],
  tracks: [],
  kinds: ['announcements', 'notices'],
  since: NOON,
};

const devroom: Subscription = {
  ...general,
  target: { ...general.target, channel: 'devroom' },
  leadMinutes: 5,
  rooms: [roomSlug('ud2-120'), roomSlug('k-3-401')],
  tracks: ['containers'],
  kinds: ['digest'],
  mention: '4711',
  language: 'de',
};

const elsewhere: Subscription = {
  ...general,
  target: { ...general.target, community: 'debconf' },
};

forEachDatabase('subscriptions', ({ open }) => {
  it('are listed by community and all together', async () => {
    const subscriptions = createSubscriptions((await open()).kysely);
    for (const subscription of [general, elsewhere, devroom]) await subscriptions.put(subscription);

    expect(await subscriptions.of({ platform: 'chat', id: 'fosdem' })).toEqual([devroom, general]);
    expect(await subscriptions.of({ platform: 'mail', id: 'fosdem' })).toEqual([]);
    expect(await subscriptions.all()).toEqual([elsewhere, devroom, general]);
  });

  it('replace what the channel asked for before', async () => {
    const subscriptions = createSubscriptions((await open()).kysely);
    await subscriptions.put(devroom);
    const changed = { ...general, target: devroom.target };

    await subscriptions.put(changed);

    expect(await subscriptions.all()).toEqual([changed]);
  });

  it('end with what still waits to be posted there', async () => {
    const { kysely } = await open();
    const [subscriptions, outbox] = [createSubscriptions(kysely), createOutbox(kysely)];
    await subscriptions.put(general);
    const span = { dueAt: NOON, expiresAt: NOON + 60_000 };
    const waiting = (target: Subscription['target'], subject: Subject) =>
      delivery({ target, conference: keyOf('fosdem20') }, subject, span);
    const correction = { kind: 'correction', messageId: 'm1', talks: ['1'], start: NOON } as const;
    await outbox.enqueue([
      waiting(general.target, { kind: 'announcement', talk: '1', start: NOON }),
      waiting(general.target, correction),
      waiting(devroom.target, { kind: 'digest', date: '2020-02-01' }),
    ]);

    await subscriptions.remove(general.target);

    const left = await kysely.selectFrom('outbox').select('kind').orderBy('kind').execute();
    expect(left.map(({ kind }) => kind)).toEqual(['correction', 'digest']);
  });

  it('end for one channel alone', async () => {
    const subscriptions = createSubscriptions((await open()).kysely);
    for (const subscription of [general, elsewhere, devroom]) await subscriptions.put(subscription);

    expect(await subscriptions.remove(general.target)).toBe(true);
    expect(await subscriptions.remove(general.target)).toBe(false);

    expect(await subscriptions.all()).toEqual([elsewhere, devroom]);
  });
});
