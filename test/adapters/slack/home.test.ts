import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { choiceOf, messageOf, viewOf } from '../../servers/slack/answer.ts';
import type { SeenView } from '../../servers/slack/seen.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import type { SlackUser } from '../../servers/slack/user.ts';
import { type Serving, serveHere } from '../../support/serving.ts';
import { ON_SLACK, slackEnvironment } from './program.ts';
import { WORKSPACES } from './workspaces.ts';

const TITLE = 'Lazy distribution of container images';
const PAGE = 'https://fosdem.org/2020/schedule/event/containers_lazy_image_distribution/';

const PEOPLE_FROM_NOWHERE = [
  { name: 'nil', tz: null },
  { name: 'blank', tz: '' },
  { name: 'martian', tz: 'Mars/Olympus_Mons' },
];

let slack: Slack;
let program: Serving;
let ada: SlackUser;
let alan: SlackUser;
let grace: SlackUser;

beforeAll(async () => {
  const workspaces = WORKSPACES.map((each) => ({
    ...each,
    users: [...(each.users ?? []), ...PEOPLE_FROM_NOWHERE],
  }));
  slack = await startSlack({ workspaces, unfurlDomains: ['fosdem.org'] });
  [ada, alan, grace] = [slack.user('ada'), slack.user('alan'), slack.user('grace')];
  program = await serveHere({
    from: '2020-02-01T10:40:00+01:00',
    ready: ON_SLACK,
    environment: await slackEnvironment(slack, 'socket'),
  });
});
afterAll(async () => {
  await program.stop();
  expect(slack.violations).toEqual([]);
  expect(slack.unacknowledged).toEqual([]);
  await slack.stop();
});

const homeOf = (user: SlackUser): SeenView => {
  const home = user.home();
  if (home === undefined) throw new Error(`${user.name} has no Home.`);
  return home;
};

/** What follows may be seen together with a message that comes at the same moment. */
async function windowOf(user: SlackUser, words: string): Promise<SeenView> {
  const shown = () => user.modal();
  await expect.poll(() => `${shown()?.title}\n${shown()?.text}`).toContain(words);
  const view = shown();
  if (view === undefined) throw new Error('The window was closed.');
  return view;
}

describe('Home', () => {
  test('shows the list, what runs and what is next', async () => {
    await ada.openHome();
    const { text } = homeOf(ada);
    expect(text).toContain('Your list is empty');
    expect(text).toContain('Ask me in your own words');
    expect(text).not.toContain('Organisers start here');
    expect(text).toContain('Podman - The Powerful Container Multi-Tool');
    expect(text).toContain(TITLE);
  });

  test.each(PEOPLE_FROM_NOWHERE)('opens for somebody whose zone is $tz', async ({ name }) => {
    await slack.user(name).openHome();
    expect(homeOf(slack.user(name)).text).toContain(TITLE);
    const said = messageOf(await slack.user(name).slash('/next'));
    expect(said.text).toContain('10:');
  });

  test('adds a talk by type-ahead', async () => {
    const [option] = await ada.suggest(homeOf(ada), 'Find a talk for your list …', 'crfs');
    await ada.action(homeOf(ada), 'Find a talk for your list …', option?.value);
    await ada.action(await windowOf(ada, TITLE), '☆ Star');
    await expect.poll(() => homeOf(ada).text).toContain('1 talk on your list');
  });

  test('tells how to ask while there is no list, organisers also where they start', async () => {
    expect(homeOf(ada).text).not.toContain('Ask me in your own words');
    await grace.openHome();
    expect(homeOf(grace).text).toContain('Ask me in your own words');
    expect(homeOf(grace).text).toContain('Organisers start here');
  });

  test('follows what its member does elsewhere', async () => {
    await ada.action(messageOf(await ada.slash('/talk', 'podman')), '☆ Star');
    await expect.poll(() => homeOf(ada).text).toContain('2 talks on your list');
  });

  test('holds the settings', async () => {
    await ada.action(homeOf(ada), ...choiceOf(homeOf(ada), 'Another time …'));
    await ada.submit(await windowOf(ada, 'Minutes before'), { value: '7' });
    await expect.poll(() => homeOf(ada).text).toContain('7 min before');
    await ada.action(homeOf(ada), ...choiceOf(homeOf(ada), 'Quiet'));
    await expect.poll(() => homeOf(ada).text).toContain('Quiet here');
    await ada.action(homeOf(ada), 'Morning message: off');
    await expect
      .poll(() => homeOf(ada).controls.map(({ label }) => label))
      .toContain('✓ Morning message: on');
  });

  test('speaks the language that its member chose, all of it', async () => {
    await ada.action(homeOf(ada), ...choiceOf(homeOf(ada), 'Deutsch'));
    await expect.poll(() => homeOf(ada).text).toContain('Meine Vorträge');
    expect(homeOf(ada).controls.map(({ label }) => label)).toContain('Vergiss mich');
    await ada.slash('/mytalks', 'zone Asia/Tokyo');
    await expect.poll(() => homeOf(ada).text).toContain('bei dir');
    await ada.action(homeOf(ada), ...choiceOf(homeOf(ada), 'Wie in der App (English)'));
    await expect.poll(() => homeOf(ada).text).toContain('My talks');
  });

  test('asks where to share, since no conversation is around it', async () => {
    const [option] = await ada.suggest(homeOf(ada), 'Find a talk for your list …', 'crfs');
    await ada.action(homeOf(ada), 'Find a talk for your list …', option?.value);
    await ada.action(await windowOf(ada, TITLE), 'Share to channel');
    await ada.submit(await windowOf(ada, 'Where?'), { share: slack.channelId('announcements') });
    await expect
      .poll(() => slack.messages('announcements').map(({ text }) => text))
      .toEqual([expect.stringContaining(TITLE)]);
  });

  test('lets admins, and nobody else, say who organises', async () => {
    expect(homeOf(ada).controls.map(({ actionId }) => actionId)).not.toContain('organisers');
    expect(messageOf(await alan.slash('/conference', 'status')).text).toContain('organisers');
    await grace.openHome();
    await grace.action(homeOf(grace), 'organisers', [alan.id], { acknowledged: true });
    await expect
      .poll(async () => messageOf(await alan.slash('/conference', 'status')).text)
      .toContain('FOSDEM');
  });

  test('forgets its member on demand', async () => {
    await ada.action(homeOf(ada), 'Forget me');
    await expect.poll(() => homeOf(ada).text).toContain('Your list is empty');
  });
});

describe('a shortcut', () => {
  test('reminds of the talk that a message is about', async () => {
    const [shared] = slack.messages('announcements');
    if (shared === undefined) throw new Error('Nothing was shared.');
    await alan.shortcut('remind_me', shared);
    const own = () => alan.sees('announcements').filter((each) => each.ephemeralFor === alan.id);
    await expect
      .poll(() => own().map(({ text }) => text))
      .toEqual([expect.stringContaining(TITLE)]);
  });

  test('reminds of the talk whose page a message links to, which Hallway has shown beneath', async () => {
    const { messages } = await alan.sharesLink(PAGE, { channel: 'announcements' });
    const [link] = messages;
    if (link === undefined) throw new Error('Nothing was shown beneath the link.');
    const told = messageOf(await alan.shortcut('remind_me', link));
    expect(told.text).toContain(TITLE);
  });

  test('opens type-ahead from anywhere', async () => {
    const finder = viewOf(await alan.shortcut('find_talk'));
    expect(finder).toMatchObject({ title: 'Find a talk', text: expect.stringContaining(TITLE) });
  });
});

describe('a link', () => {
  test('to a talk’s page shows the talk', async () => {
    const [message] = (await alan.sharesLink(`${PAGE}?from=mail`, { channel: 'general' })).messages;
    expect(message?.text).toContain('Akihiro Suda');
  });

  test('is shown as soon as it is written, before it is sent', async () => {
    const before = slack.calls.length;
    await slack.event({
      ...{ type: 'link_shared', channel: 'COMPOSER', message_ts: '52b8c1d4-9f3e', user: alan.id },
      ...{ source: 'composer', unfurl_id: 'U1.52b8c1d4-9f3e', is_bot_user_member: true },
      ...{ links: [{ domain: 'fosdem.org', url: PAGE }], event_ts: '1580550000.000100' },
    });
    const unfurls = () =>
      slack.calls.slice(before).filter(({ method }) => method === 'chat.unfurl');
    await expect
      .poll(() => unfurls().map(({ status, error }) => [status, error]))
      .toEqual([[200, undefined]]);
  });

  test('to another page stays bare', async () => {
    const before = slack.calls.length;
    const link = { channel: 'general', acknowledged: true };
    await alan.sharesLink('https://fosdem.org/2020/', link);
    const unfurls = slack.calls.slice(before).filter(({ method }) => method === 'chat.unfurl');
    expect(unfurls).toEqual([]);
  });
});
