import { expect, it } from 'vitest';
import { createStores } from '../../adapters/storage/stores.ts';
import { createCourier } from '../../src/courier/courier.ts';
import { STANDING_PACE } from '../../src/courier/pace.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import { type Say, sayAgain, sayDelivery } from '../../src/outbox/kinds/say.ts';
import { claimDecidedDelivery } from '../../src/outbox/kinds/speaking.ts';
import type { OutboxQueue } from '../../src/outbox/outbox.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import type { SpeakerClaim } from '../../src/programme/speakerClaims.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { alone, programmeOf } from '../support/programmes.ts';
import { forEachDatabase } from './databases.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const KEY = keyOf('conf');
const fosdem = { platform: 'chat', id: 'fosdem' };
const LUNCH: Say = {
  ...{ id: 'lunch', community: fosdem, conference: KEY, text: 'Lunch is here', edition: 2 },
  ...{ audience: { kind: 'starred', talk: '1' }, state: 'sent', madeAt: NINE },
};

forEachDatabase('what organisers say to many', ({ open }) => {
  it('is kept as it was written, and changed by whoever looked at what it is', async () => {
    const { says } = (await openStage()).stores;
    const draft: Say = { ...LUNCH, id: 'draft', text: '', draft: 'Lunch?', state: 'draft' };
    await says.add(LUNCH);
    await says.add(draft);
    await says.add({ ...LUNCH, id: 'other', community: { platform: 'chat', id: 'debconf' } });

    expect(await says.find('draft')).toEqual(draft);
    expect(await says.of(fosdem, 9)).toEqual([LUNCH]);
    const sent = { text: 'Lunch?', draft: '', state: 'sent' } as const;
    expect(await says.change('draft', 1, sent)).toBe(false);
    expect(await says.change('draft', 2, sent)).toBe(true);
    expect(await says.change('draft', 2, sent)).toBe(false);
    const { draft: _, ...rest } = draft;
    expect(await says.find('draft')).toEqual({
      ...rest,
      ...{ text: 'Lunch?', state: 'sent' },
      edition: 3,
    });

    await says.purge(NINE + 1);
    expect(await says.find('draft')).toBeUndefined();
  });

  it('goes to open conversations of the community’s members who wish for it', async () => {
    const { stores, star } = await openStage();
    await star('ada');
    await star('bob', { directMessages: 'closed' });
    await star('cleo', { directMessages: 'unknown' });
    await star('dan', { volume: 'quiet' });
    await star('eve', { wantsSays: false });
    await star('fay', {}, 'debconf');
    await star('gus');

    const reached = await stores.says.starrers(fosdem, KEY, '1');
    expect(reached.map(({ id }) => id)).toEqual(['ada', 'gus']);
    expect(await stores.says.starrers(fosdem, KEY, '2')).toEqual([]);
    expect(await stores.says.starrers({ platform: 'other', id: 'fosdem' }, KEY, '1')).toEqual([]);
  });

  it('goes to confirmed speakers whom messages reach, quiet ones too, and once', async () => {
    const { stores, star } = await openStage();
    const claimed = async (who: string, state: 'open' | 'confirmed', name = who, at = fosdem) => {
      const member = { platform: 'chat', id: who };
      const speaker = { kind: 'speaker', name } as const;
      const id = `${who} ${name} ${at.id}`;
      const claim = { id, community: at, conference: KEY, member, speaker, leadMinutes: 30 };
      await stores.speakerClaims.add(claim, NINE);
      if (state === 'confirmed') await stores.speakerClaims.confirm(id, NINE);
    };
    await star('ada', { volume: 'quiet' });
    await star('bob', { directMessages: 'closed' });
    await star('cleo', { volume: 'silent' });
    await star('dan', { wantsSays: false });
    for (const who of ['ada', 'bob', 'cleo', 'dan']) await claimed(who, 'confirmed');
    await claimed('ada', 'confirmed', 'Ada herself');
    await star('eve');
    await claimed('eve', 'open');
    await star('fay');
    await claimed('fay', 'confirmed', 'fay', { platform: 'chat', id: 'debconf' });

    const reached = await stores.says.speakers(fosdem, KEY);
    expect(reached.map(({ id }) => id)).toEqual(['ada']);
    expect(await stores.says.speakers(fosdem, keyOf('other'))).toEqual([]);
  });

  it('leaves behind reminders that fall due long after it was sent', async () => {
    const { stores, star, enqueue, send, setClock, sent } = await openStage();
    for (const who of ['ada', 'bob', 'cleo']) await star(who);
    await stores.says.add(LUNCH);
    await enqueue(['ada', 'bob', 'cleo']);
    const ada = { kind: 'member', platform: 'chat', member: 'ada' } as const;
    const reminder = { kind: 'reminder', talk: '1', start: NINE + 1_200_000 } as const;
    const span = { dueAt: NINE + 600_000, expiresAt: NINE + 1_200_000 };
    await stores.outbox.enqueue([delivery({ target: ada, conference: KEY }, reminder, span)]);
    expect(await stores.outbox.backlog()).toMatchObject([
      { count: 1, oldestDueAt: NINE + 600_000 },
    ]);

    setClock(NINE + 600_000);
    await send('lives');
    expect(sent()[0]).toMatch(/^ada: On your list: starts in 10 min: Talk 1/);
    expect(
      sent()
        .filter((line) => line.includes('Lunch'))
        .toSorted(),
    ).toEqual(['ada: Lunch is here', 'bob: Lunch is here', 'cleo: Lunch is here']);
    const worst = await stores.punctuality.worst(fosdem, 0);
    expect(worst?.delivery.subject.kind).not.toBe('say');
  });

  it('arrives once, whoever dies, and as it was written last', async () => {
    const { stores, star, enqueue, edit, send, setClock, sent } = await openStage();
    for (const who of ['ada', 'bob']) await star(who);
    await stores.says.add(LUNCH);
    await enqueue(['ada', 'bob']);
    await enqueue(['ada', 'bob'], NINE);

    await send('dies');
    await edit('Lunch is gone');
    setClock(NINE + 60_000);
    await send('dies');
    setClock(NINE + 120_000);
    await send('lives');
    setClock(NINE + 180_000);
    await send('lives');

    // Twice asked for and three times tried, one message each, and none that says what is no more.
    expect(sent().toSorted()).toEqual(['ada: Lunch is gone', 'bob: Lunch is gone']);
    expect(await stores.says.progress('lunch')).toEqual({
      waiting: 0,
      sent: 2,
      behind: 0,
      failed: 0,
    });
  });

  it('arrives once, whoever dies, as what speakers are told does, and that a room is full', async () => {
    const { stores, star, speak, send, setClock, sent } = await openStage();
    await star('ada');
    const claim = await speak('ada');
    const ada = { target: { kind: 'member', platform: 'chat', member: 'ada' } as const };
    const to = { ...ada, conference: KEY, community: fosdem };
    const span = { dueAt: NINE, expiresAt: NINE + 1_200_000 };
    const start = NINE + 1_200_000;
    const change = { kind: 'edited', talk: '1', title: 'Talk 1', fields: ['title'] } as const;
    const told = [
      claimDecidedDelivery(claim, true, NINE),
      delivery(to, { kind: 'onStage', talk: '1', start }, span),
      delivery(to, { kind: 'ownChange', change }, span, 2),
      delivery(to, { kind: 'roomFull', room: roomSlug('a'), talk: '1' }, span, 2),
    ];
    for (let lives = 0; lives < 2; lives += 1) {
      await stores.organiserWork.transaction(({ outbox }) => outbox.enqueue(told));
    }
    for (const [minute, end] of (['dies', 'dies', 'lives', 'lives'] as const).entries()) {
      setClock(NINE + minute * 60_000);
      await send(end);
    }
    expect(sent()).toHaveLength(4);
    for (const words of ['You are confirmed as Ada', 'You are on in', 'Your talk', 'is full']) {
      expect(sent().filter((line) => line.includes(words))).toHaveLength(1);
    }
  });

  it('is stopped for those whom it has not reached, and edited for the others', async () => {
    const { stores, star, enqueue, edit, send, setClock, sent } = await openStage();
    for (const who of ['ada', 'bob', 'cleo']) await star(who);
    await stores.says.add(LUNCH);
    await enqueue(['ada']);
    await send('lives');
    await enqueue(['bob', 'cleo']);
    await edit('Lunch is late');
    expect(await stores.says.progress('lunch')).toEqual({
      waiting: 2,
      sent: 1,
      behind: 1,
      failed: 0,
    });

    await stores.says.change('lunch', 3, { state: 'stopped' });
    expect(await stores.says.drop('lunch', NINE)).toBe(2);
    setClock(NINE + 60_000);
    await send('lives');
    expect(sent()).toEqual(['ada: Lunch is late']);
    expect(await stores.says.progress('lunch')).toEqual({
      waiting: 0,
      sent: 1,
      behind: 0,
      failed: 2,
    });

    await stores.communities.forget(fosdem);
    expect(await stores.says.find('lunch')).toBeUndefined();
  });

  async function openStage() {
    const database = await open();
    let now = NINE;
    const clock = { now: () => now, sleep: untilAborted };
    const stores = createStores(database, clock, () => 'lane');
    const platform = createPlatform();
    const talk = talkAt('1', NINE + 1_200_000, { speakers: [{ name: 'Ada' }] });
    const conference = conferenceOf([talk]);
    const crowd = { kind: 'full', saidAt: NINE, until: NINE + 3_600_000 } as const;
    const rooms = conference.rooms.map((room) => ({ ...room, crowd }));
    const programme = programmeOf('conf', { ...conference, rooms });
    const queueOf = (end: End): OutboxQueue => ({
      ...stores.queue,
      settle: async (...settling) => end === 'lives' && stores.queue.settle(...settling),
    });
    let processes = 0;
    const enqueue = (members: readonly string[], at = now) =>
      stores.organiserWork.transaction(({ outbox }) =>
        outbox.enqueue(
          members.map((member) => {
            const target = { kind: 'member', platform: 'chat', member } as const;
            return sayDelivery({ target, conference: KEY, community: fosdem }, 'lunch', at);
          }),
        ),
      );
    return {
      stores,
      enqueue,
      sent: platform.messages,
      setClock: (to: number) => {
        now = to;
      },
      star: (id: string, change: object = {}, community = 'fosdem') =>
        stores.memberWork.transaction(async ({ members, stars }) => {
          const ref = { platform: 'chat', id };
          await members.see({ ref, locale: 'en', community, seenAt: NINE }, id);
          await members.change(ref, { directMessages: 'open', ...change });
          const home = { platform: 'chat', id: community };
          await stars.add(ref, { conference: KEY, talk: '1', community: home }, NINE);
        }),
      speak: async (id: string): Promise<SpeakerClaim> => {
        const member = { platform: 'chat', id };
        const speaker = { kind: 'speaker', name: 'Ada' } as const;
        const claim = { id, community: fosdem, conference: KEY, member, speaker, leadMinutes: 30 };
        await stores.speakerClaims.add(claim, NINE);
        await stores.speakerClaims.confirm(id, NINE);
        return { ...claim, state: 'confirmed', claimedAt: NINE };
      },
      edit: (text: string) =>
        stores.organiserWork.transaction(async ({ says, outbox }) => {
          expect(await says.change('lunch', 2, { text })).toBe(true);
          const reached = await says.reached('lunch');
          await outbox.enqueue(reached.map((one) => sayAgain(one, now)));
        }),
      send: (end: End) => {
        processes += 1;
        return createCourier({
          ...stores,
          ...{ queue: queueOf(end), clock, log: silentLog, meter: silentMeter },
          compose: createCompose({
            ...stores,
            programmes: { ...alone, get: async () => programme },
          }),
          owner: `process ${processes}`,
          pace: STANDING_PACE,
          messengers: new Map([['chat', platform.messenger]]),
        }).drain();
      },
    };
  }
});

type End = 'dies' | 'lives';

/** Remembers each message under its attempt key, as edited last. */
function createPlatform() {
  const sent = new Map<string, string>();
  const line: (dispatch: Parameters<Messenger['send']>[0]) => string = ({ target, card }) => {
    const whom = target.kind === 'member' ? target.member : target.channel;
    const [first] = card.blocks;
    const body = first?.kind === 'markdown' ? first.source : card.summary;
    return `${whom}: ${body}`;
  };
  const messenger: Messenger = {
    lane: () => 'lane',
    spacing: () => 0,
    send: async (dispatch) => {
      if (sent.has(dispatch.attemptKey)) throw new Error('Sent twice');
      sent.set(dispatch.attemptKey, line(dispatch));
      return dispatch.attemptKey;
    },
    edit: async (id, dispatch) => {
      sent.set(id, line(dispatch));
    },
    remove: async (id) => {
      sent.delete(id);
    },
    fate: async ({ attemptKey }) =>
      sent.has(attemptKey) ? { kind: 'arrived', messageId: attemptKey } : { kind: 'resend' },
    find: async (_target, keys) => {
      const found = keys.filter((key) => sent.has(key));
      return { messages: new Map(found.map((key) => [key, key])), isWhole: true };
    },
  };
  return { messenger, messages: () => [...sent.values()] };
}

/** Nothing takes long enough here to be given up. */
function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
