import { describe, expect, it, onTestFinished } from 'vitest';
import { meaningAtOnce } from '../../adapters/meaning/meaning.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import { trace } from '../../src/cli/trace.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { systemClock } from '../../src/clock.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { type Delivery, delivery } from '../../src/outbox/delivery.ts';
import type { Settlement } from '../../src/outbox/outbox.ts';
import type { Wait } from '../../src/outbox/wait.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { announcement, DUE, list, MINUTE, prepare, TEN } from '../contracts/outboxStage.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { readHere } from '../support/feeds.ts';
import { openMemory } from '../support/memory.ts';
import { keyOf } from '../support/names.ts';

const KEY = 'channel:chat:us:#a|conf|announcement|26342520|7|1580551200000';
const SECOND = 1_000;

describe('trace', () => {
  it('prints the life of one delivery', async () => {
    const desk = await openDesk();
    const unplanned = { kind: 'no-tick', from: DUE, until: DUE + 2 * MINUTE } as const;
    const late = { ...announcement('7'), plannedLate: unplanned };
    const span = { from: unplanned.until, until: unplanned.until + 31 * SECOND };
    const refused = { kind: 'retry', code: 'rate-limited', ...span } as const;
    await desk.settle(late, refused.until, { kind: 'sent', messageId: 'm1' }, [unplanned, refused]);

    expect(await desk.run(KEY)).toEqual({
      code: 0,
      stderr: [],
      stdout: [
        'announcement · chat, channel #a · Talk seven',
        `  Key             ${KEY}`,
        '  Due             Sat 1 Feb, 10:50:00',
        '  Planned         Sat 1 Feb, 10:52:00',
        '  First taken up  Sat 1 Feb, 10:52:31',
        '  Waited          since 10:50:00: nothing was planned until 10:52:00, since',
        '                  Hallway was not running or could not use its database',
        '  Waited          since 10:52:00: the platform asked to wait; it was tried again',
        '                  at 10:52:31',
        '  Tries           1',
        '  Outcome         sent Sat 1 Feb, 10:52:31',
        '  Message         m1',
        '  Lateness        3 min late: nothing was planned until 10:52:00, since Hallway',
        '                  was not running or could not use its database',
        '',
        '',
      ].join('\n'),
    });
    expect((await desk.run(KEY, 'de')).stdout.split('\n').slice(-4)).toEqual([
      '  Pünktlichkeit  3 Min. zu spät: bis 10:52:00 wurde nichts geplant, weil Hallway',
      '                 nicht lief oder seine Datenbank nicht erreichte',
      '',
      '',
    ]);
  });

  it('gives it to programs as one object', async () => {
    const desk = await openDesk();
    const queue = { kind: 'queue', from: DUE, until: DUE + 4 * SECOND } as const;
    await desk.settle(announcement('7'), queue.until, { kind: 'sent', messageId: 'm1' }, [queue]);

    const { stdout } = await desk.run(KEY, 'en', true);

    expect(stdout.endsWith('}\n')).toBe(true);
    expect(JSON.parse(stdout)).toEqual({
      key: KEY,
      kind: 'announcement',
      target: { kind: 'channel', platform: 'chat', community: 'us', channel: '#a' },
      conference: 'conf',
      state: 'sent',
      due: '2020-02-01T09:50:00.000Z',
      planned: '2020-02-01T09:50:00.000Z',
      claimed: '2020-02-01T09:50:04.000Z',
      ready: null,
      settled: '2020-02-01T09:50:04.000Z',
      sent: '2020-02-01T09:50:04.000Z',
      lateMs: 4_000,
      attempts: 1,
      waits: [
        { kind: 'queue', from: '2020-02-01T09:50:00.000Z', until: '2020-02-01T09:50:04.000Z' },
      ],
      messageId: 'm1',
      reason: null,
    });
  });

  it.each(['7', 'ABC7', 'talk seven', 'Sev'])(
    'lists all about a talk, called %s',
    async (about) => {
      const desk = await openDesk();
      await desk.settle(announcement('7'), DUE, { kind: 'sent', messageId: 'm1' });
      await desk.settle(reminder('208839201'), DUE + 5 * MINUTE, {
        kind: 'expired',
        reason: 'late',
      });
      await desk.settle(announcement('8'), DUE, { kind: 'sent', messageId: 'm2' });
      await desk.enqueue(announcement('7', TEN, '#b'));

      expect(await desk.run(about)).toEqual({
        code: 0,
        stderr: [],
        stdout: [
          'Talk seven',
          '  3 deliveries, the latest first',
          '',
          '  reminder · chat, member 208…9201',
          '  Due Sat 1 Feb, 10:50:00 · not sent, Sat 1 Feb, 10:55:00: it was no longer of',
          '  use',
          '  not sent, given up after 5 min',
          '  member:chat:208…9201|conf|reminder|26342520|7|1580551200000',
          '',
          '  announcement · chat, channel #a',
          '  Due Sat 1 Feb, 10:50:00 · sent Sat 1 Feb, 10:50:00',
          '  on time',
          `  ${KEY}`,
          '',
          '  announcement · chat, channel #b',
          '  Due Sat 1 Feb, 10:50:00 · waits until Sat 1 Feb, 10:50:00',
          `  ${KEY.replace('#a', '#b')}`,
          '',
          '',
        ].join('\n'),
      });
    },
  );

  it('understands the keys that it prints, and names no account in full', async () => {
    const desk = await openDesk();
    await desk.enqueue(reminder('208839201'), list(DUE, '1029384756'));

    const all = await desk.run('member:', 'en', true);
    const keys = all.stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line).key] : []));
    const each = await Promise.all(keys.map((key) => desk.run(key)));

    expect(keys).toEqual([
      'member:chat:102…4756|conf|list',
      'member:chat:208…9201|conf|reminder|26342520|7|1580551200000',
    ]);
    expect(each.map(({ stdout }) => stdout.split('\n')[0])).toEqual([
      'personal list · chat, member 102…4756',
      'reminder · chat, member 208…9201 · Talk seven',
    ]);
    expect(JSON.stringify([all, each])).not.toMatch(/20883|10293/);
  });

  it('tells a reminder that was snoozed from the one before', async () => {
    const desk = await openDesk();
    const { subject, ...first } = reminder('208839201');
    if (subject.kind !== 'reminder') throw new Error('It is no reminder');
    const snoozed = delivery(first, { ...subject, again: 1 }, { dueAt: DUE, expiresAt: TEN });
    await desk.enqueue(reminder('208839201'), snoozed);

    const headings = (await desk.run('7')).stdout.match(/reminder · .*/g);
    expect(headings?.toSorted()).toEqual([
      'reminder · chat, member 208…9201',
      'reminder · snoozed once · chat, member 208…9201',
    ]);
  });

  it('shows the latest of many, and says how many more there are', async () => {
    const desk = await openDesk();
    const members = Array.from({ length: 30 }, (_, index) => `10000${index + 10}`);
    const refused = { kind: 'expired', reason: 'unavailable' } as const;
    await desk.settle(announcement('7', TEN, '#late'), DUE + MINUTE, refused);
    await desk.enqueue(...members.map(reminder));

    const lines = (await desk.run('7')).stdout.split('\n');

    expect(lines.slice(0, 7)).toEqual([
      'Talk seven',
      '  31 deliveries, the latest first',
      '',
      '  announcement · chat, channel #late',
      '  Due Sat 1 Feb, 10:50:00 · not sent, Sat 1 Feb, 10:51:00: the platform could not be',
      '  reached',
      '  not sent, given up after 60 s',
    ]);
    expect(lines.at(-3)).toBe('  and 11 more; --json shows them all');
    expect((await desk.run('7', 'en', true)).stdout.split('\n')).toHaveLength(32);
  });

  it('says what it does not find, and which talks it could be', async () => {
    const desk = await openDesk();

    expect(await desk.run('channel:chat:us')).toEqual({
      ...{ code: 1, stdout: '' },
      stderr: ['No delivery in the database has the key “channel:chat:us” or one that begins so.'],
    });
    expect(await desk.run('knitting')).toEqual({
      ...{ code: 1, stdout: '' },
      stderr: [
        'No talk in the database has the id or the code “knitting”, or these words in its title.',
      ],
    });
    expect(await desk.run('8')).toEqual({
      ...{ code: 1, stdout: '' },
      stderr: ['Nothing was planned about “Talk eight” yet.'],
    });
    expect(await desk.run('talk')).toEqual({
      ...{ code: 2, stdout: '' },
      stderr: [
        '6 talks fit “talk”: 1 “Talk 1”, 2 “Talk 2”, 3 “Talk 3”, 4 “Talk 4”, 7 “Talk seven” … Name one by its id.',
      ],
    });
  });
});

function reminder(member: string): Delivery {
  const target = { kind: 'member', platform: 'chat', member } as const;
  const subject = { kind: 'reminder', talk: '7', start: TEN } as const;
  return delivery({ target, conference: keyOf('conf') }, subject, {
    dueAt: DUE,
    expiresAt: TEN + 5 * MINUTE,
  });
}

/** A database with a conference in Brussels, and the subcommand over it. */
async function openDesk() {
  const database = await openMemory();
  onTestFinished(() => database.close());
  const { outbox, queue, claim } = prepare(database);
  const stores = createStores(database, systemClock);
  const talks = ['1', '2', '3', '4'].map((id) => talkAt(id, TEN - 60 * MINUTE));
  const named = [
    talkAt('7', TEN, { title: 'Talk seven', code: 'ABC7' }),
    talkAt('8', TEN, { title: 'Talk eight' }),
  ];
  const conference = conferenceOf([...talks, ...named], 'Europe/Brussels');
  const facts = { key: keyOf('conf'), number: 1, takenAt: 0, fingerprint: '', validators: {} };
  await stores.versions.keep(atOnce(writeVersion({ ...facts, conference })));
  return {
    enqueue: (...deliveries: readonly Delivery[]) => outbox.enqueue(deliveries),
    settle: async (one: Delivery, at: number, end: Settlement, waits: readonly Wait[] = []) => {
      await outbox.enqueue([one]);
      const claims = await claim({ now: at, leaseUntil: at + MINUTE, explain: () => waits });
      const own = claims.find(({ deliveries: [first] }) => first.key === one.key);
      if (own === undefined) throw new Error('It was not claimed');
      await queue.settle(own, end, at);
      for (const other of claims) {
        if (other !== own) await queue.settle(other, { kind: 'retry', at }, at);
      }
    },
    run: async (about: string, locale = 'en', json = false) => {
      let stdout = '';
      const stderr: string[] = [];
      const around: Surroundings = {
        write: (text) => {
          stdout += text;
        },
        complain: (line) => stderr.push(line),
        read: readHere,
        meaningOf: meaningAtOnce,
        lines: (async function* () {})(),
        messages: messagesFor(locale),
        width: 80,
        stopwatch: () => 0,
      };
      const code = await trace({ about, json }, stores, around);
      return { code, stdout, stderr };
    },
  };
}
