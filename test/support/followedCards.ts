import type { Reasons } from '../../src/agenda/following/followWords.ts';
import type { Card } from '../../src/cards/cards.ts';
import type { Frame } from '../../src/cards/frame.ts';
import { followsCard } from '../../src/commands/following/cards.ts';
import { recordingCard } from '../../src/courier/wording/afterwardsCards.ts';
import { followDigestCard, followNewsCard } from '../../src/courier/wording/followCards.ts';
import { reminder } from '../../src/courier/wording/reminder.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { type FollowSubject, speakerSubject, subjectKey } from '../../src/programme/following.ts';
import { bundled } from '../commands/support/corridor.ts';

const MINUTE_MS = 60_000;

const programme = await bundled();
const { conference } = programme;
/** What Hallway says because of what somebody follows, who has starred the second talk; by the names of their goldens. */
export function followedCardsIn(locale: string): Readonly<Record<string, Card>> {
  const [first, second, third] = conference.talks;
  const [day] = conference.days;
  const [speaker] = first?.speakers ?? [];
  if (!first || !second || !third || !day || !speaker) throw new Error('The devroom has talks.');
  const subjects: readonly FollowSubject[] = [
    speakerSubject(speaker),
    { kind: 'words', name: 'lazy *distribution*' },
  ];
  const follows = subjects.map((subject) => ({
    ...{ key: subjectKey(subject), subject, followedAt: first.start - 300 * MINUTE_MS },
  }));
  const reasons: Reasons = {
    follows,
    talks: follows.flatMap(({ key }) => conference.talks.map(({ id }) => ({ talk: id, key }))),
  };
  const find = programme.timetable.talk;

  const frame: Omit<Frame, 'beside'> = {
    ...{ messages: messagesFor(locale), programme, now: first.start - 10 * MINUTE_MS },
    ...{ starred: new Set([second.id]), audience: 'caller' },
  };
  const over: Frame = { ...frame, now: conference.talks.at(-1)?.end ?? 0 };
  return {
    'reminder-of-followed': reminder(
      [first],
      { start: first.start, again: 0, member: undefined, stars: [], reasons, find },
      frame,
    ),
    'follow-news': followNewsCard([first], reasons, frame),
    'follow-news-of-several': followNewsCard([first, third], reasons, frame),
    'follow-digest': followDigestCard(day, [first, third], reasons, frame),
    'recordings-of-followed': recordingCard(conference.talks, reasons, over),
    'what-one-follows': followsCard(follows, 1, {
      ...frame,
      programme,
      member: { platform: 'chat', id: 'ada' },
      caller: {
        ...{ platform: 'chat', community: 'fosdem', member: 'ada' },
        ...{ locale, isOrganiser: false },
      },
    }),
  };
}
