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
  const message = addMessage(context.world, channel, { user: user.id, byApp: false, text });
  if (channel.kind === 'im') {
    await emit(context, workspace, {
      type: 'message',
      channel_type: 'im',
      channel: channel.id,
      user: user.id,
      text,
      ts: message.ts,
      event_ts: message.ts,
    });
  }
  await tellLinks(person, message);
  return seeMessage(message);
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
