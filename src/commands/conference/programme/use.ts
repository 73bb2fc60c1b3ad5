import { fitsActionId } from '../../../cards/actions/action.ts';
import { USE_AS, type UseDeed } from '../../../cards/actions/organiserDeeds.ts';
import { type Block, type Card, paragraph, quiet } from '../../../cards/cards.ts';
import { button } from '../../../cards/controls.ts';
import { canonicalTimeZone } from '../../../clock.ts';
import { type Messages, messagesFor } from '../../../messages/messages.ts';
import { refusalWords } from '../../../messages/refusalWords.ts';
import { privately, refused } from '../../../platform/replies.ts';
import type { CardReply, CommandRequest } from '../../../platform/requests.ts';
import { mayUse } from '../../../platform/roles.ts';
import { type CommunityRef, communityOf } from '../../../platform/target.ts';
import { cut, oneLine } from '../../../platform/text.ts';
import { asRoomFeed, type RoomFeed } from '../../../programme/rooms/roomFeed.ts';
import { shownSource } from '../../../schedule/sources/shownSource.ts';
import type { Context } from '../../context.ts';
import { organiserConfirmation, reasonWords } from '../organiserWords.ts';
import type { OrganiserPorts, Use } from '../ports.ts';

type Given = Pick<UseDeed, 'zone' | 'name' | 'rooms' | 'as'>;

/** `/conference use`: the schedule at an address, or the one that the page there leads to. */
export async function use(
  ports: Pick<OrganiserPorts, 'sources'>,
  community: CommunityRef,
  { args: { source = '', zone, name, rooms: typed, as: how }, caller }: CommandRequest,
  readContext: () => Promise<Context>,
): Promise<CardReply> {
  const messages = messagesFor(caller.locale, caller.commandPrefix);
  const timeZone = zone === undefined ? undefined : canonicalTimeZone(zone);
  if (zone !== undefined && timeZone === undefined) {
    return refused(messages, messages.organiser.noSuchZone(zone));
  }
  const rooms = typed === undefined ? undefined : asRoomFeed(typed);
  if (typed !== undefined && rooms === undefined) {
    return refused(
      messages,
      messages.organiser.noRoomFeedAddress(cut(oneLine(typed), LONGEST_NAME)),
    );
  }
  const as = USE_AS.find((one) => one === how?.toLowerCase());
  const given = {
    ...(timeZone && { zone: timeZone }),
    ...nameOf(name),
    ...(rooms && { rooms }),
    ...(as && { as }),
  };
  const deed = { kind: 'use', address: source.trim(), ...given } as const;
  const outcome = await take(ports, community, caller.member, deed);
  // The present schedule may be one that cannot be read, and is about to be replaced.
  const isQuestion = outcome.kind === 'several' || outcome.kind === 'asks';
  const context = isQuestion ? await readContext().catch(() => undefined) : undefined;
  return reply(outcome, given, messages, context);
}

/** One of several schedules that a page offers, by its button. */
export async function useOffered(
  ports: Pick<OrganiserPorts, 'sources'>,
  deed: UseDeed,
  context: Context,
): Promise<CardReply> {
  const { caller, messages } = context;
  const community = communityOf(caller);
  if (!mayUse('organiser', caller))
    return refused(messages, messages.errors.organisersOnly('conference'));
  if (community === undefined) return refused(messages, messages.organiser.onlyInCommunity);
  return reply(await take(ports, community, caller.member, deed), deed, messages, context);
}

function take(
  { sources }: Pick<OrganiserPorts, 'sources'>,
  community: CommunityRef,
  by: string,
  { address, zone, name, rooms, as }: UseDeed,
): Promise<Use> {
  return sources.use(community, by, address, zone, name, rooms, as);
}

function reply(
  outcome: Use,
  given: Given,
  messages: Messages,
  context: Context | undefined,
): CardReply {
  const { organiser, schedule } = messages;
  switch (outcome.kind) {
    case 'refused':
      return refused(messages, organiser.notUsed(refusalWords(outcome.reason, messages)));
    case 'several':
      return privately(severalCard(outcome.addresses, given, messages, context));
    case 'asks':
      return privately(askCard(outcome, given, messages, context));
    case 'taken': {
      const { conference, found, rooms } = outcome;
      const { title, talks, timeZone } = conference;
      const told = outcome.isBeside ? organiser.added : organiser.used;
      const card = organiserConfirmation(told(title, talks.length, timeZone), messages);
      const way = found && schedule.found(found.system ?? '', shownSource(found.address));
      const beside = [...(way ? [quiet(way)] : []), ...roomFeedBlocks(rooms, given, messages)];
      return privately({ ...card, blocks: [...card.blocks, ...beside] });
    }
  }
}

/** How rooms stand comes from there from now on, and what is wrong with that. */
function roomFeedBlocks(
  feed: RoomFeed | undefined,
  given: Given,
  messages: Messages,
): readonly Block[] {
  const { organiser } = messages;
  if (feed === undefined) return given.rooms === undefined ? [] : [quiet(organiser.noRoomFeed)];
  const { url, failing, unknown } = feed;
  return [
    quiet(organiser.roomFeedFrom(shownSource(url))),
    ...(failing === undefined
      ? []
      : [paragraph(organiser.roomFeedFails(reasonWords(failing.reason, messages)))]),
    ...(unknown.length === 0 ? [] : [paragraph(organiser.roomFeedUnknown(unknown.join(', ')))]),
  ];
}

/** As long as the tightest platform shows a button's label. */
const LONGEST_LABEL = 70;

function severalCard(
  addresses: readonly string[],
  given: Given,
  messages: Messages,
  context: Context | undefined,
): Card {
  const { organiser } = messages;
  const buttons = addresses.flatMap((address, at) => {
    const deed: UseDeed = { ...given, kind: 'use', address };
    const fits = context !== undefined && fitsActionId({ conference: context.programme.key, deed });
    const label = organiser.take(cut(labelOf(address), LONGEST_LABEL));
    return fits ? [button(context, deed, label, at === 0 ? 'primary' : 'secondary')] : [];
  });
  const row: readonly Block[] = buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
  return {
    kind: 'organiser',
    title: organiser.title,
    summary: organiser.several,
    blocks: [
      paragraph(organiser.several),
      ...addresses.map((address) => paragraph(shownSource(address))),
      ...row,
    ],
  };
}

/** Replacing comes first where nobody starred anything: an address that was mistyped leaves no second one. */
function askCard(
  { address, conference, isStarred }: Extract<Use, { readonly kind: 'asks' }>,
  given: Given,
  messages: Messages,
  context: Context | undefined,
): Card {
  const { organiser } = messages;
  const { title, talks } = conference;
  const asked = organiser.asks(title, talks.length, context?.programme.conference.title);
  const order = isStarred ? USE_AS.toReversed() : USE_AS;
  const buttons = order.flatMap((as, at) => {
    const deed: UseDeed = { kind: 'use', address, ...given, as };
    const fits = context !== undefined && fitsActionId({ conference: context.programme.key, deed });
    const style = at === 0 ? 'primary' : 'secondary';
    return fits ? [button(context, deed, organiser.useAs[as], style)] : [];
  });
  return {
    kind: 'organiser',
    title: organiser.title,
    summary: asked,
    blocks: [
      paragraph(asked),
      quiet(organiser.starsStay),
      buttons.length === 0 ? paragraph(organiser.sayAs) : { kind: 'buttons', buttons },
    ],
  };
}

function labelOf(address: string): string {
  return shownSource(address).replace(/^https:\/\//, '');
}

const LONGEST_NAME = 100;

/** None where nothing of it is to be seen. */
function nameOf(text = ''): { readonly name?: string } {
  const name = cut(oneLine(text), LONGEST_NAME);
  return name === '' ? {} : { name };
}
