import { describe, expect, it } from 'vitest';
import { createStores } from '../../adapters/storage/stores.ts';
import { systemClock } from '../../src/clock.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { listDelivery } from '../../src/outbox/kinds/memberList.ts';
import type { Caller, CardReply, Hallway, Reply } from '../../src/platform/requests.ts';
import { at } from '../support/instants.ts';
import { keyOf } from '../support/names.ts';
import { alone, programmeOf } from '../support/programmes.ts';
import { conference } from './support/conference.ts';
import { ada, openHall } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const ME = { platform: 'chat', id: 'ada' };
/** As an app that tells a zone has it. */
const inBerlin: Caller = { ...ada, timeZone: 'Europe/Berlin' };
const guessed: Caller = { ...ada, locale: 'fr', isLocaleGuessed: true };
const elsewhere: Caller = { ...ada, platform: 'mail', member: 'countess', locale: 'en-GB' };

describe('the language and the clocks of one’s own', () => {
  it('are those that were chosen, before those that the app tells, before a guess', async () => {
    const { hallway } = await openHall({ now: NINE });
    const reader = async (caller: Caller) => shown(await asks(hallway, caller)).card.reader;

    expect(await reader(guessed)).toEqual({ locale: 'fr' });
    await press(hallway, 'set:digest:on', inBerlin);
    expect(await reader(guessed)).toEqual({ locale: 'en', timeZone: 'Europe/Berlin' });
    await press(hallway, 'set:language:de');
    await press(hallway, 'set:zone:Europe%2FLisbon');
    const chosen = { locale: 'de', timeZone: 'Europe/Lisbon' };
    for (const caller of [guessed, ada, inBerlin]) expect(await reader(caller)).toEqual(chosen);
    expect(await hallway.reader(guessed)).toEqual(chosen);
  });

  it('go back to what the app tells, which was never forgotten', async () => {
    const { hallway, members } = await openHall({ now: NINE });
    await press(hallway, 'set:language:de', inBerlin);
    await press(hallway, 'set:zone:Asia%2FTokyo', inBerlin);
    await press(hallway, 'star:1', inBerlin);
    expect(await members.find(ME)).toMatchObject({
      ...{ locale: 'en', timeZone: 'Europe/Berlin' },
      ...{ chosenLanguage: 'de', chosenTimeZone: 'Asia/Tokyo' },
    });
    expect(choices(await settings(hallway, inBerlin))).toEqual([
      ...['10 Min. vorher', 'Alles', 'Deutsch', 'Asia/Tokyo'],
    ]);

    const english = await press(hallway, 'set:language:app', inBerlin);
    expect(choices(english)).toEqual([
      ...['10 min before', 'Everything', 'As in the app (English)', 'Asia/Tokyo'],
    ]);
    expect(choices(await press(hallway, 'set:zone:app', inBerlin)).at(-1)).toBe(
      'As in the app (Europe/Berlin)',
    );
    const known = await members.find(ME);
    expect([known?.chosenLanguage, known?.chosenTimeZone]).toEqual([undefined, undefined]);
  });

  it('speak in the settings at once, and take nothing that they do not know', async () => {
    const { hallway } = await openHall({ now: NINE });
    expect(shown(await press(hallway, 'set:language:de')).card.title).toBe('Einstellungen');
    expect(shown(await press(hallway, 'set:language:tlh')).card.title).toBe('Einstellungen');
    expect(choices(await press(hallway, 'set:zone:Mars%2FBase')).at(-1)).toBe(
      'Wie die App sie zeigt',
    );
  });

  it('are of the person, whichever account they were chosen by, and stay with both that part', async () => {
    const { hallway, members } = await openHall({ now: NINE });
    await press(hallway, 'set:language:de');
    await press(hallway, 'set:zone:Europe%2FLisbon', elsewhere);
    const offer = sentence(await mytalks(hallway, 'link', {}));
    const code = /\w{5}-\w{5}/.exec(offer)?.[0] ?? '';
    await mytalks(hallway, 'link', { code }, elsewhere);

    const chosen = { chosenLanguage: 'de', chosenTimeZone: 'Europe/Lisbon' };
    for (const { platform, member: id } of [ada, elsewhere])
      expect(await members.find({ platform, id })).toMatchObject(chosen);
    await mytalks(hallway, 'unlink', {}, elsewhere);
    await press(hallway, 'set:language:en');
    expect(await members.find({ platform: 'mail', id: 'countess' })).toMatchObject(chosen);
  });

  it('are those of what is sent unasked', async () => {
    const { hallway, database } = await openHall({ now: NINE });
    await press(hallway, 'star:1');
    await press(hallway, 'set:language:de');
    await press(hallway, 'set:zone:Europe%2FLisbon');
    const compose = createCompose({
      ...createStores(database, systemClock),
      programmes: { ...alone, get: async () => programmeOf('fosdem20', conference) },
    });
    const to = { target: { kind: 'member', platform: 'chat', member: 'ada' } } as const;
    const list = await compose(
      [listDelivery({ ...to, conference: keyOf('fosdem20') }, NINE)],
      NINE,
      false,
    );
    expect(list?.card).toMatchObject({
      title: 'Meine Vorträge',
      reader: { locale: 'de', timeZone: 'Europe/Lisbon' },
    });
  });

  it('are handed over, and erased', async () => {
    const { hallway, members } = await openHall({ now: NINE });
    await press(hallway, 'set:language:de', inBerlin);
    await press(hallway, 'set:zone:Europe%2FLisbon', inBerlin);
    const { attachments } = shown(await mytalks(hallway, 'export', {}, inBerlin));
    expect(JSON.parse(attachments[0]?.content ?? '')).toMatchObject({
      ...{ language: 'de', timeZone: 'Europe/Lisbon' },
      accounts: [{ locale: 'en', timeZone: 'Europe/Berlin' }],
    });
    await mytalks(hallway, 'forget', {}, inBerlin);
    expect(await members.find(ME)).toBeUndefined();
    expect((await hallway.reader(inBerlin)).locale).toBe('en');
  });
});

describe('/mytalks zone', () => {
  it.each([
    ['Europe/Lisbon', 'Europe/Lisbon'],
    ['europe/lisbon', 'Europe/Lisbon'],
    ['Lisbon', 'Europe/Lisbon'],
    ['New York', 'America/New_York'],
  ])('takes %s', async (typed, zone) => {
    const { hallway, members } = await openHall({ now: NINE });
    expect(sentence(await mytalks(hallway, 'zone', { zone: typed }))).toBe(
      `Times are shown in ${zone} too, beside the venue’s.`,
    );
    expect((await members.find(ME))?.chosenTimeZone).toBe(zone);
  });

  it.each([
    ['Europe/Lisbonn', 'Europe/Lisbon'],
    ['Lsibon', 'Europe/Lisbon'],
    ['newyork', 'America/New_York'],
    ['auckl', 'Pacific/Auckland'],
  ])('offers what %s may have meant', async (typed, zone) => {
    const { hallway, members } = await openHall({ now: NINE });
    const offered = shown(await mytalks(hallway, 'zone', { zone: typed }));
    expect(sentence(offered)).toContain(`“${typed}” is not a time zone`);
    const [meant] = buttons(offered);
    expect(meant).toMatchObject({ label: zone });
    expect(await members.find(ME)).toBeUndefined();
    await hallway.press({ kind: 'press', id: meant?.id ?? '', caller: ada });
    expect((await members.find(ME))?.chosenTimeZone).toBe(zone);
  });

  it.each(['Atlantis', '+05:30', '😀', 'x'])('refuses %s in words', async (typed) => {
    const { hallway, members } = await openHall({ now: NINE });
    const { card } = shown(await mytalks(hallway, 'zone', { zone: typed }));
    expect(card.summary).toContain(`“${typed}” is not a time zone`);
    expect(await members.find(ME)).toBeUndefined();
  });

  it('is cleared by its own button, and asked for by a form', async () => {
    const { hallway, members } = await openHall({ now: NINE });
    const [clear] = buttons(shown(await mytalks(hallway, 'zone', { zone: 'Asia/Tokyo' })));
    expect(clear?.label).toBe('As the app shows it');
    await hallway.press({ kind: 'press', id: clear?.id ?? '', caller: ada });
    expect((await members.find(ME))?.chosenTimeZone).toBeUndefined();

    const form = await press(hallway, 'askZone');
    if (form.kind !== 'form') throw new Error('No form');
    expect(form).toMatchObject({ title: 'Time zone', value: 'Europe/Brussels' });
    await hallway.press({ kind: 'press', id: form.id, value: ' tokyo ', caller: ada });
    expect((await members.find(ME))?.chosenTimeZone).toBe('Asia/Tokyo');
  });

  it('completes what is typed', async () => {
    const { hallway } = await openHall({ now: NINE });
    const about = { command: 'mytalks', subcommand: 'zone', option: 'zone' };
    const offered = await hallway.suggest({ kind: 'suggest', ...about, text: 'lis', caller: ada });
    expect(offered[0]).toEqual({ label: 'Europe/Lisbon', value: 'Europe/Lisbon' });
  });
});

function asks(hallway: Hallway, caller: Caller) {
  return mytalks(hallway, 'list', {}, caller);
}

function settings(hallway: Hallway, caller: Caller) {
  return mytalks(hallway, 'settings', {}, caller);
}

function mytalks(
  hallway: Hallway,
  subcommand: string,
  args: Readonly<Record<string, string>>,
  caller = ada,
) {
  return hallway.command({ kind: 'command', command: 'mytalks', subcommand, args, caller });
}

function press(hallway: Hallway, deed: string, caller = ada): Promise<Reply> {
  return hallway.press({ kind: 'press', id: `h1:fosdem20:${deed}`, caller });
}

function shown(reply: Reply): CardReply {
  if (reply.kind !== 'card') throw new Error(`A ${reply.kind} instead of a card`);
  return reply;
}

function sentence(reply: Reply): string {
  return shown(reply).card.summary;
}

function buttons(reply: CardReply) {
  return reply.card.blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .filter((one) => one.kind === 'action');
}

function choices(reply: Reply): readonly string[] {
  return shown(reply)
    .card.blocks.flatMap((block) => (block.kind === 'menu' ? block.options : []))
    .filter(({ isChosen }) => isChosen)
    .map(({ label }) => label);
}
