import { expect, it } from 'vitest';
import type { AnnouncerStores, AnnouncerWork } from '../../src/announcements/announcerWork.ts';
import { changeTalk } from '../../src/announcements/changeTalk.ts';
import type { Card, TalkRow } from '../../src/cards/cards.ts';
import { atOnce } from '../../src/clock/steps.ts';
import type { TalkAct } from '../../src/programme/byHand.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { forOneDatabase } from '../contracts/databases.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { type Around, at, type Event, openAround, type Stores, scheduleOf } from './around.ts';
import type { Kept } from './recorder.ts';
import { PLATFORMS } from './wire.ts';

const CONFERENCE = keyOf('crash');
const TALKS: readonly Event[] = [
  { id: 1, start: '09:40' },
  { id: 2, start: '15:00' },
  { id: 3, start: '15:30' },
  { id: 4, start: '16:00' },
  { id: 5, start: '16:30' },
  { id: 6, start: '09:30', room: 'B' },
];
const PATIENCE = { timeout: 500_000 };

/**
 * Who hears of the community in which organisers change talks, and of the other one on the same platform;
 * in channels in which it tells what has arrived: elsewhere nobody knows what there is to be corrected.
 */
const [US, THEY] = [
  ['#b', '#c', 'ada'],
  ['#t', 'tim'],
];

type Act = readonly [talk: string, act: TalkAct];
const CANCEL = { kind: 'cancel' } as const;
const RESTORE = { kind: 'restore' } as const;
const PEAS = { kind: 'rename', title: 'Peas' } as const;
const MOVE = { kind: 'move', start: at('10:05:00') } as const;
const LATER = { kind: 'move', start: at('17:00:00') } as const;

forOneDatabase('A program that is killed', 'SQLite', ({ createUrl }) => {
  it(
    'tells once what is changed by hand, and announces a moved talk at its new time alone',
    PATIENCE,
    async () => {
      const around = await openAround(scheduleOf('v1', TALKS), await createUrl());
      const { hear, isHeard } = hearing(around);
      await around.act('09:18:00', seat);
      hear([...US, ...THEY], 'starts 09:30 Talk 6');
      // In peace, so that it knows what it is to correct.
      await around.end('09:20:05', isHeard);

      const first: Act[] = [
        ['1', { ...MOVE, room: roomSlug('b') }],
        ['4', CANCEL],
        ['2', CANCEL],
      ];
      const acts: Act[] = [...first, ['3', PEAS]];
      await around.act('09:21:00', (stores, now) => breakOff(stores, now, first));
      await around.act('09:21:30', (stores, now) => change(stores, now, acts));
      await around.die('09:22:00', 'sent', 3);
      const canceled = around.recorder.kept.filter((one) =>
        lineOf(one).endsWith('Canceled: Talk 4'),
      );
      expect(canceled.length).toBeLessThan(PLATFORMS.length * US.length);

      // Whoever was not answered presses again; and one was a mistake.
      const again = acts.map(([talk, act]): Act => [talk, talk === '4' ? RESTORE : act]);
      await around.act('09:23:00', (stores, now) => change(stores, now, [...again, ['6', MOVE]]));
      await around.die('09:24:00', 'edited');
      hear(['ada'], 'My talks');
      hear(US, 'Moved: Talk 1', 'Canceled: Talk 2', 'Changed: Peas', 'Moved: Talk 6');
      hear(US, 'Canceled: Talk 4', 'Takes place after all: Talk 4');
      hear(THEY, 'starts 09:40 Talk 1');
      await around.live('09:31:00', () => {
        isHeard();
        expect(standing(around, 'starts 09:30 Talk 6', /changed since$/)).toEqual(['#b', '#c']);
      });

      await around.die('09:57:00', 'sent');
      hear(US, 'starts 10:05 Talk 1, Talk 6');
      await around.end('09:57:30', isHeard);
    },
  );
});

forOneDatabase('A program that is killed', 'PostgreSQL', ({ createUrl }) => {
  it(
    'tells of no change by hand anew that the source makes too, and asks once of one that it does not',
    PATIENCE,
    async () => {
      const around = await openAround(scheduleOf('v1', TALKS), await createUrl());
      const { hear, isHeard } = hearing(around);
      const publish = (version: string, changed: Readonly<Record<number, Partial<Event>>>) =>
        around.recorder.publish(
          scheduleOf(
            version,
            TALKS.map((talk) => ({ ...talk, ...changed[talk.id] })),
          ),
        );
      await around.act('09:00:00', seat);
      await around.act('09:01:00', (stores, now) =>
        change(stores, now, [
          ['2', CANCEL],
          ['3', PEAS],
          ['5', LATER],
        ]),
      );
      hear(['ada'], 'My talks');
      hear(US, 'Canceled: Talk 2', 'Changed: Peas', 'Moved: Talk 5');
      await around.live('09:02:00', isHeard);

      const agreed = { 2: { title: 'Canceled: Talk 2' }, 3: { title: 'Peas' } };
      publish('v2', agreed);
      await around.die('09:03:00', 'settling by hand');
      isHeard();
      await around.die('09:04:00', 'sent', 2);
      hear(['tim'], 'My talks');
      hear(THEY, 'Canceled: Talk 2, Changed: Peas');
      await around.live('09:05:00', isHeard);

      // All that is new to them was said before, or it is the question to organisers.
      publish('v3', { ...agreed, 5: { start: '18:00' } });
      await around.die('09:06:00', 'sent', PLATFORMS.length * THEY.length + 1);
      hear(THEY, 'Moved: Talk 5');
      hear(['#alerts'], CONTRADICTED);
      await around.live('09:07:00', isHeard);

      await around.act('09:11:00', (stores, now) => change(stores, now, [['5', RESTORE]]));
      publish('v4', { 3: { title: 'Peas' }, 5: { start: '18:00' } });
      await around.die('09:12:00', 'in a takeover');
      hear(US, 'Moved: Talk 5');
      hear([...US, ...THEY], 'Takes place after all: Talk 2');
      await around.end('09:13:00', () => {
        isHeard();
        expect(standing(around, CONTRADICTED, /^Over/)).toEqual(['#alerts']);
      });
    },
  );
});

const CONTRADICTED = 'The schedule contradicts a talk changed by hand';
const COMMUNITIES = PLATFORMS.map((platform) => ({ platform, id: 'us' }));

/** What was to be said so far, of which each platform says all. */
function hearing(around: Around) {
  const expected: string[] = [];
  return {
    hear: (who: readonly string[], ...what: readonly string[]) => {
      const lines = who.flatMap((one) => what.map((said) => `${one} ${said}`));
      expected.push(...PLATFORMS.flatMap((name) => lines.map((line) => `${name} ${line}`)));
    },
    isHeard: () => expect(around.said(lineOf)).toEqual(expected.toSorted()),
  };
}

/** Where messages that began so now read so, which is the same on each platform. */
function standing({ recorder }: Around, began: string, now: RegExp): readonly string[] {
  const own = recorder.kept.filter(
    ({ first, card }) => wordsOf(first) === began && now.test(card.title),
  );
  const places = PLATFORMS.map((name) =>
    own.flatMap(({ platform, target }) => (platform === name ? [nameOf(target)] : [])).toSorted(),
  );
  expect(new Set(places.map((all) => all.join())).size).toBe(1);
  return places[0] ?? [];
}

function lineOf({ platform, target, first }: Kept): string {
  return `${platform} ${nameOf(target)} ${wordsOf(first)}`;
}

function nameOf(target: Kept['target']): string {
  return target.kind === 'member' ? target.member : target.channel;
}

/** By what it is about, whenever it was said. */
function wordsOf({ kind, title, blocks }: Card): string {
  const rows = blocks.filter((block) => block.kind === 'row');
  const titles = rows.map((row) => row.title).join(', ');
  switch (kind) {
    case 'announcement':
    case 'reminder':
      return `starts ${startIn(rows)} ${titles}`;
    case 'notice':
      return rows.length === 1 ? `${title}: ${titles}` : titles;
    default:
      return title;
  }
}

function startIn([first]: readonly TalkRow[]): string | undefined {
  const [time] = first?.details[0] ?? [];
  return typeof time === 'object' && time.kind === 'time' ? time.venue.slice(0, 5) : undefined;
}

async function change(
  stores: Stores,
  now: number,
  acts: readonly Act[],
  work: AnnouncerWork = stores.announcerWork,
): Promise<void> {
  const version = await stores.versions.latest(CONFERENCE);
  if (version === undefined) throw new Error('A version was taken over');
  for (const community of COMMUNITIES) {
    for (const [index, [talk, act]] of acts.entries()) {
      const setting = { clock: { now: () => now + index }, defaultConference: CONFERENCE };
      await changeTalk(work, community, version, { talk, act }, setting, 'olga');
    }
  }
}

/** It ends once one thing of two is written: what talks are like now, or who is to be told. */
async function breakOff(stores: Stores, now: number, acts: readonly Act[]): Promise<void> {
  const gone = async () => {
    throw new Error('Gone');
  };
  const ends: readonly ((all: AnnouncerStores) => Partial<AnnouncerStores>)[] = [
    ({ outbox }) => ({ outbox: { ...outbox, enqueue: (all) => outbox.enqueue(all).then(gone) } }),
    ({ communities }) => ({
      communities: {
        ...communities,
        setByHand: (...which) => communities.setByHand(...which).then(gone),
      },
    }),
  ];
  for (const end of ends) {
    const broken: AnnouncerWork = {
      transaction: (work) =>
        stores.announcerWork.transaction((all) => work({ ...all, ...end(all) })),
    };
    await expect(change(stores, now, acts, broken)).rejects.toThrow('Gone');
  }
}

/** Everybody starred everything, and where talks are changed, organisers are told what is to be decided. */
async function seat(
  { alertChannels, announcerWork, memberWork, subscriptions, versions }: Stores,
  now: number,
): Promise<void> {
  const { conference } = decodeSchedule(Buffer.from(scheduleOf('v0', TALKS)));
  const version = { key: CONFERENCE, number: 1, takenAt: now, fingerprint: 'v0', validators: {} };
  await versions.keep(atOnce(writeVersion({ ...version, conference })));
  await announcerWork.transaction(({ watermark }) => watermark.move(now));
  for (const platform of PLATFORMS) {
    const channelOf = (community: string, channel: string) =>
      ({ kind: 'channel', platform, community, channel }) as const;
    await alertChannels.put({ target: channelOf('us', '#alerts'), language: 'en' });
    for (const target of [
      ...[channelOf('us', '#b'), channelOf('us', '#c'), channelOf('they', '#t')],
    ]) {
      const what = { rooms: [], tracks: [], kinds: ['announcements', 'notices'] } as const;
      await subscriptions.put({ target, leadMinutes: 10, language: 'en', ...what, since: now });
    }
    await memberWork.transaction(async ({ members, stars }) => {
      for (const [id, community] of [
        ['ada', 'us'],
        ['tim', 'they'],
      ] as const) {
        const ref = { platform, id };
        await members.see({ ref, locale: 'en', community, seenAt: now }, `${platform} ${id}`);
        for (const talk of TALKS) {
          const starred = { talk: String(talk.id), start: at(`${talk.start}:00`) };
          const star = {
            ...starred,
            conference: CONFERENCE,
            community: { platform, id: community },
          };
          await stars.add(ref, star, now);
        }
      }
    });
  }
}
