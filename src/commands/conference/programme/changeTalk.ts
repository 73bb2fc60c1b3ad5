import type { TalkChange, TalkChanged } from '../../../announcements/changeTalk.ts';
import { toldChange } from '../../../announcements/versions/change.ts';
import { type Deed, fitsActionId } from '../../../cards/actions/action.ts';
import { bySlugRef, type ShortRef, shortRef } from '../../../cards/actions/reference.ts';
import { type Block, type Card, paragraph, quiet } from '../../../cards/cards.ts';
import { actionId, button } from '../../../cards/controls.ts';
import { localName } from '../../../cards/wording/localName.ts';
import { changeRow } from '../../../courier/wording/news/changeRow.ts';
import { inPlace, privately, refused } from '../../../platform/replies.ts';
import type { CardReply, CommandRequest, PressRequest, Reply } from '../../../platform/requests.ts';
import { mayUse } from '../../../platform/roles.ts';
import { type CommunityRef, communityOf } from '../../../platform/target.ts';
import { cut, oneLine } from '../../../platform/text.ts';
import type { TalkAct } from '../../../programme/byHand.ts';
import { talkOf } from '../../../schedule/comparing/changes.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import type { Context } from '../../context.ts';
import { seekEverywhere } from '../../places.ts';
import { organiserConfirmation } from '../organiserWords.ts';
import type { OrganiserPorts } from '../ports.ts';
import { seekPlace } from './seekPlace.ts';
import { seekTalk } from './seekTalk.ts';

type Ports = Pick<OrganiserPorts, 'talks'>;
type TalkDeed = Extract<Deed, { readonly kind: 'changeTalk' | 'askTitle' }>;

export const TALK_ACTS = ['cancel', 'move', 'rename', 'restore'] as const;

const LONGEST_TITLE = 200;

/** `talk`: shows what organisers would change of a talk, and who would be told; a button does it. */
export async function talkByHand(
  ports: Ports,
  community: CommunityRef,
  { talk: typed = '', act: kind = '', to = '' }: CommandRequest['args'],
  asked: Context,
): Promise<CardReply> {
  const { messages } = asked;
  const sought = seekEverywhere(asked, (one) => seekTalk(typed, one));
  if (sought.kind === 'refused') return refused(messages, sought.sentence);
  const { value: talk, context } = sought;
  const act = actOf(kind.toLowerCase(), to, talk, context);
  if (act.kind === 'refused') return refused(messages, act.sentence);
  const change = { talk: talk.id, act: act.value };
  const changed = await ports.talks.look(community, context.programme, change);
  if (changed.change !== undefined) return privately(previewCard(change, changed, context));
  // Nobody is told of anything; that organisers want it so is kept, whatever the source says next.
  await ports.talks.make(community, context.programme, change, context.member.id);
  return privately(organiserConfirmation(messages.byHand.same(talk.title), messages));
}

type Sought<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'refused'; readonly sentence: string };

function actOf(kind: string, to: string, talk: Talk, context: Context): Sought<TalkAct> {
  switch (kind) {
    case 'move': {
      const place = seekPlace(to, talk, context);
      return place.kind === 'refused'
        ? place
        : { kind: 'found', value: { kind: 'move', ...place.value } };
    }
    case 'rename': {
      const title = titleOf(to);
      return title === ''
        ? { kind: 'refused', sentence: context.messages.byHand.noTitle }
        : { kind: 'found', value: { kind: 'rename', title } };
    }
    case 'cancel':
      return { kind: 'found', value: { kind: 'cancel' } };
    default:
      return { kind: 'found', value: { kind: 'restore' } };
  }
}

/** In quotation marks, as other options need them, it means what is between them. */
const QUOTED = /^["“„«]([^"“”„«»]+)["“”»]$/u;

function titleOf(typed: string): string {
  const line = oneLine(typed);
  return cut(QUOTED.exec(line)?.[1] ?? line, LONGEST_TITLE);
}

function previewCard(change: TalkChange, changed: TalkChanged, context: Context): Card {
  const { byHand } = context.messages;
  const { channels, members } = changed;
  const deed = deedOf(change);
  const fits = fitsActionId({ conference: context.programme.key, deed });
  const offered = fits
    ? button(context, deed, byHand.doIt, 'primary')
    : button(context, { kind: 'askTitle', talk: deed.talk }, byHand.enterTitle, 'primary');
  return changedCard(byHand.willTell(channels, members), changed, context, [
    ...takenBlocks(changed, context),
    { kind: 'buttons', buttons: [offered] },
  ]);
}

function changedCard(
  summary: string,
  { change }: TalkChanged,
  context: Context,
  more: readonly Block[] = [],
): Card {
  const told = change && toldChange(change);
  const row = told && changeRow({ change: told, talk: undefined }, true, context);
  const { title } = context.messages.organiser;
  const blocks = [...(row === undefined ? [] : [row]), paragraph(summary), ...more];
  return { kind: 'organiser', title, summary, blocks };
}

/** That something else is in the room by then, which organisers may know or not. */
function takenBlocks({ change }: TalkChanged, context: Context): readonly Block[] {
  if (change === undefined || change.kind === 'canceled') return [];
  const talk = talkOf(change);
  const { timetable } = context.programme;
  const other = timetable
    .overlapping(talk)
    .find(({ room }) => room !== undefined && room === talk.room);
  if (other?.room === undefined) return [];
  return [quiet(context.messages.byHand.taken(localName(other.room, context), other.title))];
}

function deedOf({ talk: id, act }: TalkChange): Extract<Deed, { readonly kind: 'changeTalk' }> {
  const about = { kind: 'changeTalk', talk: shortRef(id) } as const;
  switch (act.kind) {
    case 'move': {
      const room = act.room === undefined ? {} : { room: shortRef(act.room) };
      return { ...about, act: 'move', start: act.start, ...room };
    }
    case 'rename':
      return { ...about, act: 'rename', title: act.title };
    case 'cancel':
    case 'restore':
      return { ...about, act: act.kind };
  }
}

/** The button below the preview, and the form for a title that is too long for a button. */
export async function performTalkDeed(
  ports: Ports,
  deed: TalkDeed,
  context: Context,
  { value }: PressRequest,
): Promise<Reply> {
  const { caller, messages } = context;
  const community = communityOf(caller);
  if (!mayUse('organiser', caller))
    return refused(messages, messages.errors.organisersOnly('conference'));
  if (community === undefined) return refused(messages, messages.organiser.onlyInCommunity);
  const talk = context.programme.talkByRef(deed.talk);
  if (talk === undefined) return refused(messages, messages.errors.noSuchTalk);
  if (deed.kind === 'askTitle') return titleForm(deed.talk, talk, context);
  const act = actOfDeed(deed, value, context);
  if (act === undefined) return refused(messages, messages.errors.oldButton);
  const changed = await ports.talks.make(
    community,
    context.programme,
    { talk: talk.id, act },
    caller.member,
  );
  if (changed.change === undefined) {
    return inPlace(organiserConfirmation(messages.byHand.same(talk.title), messages));
  }
  const { channels, members } = changed;
  return inPlace(changedCard(messages.byHand.told(channels, members), changed, context));
}

/** Undefined where a room or a title is missing by now. */
function actOfDeed(
  deed: Extract<Deed, { readonly kind: 'changeTalk' }>,
  typed: string | undefined,
  { programme }: Context,
): TalkAct | undefined {
  switch (deed.act) {
    case 'move': {
      if (deed.room === undefined) return { kind: 'move', start: deed.start };
      const room = bySlugRef(programme.conference.rooms, deed.room)?.slug;
      return room && { kind: 'move', start: deed.start, room };
    }
    case 'rename': {
      const title = titleOf(deed.title ?? typed ?? '');
      return title === '' ? undefined : { kind: 'rename', title };
    }
    case 'cancel':
    case 'restore':
      return { kind: deed.act };
  }
}

function titleForm(talk: ShortRef, { title }: Talk, context: Context): Reply {
  const { byHand } = context.messages;
  return {
    kind: 'form',
    id: actionId(context, { kind: 'changeTalk', act: 'rename', talk }),
    title: byHand.enterTitle,
    label: byHand.titleLabel,
    hint: byHand.titleHint,
    value: title,
  };
}
