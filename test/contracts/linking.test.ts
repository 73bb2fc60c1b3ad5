import { expect, it } from 'vitest';
import type { Database } from '../../adapters/storage/database/database.ts';
import { createStarredTalks } from '../../adapters/storage/deliveries/marks/starredTalks.ts';
import { createLinking } from '../../adapters/storage/members/linking.ts';
import { createMembers } from '../../adapters/storage/members/members.ts';
import { createStars } from '../../adapters/storage/members/stars.ts';
import { LINK_CODE_LIFE_MS } from '../../src/agenda/personal/linking.ts';
import type { MemberRef } from '../../src/platform/target.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const MINUTE = 60_000;
const NINE = Date.UTC(2020, 1, 1, 9);
const TEN = NINE + 60 * MINUTE;
const chat = { platform: 'chat', id: 'ada' };
const mail = { platform: 'mail', id: 'U1' };
const stranger = { platform: 'mail', id: 'U2' };
const CODE = 'ABCDE-FGHJK';

forEachDatabase('linked accounts', ({ open }) => {
  it('share one list, merged, and the lead of whoever made the code', async () => {
    const { linking, stars, talks, members } = await prepare(await open());
    await stars.setLead(chat, 20, NINE);
    await linking.offer(chat, CODE, NINE + LINK_CODE_LIFE_MS);

    expect(await linking.redeem(mail, CODE, NINE)).toEqual({ kind: 'linked' });

    for (const account of [chat, mail]) {
      expect((await stars.of(account, keyOf('fosdem20'))).map(({ talk }) => talk)).toEqual([
        'both',
        'chat',
        'mail',
      ]);
      expect((await members.find(account))?.leadMinutes).toBe(20);
    }
    expect((await members.accounts(mail)).map(({ ref }) => ref)).toEqual([mail, chat]);
    expect(
      (await talks.due(0, TEN)).map(({ member, community, talk, dueAt }) => [
        member.platform,
        community?.id,
        talk,
        dueAt,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['chat', 'workspace', 'mail', TEN - 20 * MINUTE],
        ['mail', 'workspace', 'mail', TEN - 20 * MINUTE],
        ['mail', 'server', 'chat', TEN - 20 * MINUTE],
      ]),
    );
    expect(await talks.due(0, TEN)).toHaveLength(6);
  });

  it('read as whoever made the code chose, else as the other did, and keep it when parted', async () => {
    const { linking, members } = await prepare(await open());
    await members.choose(chat, { language: 'de' });
    await members.choose(mail, { language: 'en', timeZone: 'Europe/Lisbon' });
    await linking.offer(chat, CODE, NINE + LINK_CODE_LIFE_MS);
    await linking.redeem(mail, CODE, NINE);

    const chosen = { chosenLanguage: 'de', chosenTimeZone: 'Europe/Lisbon' };
    for (const account of [chat, mail]) expect(await members.find(account)).toMatchObject(chosen);
    await linking.part(mail, 'alone');
    await members.choose(mail, { language: null });
    expect(await members.find(chat)).toMatchObject(chosen);
    expect((await members.find(mail))?.chosenLanguage).toBeUndefined();
    expect((await members.find(mail))?.chosenTimeZone).toBe('Europe/Lisbon');
  });

  it('are reminded where they are at full volume, whichever starred the talk', async () => {
    const { linking, members, talks } = await prepare(await open());
    await linking.offer(mail, CODE, NINE + LINK_CODE_LIFE_MS);
    await linking.redeem(chat, CODE, NINE);

    await members.change(chat, { volume: 'quiet' });

    const due = await talks.due(0, TEN);
    expect(due.map(({ member, talk }) => `${member.platform} ${talk}`).sort()).toEqual([
      'mail both',
      'mail chat',
      'mail mail',
    ]);
  });

  it('part again, each with the whole list, and changes of one no longer touch the other', async () => {
    const { linking, stars, talks } = await prepare(await open());
    await linking.offer(chat, CODE, NINE + LINK_CODE_LIFE_MS);
    await linking.redeem(mail, CODE, NINE);

    expect(await linking.part(mail, 'p-new')).toBe(true);
    await stars.remove(mail, keyOf('fosdem20'), 'both', NINE);
    await stars.setLead(mail, 45, NINE);

    expect((await stars.of(chat, keyOf('fosdem20'))).map(({ talk }) => talk)).toEqual([
      'both',
      'chat',
      'mail',
    ]);
    expect((await stars.of(mail, keyOf('fosdem20'))).map(({ talk }) => talk)).toEqual([
      'chat',
      'mail',
    ]);
    expect((await talks.due(0, TEN)).map(({ member, dueAt }) => [member.platform, dueAt])).toEqual([
      ['mail', TEN - 45 * MINUTE],
      ['mail', TEN - 45 * MINUTE],
      ['chat', TEN - 10 * MINUTE],
      ['chat', TEN - 10 * MINUTE],
      ['chat', TEN - 10 * MINUTE],
    ]);
    expect(await linking.part(mail, 'p-newer')).toBe(false);
  });

  it('need a code that was made, is used for the first time and is not too old', async () => {
    const { linking } = await prepare(await open());
    await linking.offer(chat, 'FIRST-CODE2', NINE + LINK_CODE_LIFE_MS);
    await linking.offer(chat, CODE, NINE + LINK_CODE_LIFE_MS);

    expect(await linking.redeem(mail, 'FIRST-CODE2', NINE)).toEqual({ kind: 'unknown' });
    expect(await linking.redeem(mail, CODE, NINE + LINK_CODE_LIFE_MS)).toEqual({ kind: 'unknown' });
    expect(await linking.redeem(chat, CODE, NINE)).toEqual({ kind: 'own' });
    expect(await linking.redeem(mail, CODE, NINE)).toEqual({ kind: 'unknown' });
  });

  it('bear five tries in ten minutes and no more, not even with the right code', async () => {
    const { linking } = await prepare(await open());
    await linking.offer(chat, CODE, NINE + 2 * LINK_CODE_LIFE_MS);
    const tried = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      tried.push((await linking.redeem(mail, `GUESS-${attempt}`, NINE)).kind);
    }

    expect(tried).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown']);
    expect(await linking.redeem(mail, CODE, NINE + 1)).toEqual({ kind: 'tooManyTries' });
    expect(await linking.redeem(stranger, 'GUESS', NINE + 1)).toEqual({ kind: 'unknown' });
    expect(await linking.redeem(mail, CODE, NINE + 1 + LINK_CODE_LIFE_MS)).toEqual({
      kind: 'linked',
    });
  });

  it('bear no more tries when they are all made at once', async () => {
    const { linking } = await prepare(await open());
    const guesses = Array.from({ length: 20 }, (_, index) => `GUESS-${index}`);

    const outcomes = await Promise.all(guesses.map((guess) => linking.redeem(mail, guess, NINE)));

    expect(outcomes.filter(({ kind }) => kind === 'unknown')).toHaveLength(5);
    expect(outcomes.filter(({ kind }) => kind === 'tooManyTries')).toHaveLength(15);
  });

  it('become one person, with every star, when each enters the code of the other at once', async () => {
    const { linking, members, stars } = await prepare(await open());
    await linking.offer(chat, CODE, NINE + LINK_CODE_LIFE_MS);
    await linking.offer(mail, 'KJHGF-EDCBA', NINE + LINK_CODE_LIFE_MS);

    await Promise.all([
      linking.redeem(mail, CODE, NINE),
      linking.redeem(chat, 'KJHGF-EDCBA', NINE),
    ]);

    expect(await members.accounts(chat)).toHaveLength(2);
    expect((await stars.of(mail, keyOf('fosdem20'))).map(({ talk }) => talk)).toEqual([
      'both',
      'chat',
      'mail',
    ]);
  });

  it('link one account alone when two enter the code at once', async () => {
    const { linking } = await prepare(await open());
    await linking.offer(chat, CODE, NINE + LINK_CODE_LIFE_MS);

    const outcomes = await Promise.all(
      [mail, stranger].map((member) => linking.redeem(member, CODE, NINE)),
    );

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['linked', 'unknown']);
  });
});

async function prepare({ kysely }: Database) {
  const members = createMembers(kysely);
  const stars = createStars(kysely);
  const communities = { chat: 'server', mail: 'workspace' };
  const see = (ref: MemberRef & { readonly platform: keyof typeof communities }) =>
    members.see(
      { ref, locale: 'en', seenAt: NINE, community: communities[ref.platform] },
      `p-${ref.id}`,
    );
  await see({ platform: 'chat', id: 'ada' });
  await see({ platform: 'mail', id: 'U1' });
  await see({ platform: 'mail', id: 'U2' });
  const add = (member: MemberRef, talk: string) => {
    const community = { platform: member.platform, id: member === chat ? 'server' : 'workspace' };
    return stars.add(member, { conference: keyOf('fosdem20'), talk, community, start: TEN }, NINE);
  };
  await add(chat, 'chat');
  await add(chat, 'both');
  await add(mail, 'mail');
  await add(mail, 'both');
  return { members, stars, linking: createLinking(kysely), talks: createStarredTalks(kysely) };
}
