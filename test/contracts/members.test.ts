import { expect, it } from 'vitest';
import { createMembers } from '../../adapters/storage/members/members.ts';
import { forEachDatabase } from './databases.ts';

const NOON = Date.UTC(2020, 1, 1, 12);
const ada = { platform: 'chat', id: 'ada' };
const sighting = { ref: ada, locale: 'en', seenAt: NOON };

forEachDatabase('members', ({ open }) => {
  it('are unknown before they are seen, and have the defaults from then on', async () => {
    const members = createMembers((await open()).kysely);
    expect(await members.find(ada)).toBeUndefined();

    const seen = await members.see(
      { ...sighting, community: 'fosdem', timeZone: 'Europe/Vienna' },
      'p1',
    );

    expect(seen).toEqual({
      ref: ada,
      locale: 'en',
      timeZone: 'Europe/Vienna',
      community: 'fosdem',
      volume: 'full',
      wantsDigest: false,
      wantsRecordings: false,
      wantsFeedback: false,
      wantsSays: true,
      directMessages: 'unknown',
      leadMinutes: 10,
      seenAt: NOON,
    });
    expect(await members.find(ada)).toEqual(seen);
  });

  it('keep their settings, community and zone when they are seen again without them', async () => {
    const members = createMembers((await open()).kysely);
    const first = await members.see(
      { ...sighting, community: 'fosdem', timeZone: 'Europe/Vienna' },
      'p1',
    );
    await members.change(ada, { volume: 'silent', wantsDigest: true, directMessages: 'closed' });

    expect(await members.see({ ref: ada, locale: 'de', seenAt: NOON + 1 }, 'p2')).toEqual({
      ...first,
      locale: 'de',
      seenAt: NOON + 1,
      volume: 'silent',
      wantsDigest: true,
      directMessages: 'closed',
    });
  });

  it('keep what they chose beside what is told, until they set it back; nobody unknown does', async () => {
    const members = createMembers((await open()).kysely);
    await members.choose(ada, { language: 'de' });
    const first = await members.see(sighting, 'p1');
    expect(first.chosenLanguage).toBeUndefined();
    await members.choose(ada, { language: 'de', timeZone: 'Europe/Lisbon' });
    const chosen = { ...first, chosenLanguage: 'de', chosenTimeZone: 'Europe/Lisbon' };
    expect(await members.see(sighting, 'p2')).toEqual(chosen);
    await members.choose(ada, {});
    expect(await members.find(ada)).toEqual(chosen);
    await members.choose(ada, { language: null, timeZone: null });
    expect(await members.find(ada)).toEqual(first);
  });

  it('are told apart by platform', async () => {
    const members = createMembers((await open()).kysely);
    await members.see(sighting, 'p1');
    const other = { platform: 'mail', id: 'ada' };
    await members.see({ ...sighting, ref: other }, 'p2');
    await members.change(other, { volume: 'quiet' });

    expect((await members.find(ada))?.volume).toBe('full');
    expect((await members.accounts(ada)).map(({ ref }) => ref)).toEqual([ada]);
  });

  it('become one account when two first requests come at once', async () => {
    const { kysely } = await open();
    const members = createMembers(kysely);

    const people = ['p1', 'p2', 'p3', 'p4', 'p5'];
    await Promise.all(people.map((person) => members.see(sighting, person)));

    expect(await kysely.selectFrom('members').select('id').execute()).toEqual([{ id: 'ada' }]);
    expect(await kysely.selectFrom('people').select('lead_minutes').execute()).toEqual([
      { lead_minutes: 10 },
    ]);
  });
});
