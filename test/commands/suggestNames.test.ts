import { expect, it } from 'vitest';
import { suggestSeveral } from '../../src/commands/suggesting/suggestNames.ts';

const rooms = [
  { name: 'Janson', slug: 'janson' },
  { name: 'K.3.401', slug: 'k-3-401' },
  { name: 'K.4.201', slug: 'k-4-201' },
  { name: 'Hall A, left', slug: 'hall-a-left' },
];

it.each([
  ['', ['Janson', 'K.3.401', 'K.4.201', 'hall-a-left']],
  ['k', ['K.3.401', 'K.4.201']],
  ['janson,k', ['janson, K.3.401', 'janson, K.4.201']],
  ['K.3.401, JANSON, ', ['K.3.401, JANSON, K.4.201', 'K.3.401, JANSON, hall-a-left']],
  ['hall-a-left, hall', []],
  ['nowhere', []],
])('of several names, the last is completed: %j', (text, completed) => {
  expect(suggestSeveral(rooms, text)).toEqual(completed);
});

it('a list of names that would be cut is not offered', () => {
  expect(suggestSeveral(rooms, `${'x'.repeat(92)}, k.3`)).toEqual([]);
  expect(suggestSeveral(rooms, `${'x'.repeat(92)}, jan`)).toEqual([`${'x'.repeat(92)}, Janson`]);
});
