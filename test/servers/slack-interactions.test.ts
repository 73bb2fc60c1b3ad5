import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { messageOf, viewOf } from './slack/answer.ts';
import { startApp, type Transport } from './slack/app.ts';
import { button, option, section } from './slack/blocks.ts';
import type { SlackOptions } from './slack/description.ts';
import { startSlack } from './slack/server.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function start(
  transport: Transport,
  prepare: (app: App) => void,
  options: SlackOptions = {},
) {
  const slack = await startSlack(options);
  endings.push(() => slack.stop());
  const running = await startApp(slack, transport, prepare);
  endings.push(running.stop);
  return slack;
}

describe.each<Transport>(['socket', 'http'])('over %s', (transport) => {
  test('a command is acknowledged, and answered through its response_url', async () => {
    const slack = await start(transport, (app) => {
      app.command('/talk', async ({ ack, respond, command }) => {
        await ack();
        await respond({ text: `No talk fits ${command.text}`, blocks: [section('Nothing fits')] });
      });
    });
    const ada = slack.user('ada');
    const answer = await ada.slash('/talk', 'crfs', { channel: 'announcements' });
    expect(messageOf(answer)).toMatchObject({
      text: 'Nothing fits',
      fallback: 'No talk fits crfs',
      ephemeralFor: ada.id,
      channelId: slack.channelId('announcements'),
    });
    expect(answer.acknowledgedAfterMs).toBeLessThan(3_000);
    expect(slack.messages('announcements')).toEqual([]);
    expect(ada.sees('announcements')).toHaveLength(1);
    expect(slack.user('alan').sees('announcements')).toEqual([]);
    expect(slack.violations).toEqual([]);
    expect(slack.unacknowledged).toEqual([]);
  });

  test('an acknowledgement may hold the answer, before everyone if it says so', async () => {
    const slack = await start(transport, (app) => {
      app.command('/now', ({ ack }) => ack({ response_type: 'in_channel', text: 'A talk runs' }));
      app.command('/next', ({ ack }) => ack('Nothing more today'));
    });
    const ada = slack.user('ada');
    expect(messageOf(await ada.slash('/now')).text).toBe('A talk runs');
    expect(messageOf(await ada.slash('/next')).ephemeralFor).toBe(ada.id);
    expect(slack.messages('general').map((each) => each.text)).toEqual(['A talk runs']);
  });

  test('a button replaces its own message, or removes it', async () => {
    const slack = await start(transport, (app) => {
      app.command('/talk', ({ ack }) =>
        ack({
          text: 'A talk',
          blocks: [
            { ...section('A talk'), accessory: button('Star', 'star', 'talk-1') },
            { type: 'actions', elements: [button('Hide', 'hide', 'talk-1')] },
          ],
        }),
      );
      app.action('star', async ({ ack, respond, payload }) => {
        await ack();
        const value = 'value' in payload ? payload.value : '';
        await respond({ replace_original: true, text: `Starred ${value}` });
      });
      app.action('hide', async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
      });
    });
    const ada = slack.user('ada');
    const card = messageOf(await ada.slash('/talk'));
    expect(card.buttons.map((each) => each.label)).toEqual(['Star', 'Hide']);
    const starred = messageOf(await ada.action(card, 'star'));
    expect(starred).toMatchObject({ ts: card.ts, text: 'Starred talk-1', edits: 1 });
    const another = messageOf(await ada.slash('/talk'));
    expect((await ada.action(another, 'Hide')).messages).toEqual([]);
    expect(slack.current(another)).toBeUndefined();
    await expect(slack.user('alan').action(card, 'star')).rejects.toThrow('alan does not see');
    expect(slack.violations).toEqual([]);
  });

  test('an overflow menu offers what it holds and nothing else', async () => {
    const slack = await start(transport, (app) => {
      const accessory = {
        type: 'overflow' as const,
        action_id: 'more',
        options: [option('Details', 'details:1')],
      };
      app.command('/talk', ({ ack }) =>
        ack({ text: 'A talk', blocks: [{ ...section('A talk'), accessory }] }),
      );
      app.action({ action_id: 'more', type: 'block_actions' }, async ({ ack, action, respond }) => {
        await ack();
        await respond(action.type === 'overflow' ? action.selected_option.value : action.type);
      });
    });
    const ada = slack.user('ada');
    const card = messageOf(await ada.slash('/talk'));
    expect(messageOf(await ada.action(card, 'more', 'details:1')).text).toBe('details:1');
    await expect(ada.action(card, 'more', 'delete')).rejects.toThrow('"delete" is not offered');
    await expect(ada.action(card, 'more')).rejects.toThrow('has to be entered');
  });

  test('the app hears what is written to it, and that its tokens were revoked', async () => {
    const heard: unknown[] = [];
    const slack = await start(transport, (app) => {
      app.message(async ({ message }) => void heard.push('text' in message && message.text));
      app.event('tokens_revoked', async ({ context }) => void heard.push(context.teamId));
    });
    await slack.user('ada').says('not for the app', { channel: 'general' });
    await slack.user('ada').says('hello', { dm: true });
    await slack.revokeTokens();
    await expect.poll(() => heard).toEqual(['hello', slack.teamId()]);
    expect(slack.dms('ada').map((each) => each.text)).toEqual(['hello']);
    expect(slack.violations).toEqual([]);
  });

  test('a message shortcut carries its message', async () => {
    const slack = await start(transport, (app) => {
      app.shortcut('remind', async ({ ack, shortcut, respond }) => {
        await ack();
        const about = shortcut.type === 'message_action' ? shortcut.message.text : '';
        await respond(`Reminder set: ${about}`);
      });
    });
    const ada = slack.user('ada');
    const message = await ada.says('The keynote, soon');
    const answer = await ada.shortcut('remind', message);
    expect(messageOf(answer).text).toBe('Reminder set: The keynote, soon');
    expect(slack.violations).toEqual([]);
  });

  test('a Home tab is published on opening, and a shared link previewed', async () => {
    const slack = await start(transport, (app) => {
      app.event('app_home_opened', ({ event, client }) =>
        client.views
          .publish({ user_id: event.user, view: { type: 'home', blocks: [section('Your list')] } })
          .then(() => undefined),
      );
      app.event('link_shared', async ({ event, client }) => {
        const unfurls = Object.fromEntries(
          event.links.map(({ url }) => [url, { blocks: [section('A talk')] }]),
        );
        await client.chat.unfurl({ channel: event.channel, ts: event.message_ts, unfurls });
      });
    });
    const ada = slack.user('ada');
    expect(viewOf(await ada.openHome()).text).toBe('Your list');
    expect(slack.home('ada')?.type).toBe('home');
    expect(slack.home('alan')).toBeUndefined();
    const shared = await ada.sharesLink('https://conference.example/talk/1');
    expect(messageOf(shared).text).toBe('A talk');
    expect(slack.violations).toEqual([]);
  });

  test('an event that is acknowledged too late comes again with the same id', async () => {
    const seen: unknown[] = [];
    let asked = 0;
    const slack = await startSlack({ ackWithinMs: 300, eventRetriesMs: [0, 50] });
    endings.push(() => slack.stop());
    const slowAtFirst = async () => {
      asked += 1;
      await wait(asked === 1 ? 700 : 0);
      return { botToken: slack.botToken, botUserId: slack.botUserId() };
    };
    const onEvent = (app: App) =>
      app.event('member_joined_channel', async ({ body, context }) => {
        seen.push([body.event_id, context.retryNum, context.retryReason]);
      });
    const running = await startApp(slack, transport, onEvent, { authorize: slowAtFirst });
    endings.push(running.stop);
    const outcome = await slack.joinChannel('ada', 'organisers');
    expect(outcome).toMatchObject({ attempts: 2, acknowledged: true });
    await expect.poll(() => seen.length).toBe(2);
    const reason = transport === 'http' ? 'http_timeout' : 'timeout';
    expect(seen).toContainEqual([outcome.eventId, 1, reason]);
    expect(seen.map((each) => Array.isArray(each) && each[0])).toEqual([
      outcome.eventId,
      outcome.eventId,
    ]);
    expect(slack.unacknowledged).toMatchObject([{ what: 'member_joined_channel', reason }]);
  });

  test('what nobody acknowledges is told to the person and remembered', async () => {
    const slack = await start(transport, () => {}, { ackWithinMs: 150 });
    await expect(slack.user('ada').slash('/unknown')).rejects.toThrow('/unknown failed');
    expect(slack.unacknowledged.map((each) => each.what)).toEqual(['/unknown']);
  });
});
