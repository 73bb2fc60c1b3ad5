import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/cards/plainText.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Caller } from '../../../src/platform/requests.ts';
import { at } from '../../support/instants.ts';
import { ada, type HallSetting, openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const URL = 'https://hallway.example.org';
const fosdem = { platform: 'chat', id: 'fosdem' };
const others = { ...organiser, community: 'others' };

describe('/conference web', () => {
  it('puts the programme on the web under a name of its own, and takes it away', async () => {
    const { web, pageOf } = await open();

    expect(await web('on', 'FOSDEM')).toContain(`${URL}/c/fosdem`);
    expect(await pageOf()).toBe('fosdem');
    expect(await web('on', 'fosdem-2020')).toContain(`${URL}/c/fosdem-2020`);
    expect(await web('off')).toContain('The programme is not on the web.');
    expect(await pageOf()).toBeUndefined();
  });

  it('is named by status, as long as it is there', async () => {
    const { conference, web } = await open();

    expect(await conference('status')).not.toContain(URL);
    await web('on', 'ours');
    expect(await conference('status')).toMatch(
      /On the web:? +https:\/\/hallway\.example\.org\/c\/ours/,
    );
    await web('off');
    expect(await conference('status')).not.toContain(URL);
  });

  it('names it as the conference is called, and keeps the name that it has', async () => {
    const { web } = await open();

    expect(await web('on')).toContain(`${URL}/c/fosdem-2020\n`);
    await web('on', 'mine');
    expect(await web('on')).toContain(`${URL}/c/mine\n`);
  });

  it('refuses a name that another community has, or that is none', async () => {
    const { web, pageOf } = await open();
    await web('on', 'ours');

    expect(await web('on', 'ours', others)).toContain('Another community’s pages are at “ours”.');
    expect(await pageOf('others')).toBeUndefined();
    for (const name of ['-', 'a/b', '../x', 'ä', 'x'.repeat(41), 'a b']) {
      expect(await web('on', name)).toContain(`“${name}” cannot be the name of an address`);
    }
    expect(await pageOf()).toBe('ours');
  });

  it('is for organisers, and only where something is served', async () => {
    const { web } = await open();
    expect(await web('on', '', ada)).toContain('organisers');
    const unserved = await open({ now: NINE });
    expect(await unserved.web('on')).toContain('has to set WEB_ADDRESS first');
    expect(await unserved.pageOf()).toBeUndefined();
  });

  it('leaves a line for each change, and none where nothing changed', async () => {
    const { web, hall } = await open();
    await web('on', 'ours');
    await web('on', 'ours');
    await web('off');

    const line = { at: NINE, by: 'olga', kind: 'web', about: [] };
    expect(await hall.acts.of(fosdem, { skip: 0, limit: 10 })).toEqual([
      { ...line, before: ['ours'], after: ['off'] },
      { ...line, before: ['off'], after: ['ours'] },
    ]);
  });
});

async function open(setting: HallSetting = { now: NINE, webUrl: URL }) {
  const hall = await openHall(setting);
  const messages = messagesFor('en');
  const conference = async (subcommand: string, args = {}, caller: Caller = organiser) => {
    const request = { kind: 'command', command: 'conference', subcommand, args } as const;
    const reply = await hall.hallway.command({ ...request, caller });
    return reply.kind === 'card' ? `${plainText(reply.card, { width: 200, messages })}\n` : '';
  };
  return {
    hall,
    pageOf: async (community = 'fosdem') => {
      const row = await hall.database.kysely
        .selectFrom('pages')
        .select('slug')
        .where('community', '=', community)
        .executeTakeFirst();
      return row?.slug;
    },
    conference,
    web: (when: string, name = '', caller?: Caller) =>
      conference('web', { when, ...(name === '' ? {} : { name }) }, caller),
  };
}
