import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeAction } from '../../../src/cards/actions/action.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { inPlace, privately, publicly, refused } from '../../../src/platform/replies.ts';
import type { Hallway, Reply } from '../../../src/platform/requests.ts';
import { messageOf, viewOf } from '../../servers/slack/answer.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { keyOf } from '../../support/names.ts';
import { adapterOn, spec } from './hallwayOn.ts';

const SHARE = encodeAction({
  conference: keyOf('fosdem20'),
  deed: { kind: 'share', view: { kind: 'help' } },
});

const card = (title: string, buttons: readonly string[] = []): Card => ({
  kind: 'confirmation',
  title,
  summary: title,
  blocks: [
    { kind: 'text', text: ['Body'], tone: 'normal' },
    {
      kind: 'buttons',
      buttons: [
        ...buttons.map((id) => ({ kind: 'action', id, label: id, style: 'secondary' }) as const),
        { kind: 'link', url: 'https://conference.example/', label: 'Page' },
      ],
    },
  ],
});

const FORM: Reply = {
  kind: 'form',
  id: 'send',
  title: 'Lead time of your reminders',
  label: 'Minutes',
  hint: '0 to 60',
  value: '10',
};

const ALL = ['turn', 'open', 'post', 'ask', 'file', 'picture', 'again', SHARE];
let presses: string[] = [];
/** What the slow answer waits for. */
let patience = Promise.withResolvers<void>();

/** Answers by name: what the adapter does with each kind of reply on each surface. */
async function answered(name: string, value?: string): Promise<Reply> {
  presses.push(name);
  switch (name) {
    case 'public':
      return publicly(card('For all', ALL));
    case 'slow':
      await patience.promise;
      return privately(card('Slow'));
    case 'turn':
      return inPlace(card('Turned', ALL));
    case 'again':
      return inPlace(card('Again', ['again']));
    case 'post':
    case SHARE:
      return publicly(card('Posted'));
    case 'ask':
      return FORM;
    case 'send':
      return value === '10'
        ? inPlace(card('Got 10'))
        : refused(messagesFor('en'), `“${value}” is no number.`);
    case 'file':
      return {
        ...privately(card('Your file')),
        attachments: [{ name: 'a.ics', mediaType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
      };
    case 'picture':
      return { ...privately(card('Your day, in words')), picture: PICTURE };
    default:
      return privately(card(`About ${name}`, ALL));
  }
}

const PICTURE = { name: 'day.png', png: Uint8Array.of(137, 80, 78, 71), alt: 'Two talks' };

const hallway: Hallway = {
  command: async ({ command, args, caller }) => {
    if (command === 'who') return privately(card(JSON.stringify(caller)));
    if (command === 'talk' || command === 'say') return answered(args['query'] ?? 'nothing');
    return privately(card(`No /${command}`));
  },
  ask: async () => undefined,
  press: async ({ id, value }) => answered(id, value),
  remind: async ({ ids }) => privately(card(`To remind of ${ids.length}`)),
  reader: async ({ locale }) => ({ locale }),
  suggest: async ({ text }) =>
    text === 'much'
      ? Array.from({ length: 130 }, (_, index) => ({
          label: `${index} ${'long '.repeat(40)}`,
          value: String(index),
          group: `Day ${index % 2}`,
        }))
      : [
          { label: '', value: 'a' },
          { label: 'too long', value: 'x'.repeat(151) },
        ],
};

let slack: Slack;
let platform: Platform;

beforeAll(async () => {
  slack = await startSlack({
    workspaces: [
      {
        name: 'conference',
        users: [
          { name: 'grace', admin: true },
          { name: 'heidi', admin: true },
          'ada',
          'alan',
          { name: 'emil', locale: 'de-DE', tz: 'Europe/Berlin' },
        ],
        channels: ['general', 'public', 'shared', 'posted'],
      },
    ],
  });
  const which = { name: 'which', kind: 'text', required: true } as const;
  const pick: CommandSpec = { name: 'pick', access: 'everyone', options: [which], subcommands: [] };
  const commands = [...['talk', 'say', 'who'].map((name) => spec(name)), pick];
  platform = await adapterOn(slack, { hallway, commands, commandPrefix: 'fosdem-' });
});
afterAll(async () => {
  await platform.stop();
  expect(slack.violations).toEqual([]);
  expect(slack.unacknowledged).toEqual([]);
  await slack.stop();
});

const say = (query: string, place: { channel?: string; acknowledged?: boolean } = {}) =>
  slack.user('ada').slash('/fosdem-say', query, place);
const seenBy = (user: string) =>
  slack
    .user(user)
    .sees('general')
    .map(({ fallback }) => fallback);
const titlesIn = (channel: string) => slack.messages(channel).map(({ fallback }) => fallback);

describe('a command', () => {
  test('is acknowledged at once, however long its answer takes', async () => {
    await say('slow', { acknowledged: true });
    expect(seenBy('ada')).not.toContain('Slow');
    patience.resolve();
    await expect.poll(() => seenBy('ada')).toContain('Slow');
  });

  test.each([
    ['/fosdem-say', 'hello', 'About hello'],
    ['/say', 'hello', 'About hello'],
    ['/hallway', 'say hello', 'About hello'],
    ['/hallway', '', 'No /help'],
    [
      '/say',
      '<#C1|general> <@U1|ada> <!subteam^S1|@helpers> <!here>',
      'About #general ada @helpers here',
    ],
    ['/hallway', '\u2060say he\u200Bllo\uFEFF', 'About hello'],
    ['/other', 'hello', 'No /other'],
    [
      '/fosdem-say',
      '<https://a.example/x|a.example> &amp; &lt;b&gt;',
      'About a.example &amp; &lt;b&gt;',
    ],
  ])('%s %s is understood', async (command, text, expected) => {
    const answer = messageOf(await slack.user('ada').slash(command, text));
    expect(answer.fallback).toBe(expected);
  });

  test('tells the core who asks, from where, and in which language', async () => {
    const { fallback } = messageOf(
      await slack.user('emil').slash('/who', '', { channel: 'public' }),
    );
    const team = slack.teamId();
    expect(JSON.parse(fallback.replaceAll('ˍ', '_').replaceAll('∶', ':'))).toEqual({
      platform: 'slack',
      community: team,
      member: `${team}/${slack.user('emil').id}`,
      name: 'emil',
      locale: 'de-DE',
      commandPrefix: 'fosdem-',
      isOrganiser: false,
      channel: slack.channelId('public'),
      timeZone: 'Europe/Berlin',
    });
  });

  test('names commands as they are typed, in Home and in what is refused', async () => {
    const heidi = slack.user('heidi');
    await heidi.openHome();
    await expect.poll(() => heidi.home()?.text).toContain('Who may use /fosdem-conference');
    const refusal = messageOf(await slack.user('ada').slash('/fosdem-pick', ''));
    expect(refusal.text).toContain('“which” is missing: /fosdem-pick WHICH');
  });

  test('that asks for no talk opens a window with type-ahead', async () => {
    const finder = viewOf(await slack.user('ada').slash('/talk'));
    expect(finder).toMatchObject({ type: 'modal', title: 'Find a talk' });
    const offered = await slack.user('ada').suggest(finder, /^suggest:/, 'much');
    expect(offered).toHaveLength(100);
    expect(offered[0]).toMatchObject({
      group: 'Day 0',
      text: expect.stringMatching(/^0 long .*…$/),
    });
    expect(await slack.user('ada').suggest(finder, /^suggest:/, 'odd')).toEqual([
      { text: '–', value: 'a', group: '', description: '' },
    ]);
  });
});

test('whoever cannot be answered is told so, with what the log knows it by', async () => {
  const first = messageOf(await say('quick'));
  const failure = { kind: 'status', status: 500, stored: false } as const;
  // Once more, for the second try.
  for (const _ of [1, 2]) slack.fail({ method: 'conversations.open' }, failure);
  const told = messageOf(await slack.user('ada').action(first, 'file'));
  expect(told).toMatchObject({ ephemeralFor: slack.user('ada').id });
  expect(told.text).toMatch(/Something broke on our side. It is in the log as [0-9a-f]{8}/u);
});

describe('a window that Slack does not open', () => {
  const refuse = () =>
    slack.fail({ method: 'views.open' }, { kind: 'error', error: 'expired_trigger_id' });

  test('has the command answered beneath it', async () => {
    refuse();
    expect(messageOf(await slack.user('ada').slash('/talk'))).toMatchObject({
      fallback: 'About nothing',
      ephemeralFor: slack.user('ada').id,
    });
  });

  test('has whoever pressed told to press once more', async () => {
    const first = messageOf(await say('quick'));
    refuse();
    const told = messageOf(await slack.user('ada').action(first, 'ask'));
    expect(told).toMatchObject({ ephemeralFor: slack.user('ada').id });
    expect(told.text).toContain('Please press once more');
  });
});

describe('an answer to a press', () => {
  test('takes the place of an answer that one person sees', async () => {
    const first = messageOf(await say('quick'));
    await slack.user('ada').action(first, 'turn');
    expect(
      slack
        .user('ada')
        .sees('general')
        .filter(({ ts }) => ts === first.ts),
    ).toMatchObject([{ fallback: 'Turned' }]);
  });

  test('never takes the place of what others read', async () => {
    const posted = messageOf(await say('public', { channel: 'public' }));
    const answer = messageOf(await slack.user('alan').action(posted, 'turn'));
    expect(answer).toMatchObject({ fallback: 'Turned', ephemeralFor: slack.user('alan').id });
    expect(titlesIn('public')).toEqual(['For all']);
  });

  test('for everyone stands in the channel', async () => {
    const first = messageOf(await say('quick', { channel: 'posted' }));
    await slack.user('ada').action(first, 'post');
    expect(titlesIn('posted')).toEqual(['Posted']);
  });

  test('to a double click comes once', async () => {
    presses = [];
    const first = messageOf(await say('quick'));
    const ada = slack.user('ada');
    const before = seenBy('ada').length;
    // Either click may arrive first; the other one is never answered.
    const click = () => ada.action(first, 'open', undefined, { acknowledged: true });
    await Promise.all([click(), click()]);
    await expect.poll(() => seenBy('ada').slice(before)).toEqual(['About open']);
    expect(presses).toEqual(['quick', 'open']);
  });

  test('of a link is Slack’s own', async () => {
    presses = [];
    const first = messageOf(await say('quick'));
    await slack.user('ada').action(first, 'Page', undefined, { acknowledged: true });
    expect(presses).toEqual(['quick']);
  });

  test('with a file puts the file into the direct messages', async () => {
    const first = messageOf(await say('quick'));
    await slack.user('ada').action(first, 'file');
    await expect
      .poll(() => slack.dms('ada').flatMap(({ files }) => files))
      .toMatchObject([{ name: 'a.ics', content: Buffer.from('BEGIN:VCALENDAR') }]);
    const own = () =>
      slack
        .user('ada')
        .sees('general')
        .map(({ text }) => text);
    await expect
      .poll(own)
      .toContainEqual(expect.stringContaining('The file is in your direct messages with Hallway.'));
  });

  test('with a picture puts it there, too, with words for who does not see it', async () => {
    const first = messageOf(await say('quick'));
    await slack.user('ada').action(first, 'picture');
    await expect
      .poll(() => slack.dms('ada').flatMap(({ files }) => files))
      .toContainEqual(
        expect.objectContaining({
          name: 'day.png',
          alt: 'Two talks',
          content: Buffer.from(PICTURE.png),
        }),
      );
  });

  test('with a file that Slack does not take says why', async () => {
    const first = messageOf(await say('quick'));
    slack.fail(
      { method: 'files.getUploadURLExternal' },
      { kind: 'error', error: 'restricted_action' },
    );
    const told = messageOf(await slack.user('ada').action(first, 'file'));
    expect(told.text).toContain('the platform says “restricted_action”');
  });

  test('of a form stays open while the entry is wrong, and then replaces the card', async () => {
    const ada = slack.user('ada');
    const first = messageOf(await say('quick'));
    const form = viewOf(await ada.action(first, 'ask'));
    expect(form).toMatchObject({ title: 'Lead time of your remin…', callbackId: 'form' });
    const wrong = await ada.submit(form, { value: 'ten' });
    expect(wrong.errors).toEqual({ value: '“ten” is no number.' });
    await ada.submit(form, { value: '10' });
    await expect
      .poll(() => ada.sees('general').find(({ ts }) => ts === first.ts)?.fallback)
      .toBe('Got 10');
  });
});

describe('a window', () => {
  const openFinder = async () =>
    viewOf(await slack.user('alan').slash('/talk', '', { channel: 'shared' }));

  test('shows what was picked below its type-ahead', async () => {
    const finder = await openFinder();
    await slack.user('alan').suggest(finder, /^suggest:/, 'much');
    const picked = viewOf(await slack.user('alan').action(finder, /^suggest:/, '7'));
    expect(picked).toMatchObject({ id: finder.id, callbackId: 'finder', text: 'About 7\nBody' });
  });

  test('turns in place, and opens others on top of itself', async () => {
    const finder = await openFinder();
    const turned = viewOf(await slack.user('alan').action(finder, 'turn'));
    expect(turned).toMatchObject({ id: finder.id, text: 'Turned\nBody' });
    const second = viewOf(await slack.user('alan').action(turned, 'open'));
    expect(second.id).not.toBe(finder.id);
    await slack.user('alan').action(second, 'file');
    await expect.poll(() => slack.openView('alan')?.text).toMatch(/^Your file\nBody\n/u);
  });

  test('shares into the conversation that it was opened from', async () => {
    await slack.user('alan').action(await openFinder(), SHARE, undefined, { acknowledged: true });
    await expect.poll(() => titlesIn('shared')).toEqual(['Posted']);
  });
});

describe('what nobody knows', () => {
  test('is acknowledged all the same', async () => {
    const ada = slack.user('ada');
    const first = messageOf(await say('quick'));
    await ada.shortcut('unknown', undefined, { acknowledged: true });
    await ada.shortcut('unknown', first, { acknowledged: true });
    expect(messageOf(await ada.shortcut('remind_me', first)).text).toMatch(/^To remind of \d/u);
  });
});

describe('Slack', () => {
  test('that does not tell who somebody is makes them nobody special, in time', async () => {
    slack.fail({ method: 'users.info' }, { kind: 'hang', ms: 5_000, stored: true });
    const { fallback } = messageOf(await slack.user('grace').slash('/who'));
    expect(fallback).toContain('"isOrganiser":false');
  });

  test('that delivers an event twice has it counted once', async () => {
    const before = slack.calls.length;
    await slack.user('ada').openHome({ acknowledged: true });
    await expect
      .poll(() => slack.calls.slice(before).filter(({ method }) => method === 'views.publish'))
      .toHaveLength(1);
  });

  test('is given the answers that are under way at the stop', async () => {
    const before = seenBy('ada').length;
    patience = Promise.withResolvers();
    await say('slow', { acknowledged: true });
    const stopped = platform.stop();
    patience.resolve();
    await stopped;
    expect(seenBy('ada').slice(before)).toEqual(['Slow']);
    platform = await adapterOn(slack, { hallway });
  });
});
