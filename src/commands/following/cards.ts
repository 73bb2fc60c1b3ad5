import type { Follow } from '../../agenda/following/follow.ts';
import { followName, type Reasons } from '../../agenda/following/followWords.ts';
import { followDay } from '../../announcements/following/followPlan.ts';
import { type Deed, fitsActionId } from '../../cards/actions/action.ts';
import { shortRef } from '../../cards/actions/reference.ts';
import type { Block, Button, Card, TalkRow } from '../../cards/cards.ts';
import { paragraph } from '../../cards/cards.ts';
import { button, fitsView } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { PAGE_SIZE, pageLine, pageOf, turnButtons } from '../../cards/listCard.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { talkRow } from '../../cards/talkRow.ts';
import type { FollowedView, View } from '../../cards/view.ts';
import { conferenceWords } from '../../cards/wording/conferenceWords.ts';
import { dotted } from '../../cards/wording/talkWords.ts';
import { dateWords } from '../../cards/wording/time.ts';
import { unfollowBlocks, withReason } from '../../courier/wording/followCards.ts';
import { followedOn } from '../../courier/wording/followed.ts';
import { createTalksOf, type FollowSubject, subjectKey } from '../../programme/following.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { type Context, everywhere } from '../context.ts';

/** What one follows, each with a button that ends it; `of` tells in which conference. */
export function followsCard(
  follows: readonly Follow[],
  page: number,
  context: Context,
  of: (follow: Follow) => Context = () => context,
): Card {
  const { following } = context.messages;
  const shown = pageOf(follows, page, PAGE_SIZE);
  const here = new Set(everywhere(context).map((one) => one.programme.key));
  const paged = { view: { kind: 'follows', page: shown.page }, pages: shown.pages } as const;
  const turns = turnButtons(paged, context);
  const summary = follows.length === 0 ? following.nothing : following.summary(follows.length);
  return {
    kind: 'agenda',
    title: following.title,
    summary,
    blocks: [
      paragraph(summary),
      ...shown.items.map((follow) => {
        const own = of(follow);
        // Where the community has it no more, the list is not drawn from there.
        return followRow(follow, here.has(own.programme.key) ? paged.view : undefined, own);
      }),
      ...pageLine(paged, context),
      ...(turns.length === 0 ? [] : [{ kind: 'buttons', buttons: turns } satisfies Block]),
    ],
  };
}

function followRow({ key, subject }: Follow, view: View | undefined, context: Context): TalkRow {
  const { following } = context.messages;
  const { conference, index } = context.programme;
  const talks = createTalksOf(
    conference,
    index,
  )(subject)?.filter((talk) => isToCome(talk, context));
  const count = talks === undefined ? [] : [following.toCome(talks.length)];
  return {
    kind: 'row',
    title: followName(subject, context),
    struck: false,
    details: [dotted([following.kinds[subject.kind], conferenceWords(context), ...count])],
    button: button(
      context,
      { kind: 'unfollow', follow: shortRef(key), ...(view && { view }) },
      following.stop,
    ),
  };
}

function isToCome({ status, end }: Talk, { now }: Frame): boolean {
  return status === 'scheduled' && end > now;
}

/** What of a day's talks comes because of follows, on one of its pages. */
export function followedCard({ on, page }: FollowedView, reasons: Reasons, frame: Context): Card {
  const { messages, programme } = frame;
  const { following } = messages;
  const day = followDay(programme.conference, on);
  const shown = pageOf(followedOn(day, reasons, programme, frame), page, PAGE_SIZE);
  const paged = { view: { kind: 'followed', on, page: shown.page }, pages: shown.pages } as const;
  const turns = turnButtons(paged, frame);
  const style = { when: 'dateTime', room: true, view: paged.view } as const;
  const title = following.digest(dateWords(day.start, programme.conference.timeZone, messages));
  return {
    kind: 'agenda',
    title,
    summary: title,
    blocks: [
      ...(shown.items.length === 0 ? [paragraph(following.toCome(0))] : []),
      ...shown.items.map((talk) => withReason(talkRow(talk, frame, style), talk, reasons, frame)),
      ...pageLine(paged, frame),
      ...openMenu(shown.items, frame),
      ...(turns.length === 0 ? [] : [{ kind: 'buttons', buttons: turns } satisfies Block]),
      ...unfollowBlocks(shown.items, reasons, frame),
    ],
  };
}

/** What of a talk can be followed; what is already can be followed no more. */
export function followTalkCard(
  talk: Talk,
  subjects: readonly FollowSubject[],
  follows: readonly Follow[],
  frame: Frame,
): Card {
  const { following } = frame.messages;
  const view: View = { kind: 'follow', talk: shortRef(talk.id) };
  return {
    kind: 'agenda',
    title: talk.title,
    summary: following.choose,
    blocks: [
      paragraph(following.choose),
      ...rowsOf(followButtons(subjects, follows, fitsView(frame, view) ? view : undefined, frame)),
    ],
  };
}

const IN_A_ROW = 5;
const MOST_CHOICES = 15;

export function rowsOf(buttons: readonly Button[]): readonly Block[] {
  const shown = buttons.slice(0, MOST_CHOICES);
  return Array.from({ length: Math.ceil(shown.length / IN_A_ROW) }, (_, row) => ({
    kind: 'buttons',
    buttons: shown.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  }));
}

/** Follows, or ends it; what does not fit into a button has none. */
export function followButtons(
  subjects: readonly FollowSubject[],
  follows: readonly Follow[],
  view: View | undefined,
  frame: Frame,
): readonly Button[] {
  const { follow, unfollow } = frame.messages.following;
  return subjects.flatMap((subject) => {
    const key = subjectKey(subject);
    const isFollowed = follows.some((one) => one.key === key);
    const redrawn = view === undefined ? {} : { view };
    const of = subject.kind === 'words' ? subject.name : shortRef(key);
    const deed: Deed = isFollowed
      ? { kind: 'unfollow', follow: shortRef(key), ...redrawn }
      : { kind: 'follow', what: subject.kind, of, ...redrawn };
    const label = (isFollowed ? unfollow : follow)(followName(subject, frame));
    return fitsActionId({ conference: frame.programme.key, deed })
      ? [button(frame, deed, label)]
      : [];
  });
}
