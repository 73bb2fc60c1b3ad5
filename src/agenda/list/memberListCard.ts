import { type Block, type Button, type Card, paragraph, quiet } from '../../cards/cards.ts';
import { button, viewButton } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { PAGE_SIZE, pageOf } from '../../cards/listCard.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { talkRow } from '../../cards/talkRow.ts';
import type { View } from '../../cards/view.ts';
import { dayTitle } from '../../cards/wording/talkWords.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { dayAmong } from '../../schedule/timetable.ts';
import { followName } from '../following/followWords.ts';
import type { MemberList } from './memberList.ts';

/** Whether the card answers `/mytalks`, or lives in the direct messages while time goes on. */
type ListLife = 'answer' | 'lasting';

/**
 * A member's list by day, one page of it: clashes marked on both sides, canceled talks struck
 * through.
 */
export function memberListCard(mine: MemberList, page: number, life: ListLife, frame: Frame): Card {
  const { agenda } = frame.messages;
  const shown = pageOf(mine.talks, page, PAGE_SIZE);
  const summary =
    mine.talks.length === 0 ? agenda.empty : agenda.summary(mine.talks.length, mine.clashes.size);
  return {
    kind: 'agenda',
    title: agenda.title,
    summary,
    blocks: [
      ...(mine.directMessages === 'closed' ? [quiet(agenda.directMessagesClosed)] : []),
      paragraph(summary),
      ...shown.items.flatMap((talk, index) => [
        ...dayHeading(talk, shown.items[index - 1], frame),
        row(talk, mine, shown.page, life, frame),
      ]),
      ...(shown.pages > 1 ? [quiet(frame.messages.lists.page(shown.page, shown.pages))] : []),
      quiet(mine.volume === 'full' ? reminderWords(mine, frame) : agenda.volume[mine.volume]),
      ...followLine(mine, frame),
      ...openMenu(shown.items, frame),
      ...buttons(mine, shown, frame),
    ],
  };
}

function row(
  talk: Talk,
  { clashes, ownLeads, volume }: MemberList,
  page: number,
  life: ListLife,
  frame: Frame,
): Block {
  const { agenda } = frame.messages;
  const view: View = { kind: 'mytalks', page };
  const lasting = life === 'lasting';
  const plain = talkRow(talk, frame, { when: 'time', room: true, view, lasting });
  const others = clashes.get(talk) ?? [];
  const own = volume === 'full' ? ownLeads.get(talk) : undefined;
  const titles = others.map(({ title }) => agenda.quoted(title)).join(', ');
  return {
    ...plain,
    details: [
      ...plain.details,
      ...(own === undefined || talk.status === 'canceled' ? [] : [[agenda.ownLead(own)]]),
      ...(others.length === 0 ? [] : [[{ kind: 'strong', text: agenda.clash(titles) } as const]]),
    ],
  };
}

/** When reminders come, and that some talks have a lead of their own. */
function reminderWords({ leadMinutes, ownLeads, talks }: MemberList, frame: Frame): string {
  const { agenda } = frame.messages;
  const others = talks.filter((talk) => ownLeads.has(talk)).length;
  const words = agenda.reminders(leadMinutes);
  return others === 0 ? words : `${words} ${agenda.ownLeads(others)}`;
}

/** The talks of what is followed are not on the list. */
function followLine({ follows }: MemberList, frame: Frame): Block[] {
  if (follows.length === 0) return [];
  const names = follows.map((subject) => followName(subject, frame)).join(', ');
  return [quiet(frame.messages.following.atEnd(names))];
}

function dayHeading(talk: Talk, before: Talk | undefined, frame: Frame): Block[] {
  const day = dayOf(talk, frame);
  if (day === undefined || (before !== undefined && dayOf(before, frame) === day)) return [];
  return [{ kind: 'heading', text: dayTitle(day, frame) }];
}

function dayOf({ start }: Talk, { programme }: Frame) {
  return dayAmong(programme.conference.days, start);
}

function buttons(
  mine: MemberList,
  { page, pages }: { readonly page: number; readonly pages: number },
  frame: Frame,
): Block[] {
  const { agenda, lists } = frame.messages;
  const turns: Button[] = [
    ...(page > 1 ? [viewButton(frame, { kind: 'mytalks', page: page - 1 }, lists.back)] : []),
    ...(page < pages ? [viewButton(frame, { kind: 'mytalks', page: page + 1 }, lists.more)] : []),
  ];
  const settings = button(
    frame,
    { kind: 'open', view: { kind: 'settings' } },
    frame.messages.settings.title,
  );
  const deeds: Button[] = [
    ...(mine.talks.length === 0
      ? []
      : [
          button(frame, { kind: 'sendList' }, agenda.sendList),
          button(frame, { kind: 'exportCalendar' }, agenda.calendar),
        ]),
    settings,
    ...(mine.talks.length === 0
      ? []
      : [
          ...suggestButton(frame),
          button(frame, { kind: 'drawDay' }, frame.messages.picture.button),
        ]),
  ];
  const rows = [turns, deeds].filter((row) => row.length > 0);
  return rows.map((row) => ({ kind: 'buttons', buttons: row }));
}

/** What to see beside: while there is something to come. */
function suggestButton(frame: Frame): readonly Button[] {
  const { messages, programme, now } = frame;
  const view: View = { kind: 'suggest', within: 'day', query: '', page: 1 };
  const isOver = programme.conference.talks.every(({ start }) => start < now);
  return isOver ? [] : [button(frame, { kind: 'open', view }, messages.agenda.whatToSee)];
}
