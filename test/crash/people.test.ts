import { expect, it } from 'vitest';
import { tellRoom } from '../../src/announcements/rooms/tellRoom.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { decideClaim } from '../../src/commands/speaker/deciding.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { forOneDatabase } from '../contracts/databases.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { at, openAround, type Stores, scheduleOf } from './around.ts';
import { COMMUNITIES, organising, sayTo, takeBack } from './organisers.ts';
import type { Kept } from './recorder.ts';
import { PLATFORMS, type PlatformName } from './wire.ts';

const CONFERENCE = keyOf('crash');
const FRINGE = keyOf('fringe');
const [SUE, TOM] = ['Sue', 'Thomas'] as const;
const TALKS = [
  { id: 1, start: '08:40' },
  { id: 2, start: '09:50' },
  { id: 5, start: '15:00', room: 'C', by: TOM },
];
const PATIENCE = { timeout: 500_000 };

forOneDatabase('A program that is killed', 'SQLite', ({ createUrl }) => {
  it('tells speakers, and who finds a room full, each thing once', PATIENCE, async () => {
    const around = await openAround(scheduleOf('v1', TALKS), await createUrl());
    const told: string[] = [];
    const tells = (...lines: readonly string[]) => {
      told.push(...PLATFORMS.flatMap((platform) => lines.map((line) => `${platform} ${line}`)));
      return () => expect(around.said(lineOf)).toEqual(told.toSorted());
    };
    await around.act('09:18:00', (stores, now) => seat(stores, now));
    await around.act('09:18:00', seatSpeakers);

    await around.die('09:20:30', 'sent');
    await around.live('09:21:00', tells('ada on stage 09:50'));

    await around.act('09:22:00', decide);
    await around.die('09:22:30', 'sent', 2);
    await around.live('09:23:00', tells('cy refused', 'dee confirmed'));

    // Full, free and full again is one thing.
    await around.act('09:24:00', async (stores, now) => {
      for (const state of ['full', 'free', 'full'] as const) await sayOfRoom(stores, state, now);
    });
    await around.die('09:24:30', 'sent');
    await around.act('09:24:40', (stores, now) => sayOfRoom(stores, 'free', now));
    await around.act('09:24:50', (stores, now) => sayOfRoom(stores, 'full', now));
    await around.live('09:25:00', tells('bob full'));

    const moved = TALKS.map((talk) => (talk.id === 2 ? { ...talk, start: '09:57' } : talk));
    const links = [{ title: 'Video recording', url: 'https://video.example/1' }];
    const recorded = moved.map((talk) => (talk.id === 1 ? { ...talk, links } : talk));
    around.recorder.publish(scheduleOf('v2', recorded));
    await around.die('09:27:10', 'in a takeover');
    await around.die('09:28:00', 'sent', 3);
    await around.live(
      '09:29:00',
      tells('ada own change', 'ada on stage 09:57', 'bob moved', 'bob My talks'),
    );

    await around.die('10:05:10', 'sent');
    await around.end('10:05:20', tells('ada own recording'));
  });
});

forOneDatabase('A program that is killed', 'PostgreSQL', ({ createUrl }) => {
  it(
    'takes back what organisers said, once each, and says it to nobody anew',
    PATIENCE,
    async () => {
      const around = await openAround(scheduleOf('v1', TALKS), await createUrl());
      const texts = () =>
        around.said(
          ({ platform, target, first }) => `${platform} ${channelOf(target)} ${first.summary}`,
        );
      const standing = () => around.recorder.kept.filter(({ isRemoved }) => !isRemoved);
      // What may have arrived where nobody can look stays: to learn of it, it would have to be said anew.
      await around.act('09:18:00', (stores, now) => seat(stores, now, READABLE));

      // It dies as one has arrived, of which it does not know; and all is taken back before anybody could ask.
      await around.act('09:20:00', (stores, now) => sayTo(stores, 'Lunch', 'lunch', now));
      await around.die('09:20:30', 'sent');
      const arrived = texts();
      expect(arrived.length).toBeGreaterThan(0);
      await around.act('09:20:40', (stores, now) => takeBack(stores, 'lunch', now));
      await around.live('09:21:00', () => {
        expect(texts()).toEqual(arrived);
        expect(standing()).toEqual([]);
      });

      // It dies as one was removed, and does not know of that either.
      await around.act('09:22:00', (stores, now) => sayTo(stores, 'Keys', 'keys', now));
      const both = PLATFORMS.flatMap((platform) =>
        READABLE.map((one) => `${platform} ${one} From the organisers of Crash Days: Keys`),
      );
      await around.live('09:22:30', () =>
        expect(texts()).toEqual([...arrived, ...both].toSorted()),
      );
      await around.act('09:23:00', (stores, now) => takeBack(stores, 'keys', now));
      await around.die('09:23:30', 'removed');
      await around.end('09:24:00', () => {
        expect(standing()).toEqual([]);
        expect(texts()).toEqual([...arrived, ...both].toSorted());
        expect(around.recorder.counts.removals).toBe(arrived.length + both.length);
      });
    },
  );
});

forOneDatabase('A program that is killed', 'PostgreSQL', ({ createUrl }) => {
  it(
    'says nothing twice of a conference that is dropped, and reminds of it all the same',
    PATIENCE,
    async () => {
      const around = await openAround(scheduleOf('v1', TALKS), await createUrl());
      const said = () => around.said(lineOf);
      await around.act('09:18:00', (stores, now) => seat(stores, now));
      await around.act('09:18:00', async ({ communities, memberWork, versions }, now) => {
        const source = { key: FRINGE, address: 'https://fringe.example', trust: 'chat' } as const;
        const { conference } = decodeSchedule(
          Buffer.from(scheduleOf('v1', [{ id: 7, start: '09:40' }])),
        );
        const version = { key: FRINGE, number: 1, takenAt: now, fingerprint: 'v1', validators: {} };
        await versions.keep(atOnce(writeVersion({ ...version, conference })));
        for (const community of COMMUNITIES) {
          await communities.choose(community, { source, chosenAt: now, isBeside: true });
        }
        await memberWork.transaction(async ({ stars }) => {
          for (const community of COMMUNITIES) {
            const star = { conference: FRINGE, talk: '7', start: at('09:40:00'), community };
            await stars.add({ ...community, id: 'bob' }, star, now);
          }
        });
      });
      const announced = PLATFORMS.flatMap((platform) =>
        ['#a', '#b'].map((one) => `${platform} ${one} announced`),
      );
      const reminded = PLATFORMS.map((platform) => `${platform} bob reminded`);
      await around.die('09:30:30', 'sent');
      const before = said();
      expect(before.length).toBeGreaterThan(0);
      await around.act('09:30:40', async ({ communities }) => {
        for (const community of COMMUNITIES) await communities.drop(community, FRINGE);
      });

      const isPost = (line: string) => announced.includes(line);
      const expected = [...before.filter(isPost), ...reminded].toSorted();
      await around.end('09:31:00', () => expect(said()).toEqual(expected));
    },
  );
});

function channelOf(target: Kept['target']): string {
  return target.kind === 'member' ? target.member : target.channel;
}

/** By what titles begin with or name; the start stands for the talk. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^You are on .*: A, (\d\d:\d\d)/, 'on stage'],
  [/^Your talk: Moved/, 'own change'],
  [/^The recording of your talk is up/, 'own recording'],
  [/^Moved/, 'moved'],
  [/^You are confirmed as Thomas/, 'confirmed'],
  [/^Not confirmed as Sue/, 'refused'],
  [/^A is full/, 'full'],
  [/^Starts in/, 'announced'],
  [/starts in/, 'reminded'],
];

function lineOf({ platform, target, first: { title } }: Kept): string {
  const [known, kind] = KINDS.find(([words]) => words.test(title)) ?? [];
  const start = known?.exec(title)?.[1];
  const what = start === undefined ? kind : `${kind} ${start}`;
  return `${platform} ${channelOf(target)} ${what ?? title}`;
}

/** Channels in which the platform tells what has arrived; in `#a` one of them does not. */
const READABLE = ['#b', '#c'];

/** Two channels of each community hear of all. */
async function seat(
  { announcerWork, memberWork, subscriptions }: Stores,
  now: number,
  channels: readonly string[] = ['#a', '#b'],
) {
  await announcerWork.transaction(({ watermark }) => watermark.move(now));
  for (const { platform, id } of COMMUNITIES) {
    for (const channel of channels) {
      await subscriptions.put({
        target: { kind: 'channel', platform, community: id, channel },
        ...{ leadMinutes: 10, language: 'en', rooms: [], tracks: [], kinds: ['announcements'] },
        since: now,
      });
    }
  }
  await memberWork.transaction(async ({ members }) => {
    for (const { platform } of COMMUNITIES) {
      for (const id of ['ada', 'bob', 'cy', 'dee']) {
        const seen = { locale: 'en', community: 'us', seenAt: now };
        await members.see({ ref: { platform, id }, ...seen }, `${platform} ${id}`);
      }
    }
  });
}

/** Ada is known to be Sue; Cy says so, too, and Dee to be Thomas. Bob starred what Sue gives next. */
async function seatSpeakers({ memberWork }: Stores, now: number) {
  await memberWork.transaction(async ({ stars, speakerClaims }) => {
    for (const community of COMMUNITIES) {
      const { platform } = community;
      const star = { conference: CONFERENCE, talk: '2', start: at('09:50:00'), community };
      await stars.add({ platform, id: 'bob' }, star, now);
      for (const [member, name] of [
        ['ada', SUE],
        ['cy', SUE],
        ['dee', TOM],
      ] as const) {
        const claim = {
          ...{ id: claimOf(platform, member), community, conference: CONFERENCE, leadMinutes: 30 },
          ...{ member: { platform, id: member }, speaker: { kind: 'speaker', name } as const },
        };
        await speakerClaims.add(claim, now);
      }
      await speakerClaims.confirm(claimOf(platform, 'ada'), now);
    }
  });
}

function claimOf(platform: PlatformName, member: string): string {
  return `${platform}-${member}`;
}

async function decide({ organiserWork }: Stores, now: number): Promise<void> {
  const ports = { organiserWork, planDue: async () => undefined };
  for (const community of COMMUNITIES) {
    for (const [kind, member] of [
      ['refuseClaim', 'cy'],
      ['confirmClaim', 'dee'],
    ] as const) {
      const claim = claimOf(community.platform, member);
      await decideClaim(ports, { kind, claim }, organising(community, now));
    }
  }
}

async function sayOfRoom(stores: Stores, state: 'full' | 'free', now: number): Promise<void> {
  const version = await stores.versions.latest(CONFERENCE);
  if (version === undefined) throw new Error('A version was taken over');
  const setting = {
    clock: { now: () => now, sleep: async () => undefined },
    defaultConference: CONFERENCE,
  };
  for (const community of COMMUNITIES) {
    const told = { room: roomSlug('a'), state, by: 'hedy' };
    expect(await tellRoom(stores.announcerWork, community, version, told, setting)).toBe('told');
  }
}
