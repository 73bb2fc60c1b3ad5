import { expect, it } from 'vitest';
import { localeOf } from '../../src/cli/locale.ts';

it.each([
  [{ LANG: 'de_DE.UTF-8' }, 'de-DE'],
  [{ LANG: 'de_AT@euro' }, 'de-AT'],
  [{ LANG: 'de' }, 'de'],
  [{ LANG: 'de_DE', LC_MESSAGES: 'fr_FR' }, 'fr-FR'],
  [{ LANG: 'de_DE', LC_ALL: 'en_GB.UTF-8' }, 'en-GB'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'POSIX' }, 'en'],
  [{}, 'en'],
])('the terminal with %j speaks %s', (environment, locale) => {
  expect(localeOf(environment)).toBe(locale);
});
