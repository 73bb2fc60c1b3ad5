import { becauseWords, type Reasons, unfollowButtons } from '../../agenda/following/followWords.ts';
import { type FollowDay, MOST_FOLLOW_MESSAGES } from '../../announcements/following/followPlan.ts';
import { type Block, type Card, paragraph, quiet, type TalkRow } from '../../cards/cards.ts';
import type { Frame } from '../../cards/frame.ts';
import { PAGE_SIZE } from '../../cards/listCard.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { type RowStyle, talkRow } from '../../cards/talkRow.ts';
import { placeWords } from '../../cards/wording/talkWords.ts';
import { dateWords } from '../../cards/wording/time.ts';
import type { Talk } from '../../schedule/schedule.ts';

/** Talks that a new version brought to what the member follows. */
export function followNewsCard(talks: readonly Talk[], reasons: Reasons, frame: Frame): Card {
  const title = frame.messages.following.news(talks.length);
  const [first] = talks;
  const isOne = talks.length === 1 && first !== undefined;
  const said = isOne
    ? `${first.title}, ${placeWords(first, frame)}`
    : talks.map((talk) => talk.title).join('; ');
  return {
    kind: 'notice',
    title,
    summary: `${title}: ${said}`,
    blocks: followedBlocks(talks, reasons, { when: 'dateTime', room: true, lasting: true }, frame),
  };
}

/** What follows would tell on the rest of a day of which a member has had the most messages. */
export function followDigestCard(
  { start }: Pick<FollowDay, 'start'>,
  talks: readonly Talk[],
  reasons: Reasons,
  frame: Frame,
): Card {
  const { messages, programme } = frame;
  const { digest, digestIntro } = messages.following;
  const title = digest(dateWords(start, programme.conference.timeZone, messages));
  const style = { when: 'dateTime', room: true, lasting: true } as const;
  return {
    kind: 'digest',
    title,
    summary: title,
    blocks: [
      paragraph(digestIntro(MOST_FOLLOW_MESSAGES)),
      ...followedBlocks(talks, reasons, style, frame),
    ],
  };
}

function followedBlocks(
  talks: readonly Talk[],
  reasons: Reasons,
  style: RowStyle,
  frame: Frame,
): readonly Block[] {
  const shown = talks.slice(0, PAGE_SIZE);
  const rest = talks.length - shown.length;
  return [
    ...shown.map((talk) => withReason(talkRow(talk, frame, style), talk, reasons, frame)),
    ...(rest > 0 ? [quiet(frame.messages.announcements.andMoreTalks(rest))] : []),
    ...openMenu(talks, frame),
    ...unfollowBlocks(shown, reasons, frame),
  ];
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
