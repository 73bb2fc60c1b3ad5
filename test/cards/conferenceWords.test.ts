import { expect, it } from 'vitest';
import { conferenceLabel } from '../../src/cards/wording/conferenceWords.ts';

it.each([
  [{ title: 'FOSDEM 2020', acronym: 'fosdem-2020' }, 'FOSDEM 2020'],
  [{ title: 'The International Symposium on Corridors', acronym: 'ISC' }, 'ISC'],
  [{ title: 'The International Symposium on Corridors' }, 'The International Symposium o…'],
])('a conference is called by its title beside talks, or else in short: %o', (of, label) => {
  expect(conferenceLabel(of)).toBe(label);
});
