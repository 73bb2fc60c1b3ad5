import type { Agenda, Starred } from '../../agenda/agenda.ts';
import { CALENDAR_MEDIA_TYPE, calendarOf } from '../../agenda/calendar.ts';
import { type DirectMessages, LONGEST_LEAD_MINUTES, type Members } from '../../agenda/member.ts';
import type { MyTalksParts } from '../../agenda/myTalks.ts';
import type { Card } from '../../cards/cards.ts';
import { actionId } from '../../cards/controls.ts';
import type { ShortRef } from '../../cards/reference.ts';
import type { View } from '../../cards/view.ts';
import { DEFAULT_LEAD_MINUTES } from '../../outbox/due.ts';
import { inPlace, refused } from '../../platform/replies.ts';
import type { CardReply, Form, PressRequest, Reply } from '../../platform/requests.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import type { ChangingDeed } from '../repertoire.ts';
import type { Scene } from '../scene.ts';
import { confirmed, visitOf } from './mytalks.ts';

export interface PerformParts extends MyTalksParts {
  readonly agenda: Agenda;
  /** Any view, to show a card anew after its star was pressed. */
  draw(view: View, scene: Scene): Promise<Card>;
}

const FIRST_PAGE = { kind: 'mytalks', page: 1 } as const satisfies View;

/** Does what buttons, menus and forms change about the caller's list. */
export async function performDeed(
  parts: PerformParts,
  deed: ChangingDeed,
  scene: Scene,
  request: PressRequest,
): Promise<Reply> {
  const visit = visitOf(scene.caller, scene.programme.key);
  switch (deed.kind) {
    case 'star':
    case 'remind':
      return star(parts, deed, scene);
    case 'unstar':
      return unstar(parts, deed, scene);
    case 'askLead':
      return leadForm(parts, deed.talk, scene);
    case 'setLead':
      return setLead(parts, deed.talk, request.value ?? '', scene);
    case 'mute':
    case 'unmute':
      await parts.agenda.setMuted(visit, deed.kind === 'mute');
      return inPlace(await parts.draw(FIRST_PAGE, scene));
    case 'exportCalendar':
      return calendar(parts, deed.talk, scene);
    case 'sendList':
      await parts.agenda.sendList(visit);
      return confirmed(scene.messages.agenda.listSent, scene);
  }
}

interface AboutTalk {
  readonly kind: ChangingDeed['kind'];
  readonly talk: ShortRef;
  readonly view?: View;
}

async function star(
  parts: PerformParts,
  { kind, talk: ref, view }: AboutTalk,
  scene: Scene,
): Promise<CardReply> {
  const talk = scene.programme.talkByRef(ref);
  if (talk === undefined) return refused(scene.messages, scene.messages.errors.noSuchTalk);
  const starred = await parts.agenda.star(visitOf(scene.caller, scene.programme.key), talk);
  const reach = await reachability(parts.members, starred, scene);
  if (view !== undefined && reach !== 'closed') {
    return inPlace(await parts.draw(view, withStars(scene, [...scene.starred, talk.id])));
  }
  return confirmed(starWords(kind, talk, { ...starred, directMessages: reach }, scene), scene);
}

function starWords(
  kind: AboutTalk['kind'],
  talk: Talk,
  { added, first, directMessages, leadMinutes }: Starred,
  { messages }: Scene,
): string {
  const { agenda, talk: words } = messages;
  return [
    added ? words.starredConfirmed(talk.title) : agenda.alreadyStarred(talk.title),
    ...(directMessages === 'closed' ? [agenda.directMessagesClosed] : []),
    ...(directMessages !== 'closed' && first ? [agenda.started] : []),
    ...(directMessages !== 'closed' && kind === 'remind' ? [agenda.reminders(leadMinutes)] : []),
  ].join(' ');
}

async function unstar(
  parts: PerformParts,
  { talk: ref, view }: AboutTalk,
  scene: Scene,
): Promise<CardReply> {
  const talk = scene.programme.talkByRef(ref);
  if (talk === undefined) return refused(scene.messages, scene.messages.errors.noSuchTalk);
  const removed = await parts.agenda.unstar(visitOf(scene.caller, scene.programme.key), talk.id);
  if (view !== undefined) {
    const rest = [...scene.starred].filter((id) => id !== talk.id);
    return inPlace(await parts.draw(view, withStars(scene, rest)));
  }
  const { agenda, talk: words } = scene.messages;
  return confirmed(removed ? words.unstarredConfirmed(talk.title) : agenda.notStarred, scene);
}

async function leadForm(
  { members }: PerformParts,
  talk: ShortRef | undefined,
  scene: Scene,
): Promise<Form> {
  const { agenda } = scene.messages;
  const member = await members.find(scene.member);
  const hint = agenda.leadHint(LONGEST_LEAD_MINUTES);
  return {
    kind: 'form',
    id: actionId(scene, { kind: 'setLead', ...(talk === undefined ? {} : { talk }) }),
    title: agenda.leadTitle,
    label: agenda.leadLabel,
    hint: talk === undefined ? hint : `${hint}. ${agenda.leadForAll}`,
    value: String(member?.leadMinutes ?? DEFAULT_LEAD_MINUTES),
  };
}

async function setLead(
  parts: PerformParts,
  talk: ShortRef | undefined,
  value: string,
  scene: Scene,
): Promise<CardReply> {
  const { agenda } = scene.messages;
  const typed = value.trim();
  const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(minutes <= LONGEST_LEAD_MINUTES)) {
    return refused(scene.messages, agenda.leadWrong(typed, LONGEST_LEAD_MINUTES));
  }
  await parts.agenda.setLead(visitOf(scene.caller, scene.programme.key), minutes);
  return talk === undefined
    ? confirmed(agenda.reminders(minutes), scene)
    : star(parts, { kind: 'remind', talk }, scene);
}

async function calendar(
  { stars }: PerformParts,
  ref: ShortRef | undefined,
  scene: Scene,
): Promise<CardReply> {
  const { agenda, errors } = scene.messages;
  if (ref !== undefined) {
    const talk = scene.programme.talkByRef(ref);
    return talk === undefined
      ? refused(scene.messages, errors.noSuchTalk)
      : calendarFile(agenda.calendarTalkFile, [{ talk: talk.id }], scene);
  }
  const list = await stars.of(scene.member, scene.programme.key);
  return list.length === 0
    ? refused(scene.messages, agenda.empty)
    : calendarFile(agenda.calendarFile, list, scene);
}

function calendarFile(
  name: string,
  talks: Parameters<typeof calendarOf>[1],
  scene: Scene,
): CardReply {
  const content = calendarOf(scene.programme, talks, scene.now, scene.messages);
  return {
    ...confirmed(scene.messages.agenda.calendarReady(talks.length), scene),
    attachments: [{ name, mediaType: CALENDAR_MEDIA_TYPE, content }],
  };
}

function withStars(scene: Scene, ids: readonly TalkId[]): Scene {
  return { ...scene, starred: new Set(ids) };
}

const LONGEST_WAIT_MS = 1_500;
const STEP_MS = 100;

/**
 * Whether direct messages reach the member. With the first star the list is being sent for the
 * first time: what comes of it is worth a moment's wait, because only now can it be said in reply.
 */
export async function reachability(
  members: Pick<Members, 'find'>,
  { first, directMessages }: Starred,
  { context, member }: Pick<Scene, 'context' | 'member'>,
): Promise<DirectMessages> {
  if (!first || directMessages !== 'unknown') return directMessages;
  for (let waitedMs = 0; waitedMs < LONGEST_WAIT_MS; waitedMs += STEP_MS) {
    await context.clock.sleep(STEP_MS);
    const known = (await members.find(member))?.directMessages ?? 'unknown';
    if (known !== 'unknown') return known;
  }
  return 'unknown';
}
