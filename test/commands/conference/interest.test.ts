import { describe, expect, it } from 'vitest';
import { plainInline } from '../../../src/cards/plainInline.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Caller, CardReply } from '../../../src/platform/requests.ts';
import { at } from '../../support/instants.ts';
import { conference, talks } from '../support/conference.ts';
import { ada, openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const elsewhere: Caller = { ...organiser, community: 'debconf', member: 'otto' };
const stranger: Caller = { ...ada, community: 'debconf', member: 'eve' };

describe('how many starred what', () => {
  it('is told by slot and talk against what rooms hold, with clashes, and as tables', async () => {
    const { ask, press, star } = await open();
    for (const who of people(13)) await star(who, ['1', '2']);
    for (const who of people(4)) await star(who, ['3']);

    const reply = await ask();
    expect(textOf(reply)).toEqual([
      '# Sat 10:00 · on about 15 lists, 10 places',
      'Live migration <@everyone> · UD2.208 (Decroly) · on about 15 lists, 10 places · more than it holds',
      '# Sat 10:20 · on about 30 lists',
      '=Pods, "and" more · K.3.401 · on about 15 lists',
      '# Starred by the same people, and on at the same time',
      'Live migration <@everyone> Sat 1 Feb, 10:00–10:30 ⚡ =Pods, "and" more Sat 1 Feb, 10:20–11:00 · about 15 people',
      expect.stringMatching(/^As of Sat 1 Feb, 09:00\. Numbers are rounded to five/),
    ]);
    const { attachments } = await press(buttonOf(reply), organiser);
    expect(attachments).toEqual([
      {
        name: 'interest.csv',
        mediaType: 'text/csv',
        content:
          '\uFEFFid,title,start,end,room,places,lists,slot_lists,slot_places\r\n' +
          '1,Live migration <@everyone>,2020-02-01T09:00:00.000Z,2020-02-01T09:30:00.000Z,UD2.208 (Decroly),10,15,15,10\r\n' +
          `2,"'=Pods, ""and"" more",2020-02-01T09:20:00.000Z,2020-02-01T10:00:00.000Z,K.3.401,,15,30,\r\n`,
      },
      expect.objectContaining({ name: 'interest-clashes.csv' }),
    ]);
    expect(attachments[1]?.content).toContain('lists_with_both\r\n1,Live');
  });

  it('is asked of one day, in either language', async () => {
    const { ask, star } = await open();
    for (const who of people(5)) await star(who, ['1', '5']);

    expect(textOf(await ask({ day: '2' })).slice(0, 2)).toEqual([
      '# Mon 01:00 · on about 5 lists',
      'Long after midnight · K.3.401 · on about 5 lists',
    ]);
    expect((await ask({ day: 'yesterweek' })).card.kind).toBe('problem');
    expect(textOf(await ask({}, { ...organiser, locale: 'de' }))[0]).toBe(
      '# Sa 10:00 · auf etwa 5 Listen, 10 Plätze',
    );
  });

  it('says so when nothing is wanted by enough, and nothing of another community', async () => {
    const { ask, star } = await open();
    for (const who of people(9)) await star(who, ['1'], elsewhere);
    for (const who of people(4, 'q')) await star(who, ['1']);

    expect((await ask()).card.summary).toBe('Nothing is on the lists of five people or more yet.');
    expect(textOf(await ask({}, elsewhere))).toContain(
      'Live migration <@everyone> · UD2.208 (Decroly) · on about 10 lists, 10 places',
    );
  });

  it('is told to organisers alone, whoever presses what', async () => {
    const { ask, press, star } = await open();
    for (const who of people(5)) await star(who, ['1']);
    const only = messagesFor('en').errors.organisersOnly('conference');
    const csv = buttonOf(await ask());
    const turn = 'h1:fosdem20:turn:interest:1';

    for (const id of [csv, turn, `h1:fosdem20:share:interest:1`]) {
      for (const caller of [ada, stranger]) {
        const { card, attachments } = await press(id, caller);
        expect([card.summary, attachments]).toEqual([only, []]);
      }
    }
    expect((await ask({}, ada)).card.summary).toBe(only);
    // An organiser of another community finds their own behind the same button.
    const { attachments } = await press(csv, elsewhere);
    expect(attachments[0]?.content).not.toContain('Live migration');
  });
});

function people(count: number, name = 'p'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index}`);
}

function textOf({ card }: CardReply): readonly string[] {
  const messages = messagesFor('en');
  return card.blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind !== 'text') return [];
    return [block.text.map((inline) => plainInline(inline, { messages })).join('')];
  });
}

function buttonOf({ card }: CardReply): string {
  const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  const last = buttons.at(-1);
  return last?.kind === 'action' ? last.id : '';
}

async function open() {
  const rooms = conference.rooms.map((room) =>
    room.name === talks.live.room ? { ...room, capacity: 10 } : room,
  );
  const named = conference.talks.map((talk) =>
    talk.id === '2' ? { ...talk, title: '=Pods, "and" more' } : talk,
  );
  const { hallway } = await openHall({
    now: NINE,
    conference: { ...conference, rooms, talks: named },
  });
  const card = (reply: Awaited<ReturnType<typeof hallway.press>>): CardReply => {
    if (reply.kind !== 'card') throw new Error('A form came');
    return reply;
  };
  return {
    ask: async (args: Readonly<Record<string, string>> = {}, caller = organiser) => {
      const asked = { command: 'conference', subcommand: 'interest', args, caller } as const;
      return card(await hallway.command({ kind: 'command', ...asked }));
    },
    press: async (id: string, caller: Caller) =>
      card(await hallway.press({ kind: 'press', id, caller })),
    star: async (
      member: string,
      ids: readonly string[],
      { community = '' }: Caller = organiser,
    ) => {
      for (const id of ids) {
        const caller = { ...ada, community, member };
        await hallway.press({ kind: 'press', id: `h1:fosdem20:star:${id}`, caller });
      }
    },
  };
}
