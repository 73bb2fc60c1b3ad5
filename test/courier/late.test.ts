import { describe, expect, it, onTestFinished } from 'vitest';
import { createStores } from '../../adapters/storage/stores.ts';
import { createAnnouncer } from '../../src/announcements/announcements.ts';
import { createCourier } from '../../src/courier/courier.ts';
import { createPace } from '../../src/courier/pace.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { type LogFacts, silentLog } from '../../src/log.ts';
import { type Delivery, delivery } from '../../src/outbox/delivery.ts';
import { listDelivery } from '../../src/outbox/kinds/memberList.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import { PlatformError } from '../../src/platform/refusal.ts';
import { createViews } from '../../src/programme/programmes.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { openMemory } from '../support/memory.ts';
import { keyOf } from '../support/names.ts';
import { noIndexing } from '../support/programmes.ts';
import { steppedClock } from '../support/steppedClock.ts';

const NOON = Date.UTC(2020, 1, 1, 12);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const CHANNEL = { kind: 'channel', platform: 'chat', community: 'us' } as const;

describe('the line that a delivery leaves', () => {
  it('tells when it was due, claimed and sent, and that it waited for nothing', async () => {
    const post = await open();
    await post.enqueue(announcement('#a', '7'));
    await post.goTo(NOON);

    expect(post.lines()).toEqual([
      [
        'A delivery was sent',
        {
          key: 'channel:chat:us:#a|c|announcement|26342655|7|1580559300000',
          kind: 'announcement',
          verdict: 'sent',
          messageId: 'm1',
          due: '2020-02-01T12:00:00.000Z',
          claimed: '2020-02-01T12:00:00.000Z',
          sent: '2020-02-01T12:00:00.000Z',
          lateMs: 0,
          attempts: 1,
          waits: [],
        },
      ],
    ]);
  });

  it('names no account in full', async () => {
    const post = await open();
    await post.enqueue(list(NOON, '102938475610293847'));
    await post.goTo(NOON);

    expect(post.lines()).toMatchObject([
      ['A delivery was sent', { key: 'member:chat:102…3847|c|list', kind: 'list' }],
    ]);
  });

  it('is one for each delivery of a message', async () => {
    const post = await open();
    await post.enqueue(announcement('#a', '7'), announcement('#a', '8'));
    await post.goTo(NOON);

    expect(post.short()).toEqual(['#a sent +0 together 2', '#a sent +0 together 2']);
  });

  it('names messages that went to the same target before', async () => {
    const post = await open();
    await post.enqueue(...[1, 2, 3].map((version) => notice('#a', version)));
    await post.goTo(NOON + MINUTE);

    expect(post.short()).toEqual([
      '#a sent +0',
      '#a sent +1030: target-resting 0–1030',
      '#a sent +2060: target-resting 0–2060',
    ]);
  });

  it('names the rest that the platform asked of the whole lane', async () => {
    const post = await open();
    post.refuse('#a', { afterMs: 5 * SECOND, scope: 'lane' });
    await post.enqueue(announcement('#a', '7', NOON - 1));
    await post.goTo(NOON);
    await post.enqueue(announcement('#b', '7'));
    await post.goTo(NOON + MINUTE);

    expect(post.short()).toEqual([
      '#a again: lane-resting 0–5000',
      '#a sent +5001 attempts 2: lane-resting 0–5000',
      '#b sent +5000: lane-resting 0–5000',
    ]);
  });

  it('names what was refused, and until when', async () => {
    const post = await open();
    post.refuse('#a', { afterMs: 7 * SECOND, scope: 'target' });
    post.refuse('#a', { afterMs: 2 * SECOND, scope: 'target' });
    await post.enqueue(announcement('#a', '7'));
    await post.goTo(NOON + MINUTE);

    expect(post.short()).toEqual([
      '#a again: retry rate-limited 0–7000',
      '#a again: retry rate-limited 0–9000',
      '#a sent +9000 attempts 3: retry rate-limited 0–9000',
    ]);
  });

  it('names a platform that answers late, and the doubt that its silence leaves', async () => {
    const post = await open();
    post.answerAfter('#a', 3 * SECOND);
    post.answerAfter('#b', MINUTE);
    await post.enqueue(announcement('#a', '7'), announcement('#b', '7'));
    await post.goTo(NOON + MINUTE);

    expect(post.short()).toEqual([
      '#a sent +3000: slow-platform 0–3000',
      '#b again: doubt no-answer 8000–16000',
      '#b sent +16000 attempts 2: slow-platform 0–8000, doubt no-answer 8000–16000',
      // Nobody knows whether the one before arrived after all: it is corrected.
      '#b sent +1030: target-resting 16000–17030',
    ]);
  });

  it('names what was due before it in a full lane', async () => {
    const post = await open();
    const crowd = Array.from({ length: 40 }, (_, index) =>
      announcement(`#${index}`, '7', NOON - 1),
    );
    for (const { target } of crowd) {
      if (target.kind === 'channel') post.answerAfter(target.channel, 2 * SECOND);
    }
    await post.enqueue(...crowd);
    await post.enqueue(announcement('#last', '7'));
    await post.goTo(NOON + MINUTE);

    expect(post.short()).toContain('#last sent +4000: queue 0–4000');
  });

  it('names the time without anybody who sends', async () => {
    const post = await open({ starts: false });
    await post.enqueue(announcement('#a', '7'));
    await post.goTo(NOON + 90 * SECOND);
    post.start();
    await post.goTo(NOON + 2 * MINUTE);

    expect(post.short()).toEqual(['#a sent +90000: no-sender 0–90000']);
  });

  it('names a sender that died, whose lease had to run out', async () => {
    const post = await open({ starts: false });
    await post.enqueue(announcement('#a', '7'));
    await post.claimAndDie(NOON + 2 * SECOND);
    await post.goTo(NOON + 40 * SECOND);
    post.start();
    await post.goTo(NOON + MINUTE);

    expect(post.short()).toEqual([
      '#a sent +40000: queue 0–2000, sender-died 2000–32000, no-sender 32000–40000',
      '#a sent +1030: target-resting 40000–41030',
    ]);
  });

  it('names the time in which nothing was planned', async () => {
    const post = await open();
    await post.announceTo('#a', 0);
    await post.tick(NOON);
    await post.tick(NOON + 5 * MINUTE);

    expect(post.short()).toEqual(['#a sent +240000: no-tick 60000–300000']);
  });

  it('names the tick that had to come first', async () => {
    const post = await open();
    await post.tick(NOON + MINUTE);
    await post.announceTo('#a', NOON + 80 * SECOND);
    await post.tick(NOON + 2 * MINUTE);

    expect(post.short()).toEqual(['#a sent +40000: next-tick 80000–120000']);
  });

  it('is left as well by what is not sent', async () => {
    const post = await open();
    post.refuse('#gone', { code: 'channel-gone', outcome: 'permanent' });
    for (let tries = 0; tries < 9; tries += 1) post.refuse('#busy', { code: 'unavailable' });
    await post.enqueue(
      announcement('#gone', '7'),
      announcement('#busy', '7', NOON, NOON + 10 * SECOND),
      announcement('#late', '7', NOON - MINUTE, NOON),
      announcement('#untrue', 'moved'),
      notice('#untrue', 0, 'moved'),
    );
    await post.goTo(NOON + MINUTE);

    expect(post.short().toSorted()).toEqual([
      '#busy again: retry unavailable 0–2000',
      '#busy again: retry unavailable 0–6000',
      '#busy expired (unavailable) +6000 attempts 3: retry unavailable 0–6000',
      '#gone failed (channel-gone) +0',
      '#late expired (late) +60000: no-sender -60000–0',
      '#untrue expired (outdated) +0',
      '#untrue withdrawn +0',
    ]);
  });

  it('counts a live list from when it was first asked for since it was sent', async () => {
    const post = await open();
    await post.enqueue(list(NOON));
    await post.goTo(NOON);
    await post.enqueue(list(NOON));
    await post.goTo(NOON + 500);
    await post.enqueue(list(NOON + 500));
    await post.goTo(NOON + MINUTE);
    post.answerAfter('ada', 4 * SECOND);
    await post.enqueue(list(NOON + MINUTE));
    await post.goTo(NOON + MINUTE + SECOND);
    await post.enqueue(list(NOON + MINUTE + SECOND));
    await post.enqueue(list(NOON + MINUTE + 2 * SECOND));
    await post.goTo(NOON + 2 * MINUTE);

    expect(post.short()).toEqual([
      'ada sent +0',
      'ada sent +1030: target-resting 0–1030',
      'ada sent +4000: slow-platform 60000–64000',
      'ada sent +3000: target-resting 61000–64000',
    ]);
  });
});

interface Refusal {
  readonly code?: PlatformError['code'];
  readonly outcome?: PlatformError['outcome'];
  readonly afterMs?: number;
  readonly scope?: 'target' | 'lane';
}

/** A courier with a clock that goes on in steps, and what it logs. */
async function open({ starts = true }: { readonly starts?: boolean } = {}) {
  const database = await openMemory();
  const clock = steppedClock(NOON);
  const stores = createStores(database, clock, () => 'lane');
  const { outbox, queue, leases, announcerWork } = stores;
  const lines: [string, LogFacts][] = [];
  const note = (facts: LogFacts, message: string) => lines.push([message, facts]);
  const refusals = new Map<string, Refusal[]>();
  const answers = new Map<string, number>();
  let sent = 0;
  const answer = async ({ target }: { readonly target: Delivery['target'] }) => {
    const name = target.kind === 'channel' ? target.channel : target.member;
    const { code = 'rate-limited', outcome = 'retry', ...when } = refusals.get(name)?.shift() ?? {};
    if (Object.keys(when).length > 0 || code !== 'rate-limited') {
      throw new PlatformError(code, outcome, 'No', when);
    }
    const waitMs = answers.get(name) ?? 0;
    answers.delete(name);
    if (waitMs > 0) await clock.sleep(waitMs);
  };
  const messenger: Messenger = {
    lane: () => 'lane',
    spacing: () => 0,
    send: async (dispatch) => {
      await answer(dispatch);
      sent += 1;
      return `m${sent}`;
    },
    edit: (_id, dispatch) => answer(dispatch),
    remove: async () => undefined,
    fate: async () => ({ kind: 'resend' }),
    find: async () => ({ messages: new Map(), isWhole: true }),
  };
  const courier = createCourier({
    ...stores,
    messengers: new Map([['chat', messenger]]),
    compose: async (deliveries) => {
      const isUntrue = JSON.stringify(deliveries).includes('moved');
      const card = { kind: 'notice', title: '', summary: '', blocks: [] } as const;
      return isUntrue ? undefined : { card, leftOut: [] };
    },
    clock,
    log: { info: note, warn: note, error: note },
    meter: silentMeter,
    owner: 'us',
    pace: createPace(1),
  });
  const conference = conferenceOf([talkAt('7', NOON + 11 * MINUTE)]);
  const announcer = createAnnouncer({
    ...{ announcerWork, clock, log: silentLog, meter: silentMeter },
    programmes: { view: createViews(() => ({ number: 1, conference }), noIndexing) },
    defaultConference: keyOf('c'),
  });
  const stop = new AbortController();
  let running = Promise.resolve();
  const start = () => {
    running = courier.run(stop.signal);
  };
  if (starts) start();
  onTestFinished(async () => {
    stop.abort();
    await running;
    await database.close();
  });
  const enqueue = async (...deliveries: readonly Delivery[]) => {
    await outbox.enqueue(deliveries);
    courier.wake();
  };
  return {
    start,
    enqueue,
    goTo: clock.goTo,
    lines: () => lines,
    short: () => lines.map(([, facts]) => shortened(facts)),
    refuse: (name: string, refusal: Refusal) =>
      refusals.set(name, [...(refusals.get(name) ?? []), refusal]),
    answerAfter: (name: string, ms: number) => answers.set(name, ms),
    claimAndDie: async (now: number) => {
      const leaseUntil = now + 30 * SECOND;
      await leases.hold('lane', 'dead', now, leaseUntil);
      const explain = () => [{ kind: 'queue', from: NOON, until: now }] as const;
      const facts = { lane: 'lane', owner: 'dead', limit: 1, exceptTargets: [] };
      await queue.claim({ ...facts, now, leaseUntil, explain });
    },
    /** One talk, eleven minutes after noon, announced there ten minutes ahead. */
    announceTo: (channel: string, since: number) =>
      stores.subscriptions.put({
        target: { ...CHANNEL, channel },
        ...{ leadMinutes: 10, rooms: [], tracks: [], kinds: ['announcements'], language: 'en' },
        since,
      }),
    tick: async (at: number) => {
      await clock.goTo(at);
      await announcer.tick();
      courier.wake();
      await clock.goTo(at);
    },
  };
}

/** `#a sent +40000: queue 0–2000`: lateness, and what it waited for in milliseconds since noon. */
function shortened(facts: LogFacts): string {
  const { key, verdict, reason, lateMs, attempts, together, waits, wait } = facts;
  const whom = String(key).split('|')[0]?.split(':').at(-1);
  if (verdict === undefined) return `${whom} again: ${waitWords(wait)}`;
  const words = [
    ...[whom, verdict, ...(reason === undefined ? [] : [`(${reason})`]), `+${lateMs}`],
    ...(attempts === 1 ? [] : [`attempts ${attempts}`]),
    ...(together === undefined ? [] : [`together ${together}`]),
  ].join(' ');
  const why = Array.isArray(waits) ? waits.map(waitWords).join(', ') : '';
  return why === '' ? words : `${words}: ${why}`;
}

function waitWords(wait: unknown): string {
  const { kind, code, from, until } = Object(wait);
  const span = [from, until].map((at) => Date.parse(at) - NOON).join('–');
  return [kind, code, span].filter((word) => word !== undefined).join(' ');
}

function announcement(channel: string, talk: string, due = NOON, expiresAt = NOON + 60 * MINUTE) {
  const subject = { kind: 'announcement', talk, start: NOON + 15 * MINUTE } as const;
  return to({ ...CHANNEL, channel }, subject, { dueAt: due, expiresAt });
}

function notice(channel: string, version: number, title = 'A talk') {
  const change = { kind: 'edited', talk: '7', title, fields: ['title'] } as const;
  const span = { dueAt: NOON, expiresAt: NOON + 60 * MINUTE };
  return to({ ...CHANNEL, channel }, { kind: 'notice', change }, span, version);
}

function list(at: number, member = 'ada') {
  const target = { kind: 'member', platform: 'chat', member } as const;
  return listDelivery({ target, conference: keyOf('c') }, at);
}

function to(target: Delivery['target'], ...[subject, span, version]: About): Delivery {
  return delivery({ target, conference: keyOf('c') }, subject, span, version);
}

type About = readonly [
  subject: Delivery['subject'],
  span: { readonly dueAt: number; readonly expiresAt: number },
  version?: number,
];
