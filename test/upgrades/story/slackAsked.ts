import { choiceOf, messageOf } from '../../servers/slack/answer.ts';
import type { SeenView } from '../../servers/slack/seen.ts';
import type { Slack } from '../../servers/slack/server.ts';
import type { SlackUser } from '../../servers/slack/user.ts';
import { until } from './until.ts';

/** Has every kind of card, menu and window come to somebody in Slack, to be used after the upgrade. */
export async function askOnSlack(slack: Slack): Promise<void> {
  const [alan, ada, noor] = [slack.user('alan'), slack.user('ada'), slack.user('noor')];
  const igor = slack.user('igor', 'harbour');

  for (const query of ['#101', '#108', '#104', 'afternoon bootloader memories']) {
    await alan.slash('/talk', query);
  }
  const found = messageOf(await alan.slash('/talk', 'track:Kernel'));
  await alan.action(messageOf(await alan.slash('/talk', 'track:Kernel')), 'More');
  await alan.slash('/now');
  await alan.slash('/next');
  await alan.slash('/next', 'Workshop Room 2');
  await alan.slash('/schedule');
  await alan.slash('/schedule', 'day=2 track="Community & Law"');
  await alan.slash('/mytalks');
  for (const what of ['status', 'preview', 'doctor']) await alan.slash('/conference', what);
  await alan.action(found, 'Share to channel');
  await alan.sharesLink('https://conference.example/talks/105', { channel: 'general' });
  const [announced] = slack
    .messages('announcements')
    .filter(({ text }) => text.includes('start in'));
  await ada.shortcut('remind_me', announced);
  await igor.slash('/talk', 'knots');
  await igor.slash('/schedule', '"Quay Hall"');
  await igor.openHome();

  await alan.openHome();
  await alan.action(homeOf(alan), ...choiceOf(homeOf(alan), 'Another time …'));
  await alan.shortcut('find_talk');
  await ada.openHome();
  await pick(ada, 'interrupts');
  await ada.action(await windowOf(ada, 'Interrupts'), 'Share to channel');
  await noor.openHome();
  await pick(noor, 'filesystems');
  const settings = messageOf(await alan.slash('/mytalks', 'settings'));
  await alan.action(settings, ...choiceOf(settings, 'Another time …'));
}

function homeOf(user: SlackUser): SeenView {
  const home = user.home();
  if (home === undefined) throw new Error(`${user.name} has no Home.`);
  return home;
}

/** From the type-ahead of the Home. */
async function pick(user: SlackUser, text: string): Promise<void> {
  const finder = /^suggest:/;
  const [option] = await user.suggest(homeOf(user), finder, text);
  await user.action(homeOf(user), finder, option?.value);
}

async function windowOf(user: SlackUser, words: string): Promise<SeenView> {
  await until(() => user.modal()?.text.includes(words) === true, `a window says ${words}`);
  const view = user.modal();
  if (view === undefined) throw new Error('The window was closed.');
  return view;
}
