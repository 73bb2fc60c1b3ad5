import type { Reasons } from '../../agenda/following/followWords.ts';
import type { Member } from '../../agenda/member.ts';
import type { Star } from '../../agenda/star.ts';
import { SNOOZE_MINUTES } from '../../cards/actions/snoozeDeed.ts';
import type { Block, Button } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { type Instant, MINUTE_MS } from '../../clock.ts';
import type { Wish } from '../../outbox/kinds/afterwards.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import { feedbackOf } from '../../schedule/talkLinks.ts';
import { dayAmong } from '../../schedule/timetable.ts';

export interface Reminded {
  readonly start: Instant;
  /** How often it came again as yet. */
  readonly again: number;
  readonly member: Member | undefined;
  readonly stars: readonly Star[];
  readonly reasons: Reasons;
  readonly find: (id: TalkId) => Talk | undefined;
}

/** What can be done about a reminder, as buttons below it. */
export function offers(reminded: Reminded, frame: Frame): readonly Block[] {
  const buttons = [...snoozes(reminded, frame), ...wishes(reminded, frame)];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

/** To be reminded once more, while that is before the start. */
function snoozes({ start, again }: Reminded, frame: Frame): readonly Button[] {
  const { snooze } = frame.messages.agenda;
  return SNOOZE_MINUTES.filter((minutes) => frame.now + minutes * MINUTE_MS < start).map(
    (minutes) =>
      button(frame, { kind: 'snooze', minutes, start, again: again + 1 }, snooze(minutes)),
  );
}

/**
 * What a reminder offers once, as a button below it: to be asked how talks on the list were, below the
 * first one of those; to hear of recordings, below the last one of the first day that has any. Nothing is kept of having
 * offered it, so that follows from the list and what is followed as they are: a talk was reminded of that
 * was starred, or found by a follow, before it began.
 */
function wishes(reminded: Reminded, frame: Frame): readonly Button[] {
  const { offer } = frame.messages.afterwards;
  return wishesOffered(reminded, frame).map((wish) =>
    button(frame, { kind: 'wish', wish }, offer[wish]),
  );
}

function wishesOffered(reminded: Reminded, frame: Frame): readonly Wish[] {
  const { start, member } = reminded;
  const marked = markedInTime(reminded);
  const dayStart = dayAmong(frame.programme.conference.days, start)?.start ?? start;
  const dayOf = (talk: Talk) => dayAmong(frame.programme.conference.days, talk.start)?.start;
  const listed = marked.filter(({ id }) => frame.starred.has(id));
  const isFirst =
    listed.some((talk) => talk.start === start) && listed.every((talk) => talk.start >= start);
  const isFirstDay = marked.every((talk) => talk.start >= dayStart);
  const isLast = marked.every((talk) => talk.start <= start || dayOf(talk) !== dayStart);
  const isAskedFor = listed.some((talk) => feedbackOf(talk) !== undefined);
  // Some sources have no place for the link of a recording.
  const isRecorded =
    !frame.programme.conference.lacks?.includes('links') &&
    marked.some((talk) => talk.isRecorded !== false);
  return [
    ...(isLast && isFirstDay && isRecorded && member?.wantsRecordings === false
      ? (['recordings'] as const)
      : []),
    ...(isFirst && isAskedFor && member?.wantsFeedback === false ? (['feedback'] as const) : []),
  ];
}

/** The talks that the member is, or was, reminded of. */
function markedInTime({ stars, reasons, find }: Reminded): readonly Talk[] {
  const followedAt = new Map(reasons.follows.map((one) => [one.key, one.followedAt]));
  const marks = [
    ...stars.map(({ talk, starredAt }) => ({ talk, since: starredAt })),
    ...reasons.talks.map(({ talk, key, newSince }) => ({
      talk,
      since: newSince ?? followedAt.get(key) ?? 0,
    })),
  ];
  return marks.flatMap(({ talk: id, since }) => {
    const talk = find(id);
    return talk?.status === 'scheduled' && since < talk.start ? [talk] : [];
  });
}
