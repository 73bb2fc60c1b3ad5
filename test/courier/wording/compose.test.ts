import { expect, it } from 'vitest';
import { createCompose } from '../../../src/courier/wording/compose.ts';
import { changesKey, delivery, type Subject } from '../../../src/outbox/delivery.ts';
import type { Target } from '../../../src/platform/target.ts';
import { conferenceOf, talkAt } from '../../support/conferences.ts';
import { at } from '../../support/instants.ts';
import { keyOf, roomSlug } from '../../support/names.ts';
import { alone, programmeOf } from '../../support/programmes.ts';
import { openRehearsalStores } from '../../support/rehearsalStores.ts';

const TEN = at('2020-02-01T10:00Z');
const DUE = TEN - 10 * 60_000;
const CHANNEL = { kind: 'channel', platform: 'chat', community: 'us', channel: '#all' } as const;

it('has no words for whoever was forgotten meanwhile', async () => {
  const stores = await openRehearsalStores();
  const conference = conferenceOf([talkAt('1', TEN)]);
  const compose = createCompose({
    ...stores,
    programmes: { ...alone, get: async (key) => programmeOf(key, conference) },
  });
  const ref = { platform: 'chat', id: 'ada' };
  const target = { kind: 'member', platform: 'chat', member: 'ada' } as const;
  const change = { kind: 'canceled', talk: '1', title: 'Talk 1', fields: [] } as const;
  const deliveries = ([{ kind: 'notice', change }, { kind: 'list' }] as const).map((subject) =>
    delivery({ target, conference: keyOf('conf') }, subject, { dueAt: DUE, expiresAt: TEN }),
  );
  const worded = () => Promise.all(deliveries.map((one) => compose([one], DUE, false)));
  const memberWork = stores.memberWork({ now: () => DUE, sleep: async () => {} });
  await memberWork.transaction(({ members }) =>
    members.see({ ref, locale: 'en', seenAt: DUE }, 'ada'),
  );
  expect((await worded()).map((worded) => worded?.card.kind)).toEqual(['notice', 'agenda']);

  await memberWork.transaction(({ personal }) => personal.erase(ref));

  expect(await worded()).toEqual([undefined, undefined]);
});

it('has no words for a muted channel, but for the corrections of what is out', async () => {
  const stores = await openRehearsalStores();
  const conference = conferenceOf([talkAt('1', TEN)]);
  const compose = createCompose({
    ...stores,
    programmes: { ...alone, get: async (key) => programmeOf(key, conference) },
  });
  const change = { kind: 'new', talk: '1', title: 'Talk 1', fields: [] } as const;
  const subjects: readonly Subject[] = [
    { kind: 'announcement', talk: '1', start: TEN },
    { kind: 'notice', change },
    { kind: 'changes', changes: [change] },
    { kind: 'roomDelay', delay: { room: roomSlug('a'), name: 'A', minutes: 5, since: DUE } },
    { kind: 'digest', date: '2020-02-01' },
    { kind: 'correction', messageId: 'm1', talks: ['1'], start: TEN },
  ];
  const worded = async () => {
    const to = { target: CHANNEL, conference: keyOf('conf') };
    const kinds = subjects.map(async (subject) => {
      const one = delivery(to, subject, { dueAt: DUE, expiresAt: TEN }, DUE);
      return (await compose([one], DUE, false)) === undefined ? [] : [subject.kind];
    });
    return (await Promise.all(kinds)).flat();
  };
  await stores.subscriptions.put({
    ...{
      target: CHANNEL,
      language: 'en',
      leadMinutes: 10,
      rooms: [],
      tracks: [],
      kinds: [],
      since: DUE,
    },
  });
  expect(await worded()).toEqual(subjects.map(({ kind }) => kind));

  await stores.subscriptions.remove(CHANNEL);

  expect(await worded()).toEqual(['correction']);
});

it('begins the digest of a version with its comment, as long as that version is in use', async () => {
  const stores = await openRehearsalStores();
  const conference = { ...conferenceOf([talkAt('1', TEN)]), comment: 'Sunday is final.' };
  const compose = createCompose({
    ...stores,
    programmes: { ...alone, get: async (key) => programmeOf(key, conference) },
  });
  const row = { language: 'en', leadMinutes: 10, rooms: [], tracks: [], kinds: [], since: DUE };
  await stores.subscriptions.put({ target: CHANNEL, ...row });
  const subject = {
    kind: 'changes',
    changes: ['a', 'b'].map((talk) => ({ kind: 'new', talk, title: talk, fields: [] }) as const),
  } as const;
  const digest = async (update: number) => {
    const to = { target: CHANNEL, conference: keyOf('conf') };
    const written = delivery(to, subject, { dueAt: DUE, expiresAt: TEN });
    return compose([{ ...written, batch: changesKey(to, update) }], DUE, false);
  };

  expect(JSON.stringify(await digest(1))).toContain('Sunday is final.');
  expect(JSON.stringify(await digest(2))).not.toContain('Sunday is final.');
});

it('is not confused by a talk whose id every object knows', async () => {
  const stores = await openRehearsalStores();
  const conference = conferenceOf([{ ...talkAt('1', TEN), id: 'constructor' }]);
  const compose = createCompose({
    ...stores,
    programmes: { ...alone, get: async (key) => programmeOf(key, conference) },
  });
  const row = { language: 'en', leadMinutes: 10, rooms: [], tracks: [], kinds: [], since: DUE };
  await stores.subscriptions.put({ target: CHANNEL, ...row });
  const subject = { kind: 'announcement', talk: 'constructor', start: TEN } as const;
  const span = { dueAt: DUE, expiresAt: TEN };

  const worded = await compose(
    [delivery({ target: CHANNEL, conference: keyOf('conf') }, subject, span)],
    DUE,
    false,
  );

  expect(worded?.card.kind).toBe('announcement');
  expect(JSON.stringify(worded)).not.toContain('[native code]');
});

it('tells whoever starred it the clash that a move made, and none that was there before', async () => {
  const stores = await openRehearsalStores();
  const [was, moved, other, third] = [
    talkAt('1', TEN),
    talkAt('1', TEN + 60 * 60_000),
    talkAt('2', TEN + 60 * 60_000),
    talkAt('3', TEN + 60 * 60_000),
  ];
  const compose = createCompose({
    ...stores,
    programmes: {
      ...alone,
      get: async (key) => programmeOf(key, conferenceOf([moved, other, third])),
    },
  });
  const ref = { platform: 'chat', id: 'ada' };
  const memberWork = stores.memberWork({ now: () => DUE, sleep: async () => {} });
  await memberWork.transaction(async ({ members, stars }) => {
    await members.see({ ref, locale: 'en', seenAt: DUE }, 'ada');
    for (const talk of ['1', '2']) {
      await stars.add(ref, { conference: keyOf('conf'), talk }, DUE);
    }
  });
  const target = { kind: 'member', platform: 'chat', member: 'ada' } as const;
  const rowFor = async (before: typeof was) => {
    const change = { kind: 'moved', talk: '1', title: 'Talk 1', before, after: moved, fields: [] };
    const subject = { kind: 'notice', change } as Subject;
    const span = { dueAt: DUE, expiresAt: TEN };
    const worded = await compose(
      [delivery({ target, conference: keyOf('conf') }, subject, span)],
      DUE,
      false,
    );
    return JSON.stringify(worded?.card.blocks.filter(({ kind }) => kind === 'row'));
  };

  expect(await rowFor(was)).toContain('⚠ clashes with “Talk 2”');
  expect(await rowFor(was)).not.toContain('Talk 3');
  expect(await rowFor({ ...moved, room: 'elsewhere' })).not.toContain('clashes');
});

it('has no words for a channel whose community dropped the conference, whoever died with them, and has for members', async () => {
  const stores = await openRehearsalStores();
  const conference = conferenceOf([talkAt('1', TEN)]);
  const compose = createCompose({
    ...stores,
    programmes: { standing: async () => 'gone', get: async (key) => programmeOf(key, conference) },
  });
  await stores.subscriptions.put({
    ...{ target: CHANNEL, language: 'en', leadMinutes: 10, rooms: [], tracks: [], since: DUE },
    kinds: ['announcements'],
  });
  const ref = { platform: 'chat', id: 'ada' };
  const star = { conference: keyOf('conf'), talk: '1', start: TEN };
  const memberWork = stores.memberWork({ now: () => DUE, sleep: async () => {} });
  await memberWork.transaction(async ({ members, stars }) => {
    await members.see({ ref, locale: 'en', community: 'us', seenAt: DUE }, 'ada');
    await stars.add(ref, star, DUE);
  });
  const worded = async (target: Target, kind: 'announcement' | 'reminder') => {
    const community = { platform: 'chat', id: 'us' };
    const to = { target, conference: keyOf('conf'), community };
    const one = delivery(to, { kind, talk: '1', start: TEN }, { dueAt: DUE, expiresAt: TEN });
    return (await compose([one], DUE, false))?.card.kind;
  };

  expect(await worded(CHANNEL, 'announcement')).toBeUndefined();
  expect(await worded({ kind: 'member', platform: 'chat', member: 'ada' }, 'reminder')).toBe(
    'reminder',
  );
});
