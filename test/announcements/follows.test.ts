import { expect, it } from 'vitest';
import { seekFollowed } from '../../src/announcements/following/seek.ts';
import { plainText } from '../../src/cards/plainText.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { FollowSubject } from '../../src/programme/following.ts';
import { createViews } from '../../src/programme/programmes.ts';
import type { Version } from '../../src/schedule/versions.ts';
import { createTitleScan } from '../../src/search/titleScan.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';
import { noIndexing } from '../support/programmes.ts';
import { openRehearsalStores } from '../support/rehearsalStores.ts';
import { createWorld, MINUTE_MS, told } from '../support/world.ts';

const NINE = Date.UTC(2020, 1, 1, 9);
const minutes = (count: number) => NINE + count * MINUTE_MS;
const sue: FollowSubject = { kind: 'speaker', name: 'Sue' };
const rust: FollowSubject = { kind: 'words', name: 'Rust' };

function talkBy(id: string, start: number, title = `Talk ${id}`, speaker = 'Sue') {
  return talkAt(id, start, { title, speakers: [{ name: speaker }], room: 'A' });
}

it('are reminded of with the reason, once where a talk is starred and followed twice over', async () => {
  const world = await createWorld(
    conferenceOf([
      talkBy('1', minutes(30), 'Rust for all'),
      talkBy('2', minutes(30)),
      talkBy('3', minutes(30), 'Trust nobody', 'Tom'),
    ]),
    NINE,
  );
  await world.follow('ada', sue);
  await world.follow('ada', rust);
  await world.star('ada', '1');
  await world.run(minutes(31));

  expect(told(world.posts)).toEqual(['09:20 ada reminder 1', '09:20 ada reminder 2']);
  const [{ card } = { card: undefined }] = world.posts;
  expect(
    card && plainText(card, { width: 80, messages: messagesFor('en') }),
  ).toMatchInlineSnapshot(`
    "On your list: 2 talks start in 10 min
      Rust for all
      09:30–09:55 (18:30 your time) · A · Sue
      Talk 2
      09:30–09:55 (18:30 your time) · A · Sue
      because you follow Sue"
  `);
});

it('bring word of a new talk once, and a reminder of it though it is new within the lead', async () => {
  const before = [talkBy('1', minutes(300)), talkBy('2', minutes(300))];
  const world = await createWorld(conferenceOf(before), NINE);
  await world.follow('ada', sue);
  await world.follow('bob', rust);
  await world.tick();
  await world.take(conferenceOf([...before, talkBy('3', minutes(5), 'Rust, too')]));
  await world.tick();
  world.jump(minutes(1));
  await world.tick();
  await world.take(conferenceOf([...before, talkBy('3', minutes(5), 'Nothing', 'Tom')]));
  await world.tick();
  await world.take(conferenceOf([...before, talkBy('3', minutes(5), 'Rust, too')]));
  await world.tick();

  expect(told(world.posts)).toEqual([
    '09:00 ada follow 3',
    '09:00 bob follow 3',
    '09:01 ada reminder 3',
    '09:01 bob reminder 3',
  ]);
});

it('of a track go along when it has another name, tell nothing as new, and say the new one', async () => {
  const inTrack = (track: string, starts: readonly number[]) =>
    conferenceOf(
      starts.map((start, index) => talkAt(`${index}`, minutes(start), { track, room: 'A' })),
    );
  const world = await createWorld(inTrack('Boats', [60, 90, 120, 150]), NINE);
  await world.follow('ada', { kind: 'track', slug: 'boats', name: 'Boats' });
  await world.tick();
  await world.take(inTrack('Ships', [60, 90, 120, 150]));
  await world.run(minutes(51));

  expect(told(world.posts)).toEqual(['09:50 ada reminder 0']);
  const [{ card } = { card: undefined }] = world.posts;
  expect(JSON.stringify(card)).toContain('because you follow Ships');
});

it('become thirty messages a day, and all beyond is one that is kept up to date', async () => {
  const talks = Array.from({ length: 34 }, (_, index) =>
    talkBy(`${index}`, minutes(20 + index * 5)),
  );
  const world = await createWorld(conferenceOf(talks), NINE);
  await world.follow('ada', sue);
  await world.run(minutes(20 + 35 * 5));

  const reminders = told(world.posts).filter((line) => line.includes('reminder'));
  const digests = world.posts.filter(
    ({ deliveries: [one] }) => one?.subject.kind === 'followDigest',
  );
  expect(reminders).toHaveLength(30);
  expect(new Set(digests.map(({ messageId }) => messageId)).size).toBe(1);
  expect(
    digests.map(({ card }) => card.blocks.filter(({ kind }) => kind === 'row').length),
  ).toEqual([5, 4, 3, 2]);
});

it('offer the rest of a day by a button, where a digest or what is new is more than a message holds', async () => {
  const talks = Array.from({ length: 45 }, (_, index) =>
    talkBy(`${index}`, minutes(20 + index * 5)),
  );
  const world = await createWorld(conferenceOf(talks), NINE);
  await world.follow('ada', sue);
  await world.run(minutes(20 + 31 * 5));
  const [digest] = world.posts.filter(
    ({ deliveries: [one] }) => one?.subject.kind === 'followDigest',
  );
  const dayStart = Date.UTC(2020, 1, 1, 4);
  expect(JSON.stringify(digest?.card)).toContain('and 8 more');
  expect(JSON.stringify(digest?.card)).toContain(`:open:followed:1:${dayStart}"`);

  const more = Array.from({ length: 9 }, (_, index) => talkBy(`new ${index}`, minutes(2_000)));
  await world.take(conferenceOf([...talks, ...more]));
  await world.tick();
  const later = await createWorld(conferenceOf(talks.slice(0, 1)), NINE);
  await later.follow('ada', sue);
  await later.take(conferenceOf([...talks.slice(0, 1), ...more]));
  await later.tick();
  const [news] = later.posts;
  expect(news?.deliveries[0]?.subject.kind).toBe('followNews');
  expect(JSON.stringify(news?.card)).toContain(`:open:followed:1:${dayStart}"`);
});

it('end with the message on its way, where somebody has enough of them', async () => {
  const world = await createWorld(conferenceOf([talkBy('1', minutes(30))]), NINE);
  await world.follow('ada', sue);
  world.jump(minutes(20));
  await world.plan();
  await world.unfollow('ada', sue);
  await world.run(minutes(31));

  expect(world.posts).toEqual([]);
});

it('are told of what is new by whoever comes next, where the one who looked fails before the end', async () => {
  const stores = await openRehearsalStores();
  const key = keyOf('world');
  const conference = conferenceOf([talkBy('1', minutes(300), 'Rust')]);
  const version: Version = {
    ...{ key, number: 1, takenAt: NINE, fingerprint: '1', validators: {}, conference },
  };
  const clock = { now: () => NINE, sleep: async () => undefined };
  await stores.memberWork(clock).transaction(async ({ members, follows }, at) => {
    const ada = { platform: 'chat', id: 'ada' };
    await members.see({ ref: ada, locale: 'en', seenAt: at }, 'ada');
    await follows.add(
      ada,
      { conference: key, subject: rust, found: { version: 0, talks: [] } },
      at,
    );
  });
  const { writeVersion } = await import('../../src/schedule/versions.ts');
  const { atOnce } = await import('../../src/clock/steps.ts');
  await stores.announcerWork.transaction(({ versions }) =>
    versions.keep(atOnce(writeVersion(version))),
  );
  let isFailing = true;
  const ports = {
    programmes: {
      view: createViews(() => version, { ...noIndexing, makeIndex: createTitleScan }),
    },
    setting: { clock, defaultConference: key },
    announcerWork: {
      transaction: <T>(
        work: (
          all: Parameters<Parameters<typeof stores.announcerWork.transaction>[0]>[0],
        ) => Promise<T>,
      ) =>
        stores.announcerWork.transaction((all) =>
          work({
            ...all,
            outbox: {
              ...all.outbox,
              enqueue: async (deliveries) => {
                if (isFailing) throw new Error('Struck down');
                return all.outbox.enqueue(deliveries);
              },
            },
          }),
        ),
    },
  };

  await expect(seekFollowed(ports, key)).rejects.toThrow('Struck down');
  expect((await stores.outbox.counts()).pending).toBe(0);
  isFailing = false;
  await seekFollowed(ports, key);
  await seekFollowed(ports, key);
  expect((await stores.outbox.counts()).pending).toBe(1);
});
