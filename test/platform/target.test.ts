import { expect, test } from 'vitest';
import { communityOf, isSameCommunity, targetKey } from '../../src/platform/target.ts';

test('a caller asks in a community, or in none', () => {
  const caller = { platform: 'console', member: 'ada', channel: '#hallway', locale: 'en' };
  expect(communityOf({ ...caller, community: 'fosdem' })).toEqual({
    platform: 'console',
    id: 'fosdem',
  });
  expect(communityOf(caller)).toBeUndefined();
});

test('communities of one id on two platforms are two', () => {
  const one = { platform: 'console', id: '1' };
  expect(isSameCommunity(one, { platform: 'console', id: '1' })).toBe(true);
  expect(isSameCommunity(one, { platform: 'elsewhere', id: '1' })).toBe(false);
  expect(isSameCommunity(one, { platform: 'console', id: '2' })).toBe(false);
  expect(isSameCommunity(one, undefined)).toBe(false);
});

test('no two targets have one name', () => {
  const keys = [
    targetKey({ kind: 'channel', platform: 'console', community: '1', channel: '2' }),
    targetKey({ kind: 'channel', platform: 'console', community: '1', channel: '3' }),
    targetKey({ kind: 'channel', platform: 'console', community: '2', channel: '2' }),
    targetKey({ kind: 'member', platform: 'console', member: '2' }),
    targetKey({ kind: 'member', platform: 'elsewhere', member: '2' }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
