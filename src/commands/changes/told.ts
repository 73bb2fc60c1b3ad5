import { type MemberListPorts, readMemberList } from '../../agenda/list/memberList.ts';
import { type Card, quiet, type TalkRow } from '../../cards/cards.ts';
import { starButton, viewButton } from '../../cards/controls.ts';
import { PAGE_SIZE, pageLine, pageOf, turnButtons } from '../../cards/listCard.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { problemCard } from '../../cards/problem.ts';
import type { ChangesView } from '../../cards/view.ts';
import {
  changeCounts,
  changeRow,
  changesTitle,
  type Noticed,
  noticedOf,
  weightiestFirst,
} from '../../courier/wording/news/changeRow.ts';
import type { Told } from '../../outbox/record.ts';
import { communityOf, type Target } from '../../platform/target.ts';
import type { Context } from '../context.ts';

export interface ToldChangesPorts extends MemberListPorts {
  readonly told: Told;
}

/**
 * All of the changes that a digest told of, beside their talks as they are now. They are looked up
 * as what the caller's own community, or the caller, was told: a button from elsewhere opens nothing.
 */
export async function drawToldChanges(
  ports: ToldChangesPorts,
  view: ChangesView,
  context: Context,
): Promise<Card> {
  const { messages, programme } = context;
  const target = targetOf(view, context);
  const to = target && { target, conference: programme.key };
  const changes = to && (await ports.told.changes(to, view.update));
  if (changes === undefined) return problemCard(messages, messages.errors.changesGone);
  const { clashes } = await readMemberList(ports, context.member, programme);
  const whose = view.channel === undefined ? 'mine' : 'everyones';
  const noticed = noticedOf(changes, programme.timetable, whose === 'mine' ? clashes : new Map());
  return changesCard(noticed, whose, view, context);
}

function targetOf({ channel }: ChangesView, { caller, member }: Context): Target | undefined {
  const { platform, id } = member;
  if (channel === undefined) return { kind: 'member', platform, member: id };
  const community = communityOf(caller);
  return community && { kind: 'channel', platform, community: community.id, channel };
}

/** The weightiest first, by page. */
function changesCard(
  noticed: readonly Noticed[],
  whose: 'mine' | 'everyones',
  view: ChangesView,
  context: Context,
): Card {
  const { items, page, pages } = pageOf(weightiestFirst(noticed), view.page, PAGE_SIZE);
  const paged = { view: { ...view, page }, pages };
  const counts = changeCounts(noticed, context);
  const talks = items.flatMap(({ talk }) => talk ?? []);
  const { wholeSchedule } = context.messages.announcements;
  return {
    kind: 'notice',
    title: changesTitle(noticed.length, whose, context),
    summary: counts,
    blocks: [
      quiet(counts),
      ...items.map((each) => starredRow(each, paged.view, context)),
      ...pageLine(paged, context),
      ...openMenu(talks, context),
      {
        kind: 'buttons',
        buttons: [
          ...turnButtons(paged, context),
          viewButton(context, { kind: 'schedule', page: 1 }, wholeSchedule),
        ],
      },
    ],
  };
}

function starredRow(noticed: Noticed, view: ChangesView, context: Context): TalkRow {
  const { talk } = noticed;
  return {
    ...changeRow(noticed, true, context),
    ...(talk === undefined ? {} : { button: starButton(context, talk, view) }),
  };
}
