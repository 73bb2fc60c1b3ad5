import { describe, expect, it } from 'vitest';
import type { TalkChange } from '../../../src/announcements/changeTalk.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Caller, Reply } from '../../../src/platform/requests.ts';
import { at } from '../../support/instants.ts';
import { keyOf, roomSlug } from '../../support/names.ts';
import { conference, talks } from '../support/conference.ts';
import { ada, openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const FOSDEM = { platform: 'chat', id: 'fosdem' };
const LONG = 'Everything that a very long title can say about pods, and then some more of it';

async function stage() {
  const made: TalkChange[] = [];
  const looked: TalkChange[] = [];
  const { pods } = talks;
  const told = { channels: 2, members: 41 };
  const change = {
    kind: 'canceled',
    before: pods,
    after: { ...pods, status: 'canceled' },
  } as const;
  const hall = await openHall({
    now: NINE,
    lastTickAt: NINE,
    talks: {
      look: async (_, __, one) => {
        looked.push(one);
        return { change, ...told };
      },
      make: async (_, __, one) => {
        made.push(one);
        return { change, ...told };
      },
    },
  });
  const give = (args: Readonly<Record<string, string>>, caller: Caller = organiser) =>
    hall.hallway.command({
      ...{ kind: 'command', command: 'conference', subcommand: 'talk' },
      ...{ args, caller },
    });
  const press = (id: string, caller: Caller = organiser, value?: string) =>
    hall.hallway.press({ kind: 'press', id, caller, ...(value === undefined ? {} : { value }) });
  return { ...hall, give, press, made, looked };
}

const cardOf = (reply: Reply): Card => {
  if (reply.kind !== 'card') throw new Error('A form was not asked for');
  return reply.card;
};
const textOf = (reply: Reply) =>
  plainText(cardOf(reply), { width: 400, messages: messagesFor('en') });
const idOf = (reply: Reply): string => {
  const buttons = cardOf(reply).blocks.flatMap((one) =>
    one.kind === 'buttons' ? one.buttons : [],
  );
  const [button] = buttons;
  if (button?.kind !== 'action') throw new Error('There is no button');
  return button.id;
};

describe('/conference talk', () => {
  it('says what would change and how many would hear, and does it at a button', async () => {
    const { give, press, made } = await stage();

    const shown = await give({ talk: '2', act: 'cancel' });
    expect(textOf(shown)).toContain('2 channels and 41 people will be told.');
    expect(made).toEqual([]);

    expect(textOf(await press(idOf(shown)))).toContain('2 channels and 41 people are told.');
    expect(made).toEqual([{ talk: '2', act: { kind: 'cancel' } }]);
  });

  it('lets nobody press who may not', async () => {
    const { give, press, made } = await stage();
    const shown = await give({ talk: '2', act: 'cancel' });
    const { community: _, ...alone } = organiser;

    expect(textOf(await press(idOf(shown), ada))).toContain('for organisers');
    expect(textOf(await press(idOf(shown), alone))).toContain('not in direct messages');
    expect(textOf(await give({ talk: '2', act: 'cancel' }, ada))).toContain('for organisers');
    expect(made).toEqual([]);
  });

  it.each([
    ['2', '15:30', { start: at('2020-02-01T15:30+01:00') }],
    ['2', '3:30pm', { start: at('2020-02-01T15:30+01:00') }],
    ['2', '0:15', { start: at('2020-02-02T00:15+01:00') }],
    ['5', '2.30', { start: at('2020-02-03T02:30+01:00') }],
    ['2', 'sun 9:30 ud2', { start: at('2020-02-02T09:30+01:00'), room: 'ud2-208-decroly' }],
  ])('moves talk %s to %s on the venue’s clock', async (talk, to, place) => {
    const { give, press, made } = await stage();

    await press(idOf(await give({ talk, act: 'move', to })));
    expect(made).toEqual([{ talk, act: { kind: 'move', ...place } }]);
  });

  it.each([
    [{ talk: '2', act: 'move', to: '' }, 'Say when it is to begin'],
    [{ talk: '2', act: 'move', to: 'later' }, '“later” is not a time'],
    [{ talk: '2', act: 'move', to: 'friday 9:30' }, 'There is no day “friday”'],
    [{ talk: '2', act: 'move', to: '9:30 ballroom' }, 'There is no room “ballroom”'],
    [{ talk: '2', act: 'rename', to: ' ' }, 'Say what it is to be called'],
    [{ talk: 'gardening', act: 'cancel' }, 'There is no talk “gardening”'],
  ])('refuses %o in a sentence', async (args, sentence) => {
    const { give, looked } = await stage();

    expect(textOf(await give(args))).toContain(sentence);
    expect(looked).toEqual([]);
  });

  it('asks in a form for a title that does not fit into a button', async () => {
    const { give, press, made } = await stage();
    await press(idOf(await give({ talk: '2', act: 'rename', to: 'Peas: “pods” & more' })));

    const form = await press(idOf(await give({ talk: '2', act: 'rename', to: LONG })));
    expect(form).toMatchObject({ kind: 'form', value: 'Pods' });
    await press(form.kind === 'form' ? form.id : '', organiser, ` ${LONG} `);
    expect(made.map(({ act }) => act)).toEqual([
      { kind: 'rename', title: 'Peas: “pods” & more' },
      { kind: 'rename', title: LONG },
    ]);
  });

  it.each([
    ['"Peas, lazily"', 'Peas, lazily'],
    ['„Erbsen, faul“', 'Erbsen, faul'],
    ['"Peas" and "pods"', '"Peas" and "pods"'],
  ])('takes %s for a title between quotation marks, where that is all of it', async (to, title) => {
    const { give, looked } = await stage();
    await give({ talk: '2', act: 'rename', to });
    expect(looked).toEqual([{ talk: '2', act: { kind: 'rename', title } }]);
  });
});

describe('a talk by hand', () => {
  it('stands in the status, and is pointed out there and by the doctor once the source contradicts it', async () => {
    const { hallway, communities } = await stage();
    const ask = async (subcommand: string) =>
      textOf(
        await hallway.command({
          ...{ kind: 'command', command: 'conference', subcommand },
          ...{ args: {}, caller: organiser },
        }),
      );
    const start = at('2020-02-01T15:30+01:00');
    const facts = { start, room: roomSlug('ud2-208-decroly') };
    const byHand = { talk: '2', at: NINE, facts };
    const said = { start: talks.pods.start, room: roomSlug('k-3-401') };
    await communities.setByHand(FOSDEM, keyOf('fosdem20'), { ...byHand, said });
    await communities.setByHand({ ...FOSDEM, id: 'they' }, keyOf('fosdem20'), {
      ...{ talk: '1', at: NINE, facts: { title: 'Theirs' }, said: { title: 'Ours' } },
    });

    const own = '“Pods”: Sat 1 Feb, 15:30, UD2.208 (Decroly)';
    expect(await ask('status')).toContain(own);
    expect(await ask('status')).not.toContain('the schedule now says');
    expect(await ask('status')).not.toContain('Theirs');
    expect(await ask('doctor')).not.toContain('by hand');

    const earlier = { ...said, start: talks.pods.start - 1 };
    await communities.setByHand(FOSDEM, keyOf('fosdem20'), { ...byHand, said: earlier });
    expect(await ask('status')).toContain(`${own} (the schedule now says: Sat 1 Feb, 10:20)`);
    expect(await ask('doctor')).toContain('the schedule now says: Sat 1 Feb, 10:20');
    expect(conference.talks).toContain(talks.pods);
  });
});
