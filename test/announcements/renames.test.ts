import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { roomSlug } from '../support/names.ts';
import { sharedPath } from '../support/shared.ts';
import { createWorld, MINUTE_MS, told } from '../support/world.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const ELEVEN = TEN + 60 * MINUTE_MS;
const talks = (room: string, track = 'Boats'): readonly Talk[] => [
  talkAt('1', TEN, { room, track }),
  talkAt('2', ELEVEN, { room, track }),
  talkAt('3', TEN, { room: 'Pier', track: 'Ships' }),
];

async function worldAt(now: number) {
  return createWorld(conferenceOf(talks('Hall')), now);
}

describe('a renamed room', () => {
  it('is one line in the channels and for the members that it concerns', async () => {
    const world = await worldAt(TEN - 30 * MINUTE_MS);
    await world.subscribe('#hall', { rooms: [roomSlug('hall')] });
    await world.subscribe('#pier', { rooms: [roomSlug('pier')] });
    await world.subscribe('#boats', { tracks: ['boats'], kinds: ['notices'] });
    await world.star('ada', '1');
    await world.star('ada', '2');
    await world.star('bob', '3');
    await world.tick();
    const before = world.posts.length;

    await world.take(conferenceOf(talks('Dome')));
    await world.tick();

    expect(told(world.posts.slice(before)).toSorted()).toEqual([
      '09:30 #boats Hall is now Dome',
      '09:30 #hall Hall is now Dome',
      '09:30 ada Hall is now Dome',
    ]);
    const cards = world.posts
      .slice(before)
      .flatMap(({ card }) => (card.kind === 'notice' ? card.title : []));
    expect(new Set(cards)).toEqual(new Set(['Hall is now Dome']));
  });

  it('is announced where it was subscribed to, and runs as late as before', async () => {
    const world = await worldAt(TEN - 30 * MINUTE_MS);
    await world.subscribe('#hall', { rooms: [roomSlug('hall')], kinds: ['announcements'] });
    await world.delay('hall', 10);

    await world.take(conferenceOf(talks('Dome')));
    await world.run(ELEVEN + 10 * MINUTE_MS);

    expect(told(world.posts)).toEqual(['10:00 #hall announcement 1', '11:00 #hall announcement 2']);
  });

  it('that is late bears its new name in the same message, once that is edited', async () => {
    const world = await worldAt(TEN - 30 * MINUTE_MS);
    await world.subscribe('#all', { kinds: ['notices'] });
    await world.delay('hall', 10);
    await world.tick();

    await world.take(conferenceOf(talks('Dome')));
    await world.tick();
    await world.delay('hall', 0);
    await world.tick();

    expect(world.posts.map(({ card }) => card.title)).toEqual([
      'Hall runs 10 min late',
      'Hall is now Dome',
      'Dome is on time again',
    ]);
    const [late, , onTime] = world.posts;
    expect(onTime?.messageId).toBe(late?.messageId);
  });

  it('is told no more when nothing is to come there, nor how a name is written', async () => {
    const world = await worldAt(TEN - 30 * MINUTE_MS);
    await world.subscribe('#all', { kinds: ['notices'] });

    await world.take(conferenceOf(talks('HALL')));
    world.jump(ELEVEN + 120 * MINUTE_MS);
    await world.take(conferenceOf(talks('Dome')));
    await world.tick();

    expect(told(world.posts)).toEqual([]);
  });
});

it('a room or track that is gone is said where it is waited for', async () => {
  const others = ['4', '5', '6', '7'].map((id) => talkAt(id, ELEVEN, { room: 'Pier' }));
  const world = await createWorld(
    conferenceOf([...talks('Hall'), ...others]),
    TEN - 60 * MINUTE_MS,
  );
  await world.subscribe('#hall', { rooms: [roomSlug('hall')], kinds: ['announcements'] });
  await world.subscribe('#boats', { tracks: ['boats'], kinds: ['announcements'] });
  await world.subscribe('#all', { kinds: ['announcements'] });
  await world.subscribe('#pier', { rooms: [roomSlug('pier')], kinds: ['announcements'] });

  await world.take(conferenceOf([...talks('Hall').slice(2), ...others]));
  await world.tick();
  await world.take(conferenceOf([...talks('Hall').slice(2), ...others]));
  await world.tick();

  expect(told(world.posts).toSorted()).toEqual([
    '09:00 #boats gone: Boats',
    '09:00 #hall gone: Hall',
  ]);
});

it('a renamed track goes on in the channel that has it', async () => {
  const world = await worldAt(TEN - 30 * MINUTE_MS);
  await world.subscribe('#boats', { tracks: ['boats'] });

  await world.take(conferenceOf(talks('Hall', 'Vessels')));
  await world.run(TEN);

  expect(told(world.posts)).toEqual([
    '09:30 #boats Boats is now Vessels',
    '09:50 #boats announcement 1',
  ]);
});

const folder = sharedPath('faults');
const present = folder === undefined ? '(skipped: ../shared/faults is not here)' : '';

it.skipIf(folder === undefined)(`the two versions of fault 22 ${present}`, async () => {
  const read = (version: number) =>
    decodeSchedule(readFileSync(`${folder}/22-room-renamed.${version}.json`)).conference;
  const [one, two] = [read(1), read(2)];
  const start = one.talks[0]?.start ?? 0;
  const world = await createWorld(one, start - 60 * MINUTE_MS);
  await world.subscribe('#hall', { rooms: [one.rooms[0]?.slug ?? roomSlug('')] });
  await world.delay('main-hall', 10);

  await world.take(two);
  await world.run(start + 10 * MINUTE_MS);

  expect(told(world.posts).map((line) => line.slice(6))).toEqual([
    '#hall Main Hall 10 min late',
    '#hall Main Hall is now Audimax',
    `#hall announcement ${one.talks[0]?.id}`,
  ]);
});
