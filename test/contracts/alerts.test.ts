import { expect, it } from 'vitest';
import { createCommunities } from '../../adapters/storage/communities/communities.ts';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { createAlerting } from '../../src/announcements/alerting/alerting.ts';
import { plainText } from '../../src/cards/plainText.ts';
import { type Clock, MINUTE_MS } from '../../src/clock.ts';
import { createCourier } from '../../src/courier/courier.ts';
import { STANDING_PACE } from '../../src/courier/pace.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { delivery } from '../../src/outbox/delivery.ts';
import type { Dispatch, Messenger } from '../../src/platform/messenger.ts';
import type { Readiness } from '../../src/platform/platform.ts';
import type { SourceProblem } from '../../src/schedule/keeping/kept.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { conference } from '../commands/support/conference.ts';
import { idlePlatform } from '../support/idlePlatform.ts';
import { at } from '../support/instants.ts';
import { alone, programmeOf } from '../support/programmes.ts';
import { forEachDatabase } from './databases.ts';

const BEGIN = at('2020-02-01T09:00+01:00');
const SOURCE = sourceOf('https://fosdem.example/schedule', 'Europe/Brussels', 'operator');
const FOSDEM = { platform: 'lobby', id: 'fosdem' };
const DEBCONF = { platform: 'lobby', id: 'debconf' };
const FRINGE = sourceOf('https://fringe.example/schedule', 'Europe/Brussels', 'chat');
const SHRUNKEN: SourceProblem = { kind: 'shrunken', lost: 40, of: 100, since: BEGIN };

function channelOf({ platform, id }: typeof FOSDEM, channel: string) {
  return { kind: 'channel', platform, community: id, channel } as const;
}

/** What everybody has in common: a clock, a platform, a database, and how the source does. */
function openPlace(database: Database) {
  let now = BEGIN;
  const messages = new Map<string, string>();
  const heard: string[] = [];
  const clock: Clock = { now: () => now, sleep: untilAborted };
  const textOf = ({ card }: Dispatch) =>
    plainText(card, { width: 200, messages: messagesFor('en') });
  const place = {
    clock,
    database,
    problem: undefined as SourceProblem | undefined,
    /** Of the side event's source. */
    besideProblem: undefined as SourceProblem | undefined,
    checkedAt: BEGIN as number | undefined,
    /** Each post and each edit as `#channel title`. */
    heard,
    /** How the messages that are out read by now, by their ids. */
    messages,
    messenger: {
      ...idlePlatform('lobby').messenger,
      spacing: () => 0,
      send: async (dispatch) => {
        messages.set(dispatch.attemptKey, textOf(dispatch));
        heard.push(`${whereOf(dispatch)} ${dispatch.card.title}`);
        return dispatch.attemptKey;
      },
      edit: async (id, dispatch) => {
        messages.set(id, textOf(dispatch));
        heard.push(`${whereOf(dispatch)} edited: ${dispatch.card.title}`);
      },
    } satisfies Messenger,
    pass: async (minutes: number, ...processes: readonly { turn(): Promise<void> }[]) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        now += MINUTE_MS;
        for (const one of processes) await one.turn();
      }
    },
  };
  return place;
}

function whereOf({ target }: Dispatch): string {
  return target.kind === 'channel' ? `#${target.channel}` : 'DM';
}

type Place = ReturnType<typeof openPlace>;

function startProcess(place: Place, owner: string) {
  const { clock, database, messenger } = place;
  const stores = createStores(database, clock, messenger.lane);
  const state = { readiness: 'ready' as Readiness, isSending: true };
  const alerting = createAlerting({
    ...{ clock, log: silentLog, defaultConference: SOURCE.key, alertWork: stores.alertWork },
    keeper: {
      status: (key) => ({
        ...{ source: key === FRINGE.key ? FRINGE : SOURCE, number: 1, takenAt: BEGIN },
        checkedAt: place.checkedAt,
        problem: key === FRINGE.key ? place.besideProblem : place.problem,
      }),
      get: (key) => ({
        ...{ key, number: 1, conference, takenAt: BEGIN },
        ...{ fingerprint: '', validators: {} },
      }),
    },
    readiness: () => ({ lobby: state.readiness }),
  });
  const courier = createCourier({
    ...stores,
    ...{ clock, log: silentLog, meter: silentMeter, owner, pace: STANDING_PACE },
    messengers: new Map([['lobby', messenger]]),
    compose: createCompose({
      ...stores,
      programmes: { ...alone, get: async () => programmeOf('fosdem20', conference) },
    }),
  });
  return Object.assign(state, {
    stores,
    send: () => courier.drain(),
    look: () => alerting.look(),
    turn: async () => {
      await alerting.look();
      if (state.isSending) await courier.drain();
    },
  });
}

async function openAlerted(database: Database) {
  const place = openPlace(database);
  const [one, other] = [startProcess(place, 'one'), startProcess(place, 'other')];
  const { alertChannels, subscriptions } = one.stores;
  await alertChannels.put({ target: channelOf(FOSDEM, 'orga'), language: 'en' });
  await subscriptions.put({
    ...{ target: channelOf(FOSDEM, 'hall'), language: 'en', leadMinutes: 10, since: BEGIN },
    ...{ rooms: [], tracks: [], kinds: ['announcements'] },
  });
  return { place, one, other };
}

/** Something that is due to the hall, and cannot leave. */
async function enqueue({ clock }: Place, { stores }: ReturnType<typeof startProcess>) {
  const now = clock.now();
  const to = { target: channelOf(FOSDEM, 'hall'), conference: SOURCE.key };
  const subject = { kind: 'digest', date: `2020-02-${now}` } as const;
  await stores.outbox.enqueue([
    delivery(to, subject, { dueAt: now, expiresAt: now + 60 * MINUTE_MS }),
  ]);
}

forEachDatabase('organisers in their channel', ({ open }) => {
  it('hear once, of whatever number of processes, that a version is not believed, and when it is over', async () => {
    const { place, one, other } = await openAlerted(await open());
    await place.pass(3, one, other);
    expect(place.heard).toEqual([]);

    place.problem = SHRUNKEN;
    await place.pass(30, one, other);
    expect(place.heard).toEqual(['#orga A new version of the schedule looks wrong']);
    expect([...place.messages.values()]).toEqual([
      expect.stringContaining('It lacks 40 of 100 talks still to come.'),
    ]);

    place.problem = undefined;
    await place.pass(30, other, one);
    expect(place.heard.slice(1)).toEqual([
      '#orga edited: Over: A new version of the schedule looks wrong',
    ]);
    expect([...place.messages.values()]).toEqual([
      expect.stringContaining('33 min, from 09:00 to 09:33.'),
    ]);
  });

  it('hear of rooms’ states that cannot be read for ten minutes, while they are asked', async () => {
    const { place, one, other } = await openAlerted(await open());
    const { communities } = one.stores;
    const url = 'https://api.example/rooms';
    const failing = { since: BEGIN, reason: 'no answer' };
    await communities.setRoomFeed(DEBCONF, SOURCE.key, url);
    await communities.noteRoomFeed(DEBCONF, SOURCE.key, { url, unknown: [], failing });
    await place.pass(20, one, other);
    await communities.setRoomFeed(FOSDEM, SOURCE.key, url);
    await communities.noteRoomFeed(FOSDEM, SOURCE.key, { url, unknown: [], failing });
    await place.pass(9, one, other);
    expect(place.heard).toEqual([]);
    await place.pass(40, one, other);
    expect(place.heard).toEqual(['#orga The state of rooms cannot be read']);

    await communities.noteRoomFeed(FOSDEM, SOURCE.key, { url, unknown: [] });
    await place.pass(2, other, one);
    expect(place.heard.slice(1)).toEqual(['#orga edited: Over: The state of rooms cannot be read']);
  });

  it('hear of a source that was not read for half an hour, and of no shorter failure', async () => {
    const { place, one } = await openAlerted(await open());
    place.problem = { kind: 'unreadable', reason: 'HTTP 500', since: BEGIN };
    await place.pass(20, one);
    place.problem = undefined;
    await place.pass(10, one);
    expect(place.heard).toEqual([]);

    place.problem = { kind: 'unreadable', reason: 'HTTP 500', since: place.clock.now() };
    await place.pass(30, one);
    expect(place.heard).toEqual(['#orga The schedule’s source cannot be read']);
  });

  it('are not told that it is over by a process that has not asked the source yet', async () => {
    const { place, one } = await openAlerted(await open());
    place.problem = SHRUNKEN;
    await place.pass(3, one);
    place.problem = undefined;
    place.checkedAt = undefined;
    await place.pass(20, startProcess(place, 'anew'));
    place.problem = { kind: 'unreadable', reason: 'HTTP 500', since: place.clock.now() };
    await place.pass(20, startProcess(place, 'again'));
    expect(place.heard).toEqual(['#orga A new version of the schedule looks wrong']);
  });

  it('hear of a side event by its name, beside the same of the main conference', async () => {
    const { place, one, other } = await openAlerted(await open());
    const { communities } = one.stores;
    const choice = { source: FRINGE, name: 'Fringe', chosenAt: BEGIN, isBeside: true } as const;
    await communities.choose(FOSDEM, choice);
    place.besideProblem = SHRUNKEN;
    await place.pass(30, one, other);
    expect(place.heard).toEqual(['#orga Fringe: A new version of the schedule looks wrong']);

    place.problem = SHRUNKEN;
    await place.pass(2, one, other);
    expect(place.heard.slice(1)).toEqual([
      `#orga ${conference.title}: A new version of the schedule looks wrong`,
    ]);
    place.besideProblem = undefined;
    await place.pass(10, other, one);
    expect(place.heard.slice(2)).toEqual([
      '#orga edited: Over: Fringe: A new version of the schedule looks wrong',
    ]);
  });

  it('are asked to confirm a speaker of a side event where that is', async () => {
    const { place, one } = await openAlerted(await open());
    await one.stores.communities.choose(FOSDEM, {
      ...{ source: FRINGE, name: 'Fringe', chosenAt: BEGIN, isBeside: true },
    });
    const speaker = { kind: 'speaker', name: 'Adrian' } as const;
    const ada = { platform: 'lobby', id: 'ada' };
    await one.stores.speakerClaims.add(
      {
        ...{ id: 'c1', community: FOSDEM, conference: FRINGE.key },
        ...{ speaker, member: ada, leadMinutes: 30 },
      },
      BEGIN,
    );
    await place.pass(2, one);
    expect(place.heard).toEqual(['#orga Fringe: Somebody says they are a speaker']);
    expect([...place.messages.values()].join()).toContain('@ada says they are Adrian');
  });

  it('hear once who says to be a speaker, at once that it is decided, and of nobody elsewhere', async () => {
    const { place, one, other } = await openAlerted(await open());
    const { speakerClaims } = one.stores;
    const speaker = { kind: 'speaker', name: 'Adrian' } as const;
    const claim = { community: FOSDEM, conference: SOURCE.key, speaker, leadMinutes: 30 };
    const ada = { platform: 'lobby', id: 'ada' };
    const eve = { platform: 'lobby', id: 'eve' };
    await speakerClaims.add({ ...claim, id: 'c1', member: ada }, BEGIN);
    await speakerClaims.add({ ...claim, id: 'c2', member: eve, community: DEBCONF }, BEGIN);
    await place.pass(5, one, other);
    expect(place.heard).toEqual(['#orga Somebody says they are a speaker']);
    const [told = ''] = [...place.messages.values()];
    expect(told).toContain('@ada says they are Adrian');
    expect(told).not.toContain('eve');

    await speakerClaims.confirm('c1', place.clock.now());
    await place.pass(1, one);
    expect(place.heard.slice(1)).toEqual(['#orga edited: Over: Somebody says they are a speaker']);
    const [over = ''] = [...place.messages.values()];
    expect(over).not.toContain('@ada');
    const alerts = await one.stores.alerts.latest();
    expect(JSON.stringify(alerts)).not.toContain('ada"');
  });

  it('hear of a channel that is announced to and closed, at once that it is over, and of no other channel', async () => {
    const { place, one, other } = await openAlerted(await open());
    const { reachability } = one.stores;
    await reachability.refused(channelOf(FOSDEM, 'hall'), 'forbidden', place.clock.now());
    await reachability.refused(channelOf(FOSDEM, 'tea'), 'forbidden', place.clock.now());
    await reachability.refused(channelOf(DEBCONF, 'hall'), 'forbidden', place.clock.now());
    await place.pass(5, one, other);
    expect(place.heard).toEqual(['#orga A channel is closed to Hallway']);
    expect([...place.messages.values()].join()).toContain('#hall: announcements do not arrive');

    await reachability.reached(channelOf(FOSDEM, 'hall'));
    await place.pass(1, one);
    expect(place.heard.slice(1)).toEqual(['#orga edited: Over: A channel is closed to Hallway']);
  });

  it('hear of messages that wait for two minutes, unless nothing at all leaves', async () => {
    const { place, one } = await openAlerted(await open());
    await place.pass(1, one);
    one.isSending = false;
    one.readiness = 'away';
    await enqueue(place, one);
    await place.pass(10, one);
    one.readiness = 'ready';
    await place.pass(2, one);
    expect(await alertsOf(one)).toEqual([]);
    await place.pass(1, one);
    expect(await alertsOf(one)).toEqual(['late']);

    one.isSending = true;
    await place.pass(1, one);
    await place.pass(5, one);
    expect(place.heard).toEqual([
      '#orga Messages here are late',
      '#orga edited: Over: Messages here are late',
    ]);
  });

  it('read of what begins within minutes in one message, and later in another', async () => {
    const { place, one, other } = await openAlerted(await open());
    place.problem = SHRUNKEN;
    await place.pass(5, one, other);
    const { reachability } = one.stores;
    await reachability.refused(channelOf(FOSDEM, 'hall'), 'forbidden', place.clock.now());
    await place.pass(20, other, one);
    expect(place.heard).toEqual([
      '#orga A new version of the schedule looks wrong',
      '#orga edited: 2 things to look at',
    ]);
    await reachability.reached(channelOf(FOSDEM, 'hall'));
    await place.pass(1, one);
    expect(place.heard.slice(2)).toEqual([
      '#orga edited: A new version of the schedule looks wrong',
    ]);
    place.problem = { kind: 'unreadable', reason: 'HTTP 500', since: BEGIN };
    await place.pass(10, one);
    expect(place.heard.slice(3)).toEqual(['#orga The schedule’s source cannot be read']);
    expect(place.messages.size).toBe(2);
  });

  it('are told once of what flaps', async () => {
    const { place, one } = await openAlerted(await open());
    for (let turn = 0; turn < 5; turn += 1) {
      place.problem = { ...SHRUNKEN, since: place.clock.now() };
      await place.pass(2, one);
      place.problem = undefined;
      await place.pass(8, one);
    }
    expect(place.messages.size).toBe(1);
    expect(place.heard.length).toBeLessThanOrEqual(8);
  });

  it('are asked to decide where the schedule contradicts what they changed by hand', async () => {
    const { place, one } = await openAlerted(await open());
    const [talk] = conference.talks;
    if (talk === undefined) throw new Error('There is no talk.');
    const said = { status: 'scheduled' } as const;
    const overlay = { talk: talk.id, at: BEGIN, facts: { status: 'canceled' }, said } as const;
    const { communities } = one.stores;
    await communities.setByHand(FOSDEM, SOURCE.key, overlay);
    await place.pass(2, one);
    expect(place.heard).toEqual([]);

    const moved = { ...said, start: talk.start - MINUTE_MS };
    await communities.setByHand(FOSDEM, SOURCE.key, { ...overlay, said: moved });
    await place.pass(2, one);
    expect(place.heard).toEqual(['#orga The schedule contradicts a talk changed by hand']);
    expect([...place.messages.values()].join()).toContain(`“${talk.title}”: your change counts`);
  });

  it('are asked nothing anew where talks have each other’s ids', async () => {
    const { place, one } = await openAlerted(await open());
    const { alerts, communities } = one.stores;
    const talks = conference.talks.slice(0, 2);
    for (const { id, start } of talks) {
      const said = { status: 'scheduled', start: start - MINUTE_MS } as const;
      const overlay = { talk: id, at: BEGIN, facts: { status: 'canceled' }, said } as const;
      await communities.setByHand(FOSDEM, SOURCE.key, overlay);
    }
    await place.pass(2, one);
    const ids = talks.map(({ id }) => id);
    const swapped = new Map(ids.map((id, index) => [id, ids[1 - index] ?? id]));

    await alerts.follow(FRINGE.key, swapped);
    const titles = async () =>
      (await alerts.latest()).flatMap(({ trouble }) =>
        trouble.kind === 'contradiction' ? [`${trouble.talk} ${trouble.title}`] : [],
      );
    const before = talks.map(({ id, title }) => `${id} ${title}`);
    expect((await titles()).toSorted()).toEqual(before.toSorted());
    await alerts.follow(SOURCE.key, swapped);
    const after = talks.map(({ id, title }) => `${swapped.get(id)} ${title}`);
    expect((await titles()).toSorted()).toEqual(after.toSorted());
    await place.pass(10, one);
    expect(place.heard).toHaveLength(1);
  });

  it('hear nothing of the other community, and it hears of its own', async () => {
    const { place, one } = await openAlerted(await open());
    await one.stores.alertChannels.put({ target: channelOf(DEBCONF, 'team'), language: 'de' });
    await one.stores.reachability.refused(channelOf(FOSDEM, 'hall'), 'forbidden', BEGIN);
    await place.pass(2, one);
    place.problem = SHRUNKEN;
    await place.pass(2, one);
    expect(place.heard.filter((line) => line.startsWith('#team'))).toEqual([
      '#team Eine neue Fassung des Programms ist unglaubwürdig',
    ]);
  });

  it('hear nothing of a source once the conference is over', async () => {
    const database = await open();
    const { place, one } = await openAlerted(database);
    await place.pass(60 * 24 * 2, { turn: async () => undefined });
    place.problem = { ...SHRUNKEN, since: place.clock.now() };
    await place.pass(5, one);
    expect(place.heard).toEqual([]);
  });

  it('are forgotten together with their community', async () => {
    const database = await open();
    const { place, one } = await openAlerted(database);
    place.problem = SHRUNKEN;
    await place.pass(1, one);
    await createCommunities(database.kysely).forget(FOSDEM);
    expect(await one.stores.alertChannels.all()).toEqual([]);
    expect(await one.stores.alerts.latest()).toEqual([]);
    expect(await createCommunities(database.kysely).known('lobby')).toEqual([]);
  });
});

forEachDatabase('an alert', ({ open }) => {
  it.each([
    ['before it is written down', 'look'],
    ['before it is sent', 'send'],
    ['after it arrived and before that is known', 'answer'],
  ] as const)('is told once though the process is killed %s', async (_, moment) => {
    const database = await open();
    const { place, one } = await openAlerted(database);
    place.problem = SHRUNKEN;
    if (moment !== 'look') await one.look();
    if (moment === 'answer') await loseAnswer(place, one);
    await place.pass(30, startProcess(place, 'anew'));
    expect(place.messages.size).toBe(1);

    place.problem = undefined;
    const anew = startProcess(place, 'again');
    await place.pass(10, anew);
    expect([...place.messages.values()]).toEqual([expect.stringContaining('Over: ')]);
  });
});

/** It is posted, and whoever posted it dies before the answer. */
async function loseAnswer(place: Place, process: ReturnType<typeof startProcess>) {
  const { queue, leases } = process.stores;
  const now = place.clock.now();
  const lane = place.messenger.lane(channelOf(FOSDEM, 'orga'), 'send');
  await leases.hold(lane, 'dead', now, now + MINUTE_MS);
  const [claim] = await queue.claim({
    ...{ lane, owner: 'dead', now, leaseUntil: now + MINUTE_MS, limit: 1 },
    ...{ exceptTargets: [], explain: () => [] },
  });
  if (claim === undefined) throw new Error('Nothing was claimed');
  place.messages.set(claim.attemptKey, 'as the dead said it');
  place.messenger.fate = async ({ attemptKey }) =>
    place.messages.has(attemptKey)
      ? { kind: 'arrived', messageId: attemptKey }
      : { kind: 'resend' };
}

async function alertsOf({ stores }: ReturnType<typeof startProcess>) {
  return (await stores.alerts.latest()).map(({ trouble }) => trouble.kind);
}

function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal?.aborted) resolve();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
