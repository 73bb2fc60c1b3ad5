import { fileURLToPath } from 'node:url';
import { slackEnvironment } from '../../test/adapters/slack/program.ts';
import type { Answer } from '../../test/servers/slack/answer.ts';
import type { RecordedCall } from '../../test/servers/slack/context.ts';
import { startSlack } from '../../test/servers/slack/server.ts';
import type { SlackUser } from '../../test/servers/slack/user.ts';
import type { Chat, Deed, Said } from '../chat.ts';
import { until } from '../until.ts';

const BARE = fileURLToPath(new URL('bare.js', import.meta.url));
const KINDS: Readonly<Record<string, Said['kind']>> = {
  'chat.postMessage': 'post',
  'chat.update': 'edit',
};

/** Without limits: those are Hallway's to keep and another bench's to measure. */
export async function startSlackChat(members: readonly string[]): Promise<Chat> {
  const slack = await startSlack({
    specification: false,
    ackWithinMs: 60_000,
    answerWithinMs: 60_000,
    workspaces: [
      { name: 'conference', users: members, channels: [{ name: 'announcements', app: true }] },
    ],
  });
  const environment = await slackEnvironment(slack, 'socket');
  const channel = slack.channelId('announcements');
  return {
    environment,
    readyWords: 'Slack can reach Hallway',
    bare: { args: [BARE], environment },
    channel: { kind: 'channel', platform: 'slack', community: slack.teamId(), channel },
    member: (name) => ({ platform: 'slack', id: `${slack.teamId()}/${slack.user(name).id}` }),
    connected: () => slack.socketMode.connected(1),
    left: () => until(() => slack.socketMode.connections === 0),
    ask: (member, deed) => ask(slack.user(member), deed),
    said: () => slack.calls.flatMap(saidIn),
    order: ({ kind, body }, member) => ({
      ...{ kind, body },
      to: member === undefined ? channel : slack.user(member).id,
    }),
    stop: slack.stop,
  };
}

async function ask(user: SlackUser, deed: Deed): Promise<void> {
  if (deed.kind === 'talk') await user.slash('/talk', deed.query);
  else if (deed.kind !== 'star') await user.slash(`/${deed.kind}`);
  else await star(user, await user.slash('/talk', deed.title));
}

async function star(user: SlackUser, { messages: [card] }: Answer): Promise<void> {
  const button = card?.buttons.find(({ label }) => label.startsWith('☆'));
  if (card !== undefined && button !== undefined) await user.action(card, button.actionId);
}

function saidIn({ method, args, error, status }: RecordedCall): readonly Said[] {
  const kind = KINDS[method];
  if (kind === undefined || status !== 200 || error !== undefined) return [];
  return [{ kind, where: String(args['channel']), body: args }];
}
