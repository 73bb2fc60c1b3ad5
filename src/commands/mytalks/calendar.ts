import { calendarPath, listPath } from '../../agenda/calendar/address.ts';
import type { AddressDeeds } from '../../agenda/calendar/addressDeeds.ts';
import { CALENDAR_MEDIA_TYPE, calendarOf } from '../../agenda/calendar/calendar.ts';
import type { ShortRef } from '../../cards/actions/reference.ts';
import { type Block, type Card, paragraph, quiet } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import { longDateWords } from '../../cards/wording/time.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import type { Talk } from '../../schedule/schedule.ts';
import type { Context } from '../context.ts';
import { type OwnListPorts, ownLists } from './lists.ts';
import { confirmed, visitOf } from './visit.ts';

export interface CalendarParts {
  /** Present where something is served for the public. */
  readonly web?: Web | undefined;
}

export interface Web {
  /** Where the public finds it, without a slash at its end. */
  readonly url: string;
  readonly addresses: AddressDeeds;
}

/** The address that calendars follow; where nothing is served, a file. */
export async function calendar(
  parts: OwnListPorts & CalendarParts,
  context: Context,
): Promise<CardReply> {
  return parts.web === undefined
    ? calendarFile(parts, undefined, context)
    : privately(await drawAddress(parts, 'known', context));
}

/** Whoever presses a button from before nothing was served any more is told so. */
export async function drawAddress(
  { web }: CalendarParts,
  which: 'known' | 'renewed',
  context: Context,
): Promise<Card> {
  const { agenda, web: told } = context.messages;
  const words = told.address;
  if (web === undefined) return confirmed(words.none, context).card;
  const visit = visitOf(context.caller, context.programme.key);
  const { of, renew } = web.addresses;
  const { secret, madeAt } = await (which === 'renewed' ? renew(visit) : of(visit));
  const { timeZone } = context.programme.conference;
  const since = longDateWords(madeAt, timeZone, context.messages);
  const lines: readonly Block[] =
    secret === undefined
      ? [paragraph(words.unreadable(since))]
      : [
          paragraph(which === 'renewed' ? words.renewed : words.follow),
          paragraph({ kind: 'code', text: `${web.url}${calendarPath(secret)}` }),
          paragraph(words.where),
          paragraph(`${words.page} `, { kind: 'code', text: `${web.url}${listPath(secret)}` }),
        ];
  const buttons = [
    button(context, { kind: 'renewCalendar' }, words.renew),
    button(context, { kind: 'exportCalendar' }, agenda.calendar),
  ];
  return {
    kind: 'agenda',
    title: words.title,
    summary: secret === undefined ? words.unreadable(since) : words.follow,
    blocks: [...lines, quiet(words.caution), { kind: 'buttons', buttons }],
  };
}

/** Of one talk, or of the caller's list. */
export async function calendarFile(
  parts: OwnListPorts & CalendarParts,
  ref: ShortRef | undefined,
  context: Context,
): Promise<CardReply> {
  const { agenda, errors } = context.messages;
  if (ref !== undefined) {
    const talk = context.programme.talkByRef(ref);
    return talk === undefined
      ? refused(context.messages, errors.noSuchTalk)
      : fileOf(agenda.calendarTalkFile, [[context, [talk]]], context);
  }
  const lists = await ownLists(parts, context);
  const starred = lists.map((one) => [one.context, one.list.talks] as const);
  if (starred.every(([, talks]) => talks.length === 0)) {
    return refused(context.messages, agenda.empty);
  }
  const reply = fileOf(agenda.calendarFile, starred, context);
  return parts.web === undefined ? reply : { ...reply, card: withAddress(reply.card, context) };
}

/** A file stays as it is; what follows is one press away. */
function withAddress(card: Card, context: Context): Card {
  const { address } = context.messages.web;
  const follow = button(context, { kind: 'followCalendar' }, address.offer);
  return { ...card, blocks: [...card.blocks, { kind: 'buttons', buttons: [follow] }] };
}

function fileOf(
  name: string,
  lists: readonly (readonly [Pick<Context, 'programme'>, readonly Talk[]])[],
  context: Context,
): CardReply {
  const entries = lists.map(([{ programme }, talks]) => ({ ...programme, talks }));
  const content = calendarOf(entries, context.now, context.messages);
  const count = lists.reduce((sum, [, talks]) => sum + talks.length, 0);
  return {
    ...confirmed(context.messages.agenda.calendarReady(count), context),
    attachments: [{ name, mediaType: CALENDAR_MEDIA_TYPE, content }],
  };
}
