import { expect, it } from 'vitest';
import { interest } from '../../src/outbox/subscription.ts';
import { conference, talks } from '../commands/support/conference.ts';
import { roomSlug } from '../support/names.ts';

it.each([
  [{ rooms: [], tracks: [] }, ['1', '2', '4', '3', '5']],
  [{ rooms: [roomSlug('ud2-208-decroly')], tracks: [] }, ['1', '4']],
  [{ rooms: [], tracks: ['go', 'containers'] }, ['1', '2', '4', '3', '5']],
  [{ rooms: [roomSlug('k-3-401')], tracks: ['containers'] }, []],
  [{ rooms: [roomSlug('attic')], tracks: [] }, []],
])('a subscription to %j is about talks in its rooms and its tracks', (wishes, ids) => {
  expect(conference.talks.filter(interest(wishes, conference)).map(({ id }) => id)).toEqual(ids);
});

it('a talk without a room is heard of where no room was asked for', () => {
  const { room: _, ...roomless } = talks.live;
  const everything = interest({ rooms: [], tracks: [] }, conference);
  const oneRoom = interest({ rooms: [roomSlug('ud2-208-decroly')], tracks: [] }, conference);

  expect([everything(roomless), oneRoom(roomless)]).toEqual([true, false]);
});
