import { becauseWords, type Reasons, unfollowButtons } from '../../agenda/following/followWords.ts';
import {
  type FollowDay,
  followDay,
  MOST_FOLLOW_MESSAGES,
} from '../../announcements/following/followPlan.ts';
import { type Block, type Card, paragraph, quiet, type TalkRow } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { PAGE_SIZE } from '../../cards/listCard.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { talkRow } from '../../cards/talkRow.ts';
import { placeWords } from '../../cards/wording/talkWords.ts';
import { dateWords } from '../../cards/wording/time.ts';
import type { Instant } from '../../clock.ts';
import type { Talk } from '../../schedule/schedule.ts';

/** Talks that a new version brought to what the member follows. */
export function followNewsCard(talks: readonly Talk[], reasons: Reasons, frame: Frame): Card {
  const { following, marks } = frame.messages;
  const title = following.news(talks.length);
  const [first] = talks;
  const isOne = talks.length === 1 && first !== undefined;
  const said = isOne
    ? `${first.title}, ${placeWords(first, frame)}`
    : talks.map((talk) => talk.title).join(marks.semicolon);
  return {
    kind: 'notice',
    title,
    summary: title + marks.colon + said,
    blocks: followedBlocks(talks, reasons, followDay(frame.programme.conference, frame.now), frame),
  };
}

/** What follows would tell on the rest of a day of which a member has had the most messages. */
export function followDigestCard(
  day: FollowDay,
  talks: readonly Talk[],
  reasons: Reasons,
  frame: Frame,
): Card {
  const { messages, programme } = frame;
  const { digest, digestIntro } = messages.following;
  const title = digest(dateWords(day.start, programme.conference.timeZone, messages));
  return {
    kind: 'digest',
    title,
    summary: title,
    blocks: [
      paragraph(digestIntro(MOST_FOLLOW_MESSAGES)),
      ...followedBlocks(talks, reasons, day, frame),
    ],
  };
}

const STYLE = { when: 'dateTime', room: true, lasting: true } as const;

/** What does not fit is counted, and all of the day opens by a button. */
function followedBlocks(
  talks: readonly Talk[],
  reasons: Reasons,
  { start: on }: FollowDay,
  frame: Frame,
): readonly Block[] {
  const shown = talks.slice(0, PAGE_SIZE);
  const rest = talks.length - shown.length;
  return [
    ...shown.map((talk) => withReason(talkRow(talk, frame, STYLE), talk, reasons, frame)),
    ...(rest > 0 ? [quiet(frame.messages.announcements.andMoreTalks(rest))] : []),
    ...openMenu(talks, frame),
    ...(rest > 0 ? [allOfTheDay(on, frame)] : []),
    ...unfollowBlocks(shown, reasons, frame),
  ];
}

/** In a message of its own: this one is brought up to date. */
function allOfTheDay(on: Instant, frame: Frame): Block {
  const { ofTheDay } = frame.messages.following;
  return {
    kind: 'buttons',
    buttons: [button(frame, { kind: 'open', view: { kind: 'followed', on, page: 1 } }, ofTheDay)],
  };
}

/** A row that says why its reader hears of the talk. */
export function withReason(row: TalkRow, talk: Talk, reasons: Reasons, frame: Frame): TalkRow {
  const because = becauseWords(talk.id, reasons, frame);
  return because === undefined ? row : { ...row, details: [...row.details, [because]] };
}

/** Buttons to follow no more what brought these talks. */
export function unfollowBlocks(
  talks: readonly Talk[],
  reasons: Reasons,
  frame: Frame,
): readonly Block[] {
  const ids = talks.map(({ id }) => id);
  const buttons = unfollowButtons(ids, reasons, frame);
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}
