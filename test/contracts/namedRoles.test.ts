import { expect, it } from 'vitest';
import { createStores } from '../../adapters/storage/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { type Naming, withNamed } from '../../src/programme/namedRoles.ts';
import { forEachDatabase } from './databases.ts';

const fosdem = { platform: 'chat', id: 'fosdem' };
const debconf = { platform: 'chat', id: 'debconf' };
const crew: Naming = { role: 'organiser', kind: 'role', id: 'crew' };
const doors: Naming = { role: 'helper', kind: 'role', id: 'doors' };
const olga: Naming = { role: 'helper', kind: 'member', id: 'olga' };
const ada = {
  ...{ platform: 'chat', community: 'fosdem', member: 'ada', locale: 'en' },
  isOrganiser: false,
};

forEachDatabase('whom organisers named', ({ open }) => {
  it('is read as it was said, once, by community, until it is taken back or all is forgotten', async () => {
    const { namedRoles, communities } = createStores(await open(), systemClock);
    for (const one of [olga, doors, crew, crew]) await namedRoles.name(fosdem, one);
    await namedRoles.name(debconf, olga);

    expect(await namedRoles.of(fosdem)).toEqual([crew, doors, olga]);
    expect(await namedRoles.unname(fosdem, { ...doors, role: 'organiser' })).toBe(false);
    expect(await namedRoles.unname(fosdem, doors)).toBe(true);
    expect(await namedRoles.of(fosdem)).toEqual([crew, olga]);

    expect(await communities.known('chat')).toEqual(['debconf', 'fosdem']);
    await communities.forget(fosdem);
    expect(await namedRoles.of(fosdem)).toEqual([]);
    expect(await namedRoles.of(debconf)).toEqual([olga]);
  });

  it('is found of a caller there alone, the highest first, whatever a platform says', async () => {
    const { namedRoles } = createStores(await open(), systemClock);
    for (const one of [olga, doors, crew]) await namedRoles.name(fosdem, one);
    const named = async (who: object) =>
      (await withNamed(namedRoles, { ...ada, ...who })).named ?? 'nothing';

    expect([
      await named({}),
      await named({ named: 'organiser' }),
      await named({ roles: ['doors'] }),
      await named({ roles: ['doors', 'crew'] }),
      await named({ member: 'olga' }),
      await named({ member: 'crew' }),
      await named({ roles: ['olga'] }),
      await named({ roles: ['crew'], community: 'debconf' }),
    ]).toEqual([
      ...['nothing', 'nothing', 'helper', 'organiser', 'helper', 'nothing', 'nothing', 'nothing'],
    ]);
    const { community: _, ...direct } = { ...ada, roles: ['crew'] };
    expect((await withNamed(namedRoles, direct)).named).toBeUndefined();
  });
});
