import type { GroupDeed } from '../../cards/actions/organiserDeeds.ts';
import { shortRef } from '../../cards/actions/reference.ts';
import { type Block, type Card, type Inline, paragraph } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import { DEFAULT_LANGUAGE, languageOf } from '../../messages/messages.ts';
import { DEFAULT_LEAD_MINUTES } from '../../outbox/due.ts';
import { DEFAULT_KINDS, type Subscription } from '../../outbox/subscription.ts';
import type { GroupedChannel } from '../../platform/platform.ts';
import { inPlace, privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import type { ChannelTarget, CommunityRef } from '../../platform/target.ts';
import type { Room } from '../../schedule/schedule.ts';
import type { Context } from '../context.ts';
import { channelWords, doneBy, subscriptionWords } from './actWords.ts';
import { organiserConfirmation } from './organiserWords.ts';
import type { OrganiserPorts } from './ports.ts';

type Args = Readonly<Record<string, string>>;
type Ports = Pick<OrganiserPorts, 'channelsOf' | 'subscriptions' | 'organiserWork' | 'planDue'>;

/** A channel and the room of which it is to hear. */
interface Pair {
  readonly channel: string;
  /** What the channel is called, where its platform tells. */
  readonly name: string | undefined;
  readonly room: Room;
}

interface Mapping {
  readonly pairs: readonly Pair[];
  /** Channels for which the schedule has no room, and rooms that no channel is for. */
  readonly channels: readonly string[];
  readonly rooms: readonly string[];
}

/** What is said of each channel by itself, and of several at once is not. */
const OF_ONE = ['rooms', 'tracks', 'kinds', 'mention', 'language'];

/** `announce` for a group of channels: which would hear of which room; one button takes it all. */
export function proposeGroup(
  group: string,
  channels: readonly GroupedChannel[],
  args: Args,
  context: Context,
): CardReply {
  const { messages } = context;
  const stray = OF_ONE.find((name) => args[name] !== undefined);
  if (stray !== undefined) return refused(messages, messages.grouping.ofOne(stray));
  const lead = Number(args['lead'] ?? DEFAULT_LEAD_MINUTES);
  return privately(proposal(group, lead, mappingOf(channels, context), context));
}

/** The button below it: what was seen is taken; where it would be another by now, that is shown. */
export async function takeGroup(
  ports: Ports,
  community: CommunityRef,
  { channel: group, lead, digest }: GroupDeed,
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const inspect = (channel: string) => {
    const target = targetOf(community, channel);
    return ports.channelsOf(community.platform)?.inspect(target, messages);
  };
  const check = await inspect(group);
  if (check?.kind !== 'group') return refused(messages, messages.organiser.channelMissing);
  const mapping = mappingOf(check.channels, context);
  if (digestOf(mapping) !== digest) return inPlace(proposal(group, lead, mapping, context));
  const taken: Pair[] = [];
  const closed: string[] = [];
  for (const pair of mapping.pairs) {
    const isOpen = (await inspect(pair.channel))?.kind === 'writable';
    if (isOpen) taken.push(pair);
    else closed.push(pair.channel);
  }
  await subscribe(ports, community, taken, lead, context);
  await ports.planDue();
  return inPlace(takenCard(taken, closed, context));
}

/** By the address that talks link to, and else by its name. */
function mappingOf(channels: readonly GroupedChannel[], { programme }: Context): Mapping {
  const { conference, timetable } = programme;
  const roomOf = ({ names, addresses }: GroupedChannel): Room | undefined => {
    const linking = conference.talks.find(({ links }) =>
      links.some(({ url }) => addresses.some((address) => leadsTo(url, address))),
    );
    const linked = conference.rooms.find(({ name }) => name === linking?.room);
    if (linked !== undefined) return linked;
    for (const name of names) {
      const match = timetable.findRoom(name);
      if (match.kind === 'found') return match.value;
    }
    return undefined;
  };
  const found = channels.map((each) => ({
    channel: each.channel,
    name: each.names[0],
    room: roomOf(each),
  }));
  const pairs = found.flatMap(({ room, ...rest }) =>
    room === undefined ? [] : [{ ...rest, room }],
  );
  const mapped = new Set(pairs.map(({ room }) => room.slug));
  return {
    pairs,
    channels: found.flatMap(({ channel, room }) => (room === undefined ? [channel] : [])),
    rooms: conference.rooms.flatMap(({ name, slug }) => (mapped.has(slug) ? [] : [name])),
  };
}

/** `https://matrix.example/#/room/#hall:example.org?via=…` leads to `#hall:example.org`. */
function leadsTo(url: string, address: string): boolean {
  const decoded = url.replaceAll('%23', '#').replaceAll('%3A', ':');
  const at = decoded.toLowerCase().indexOf(`/${address.toLowerCase()}`);
  return at >= 0 && /^(?:[?&/].*)?$/su.test(decoded.slice(at + 1 + address.length));
}

function digestOf({ pairs }: Mapping): string {
  return shortRef(`of ${pairs.map(({ channel, room }) => `${channel} ${room.slug}`).join(', ')}`);
}

function proposal(group: string, lead: number, mapping: Mapping, context: Context): Card {
  const { grouping: words, organiser } = context.messages;
  const { pairs, channels, rooms } = mapping;
  const summary = words.proposed(pairs.length, lead);
  const deed = { kind: 'announceGroup', channel: group, lead, digest: digestOf(mapping) } as const;
  const take = button(context, deed, words.take, 'primary');
  return {
    kind: 'organiser',
    title: organiser.title,
    summary,
    blocks: [
      paragraph(summary),
      ...pairs.map(
        ({ channel, name, room }): Block =>
          paragraph(
            ...(name === undefined ? [] : [`${name} `]),
            inlineOf(channel),
            ` → ${room.name}`,
          ),
      ),
      ...(channels.length === 0 ? [] : [paragraph(`${words.channelsLeft} `, ...listed(channels))]),
      ...(rooms.length === 0 ? [] : [paragraph(words.roomsLeft(rooms.join(', ')))]),
      ...(pairs.length === 0 ? [] : [{ kind: 'buttons', buttons: [take] } satisfies Block]),
    ],
  };
}

function takenCard(taken: readonly Pair[], closed: readonly string[], context: Context): Card {
  const { grouping: words } = context.messages;
  const card = organiserConfirmation(words.taken(taken.length), context.messages);
  if (closed.length === 0) return card;
  return { ...card, blocks: [...card.blocks, paragraph(`${words.closed} `, ...listed(closed))] };
}

async function subscribe(
  ports: Ports,
  community: CommunityRef,
  pairs: readonly Pair[],
  leadMinutes: number,
  context: Context,
): Promise<void> {
  const former = await ports.subscriptions.of(community);
  await ports.organiserWork.transaction(async ({ subscriptions, acts }) => {
    for (const { channel, room } of pairs) {
      const before = former.find(({ target }) => target.channel === channel);
      const subscription: Subscription = {
        ...(before ?? { kinds: DEFAULT_KINDS, language: languageHere(context) }),
        target: targetOf(community, channel),
        since: context.now,
        ...{ leadMinutes, rooms: [room.slug], tracks: [] },
      };
      await subscriptions.put(subscription);
      const words = {
        before: before === undefined ? [] : subscriptionWords(before),
        after: subscriptionWords(subscription),
      };
      const act = { kind: 'announce', about: channelWords(channel), ...words } as const;
      await acts.record(community, act, doneBy(context));
    }
  });
}

function languageHere({ caller }: Context): string {
  return languageOf(caller.communityLocale ?? DEFAULT_LANGUAGE);
}

function targetOf({ platform, id }: CommunityRef, channel: string): ChannelTarget {
  return { kind: 'channel', platform, community: id, channel };
}

function inlineOf(id: string): Inline {
  return { kind: 'channel', id };
}

function listed(channels: readonly string[]): readonly Inline[] {
  return channels.flatMap((channel, at): Inline[] => [
    ...(at === 0 ? [] : [', ']),
    inlineOf(channel),
  ]);
}
