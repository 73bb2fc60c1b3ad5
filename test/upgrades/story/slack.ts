import { type Answer, choiceOf, messageOf, viewOf } from '../../servers/slack/answer.ts';
import type { Failure } from '../../servers/slack/failures.ts';
import type { Seen } from '../../servers/slack/seen.ts';
import type { SlackUser } from '../../servers/slack/user.ts';
import { addressOf, HARBOUR, type Stage } from '../stage.ts';
import { askOnSlack } from './slackAsked.ts';
import { until } from './until.ts';

const CODE = /[0-9A-Z]{5}-[0-9A-Z]{5}/;
/** Longer than the program lives. */
const HANG_MS = 600_000;
const REST_S = 180;
const HARBOUR_TEAM = 'harbour';

/** What people do in two workspaces, one of which chose a conference of its own. */
export function slackPeople({ slack, installUrl }: Stage) {
  const [grace, ada, alan, noor] = [
    ...[slack.user('grace'), slack.user('ada'), slack.user('alan'), slack.user('noor')],
  ] as const;
  const [hana, igor] = [slack.user('hana', HARBOUR_TEAM), slack.user('igor', HARBOUR_TEAM)];
  const mention = (channel: string, workspace?: string) =>
    `<#${slack.channelId(channel, workspace)}|${channel}>`;
  const hears = (user: SlackUser, words: string) =>
    user.dms().some(({ text, ephemeralFor }) => ephemeralFor === undefined && text.includes(words));
  const saysIn = (channel: string, words: string) =>
    slack.messages(channel).some(({ text }) => text.includes(words));
  const harboured = [hana.id, igor.id, slack.channelId('quay', HARBOUR_TEAM)];
  let disturbedFrom = 0;
  const isAsked = (channel: string) =>
    slack.calls
      .slice(disturbedFrom)
      .some(({ method, args }) => method === 'chat.postMessage' && args['channel'] === channel);

  return {
    async install() {
      for (const admin of [grace, hana]) {
        const { status, body } = await admin.install(installUrl);
        if (status !== 200) throw new Error(`Not installed: ${body}`);
      }
    },

    async organise() {
      const announce = `${mention('announcements')} lead=15 mention=<!here>`;
      const rooms = 'rooms="Main Hall, Library" kinds=announcements,notices,digest';
      await said(grace.slash('/conference', `announce ${announce} ${rooms}`), 'will hear');
      const german = 'lead=15 tracks="Community & Law" kinds=announcements language=de';
      await said(
        grace.slash('/conference', `announce ${mention('general')} ${german}`),
        'in German',
      );
      await said(grace.slash('/conference', 'delay Foyer 20'), '20 min late');
      await grace.openHome();
      const home = grace.home();
      if (home === undefined) throw new Error('grace has no Home.');
      await grace.action(home, 'organisers', [alan.id], { acknowledged: true });
      await said(
        hana.slash('/conference', `use <${addressOf(HARBOUR)}> Europe/Lisbon`),
        'Harbour Evening',
      );
      const quay = `${mention('quay', HARBOUR_TEAM)} lead=30`;
      await said(hana.slash('/conference', `announce ${quay}`), 'will hear');
      await said(hana.slash('/conference', 'delay "Quay Hall" 15'), '15 min late');
    },

    async star() {
      await starAll(ada, ['106', '110']);
      await starAll(alan, ['104', '105', '107']);
      await starAll(noor, ['101', '104']);
      await noor.slash('/mytalks', 'digest on');
      for (const user of [hana, igor]) {
        await user.action(messageOf(await user.slash('/talk', 'dredging the backlog')), '☆ Star');
        const settings = messageOf(await user.slash('/mytalks', 'settings'));
        const form = await user.action(settings, ...choiceOf(settings, 'Another time …'));
        await user.submit(viewOf(form), { value: '30' });
      }
    },

    /** The code by which another account shares ada's list. */
    async offerLink(): Promise<string> {
      const { text } = messageOf(await ada.slash('/mytalks', 'link'));
      const [code] = CODE.exec(text) ?? [];
      if (code === undefined) throw new Error(`No code in: ${text}`);
      return code;
    },

    untilListed: () =>
      until(
        () => hears(ada, 'bootloader') && hears(alan, 'Tracing') && hears(igor, 'Dredging'),
        'the lists are there on Slack',
      ),

    untilMorning: () =>
      until(
        () => saysIn('announcements', 'Good morning!') && hears(noor, 'Guten Morgen!'),
        'the digests are there on Slack',
      ),

    untilAnnounced: () =>
      until(
        () => saysIn('announcements', 'start in 15 min') && hears(ada, 'On your list: starts in'),
        'the talks at ten are announced on Slack',
      ),

    untilTold: () =>
      until(
        () =>
          saysIn('announcements', 'Tracing a system that is alive') &&
          hears(alan, 'Tracing a system that is alive'),
        'the change is told on Slack',
      ),

    ask: () => askOnSlack(slack),

    /** As on Discord; the other workspace is told to rest altogether. */
    disturb() {
      disturbedFrom = slack.calls.length;
      const plan = (channel: string, failure: Failure) =>
        slack.fail({ method: 'chat.postMessage', channel }, failure);
      plan(slack.channelId('announcements'), { kind: 'hang', ms: HANG_MS, stored: true });
      plan(slack.channelId('general'), { kind: 'hang', ms: HANG_MS, stored: false });
      for (const channel of harboured) plan(channel, { kind: 'rate-limit', retryAfterS: REST_S });
    },

    untilDisturbed: () =>
      until(
        () =>
          ['announcements', 'general'].map((name) => slack.channelId(name)).every(isAsked) &&
          harboured.some(isAsked),
        'all are written to on Slack',
      ),
  };
}

async function said(answer: Promise<Answer>, words: string): Promise<Seen> {
  const message = messageOf(await answer);
  if (!message.text.includes(words)) throw new Error(`No "${words}" in: ${message.text}`);
  return message;
}

async function starAll(user: SlackUser, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const card = messageOf(await user.slash('/talk', `#${id}`));
    await user.action(card, new RegExp(`:star:${id}`));
  }
}
