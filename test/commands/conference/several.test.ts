import { expect, it } from 'vitest';
import { plainText } from '../../../src/cards/plainText.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Reply } from '../../../src/platform/requests.ts';
import type { SourceStatus } from '../../../src/schedule/keeping/kept.ts';
import { conferenceOf, talkAt } from '../../support/conferences.ts';
import { at } from '../../support/instants.ts';
import { keyOf, roomSlug } from '../../support/names.ts';
import { conference } from '../support/conference.ts';
import { openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const MINUTE = 60_000;
const FRINGE = keyOf('fringe');
const fringe = {
  ...conferenceOf([
    talkAt('f', NINE + 30 * MINUTE, { room: 'Cellar' }),
    // A room that has two talks at once.
    talkAt('g', NINE + 40 * MINUTE, { room: 'Cellar' }),
  ]),
  title: 'Fringe',
};
const status = (key: SourceStatus['source']['key'], checkedAt: number): SourceStatus => ({
  source: { key, address: 'https://x.example', trust: 'chat' },
  ...{ number: 1, takenAt: NINE, checkedAt, problem: undefined },
});

async function stage() {
  const delayed: (readonly unknown[])[] = [];
  const hall = await openHall({
    delays: {
      set: async (_, { key }, { room, minutes }) => {
        delayed.push([key, room, minutes]);
        return 1;
      },
    },
    ...{ now: NINE, conference, beside: fringe, lastTickAt: NINE },
    channels: { general: { kind: 'writable', name: '#general' } },
    sources: {
      use: async () => ({ kind: 'taken', conference }),
      status: async (_, key) =>
        key === FRINGE ? status(key, NINE - 240 * MINUTE) : status(keyOf('fosdem20'), NINE),
    },
  });
  await hall.subscriptions.put({
    target: { kind: 'channel', platform: 'chat', community: 'fosdem', channel: 'general' },
    ...{ leadMinutes: 10, language: 'en', tracks: [], kinds: ['announcements'], since: 0 },
    rooms: [roomSlug('cellar')],
  });
  const ask = async (subcommand: string, args: Readonly<Record<string, string>> = {}) => {
    const reply = await hall.hallway.command({
      ...{ kind: 'command', command: 'conference', subcommand, args, caller: organiser },
    });
    if (reply.kind !== 'card') throw new Error('It is a card.');
    return plainText(reply.card, { messages: messagesFor('en'), width: 200 });
  };
  return Object.assign(ask, { ...hall, delayed });
}

it('status tells of each conference beside the main one', async () => {
  const ask = await stage();
  expect(await ask('status')).toMatch(/Fringe +2 talks in 1 room · Last read Sat 1 Feb, 05:00/);
});

it('preview shows what is posted of all of them, in order, and of which', async () => {
  const ask = await stage();
  const lines = (await ask('preview')).split('\n').filter((line) => line.includes('Talk '));
  expect(lines).toEqual([
    expect.stringMatching(/Talk f, Cellar · Fringe$/),
    expect.stringMatching(/Talk g, Cellar · Fringe$/),
  ]);
});

it('doctor looks into each, and a room of any of them is known', async () => {
  const ask = await stage();
  const text = await ask('doctor');
  expect(text).toContain('Fringe: Cellar is taken twice');
  expect(text).toMatch(/Fringe: The source was last read/);
  expect(text).not.toContain('waits for rooms');
});

it('a room that only a conference beside the main one has is found there', async () => {
  const ask = await stage();
  await ask('delay', { room: 'cellar', minutes: '5' });
  await ask('delay', { room: 'K.3.401', minutes: '10' });
  expect(ask.delayed).toEqual([
    [FRINGE, 'cellar', 5],
    [keyOf('fosdem20'), 'k-3-401', 10],
  ]);
  await ask('stream', { room: 'cellar', url: 'https://live.example/cellar' });
  expect(await ask.communities.streamsOf({ platform: 'chat', id: 'fosdem' }, FRINGE)).toEqual([
    { room: 'cellar', url: 'https://live.example/cellar' },
  ]);
  expect(await ask('delay', { room: 'attic', minutes: '5' })).toContain('no room “attic”');
});

it('interest is that of the conference that has the day, and leads to the others', async () => {
  const { hallway } = await stage();
  const interest = (caller = organiser) =>
    hallway.command({
      ...{ kind: 'command', command: 'conference', subcommand: 'interest', args: {}, caller },
    });
  const own = await interest();
  expect(titleOf(own)).toBe(`Interest in ${conference.title}`);
  const side = await hallway.press({
    kind: 'press',
    id: buttonOf(own, 'Fringe'),
    caller: organiser,
  });
  expect(titleOf(side)).toBe('Interest in Fringe');
  expect(buttonOf(side, conference.title)).not.toBe('');
});

it('what changed is told of each, and shown of any', async () => {
  const { changeLog, hallway } = await stage();
  const change = {
    ...{ kind: 'canceled' as const, talk: 'f', title: 'Talk f', fields: [] },
    before: { start: NINE + 30 * MINUTE, end: NINE + 60 * MINUTE, room: 'Cellar' },
  } as const;
  const step = { ids: new Map(), renames: [], changes: [] };
  await changeLog.record(FRINGE, { ...step, number: 1, at: NINE - 60 * MINUTE });
  await changeLog.record(FRINGE, { ...step, number: 2, at: NINE - MINUTE, changes: [change] });
  const args = { since: '8:00' };
  const own = await hallway.command({
    kind: 'command',
    command: 'changes',
    args,
    caller: organiser,
  });
  expect(titleOf(own)).toMatch(/^FOSDEM.*: Nothing changed since 08:00\.$/);
  expect(textOf(own)).toContain('Fringe: One change since 08:00');
  const side = await hallway.press({
    kind: 'press',
    id: buttonOf(own, 'Fringe'),
    caller: organiser,
  });
  expect(titleOf(side)).toBe('Fringe: One change since 07:00');
  expect(textOf(side)).toContain('Canceled: Talk f');
});

it('a speaker of a side event alone drops that at once', async () => {
  const { hallway, speakerClaims } = await stage();
  const member = { platform: 'chat', id: organiser.member };
  const speaker = { kind: 'speaker', name: 'Ada' } as const;
  const community = { platform: 'chat', id: 'fosdem' };
  const claim = { id: 'c1', community, conference: FRINGE, member, speaker, leadMinutes: 30 };
  await speakerClaims.add(claim, NINE);
  const dropped = await hallway.command({
    ...{ kind: 'command', command: 'speaker', subcommand: 'drop', args: {}, caller: organiser },
  });
  expect(textOf(dropped)).toContain('You will hear nothing more as Ada.');
  expect(await speakerClaims.in(community)).toEqual([]);
});

function cardOf(reply: Reply) {
  if (reply.kind !== 'card') throw new Error('It is a card.');
  return reply.card;
}

const titleOf = (reply: Reply) => cardOf(reply).title;
const textOf = (reply: Reply) =>
  plainText(cardOf(reply), { messages: messagesFor('en'), width: 200 });

function buttonOf(reply: Reply, label: string): string {
  return cardOf(reply)
    .blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .flatMap((one) => (one.kind === 'action' && one.label === label ? [one.id] : []))
    .join();
}
