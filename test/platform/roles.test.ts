import { expect, test } from 'vitest';
import { mayUse } from '../../src/platform/roles.ts';

test('each role may all that those before it may, and nothing of those after', () => {
  const accesses = ['everyone', 'self', 'helper', 'organiser', 'admin'] as const;
  const people = [
    { isOrganiser: false },
    { isOrganiser: false, named: 'helper' },
    { isOrganiser: false, named: 'organiser' },
    { isOrganiser: true },
  ] as const;
  const table = accesses.map((access) => [
    access,
    ...people.map((person) => mayUse(access, person)),
  ]);
  expect(table).toEqual([
    ['everyone', true, true, true, true],
    ['self', true, true, true, true],
    ['helper', false, true, true, true],
    ['organiser', false, false, true, true],
    ['admin', false, false, false, true],
  ]);
});
