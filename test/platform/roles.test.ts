import { expect, test } from 'vitest';
import { mayUse } from '../../src/platform/roles.ts';

test('organisers may all that members may, and members nothing of theirs', () => {
  const accesses = ['everyone', 'self', 'organiser'] as const;
  const table = accesses.map((access) => [
    access,
    ...[false, true].map((isOrganiser) => mayUse(access, { isOrganiser })),
  ]);
  expect(table).toEqual([
    ['everyone', true, true],
    ['self', true, true],
    ['organiser', false, true],
  ]);
});
