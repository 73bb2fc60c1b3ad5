import { becauseWords, NO_REASONS, type Reasons } from '../../agenda/following/followWords.ts';
import { type Block, type Card, paragraph, type TalkRow, type Text } from '../../cards/cards.ts';
import { openTalkId, rowOptions, starButton } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { PAGE_SIZE } from '../../cards/listCard.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { ROW_SPEAKERS } from '../../cards/talkRow.ts';
import {
  crowdWords,
  dotted,
  placeWords,
  roomWords,
  speakerWords,
  watchLine,
} from '../../cards/wording/talkWords.ts';
import { clockWords, dateWords, durationWords, spanTime } from '../../cards/wording/time.ts';
import { type Instant, MINUTE_MS } from '../../clock.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { unfollowBlocks } from './followCards.ts';

/** Rows with a button each; more fit into no platform's message. */
const MOST_LINES = 40;

/** Where readers were told to go first, by the ids of talks. */
type ToldRooms = Readonly<Record<string, string>>;

/** To a channel: these talks start together, soon or just now. */
export function announcementCard(
  talks: readonly Talk[],
  start: Instant,
  frame: Frame,
  told: ToldRooms = {},
): Card {
  const title = startingWords(talks.length, start, frame);
  return {
    kind: 'announcement',
    title,
    summary: summary(title, talks, frame),
    blocks: startingBlocks(talks, start, frame, (talk) => otherRoom(talk, told, frame)),
  };
}

/** To a member: talks on their list start, soon or just now, or talks that they follow. */
export function reminderCard(
  talks: readonly Talk[],
  start: Instant,
  frame: Frame,
  reasons: Reasons = NO_REASONS,
): Card {
  const { onYourList } = frame.messages.announcements;
  const words = startingWords(talks.length, start, frame);
  const isListed = talks.some(({ id }) => frame.starred.has(id));
  const title = isListed ? onYourList(words) : words;
  const followed = talks.filter(({ id }) => !frame.starred.has(id));
  return {
    kind: 'reminder',
    title,
    summary: summary(title, talks, frame),
    blocks: [
      ...startingBlocks(talks, start, frame, (talk) =>
        followed.includes(talk) ? becauseWords(talk.id, reasons, frame) : undefined,
      ),
      ...unfollowBlocks(followed, reasons, frame),
    ],
  };
}

/** An announcement that is out, after a change: what it said for `start`, and how that stands now. */
export function correctedCard(
  talks: readonly Talk[],
  start: Instant,
  frame: Frame,
  told: ToldRooms = {},
): Card {
  const { messages, programme } = frame;
  const title = messages.announcements.corrected(
    clockWords(start, programme.conference.timeZone, messages),
  );
  const mark = (talk: Talk) => standing(talk, start, frame) ?? otherRoom(talk, told, frame);
  const changedFirst = [...talks.filter(mark), ...talks.filter((talk) => !mark(talk))];
  return {
    kind: 'announcement',
    title,
    summary: summary(title, talks, frame),
    blocks: startingBlocks(changedFirst, start, frame, mark),
  };
}

function standing(talk: Talk, start: Instant, frame: Frame): string | undefined {
  const { messages, programme } = frame;
  const { timeZone } = programme.conference;
  if (talk.status === 'canceled') return messages.talk.canceledMark;
  if (talk.start === start) return undefined;
  const isSameDay =
    dateWords(talk.start, timeZone, messages) === dateWords(start, timeZone, messages);
  const place = isSameDay ? clockWords(talk.start, timeZone, messages) : placeWords(talk, frame);
  return messages.announcements.movedTo(place);
}

function otherRoom({ id, room }: Talk, told: ToldRooms, { messages }: Frame): string | undefined {
  const before = Object.hasOwn(told, id) ? told[id] : undefined;
  const isThere = before === undefined || before === room;
  return isThere ? undefined : messages.announcements.otherRoom(before);
}

function summary(title: string, talks: readonly Talk[], frame: Frame): string {
  const [first] = talks;
  const { announcements, marks } = frame.messages;
  if (first === undefined) return title;
  return talks.length === 1
    ? `${announcements.one(title, first.title)}, ${placeWords(first, frame)}`
    : title + marks.colon + talks.map((talk) => talk.title).join(marks.semicolon);
}

function startingBlocks(
  talks: readonly Talk[],
  start: Instant,
  frame: Frame,
  mark: (talk: Talk) => string | undefined = () => undefined,
): readonly Block[] {
  const rest = talks.slice(PAGE_SIZE);
  return [
    ...talks.slice(0, PAGE_SIZE).map((talk) => startingRow(talk, start, frame, mark(talk))),
    ...(rest.length === 0 ? [] : [theRest(rest, frame, mark)]),
    ...openMenu(talks, frame),
  ];
}

/** Of a talk that starts when it was said to, where it is watched. */
function startingRow(talk: Talk, start: Instant, frame: Frame, mark: string | undefined): TalkRow {
  const { messages, programme } = frame;
  const when = spanTime(talk, programme.conference.timeZone, 'time', messages);
  const watch = talk.start === start ? watchLine(talk, frame) : undefined;
  const details: Text[] = [
    dotted([
      ...[when, roomWords(talk, frame), crowdWords(talk, frame)],
      speakerWords(talk, ROW_SPEAKERS, messages),
    ]),
    ...(mark === undefined ? [] : [[{ kind: 'strong', text: mark } as const]]),
    ...(watch === undefined ? [] : [watch]),
  ];
  return {
    kind: 'row',
    title: talk.title,
    struck: talk.status === 'canceled',
    details,
    open: openTalkId(frame, talk),
    button: starButton(frame, talk, undefined),
    more: rowOptions(frame, talk),
  };
}

/** Without buttons of their own, but to be opened from the menu. */
function theRest(
  talks: readonly Talk[],
  frame: Frame,
  mark: (talk: Talk) => string | undefined,
): Block {
  const { announcements } = frame.messages;
  const lines = talks
    .slice(0, MOST_LINES)
    .map((talk) =>
      [talk.title, roomWords(talk, frame), crowdWords(talk, frame), mark(talk)]
        .filter((part) => part !== undefined)
        .join(', '),
    );
  const unsaid = talks.length - lines.length;
  if (unsaid > 0) lines.push(announcements.andMoreTalks(unsaid));
  return paragraph(announcements.alsoStarting(lines));
}

/** `Starts in 7 min`, `3 talks start now`, `Started 2 min ago`: true at the moment of sending. */
function startingWords(count: number, start: Instant, { messages, now }: Frame): string {
  const { announcements } = messages;
  if (now < start) return announcements.startsIn(count, durationWords(start - now, messages));
  const agoMs = Math.floor((now - start) / MINUTE_MS) * MINUTE_MS;
  return agoMs === 0
    ? announcements.startsNow(count)
    : announcements.startedAgo(count, durationWords(agoMs, messages));
}
