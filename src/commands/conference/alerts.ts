import { type Card, paragraph } from '../../cards/cards.ts';
import { languageWords } from '../../cards/wording/talkWords.ts';
import { DEFAULT_LANGUAGE, languageOf } from '../../messages/messages.ts';
import type { Addressee } from '../../outbox/delivery.ts';
import { type AlertChannel, alertDelivery } from '../../outbox/kinds/alert.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { ActKind } from '../../programme/acts.ts';
import type { Context } from '../context.ts';
import { channelWords, doneBy } from './actWords.ts';
import { refusalOf } from './announce.ts';
import { channelInline, organiserConfirmation } from './organiserWords.ts';
import type { OrganiserPorts, OrganiserStores } from './ports.ts';

type Args = Readonly<Record<string, string>>;

const OFF = 'off';
const KIND: ActKind = 'alerts';

/** `alerts`: in which channel organisers are told what they are to look at; without one, it says which that is. */
export async function alerts(
  ports: OrganiserPorts,
  community: CommunityRef,
  args: Args,
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const { organiser } = messages;
  // Platforms write a channel as `<#ID>` or hand over its id; in the terminal it is `#name`.
  const typed = (args['where'] ?? '').trim().replace(/^<?#|>$/gu, '');
  if (typed === '') return privately(presentCard(await ports.alertChannels.of(community), context));
  if (typed.toLowerCase() === OFF) {
    const former = await ports.alertChannels.of(community);
    if (former === undefined) return privately(presentCard(undefined, context));
    await write(ports, community, undefined, context);
    return privately(organiserConfirmation(organiser.alertsOff, messages));
  }
  const { platform, id } = community;
  const target = { kind: 'channel', platform, community: id, channel: typed } as const;
  const check = await ports.channelsOf(platform)?.inspect(target, messages);
  if (check?.kind !== 'writable') return refused(messages, refusalOf(check, messages));
  const spoken = args['language'] ?? context.caller.communityLocale ?? DEFAULT_LANGUAGE;
  const channel = { target, language: languageOf(spoken) };
  await write(ports, community, channel, context);
  return privately(presentCard(channel, context));
}

function presentCard(channel: AlertChannel | undefined, { messages }: Context): Card {
  const { alertsIn, alertsNowhere } = messages.organiser;
  if (channel === undefined) return organiserConfirmation(alertsNowhere, messages);
  const rest = alertsIn(languageWords(channel.language, messages));
  return {
    ...organiserConfirmation(rest, messages),
    blocks: [paragraph(channelInline(channel.target), ' ', rest)],
  };
}

/** What is open is told anew in the channel that is named, which hears at once that it is; messages elsewhere say so. */
function write(
  { organiserWork }: OrganiserPorts,
  community: CommunityRef,
  channel: AlertChannel | undefined,
  context: Context,
): Promise<void> {
  return organiserWork.transaction(async (stores) => {
    const former = await stores.alertChannels.of(community);
    if (channel === undefined) await stores.alertChannels.remove(community);
    else await stores.alertChannels.put(channel);
    await handOver(stores, community, former, context);
    if (channel !== undefined) {
      const to = { ...channel, conference: context.programme.key };
      const told = { episode: context.now, isNaming: true } as const;
      await stores.outbox.enqueue([alertDelivery(to, told, context.now)]);
    }
    const words = (one: AlertChannel | undefined) =>
      one === undefined ? [] : channelWords(one.target.channel);
    const act = { kind: KIND, about: [], before: words(former), after: words(channel) };
    await stores.acts.record(community, act, doneBy(context));
  });
}

async function handOver(
  { alerts: told, outbox }: OrganiserStores,
  community: CommunityRef,
  former: AlertChannel | undefined,
  { now }: Context,
): Promise<void> {
  const open = (await told.forget(community)).filter(({ overAt }) => overAt === undefined);
  if (former === undefined) return;
  const messages = new Map(open.map(({ episode, conference }) => [episode, conference]));
  for (const [episode, conference] of messages) {
    const to: Addressee = { ...former, conference };
    const edit = alertDelivery(to, { episode }, now);
    if ((await outbox.told(edit.batch)).length > 0) await outbox.enqueue([edit]);
  }
}
