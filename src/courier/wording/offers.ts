import type { Member } from '../../agenda/member.ts';
import type { Star } from '../../agenda/star.ts';
import type { Block } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import type { Instant } from '../../clock.ts';
import type { Wish } from '../../outbox/afterwards.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import { feedbackOf } from '../../schedule/talkLinks.ts';
import { dayAmong } from '../../schedule/timetable.ts';

export interface Reminded {
  readonly start: Instant;
  readonly member: Member | undefined;
  readonly stars: readonly Star[];
  readonly find: (id: TalkId) => Talk | undefined;
}

/**
 * What a reminder offers once, as a button below it: to be asked how talks were, below the first one;
 * to hear of recordings, below the last one of the first day that has any. Nothing is kept of having
 * offered it, so that follows from the list as it is: a talk was reminded of that was starred before it began.
 */
export function offers(reminded: Reminded, frame: Frame): readonly Block[] {
  const { afterwards } = frame.messages;
  const wishes = wishesOffered(reminded, frame);
  const buttons = wishes.map((wish) =>
    button(frame, { kind: 'wish', wish }, afterwards.offer[wish]),
  );
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

function wishesOffered({ start, member, stars, find }: Reminded, frame: Frame): readonly Wish[] {
  const starred = stars.flatMap(({ talk: id, starredAt }) => {
    const talk = find(id);
    return talk?.status === 'scheduled' && starredAt < talk.start ? [talk] : [];
  });
  const dayStart = dayAmong(frame.programme.conference.days, start)?.start ?? start;
  const dayOf = (talk: Talk) => dayAmong(frame.programme.conference.days, talk.start)?.start;
  const isFirst = starred.every((talk) => talk.start >= start);
  const isFirstDay = starred.every((talk) => talk.start >= dayStart);
  const isLast = starred.every((talk) => talk.start <= start || dayOf(talk) !== dayStart);
  const isAskedFor = starred.some((talk) => feedbackOf(talk) !== undefined);
  const isRecorded = starred.some((talk) => talk.isRecorded !== false);
  return [
    ...(isLast && isFirstDay && isRecorded && member?.wantsRecordings === false
      ? (['recordings'] as const)
      : []),
    ...(isFirst && isAskedFor && member?.wantsFeedback === false ? (['feedback'] as const) : []),
  ];
}
