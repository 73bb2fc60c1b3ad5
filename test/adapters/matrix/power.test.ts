import { describe, expect, it } from 'vitest';
import { isOrganiserIn } from '../../../adapters/matrix/rooms/power.ts';

type State = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A room's state by type and key; its first event where it has one. */
function apiOf(state: State, first?: { readonly sender: string; readonly content: object }) {
  return {
    state: async (_: string, type: string, key = '') => state[key === '' ? type : `${type} ${key}`],
    event: async () =>
      first && {
        event_id: '$room',
        type: 'm.room.create',
        origin_server_ts: 0,
        ...first,
        content: { ...first.content },
      },
  };
}

const joined = { 'm.room.member @ada:mx.test': { membership: 'join' } };
const ask = (state: State, room = '!a:mx.test', first?: Parameters<typeof apiOf>[1]) =>
  isOrganiserIn(apiOf(state, first), room, '@ada:mx.test');

describe('an organiser on Matrix', () => {
  it.each([
    [100, true],
    [50, true],
    ['50', true],
    [49, false],
    [-1, false],
  ])('has a level of 50 or more in the room: %s', async (level, expected) => {
    const levels = { users: { '@ada:mx.test': level } };
    expect(await ask({ ...joined, 'm.room.power_levels': levels })).toBe(expected);
  });

  it('has what everybody has, where nothing is said of them', async () => {
    expect(await ask({ ...joined, 'm.room.power_levels': { users_default: 50 } })).toBe(true);
    expect(await ask({ ...joined, 'm.room.power_levels': {} })).toBe(false);
  });

  it('is none any more who was made to leave, though their level stays', async () => {
    const levels = { 'm.room.power_levels': { users: { '@ada:mx.test': 100 } } };
    expect(await ask({ ...levels, 'm.room.member @ada:mx.test': { membership: 'ban' } })).toBe(
      false,
    );
    expect(await ask(levels)).toBe(false);
  });

  it('made the room, where nothing is said of levels', async () => {
    expect(await ask({ ...joined, 'm.room.create': { creator: '@ada:mx.test' } })).toBe(true);
    expect(await ask({ ...joined, 'm.room.create': { creator: '@bob:mx.test' } })).toBe(false);
  });

  it('made a room of version 12, above all levels, alone or with others', async () => {
    const levels = { ...joined, 'm.room.power_levels': { users: {} } };
    const by = (sender: string, others: readonly string[]) => ({
      sender,
      content: { room_version: '12', additional_creators: others },
    });
    expect(await ask(levels, '!room', by('@ada:mx.test', []))).toBe(true);
    expect(await ask(levels, '!room', by('@bob:mx.test', ['@ada:mx.test']))).toBe(true);
    expect(await ask(levels, '!room', by('@bob:mx.test', []))).toBe(false);
  });
});
