import { type Answer, awaitAnswer, type Patience } from './answer.ts';
import { emit } from './events.ts';
import { present } from './json.ts';
import { channelFor, type Person, type Place } from './person.ts';
import { presentView } from './present.ts';
import { type Seen, seeMessage } from './seen.ts';
import { addMessage, dmWith, type Message } from './world.ts';

export async function openHome(person: Person, patience: Patience): Promise<Answer> {
  const { context, workspace, user } = person;
  const home = workspace.homes.get(user.id);
  const channel = dmWith(context.world, workspace, user.id);
  const interaction = person.start('opening the Home tab', { channel });
  const event = present({
    type: 'app_home_opened',
    user: user.id,
    channel: channel.id,
    tab: 'home',
    view: home === undefined ? undefined : presentView(home, workspace, context.world),
    event_ts: context.world.timestamp(),
  });
  const outcome = await emit(context, workspace, event);
  if (!outcome.acknowledged) throw new Error('Opening the Home tab was never acknowledged.');
  return awaitAnswer(context, interaction, patience);
}

/** In the conversation with the app it is told; elsewhere it hears of links only. */
export async function say(person: Person, text: string, place: Place): Promise<Seen> {
  const { context, workspace, user } = person;
  const channel = channelFor(person, place);
  const { bot } = workspace;
  const words = text.replaceAll('@hallway', `<@${bot.userId}>`);
  const message = addMessage(context.world, channel, {
    ...{
      user: user.id,
      byApp: false,
      text: words,
      threadTs: place.thread?.threadTs ?? place.thread?.ts,
    },
  });
  const isMention = words.includes(`<@${bot.userId}`) && channel.members.has(bot.userId);
  if (channel.kind === 'im') {
    await emit(context, workspace, { ...said(message), type: 'message', channel_type: 'im' });
  } else if (isMention) {
    await emit(context, workspace, { ...said(message), type: 'app_mention' });
  }
  await tellLinks(person, message);
  return seeMessage(message);
}

function said({ channel, user, text, ts, threadTs }: Message) {
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return { channel, user, text, ts, ...thread, event_ts: ts };
}

/** Of a message in the conversation with the app; of all others the app is not told. */
export async function editSaid(person: Person, seen: Seen, text: string): Promise<void> {
  const { context, workspace } = person;
  const message = messageOfDm(person, seen);
  const before = said(message);
  message.text = text;
  await emit(context, workspace, {
    ...{ type: 'message', subtype: 'message_changed', channel_type: 'im', hidden: true },
    ...{ channel: message.channel, ts: context.world.timestamp(), event_ts: message.ts },
    message: { ...said(message), type: 'message', edited: { user: message.user, ts: message.ts } },
    previous_message: { ...before, type: 'message' },
  });
}

export async function unsay(person: Person, seen: Seen): Promise<void> {
  const { context, workspace } = person;
  const message = messageOfDm(person, seen);
  message.deleted = true;
  await emit(context, workspace, {
    ...{ type: 'message', subtype: 'message_deleted', channel_type: 'im', hidden: true },
    ...{ channel: message.channel, ts: context.world.timestamp(), event_ts: message.ts },
    deleted_ts: message.ts,
    previous_message: { ...said(message), type: 'message' },
  });
}

function messageOfDm({ context, workspace, user }: Person, { ts }: Seen): Message {
  const { messages } = dmWith(context.world, workspace, user.id);
  const message = messages.find((each) => each.ts === ts);
  if (message === undefined) throw new Error('That message is not in the conversation.');
  return message;
}

export async function shareLink(person: Person, url: string, place: Place): Promise<Answer> {
  const { context, user } = person;
  const channel = channelFor(person, place);
  const message = addMessage(context.world, channel, { user: user.id, byApp: false, text: url });
  const surface = { kind: 'message', message, channel } as const;
  const interaction = person.start(`the link ${url}`, { surface });
  await tellLinks(person, message);
  return awaitAnswer(context, interaction, place);
}

async function tellLinks(person: Person, message: Message): Promise<void> {
  const { context, workspace } = person;
  const urls = message.text.match(/https?:\/\/[^\s<>|]+/g) ?? [];
  const links = urls
    .map((url) => ({ url, domain: new URL(url).hostname }))
    .filter(({ domain }) =>
      context.settings.unfurlDomains.some((each) => domain === each || domain.endsWith(`.${each}`)),
    );
  if (links.length === 0) return;
  const channel = workspace.channels.get(message.channel);
  await emit(context, workspace, {
    type: 'link_shared',
    channel: message.channel,
    user: message.user,
    message_ts: message.ts,
    links,
    is_bot_user_member: channel?.members.has(workspace.bot.userId) ?? false,
    unfurl_id: `${message.channel}/${message.ts}`,
    source: 'conversations_history',
    event_ts: message.ts,
  });
}
