import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { messageOf, viewOf } from './slack/answer.ts';
import { startApp, type Transport } from './slack/app.ts';
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

const button = (text: string, action_id: string, value: string) => ({
  type: 'button' as const,
  text: { type: 'plain_text' as const, text },
  action_id,
  value,
});

const section = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
});

const picker = {
  type: 'modal' as const,
  callback_id: 'pick',
  private_metadata: 'kept',
  title: { type: 'plain_text' as const, text: 'Find a talk' },
  submit: { type: 'plain_text' as const, text: 'Show' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'talk',
      label: { type: 'plain_text' as const, text: 'Talk' },
      element: {
        type: 'external_select' as const,
        action_id: 'talk',
        min_query_length: 0,
        placeholder: { type: 'plain_text' as const, text: 'Type a title' },
      },
    },
  ],
};

const option = (text: string, value: string) => ({
  text: { type: 'plain_text' as const, text },
  value,
});

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

  test('a modal suggests while someone types, complains, and closes on what was picked', async () => {
    const submitted: unknown[] = [];
    const slack = await start(transport, (app) => {
      app.command('/talk', async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: picker });
      });
      app.options('talk', ({ ack, payload }) =>
        ack({
          option_groups: [
            {
              label: { type: 'plain_text', text: 'Saturday' },
              options: [option(`About ${payload.value}`, 'talk-1'), option('Another', 'talk-2')],
            },
          ],
        }),
      );
      app.view('pick', async ({ ack, view }) => {
        const value = view.state.values['talk']?.['talk']?.selected_option?.value;
        submitted.push(view.private_metadata, value);
        if (value === 'talk-2') await ack({ response_action: 'errors', errors: { talk: 'Gone' } });
        else await ack();
      });
    });
    const ada = slack.user('ada');
    const modal = viewOf(await ada.slash('/talk'));
    expect(modal).toMatchObject({ title: 'Find a talk', callbackId: 'pick' });
    await expect(ada.submit(modal)).rejects.toThrow('"Talk" is still empty.');
    const offered = await ada.suggest(modal, 'talk', 'crfs');
    expect(offered.map(({ text, group }) => [group, text])).toEqual([
      ['Saturday', 'About crfs'],
      ['Saturday', 'Another'],
    ]);
    await expect(ada.submit(modal, { talk: 'talk-3' })).rejects.toThrow('"talk-3" is not offered');
    const refused = await ada.submit(modal, { talk: 'talk-2' });
    expect([refused.errors, refused.closed]).toEqual([{ talk: 'Gone' }, false]);
    expect(await ada.submit(modal, { talk: 'talk-1' })).toMatchObject({ errors: {}, closed: true });
    expect(slack.openView('ada')).toBeUndefined();
    expect(submitted).toEqual(['kept', 'talk-2', 'kept', 'talk-1']);
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
    const slack = await start(
      transport,
      (app) => {
        app.use(async ({ body, context, next }) => {
          seen.push([body['event_id'], context.retryNum ?? 0]);
          // Bolt acknowledges an event before its listeners run, but after nothing at all without one.
          if (seen.length > 1) await next();
        });
        app.event('member_joined_channel', async () => {});
      },
      { ackWithinMs: 150, eventRetriesMs: [0, 50] },
    );
    if (transport === 'http') slack.fail({ method: 'nothing' }, { kind: 'drop', stored: false });
    const outcome = await slack.joinChannel('ada', 'organisers');
    expect(outcome.attempts).toBe(seen.length);
    expect(seen.map((each) => Array.isArray(each) && each[0])).toEqual(
      seen.map(() => outcome.eventId),
    );
  });

  test('what nobody acknowledges is told to the person and remembered', async () => {
    const slack = await start(transport, () => {}, { ackWithinMs: 150 });
    await expect(slack.user('ada').slash('/unknown')).rejects.toThrow('/unknown failed');
    expect(slack.unacknowledged.map((each) => each.what)).toEqual(['/unknown']);
  });
});
