import type { Agenda, Starred } from '../../agenda/agenda.ts';
import { readMemberList } from '../../agenda/list/memberList.ts';
import { LONGEST_LEAD_MINUTES } from '../../agenda/member.ts';
import type { Speaking } from '../../agenda/speaking.ts';
import { refOfPart, type ShortRef } from '../../cards/actions/reference.ts';
import type { RoomDeed } from '../../cards/actions/roomDeed.ts';
import type { SpeakerDeed } from '../../cards/actions/speakerDeed.ts';
import type { Card } from '../../cards/cards.ts';
import { actionId } from '../../cards/controls.ts';
import type { View } from '../../cards/view.ts';
import type { Clock } from '../../clock.ts';
import { inPlace, privately, refused } from '../../platform/replies.ts';
import type { CardReply, Form, PressRequest, Reply } from '../../platform/requests.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import { conferenceRef } from '../../schedule/source.ts';
import type { Act } from '../asking/question.ts';
import type { OrganiserDeed } from '../conference/perform.ts';
import type { Context } from '../context.ts';
import { type Placed, referred } from '../jointly.ts';
import type { ChangingDeed } from '../repertoire.ts';
import { type CalendarParts, calendarFile, drawAddress } from './calendar.ts';
import { formerContexts, type OwnListPorts } from './lists.ts';
import { drawPicture, type PicturePorts } from './picture.ts';
import { reachability, unreached } from './reach.ts';
import { set } from './settings.ts';
import { snooze } from './snooze.ts';
import { confirmed, visitOf } from './visit.ts';
import { setWish } from './wish.ts';
import { setZone, zoneForm } from './zone.ts';

export interface PerformParts extends OwnListPorts, CalendarParts, PicturePorts {
  readonly agenda: Agenda;
  readonly speaking: Speaking;
  readonly clock: Pick<Clock, 'sleep'>;
  /** Any view, to show a card anew after its star was pressed. */
  draw(view: View, context: Context): Promise<Card>;
}

const VOLUMES = { mute: 'quiet', silence: 'silent', unmute: 'full' } as const;

const FIRST_PAGE = { kind: 'mytalks', page: 1 } as const satisfies View;

/** What is done to the caller's list; the other deeds are organisers', or about what one follows. */
export type OwnDeed = Exclude<
  ChangingDeed,
  {
    readonly kind:
      | 'use'
      | RoomDeed['kind']
      | SpeakerDeed['kind']
      | 'changeTalk'
      | 'askTitle'
      | 'follow'
      | 'unfollow'
      | OrganiserDeed['kind'];
  }
>;

/** Does what buttons, menus and forms change about the caller's list. */
export async function performDeed(
  parts: PerformParts,
  deed: OwnDeed,
  context: Context,
  request: PressRequest,
): Promise<Reply> {
  const visit = visitOf(context.caller, context.programme.key);
  switch (deed.kind) {
    case 'star':
    case 'remind':
      return star(parts, deed, context);
    case 'unstar':
      return unstar(parts, deed, context);
    case 'askLead':
      return leadForm(parts, deed.talk, context);
    case 'setLead':
      return setLead(parts, deed.talk, request.value ?? '', context);
    case 'askZone':
      return zoneForm(parts.members, context);
    case 'setZone':
      return setZone(parts.agenda, visit, request.value ?? '', context);
    case 'mute':
    case 'silence':
    case 'unmute':
      await parts.agenda.setVolume(visit, VOLUMES[deed.kind]);
      return inPlace(await parts.draw(FIRST_PAGE, context));
    case 'wish':
    case 'unwish':
      return confirmed(
        await setWish(parts.agenda, visit, deed.wish, deed.kind === 'wish', context),
        context,
      );
    case 'set':
      return inPlace(await set(parts, visit, deed, context));
    case 'snooze':
      return snooze(parts.agenda, visit, deed, context);
    case 'exportCalendar':
      return calendarFile(parts, deed.talk, context);
    case 'followCalendar':
      return privately(await drawAddress(parts, 'known', context));
    case 'renewCalendar':
      return inPlace(await drawAddress(parts, 'renewed', context));
    case 'drawDay':
      return drawPicture(parts, deed.day, context);
    case 'sendList':
      return sendList(parts, context);
  }
}

/** What somebody asked in words to be done with talks; the card tells of the last. */
export async function performAct(
  parts: PerformParts,
  { kind, talks, leadMinutes }: Act,
  context: Context,
): Promise<Card> {
  let card = refused(context.messages, context.messages.errors.noSuchTalk).card;
  for (const talk of talks) {
    const about = { kind, talk } as const;
    const reply = await (leadMinutes === undefined
      ? kind === 'unstar'
        ? unstar(parts, about, context)
        : star(parts, about, context)
      : setLead(parts, talk, String(leadMinutes), context));
    card = reply.card;
  }
  return card;
}

interface AboutTalk {
  readonly kind: ChangingDeed['kind'];
  readonly talk: ShortRef;
  readonly view?: View;
}

async function star(
  parts: PerformParts,
  { kind, talk: ref, view }: AboutTalk,
  asked: Context,
  ownLead?: number,
): Promise<CardReply> {
  const placed = await placedTalk(parts, ref, asked);
  if (placed === undefined) return refused(asked.messages, asked.messages.errors.noSuchTalk);
  const { talk, context } = placed;
  const visit = visitOf(context.caller, context.programme.key);
  const starred = await parts.agenda.star(visit, talk, ownLead);
  const reach = starred.first
    ? await reachability(parts, starred.directMessages, context.member)
    : starred.directMessages;
  if (view !== undefined && reach !== 'closed') {
    const stars = [...context.starred, talk.id];
    return inPlace(await parts.draw(view, withStars(asked, context, stars)));
  }
  const words = starWords(kind, talk, { ...starred, directMessages: reach }, context);
  return reach === 'closed' ? unreached([words], context) : confirmed(words, context);
}

/** Of a conference that the community has, or had. */
async function placedTalk(
  parts: OwnListPorts,
  ref: ShortRef,
  asked: Context,
): Promise<Placed | undefined> {
  const { of } = refOfPart(ref);
  const placed = referred(ref, asked);
  if (placed !== undefined || of === undefined) return placed;
  const former = await formerContexts(parts, asked);
  const context = former.find(({ programme }) => conferenceRef(programme.key) === of);
  return context && referred(refOfPart(ref).own, context);
}

async function sendList(parts: PerformParts, context: Context): Promise<CardReply> {
  const { agenda } = context.messages;
  const known = await parts.agenda.sendList(visitOf(context.caller, context.programme.key));
  const reach = await reachability(parts, known, context.member);
  if (reach === 'closed') return unreached([], context);
  return confirmed(reach === known ? agenda.listSent : agenda.listArrived, context);
}

function starWords(
  kind: AboutTalk['kind'],
  talk: Talk,
  { added, first, directMessages, leadMinutes, volume }: Starred,
  { messages }: Context,
): string {
  const { agenda, talk: words } = messages;
  const done = added ? words.starredConfirmed(talk.title) : agenda.alreadyStarred(talk.title);
  if (directMessages === 'closed') return done;
  const reminder = volume === 'full' ? agenda.reminder(leadMinutes) : agenda.volume[volume];
  return [
    done,
    ...(first ? [agenda.started] : []),
    ...(kind === 'remind' && talk.status === 'scheduled' ? [reminder] : []),
  ].join(' ');
}

async function unstar(
  parts: PerformParts,
  { talk: ref, view }: AboutTalk,
  asked: Context,
): Promise<CardReply> {
  const placed = await placedTalk(parts, ref, asked);
  if (placed === undefined) return refused(asked.messages, asked.messages.errors.noSuchTalk);
  const { talk, context } = placed;
  const removed = await parts.agenda.unstar(
    visitOf(context.caller, context.programme.key),
    talk.id,
  );
  if (view !== undefined) {
    const rest = [...context.starred].filter((id) => id !== talk.id);
    return inPlace(await parts.draw(view, withStars(asked, context, rest)));
  }
  const { agenda, talk: words } = context.messages;
  return confirmed(removed ? words.unstarredConfirmed(talk.title) : agenda.notStarred, context);
}

/** Of one talk, or of all that have none of their own: it says which. */
async function leadForm(
  parts: PerformParts,
  ref: ShortRef | undefined,
  context: Context,
): Promise<Form> {
  const { agenda } = context.messages;
  const { leadMinutes, ownLeads } = await readMemberList(parts, context.member, context.programme);
  const talk = ref && context.programme.talkByRef(ref);
  const own = talk && ownLeads.get(talk);
  const [title, label, whose] =
    ref === undefined
      ? [agenda.leadTitle, agenda.leadLabel, agenda.leadForAll]
      : [agenda.leadTitleOf, agenda.leadLabelOf, agenda.leadForOne];
  return {
    kind: 'form',
    id: actionId(context, { kind: 'setLead', ...(ref === undefined ? {} : { talk: ref }) }),
    title,
    label,
    hint: `${agenda.leadHint(LONGEST_LEAD_MINUTES)}. ${whose}`,
    value: String(own ?? leadMinutes),
  };
}

async function setLead(
  parts: PerformParts,
  talk: ShortRef | undefined,
  value: string,
  context: Context,
): Promise<CardReply> {
  const { agenda } = context.messages;
  const typed = value.trim();
  const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(minutes <= LONGEST_LEAD_MINUTES)) {
    return refused(context.messages, agenda.leadWrong(typed, LONGEST_LEAD_MINUTES));
  }
  if (talk !== undefined) return star(parts, { kind: 'remind', talk }, context, minutes);
  await parts.agenda.setLead(visitOf(context.caller, context.programme.key), minutes);
  return confirmed(agenda.reminders(minutes), context);
}

/** What was asked, with those stars in the conference of `own`. */
function withStars(asked: Context, own: Context, ids: readonly TalkId[]): Context {
  const starred = new Set(ids);
  if (own.programme === asked.programme) return { ...asked, starred };
  const beside = (asked.beside ?? []).map((one) =>
    one.programme === own.programme ? { ...one, starred } : one,
  );
  return { ...asked, beside };
}
