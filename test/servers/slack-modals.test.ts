import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { viewOf } from './slack/answer.ts';
import { startApp, type Transport } from './slack/app.ts';
import { button, option } from './slack/blocks.ts';
import { startSlack } from './slack/server.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function start(transport: Transport, prepare: (app: App) => void) {
  const slack = await startSlack();
  endings.push(() => slack.stop());
  const running = await startApp(slack, transport, prepare);
  endings.push(running.stop);
  return slack;
}

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

describe.each<Transport>(['socket', 'http'])('over %s', (transport) => {
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

  test('a modal is pushed on another, changed in place, and dismissed with word of it', async () => {
    const closed: unknown[] = [];
    const screen = (title: string, more: object = {}) => ({
      type: 'modal' as const,
      callback_id: title,
      title: { type: 'plain_text' as const, text: title },
      submit: { type: 'plain_text' as const, text: 'Go on' },
      notify_on_close: true,
      blocks: [
        {
          type: 'actions' as const,
          block_id: 'controls',
          elements: [button('More', 'more', '1'), { ...menu, action_id: 'lead' }],
        },
      ],
      ...more,
    });
    const menu = {
      type: 'static_select' as const,
      placeholder: { type: 'plain_text' as const, text: 'Lead' },
      options: [option('5 minutes', '5'), option('10 minutes', '10')],
    };
    const slack = await start(transport, (app) => {
      app.shortcut('settings', async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view: screen('First') });
      });
      app.action('more', async ({ ack, body, client }) => {
        await ack();
        const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
        await client.views.push({ trigger_id, view: screen('Second') });
      });
      app.action('lead', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions' || body.view === undefined) return;
        const chosen = body.view.state.values['controls']?.['lead']?.selected_option?.value;
        const { id, hash } = body.view;
        await client.views.update({ view_id: id, hash, view: screen(`Lead ${chosen}`) });
      });
      app.view('Second', ({ ack }) => ack({ response_action: 'update', view: screen('Third') }));
      app.view({ callback_id: /./, type: 'view_closed' }, async ({ ack, view }) => {
        await ack();
        closed.push(view.callback_id);
      });
    });
    const ada = slack.user('ada');
    const first = viewOf(await ada.shortcut('settings'));
    const second = viewOf(await ada.action(first, 'More'));
    expect(slack.openView('ada')).toMatchObject({ id: second.id, title: 'Second' });
    const third = viewOf(await ada.submit(second));
    expect(third).toMatchObject({ id: second.id, title: 'Third', updates: 1 });
    const changed = viewOf(await ada.action(third, 'lead', '10'));
    expect(changed).toMatchObject({ id: third.id, title: 'Lead 10', updates: 2 });
    await ada.close(changed);
    await ada.close(first);
    expect(closed).toEqual(['Lead 10', 'First']);
    expect(slack.openView('ada')).toBeUndefined();
    expect(slack.violations).toEqual([]);
  });
});
