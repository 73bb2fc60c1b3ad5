import { type Block, type Card, paragraph, quiet } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { talkRow } from '../../cards/talkRow.ts';
import type { Talk } from '../../schedule/schedule.ts';

/** As many as every platform shows with their buttons. */
const MOST_ROWS = 12;

/**
 * Talks of a member's list that are still to come, as a channel sees them: nothing of clashes, leads or
 * what is over. `whose` is what its member is called there. They see it so before anybody else does, with the button that posts it
 * (issue 17, 7).
 */
export function sharedListCard(
  talks: readonly Talk[],
  whose: string | undefined,
  frame: Frame,
): Card {
  const { agenda, announcements } = frame.messages;
  const toCome = talks.filter(({ end, status }) => status === 'scheduled' && end > frame.now);
  const shown = toCome.slice(0, MOST_ROWS);
  const rest = toCome.length - shown.length;
  const summary = toCome.length === 0 ? agenda.nothingToShare : agenda.shared(toCome.length, whose);
  return {
    kind: 'talks',
    title: agenda.sharedTitle,
    summary,
    blocks: [
      paragraph(summary),
      ...shown.map((talk) => talkRow(talk, frame, { when: 'dateTime', room: true })),
      ...(rest > 0 ? [quiet(announcements.andMoreTalks(rest))] : []),
      ...(frame.audience === 'caller' && toCome.length > 0 ? posting(frame) : []),
    ],
  };
}

function posting(frame: Frame): readonly Block[] {
  const { agenda } = frame.messages;
  const post = button(
    frame,
    { kind: 'share', view: { kind: 'sharedList' } },
    agenda.postHere,
    'primary',
  );
  const file = button(frame, { kind: 'exportCalendar' }, agenda.calendar);
  return [quiet(agenda.sharePreview), { kind: 'buttons', buttons: [post, file] }];
}
