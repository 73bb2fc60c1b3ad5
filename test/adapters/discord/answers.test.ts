import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDiscord } from '../../../adapters/discord/platform.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { systemClock } from '../../../src/clock.ts';
import { inPlace, privately, publicly } from '../../../src/platform/replies.ts';
import type { Hallway, Reply } from '../../../src/platform/requests.ts';
import { messageOf } from '../../servers/discord/answer.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { collectingLog } from './collectingLog.ts';

const card = (title: string, buttons: readonly string[] = []): Card => ({
  kind: 'confirmation',
  title,
  summary: title,
  blocks: [
    {
      kind: 'buttons',
      buttons: buttons.map((id) => ({ kind: 'action', id, label: id, style: 'secondary' })),
    },
  ],
});

const FORM: Reply = {
  kind: 'form',
  id: 'send',
  title: 'Lead time',
  label: 'Minutes',
  hint: '0 to 60',
  value: '10',
};
/** Well within the 3 s that Discord gives: who has acknowledged it by then was in time. */
const SLOW_MS = 1_800;
let asked = 0;

/** Answers by name: what the adapter does with each kind of reply, however late. */
const replies: Readonly<Record<string, (value?: string) => Reply | Promise<Reply>>> = {
  quick: () =>
    privately(card('Quick', ['turn', 'post', 'ask', 'slow turn', 'slow post', 'slow ask'])),
  slow: () => delay(SLOW_MS, privately(card('Slow'))),
  public: () => publicly(card('For all', ['turn', 'slow turn'])),
  'slow public': () => delay(SLOW_MS, publicly(card('For all, late'))),
  turn: () => inPlace(card('Turned')),
  'slow turn': () => delay(SLOW_MS, inPlace(card('Turned late'))),
  post: () => publicly(card('Posted')),
  'slow post': () => delay(SLOW_MS, publicly(card('Posted late'))),
  ask: () => FORM,
  'slow ask': () => (asked++ === 0 ? delay(SLOW_MS, FORM) : FORM),
  send: (value) => inPlace(card(`Got ${value}`)),
};

const hallway: Hallway = {
  command: async ({ args }) => answered(args['name'] ?? ''),
  ask: async () => undefined,
  press: async ({ id, value }) => answered(id, value),
  remind: () => Promise.reject(new Error('Not asked here.')),
  reader: async ({ locale }) => ({ locale }),
  suggest: async ({ text }) => {
    if (text === 'much') {
      return Array.from({ length: 40 }, (_, index) => ({
        label: `${index} ${'long '.repeat(40)}`,
        value: String(index),
      }));
    }
    if (text === 'odd')
      return [
        { label: '', value: 'a' },
        { label: 'too long', value: 'x'.repeat(101) },
      ];
    throw new Error('The core promised not to throw.');
  },
};

async function answered(name: string, value?: string): Promise<Reply> {
  const reply = replies[name];
  if (reply === undefined) throw new Error(`No reply named ${name}`);
  return reply(value);
}

/** One for each test that posts, since they run side by side. */
const CHANNELS = ['general', 'public', 'kept', 'late', 'late kept', 'late post'];

let discord: Discord;
let log: ReturnType<typeof collectingLog>;
let stop: () => Promise<void>;

beforeAll(async () => {
  discord = await startDiscord({
    guilds: [{ name: 'conference', channels: CHANNELS, members: ['ada', 'alan'] }],
  });
  log = collectingLog();
  const platform = createDiscord({
    token: discord.token,
    apiUrl: discord.apiUrl,
    isOurs: () => true,
    commands: [
      {
        name: 'say',
        access: 'everyone',
        options: [{ name: 'name', kind: 'talk', required: true }],
        subcommands: [],
      },
    ],
    programmes: { all: () => Promise.reject(new Error('Not asked here.')) },
    servers: { known: async () => [], forget: async () => {} },
    newcomers: { isKnown: async () => true, isFirst: async () => false },
    namedRoles: { of: async () => [] },
    clock: systemClock,
    log,
  });
  stop = () => platform.stop();
  await platform.start(hallway);
  await vi.waitUntil(() => discord.commands().length > 0);
});

afterAll(async () => {
  await stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
});

const say = (name: string, place?: { readonly channel: string }) =>
  discord.user('ada').slash('say', { name }, place);
const textsIn = (channel: string) => discord.messages(channel).map(({ text }) => text);

describe('a reply that is ready', () => {
  test('comes at once and is seen by its caller alone', async () => {
    const answer = await say('quick');
    expect(answer).toMatchObject({ kind: 'message', deferred: false });
    expect(messageOf(answer)).toMatchObject({ ephemeral: true, text: '## Quick' });
  });

  test('for everyone stands in the channel', async () => {
    const answer = await say('public', { channel: 'public' });
    expect(messageOf(answer)).toMatchObject({ ephemeral: false, text: '## For all' });
    expect(textsIn('public')).toEqual(['## For all']);
  });

  test('takes the place of the card whose button was pressed', async () => {
    const first = messageOf(await say('quick'));
    const turned = await discord.user('ada').press(first, 'turn');
    expect(turned).toMatchObject({ kind: 'update', message: { id: first.id, text: '## Turned' } });
  });

  test('never takes the place of a card that others read', async () => {
    const posted = messageOf(await say('public', { channel: 'kept' }));
    const answer = messageOf(await discord.user('alan').press(posted, 'turn'));
    expect(answer).toMatchObject({ ephemeral: true, text: '## Turned' });
    expect(discord.current(posted)?.text).toBe('## For all');
  });

  test('of a form replaces the card it was opened from', async () => {
    const first = messageOf(await say('quick'));
    const asked = await discord.user('ada').press(first, 'ask');
    if (asked.kind !== 'modal') throw new Error('No form came.');
    expect(asked.modal).toMatchObject({
      title: 'Lead time',
      fields: [{ label: 'Minutes', value: '10', required: true }],
    });
    const sent = await discord.user('ada').submit(asked.modal, { value: '25' });
    expect(sent).toMatchObject({ kind: 'update', message: { id: first.id, text: '## Got 25' } });
  });
});

test('a form of another version of Hallway is answered as one left empty', async () => {
  const asked = await discord.user('ada').press(messageOf(await say('quick')), 'ask');
  if (asked.kind !== 'modal') throw new Error('No form came.');
  const raw = JSON.parse(JSON.stringify(asked.modal.raw).replace('"value"', '"minutes"'));
  const sent = await discord.user('ada').submit({ ...asked.modal, raw }, {});
  expect(messageOf(sent).text).toBe('## Got ');
});

describe.concurrent('a reply that takes longer', () => {
  test('is announced by "thinking" and then comes', async ({ expect }) => {
    const answer = await say('slow');
    expect(answer.deferred).toBe(true);
    expect(messageOf(answer)).toMatchObject({ ephemeral: true, text: '## Slow', loading: false });
  });

  test('for everyone is posted, and nothing stays "thinking"', async ({ expect }) => {
    const place = { channel: 'late', acknowledged: true };
    await discord.user('ada').slash('say', { name: 'slow public' }, place);
    await expect.poll(() => textsIn('late')).toEqual(['## For all, late']);
    expect(
      discord
        .user('ada')
        .sees('late')
        .filter(({ loading }) => loading),
    ).toEqual([]);
  });

  test('still takes the place of the card whose button was pressed', async ({ expect }) => {
    const first = messageOf(await say('quick'));
    await discord.user('ada').press(first, 'slow turn');
    const shown = () => discord.current(first)?.text;
    await expect.poll(shown).toBe('## Turned late');
  });

  test('from a card that others read comes privately', async ({ expect }) => {
    const posted = messageOf(await say('public', { channel: 'late kept' }));
    const pressed = await discord.user('alan').press(posted, 'slow turn');
    const answer = await discord.later(pressed, 1);
    expect(answer.followUps).toMatchObject([{ ephemeral: true, text: '## Turned late' }]);
    expect(textsIn('late kept')).toEqual(['## For all']);
  });

  test('of a form says so, and the button beside it opens it', async ({ expect }) => {
    const first = messageOf(await say('quick'));
    const answer = await discord.later(await discord.user('ada').press(first, 'slow ask'), 1);
    const [said] = answer.followUps;
    if (said === undefined) throw new Error('Nothing was said.');
    expect(said).toMatchObject({
      ephemeral: true,
      text: '## Lead time\nThat took a moment too long to open. Please press once more.',
    });
    const opened = await discord.user('ada').press(said, 'Lead time');
    expect(opened).toMatchObject({ kind: 'modal', modal: { title: 'Lead time' } });
  });

  test('for everyone, by a button, is posted', async ({ expect }) => {
    const first = messageOf(await say('quick', { channel: 'late post' }));
    await discord.later(await discord.user('ada').press(first, 'slow post'), 1);
    expect(textsIn('late post')).toEqual(['## Posted late']);
  });
});

describe('type-ahead', () => {
  const complete = (text: string) => discord.user('ada').autocomplete('say', 'name', text);

  test('shows what Discord can show of many long choices', async () => {
    const choices = await complete('much');
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: expect.stringMatching(/^0 long .{92}…$/u), value: '0' });
  });

  test('leaves out what Discord would refuse', async () => {
    expect(await complete('odd')).toEqual([{ name: 'a', value: 'a' }]);
  });

  test('that fails is an empty list and a line in the log', async () => {
    expect(await complete('fail')).toEqual([]);
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'Type-ahead failed' }),
    );
  });
});

describe('Discord', () => {
  test.each([
    [10062, 404, 'Unknown interaction'],
    [40060, 400, 'Interaction has already been acknowledged.'],
  ])('that answers %i is survived', async (code, status, message) => {
    const before = log.lines.length;
    discord.fail({ path: /\/interactions\// }, { kind: 'refusal', status, code, message });
    say('quick').catch(() => undefined);
    await expect
      .poll(() => log.lines.slice(before))
      .toMatchObject([
        {
          level: 'warn',
          message: 'Discord no longer knew the interaction, or had an answer to it',
        },
      ]);
    expect(messageOf(await say('quick')).text).toBe('## Quick');
  });

  test.each([
    ['at once', 'quick', /\/callback/],
    ['after a while', 'slow', /\/messages\/%40original/],
  ])(
    'that refuses an answer %s is given an apology, with what to look for in the log',
    async (_when, name, path) => {
      discord.fail(
        { path },
        { kind: 'refusal', status: 400, code: 50035, message: 'Invalid body' },
      );
      const answer = messageOf(await say(name));
      expect(answer).toMatchObject({ ephemeral: true, loading: false });
      const [, reference] = /in the log as (\d+)/.exec(answer.text) ?? [];
      expect(log.lines).toContainEqual({
        level: 'error',
        message: 'An answer was not given',
        facts: expect.objectContaining({ interaction: reference }),
      });
    },
  );

  test('is given every answer that is under way at the stop', async () => {
    const answer = discord.user('ada').slash('say', { name: 'slow' });
    await delay(200);
    const stopped = stop();
    expect(messageOf(await answer).text).toBe('## Slow');
    await stopped;
    stop = async () => {};
  });
});
