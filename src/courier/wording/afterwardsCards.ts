import {
  becauseWords,
  followedView,
  followName,
  followsOf,
  NO_REASONS,
  type Reasons,
} from '../../agenda/following/followWords.ts';
import {
  type Block,
  type Button,
  type Card,
  paragraph,
  quiet,
  type Text,
} from '../../cards/cards.ts';
import { button, fitsView, openTalkId, viewButton } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { PAGE_SIZE } from '../../cards/listCard.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { ROW_SPEAKERS } from '../../cards/talkRow.ts';
import { dotted, speakerWords } from '../../cards/wording/talkWords.ts';
import { spanTime } from '../../cards/wording/time.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { feedbackOf, recordingsOf } from '../../schedule/talkLinks.ts';

/** So many are named; the others are on the list or among what is followed, each card with its recording first. */
const MOST_NAMED = 20;
/** One of each talk, and another form of it; of many, one. */
const LINKS_OF_FEW = 2;
/** Beside the one that ends it, in a row of five. */
const MOST_PLACES = 4;

/** To a member: talks on their list, or that they follow, can be seen again. */
export function recordingCard(talks: readonly Talk[], reasons: Reasons, frame: Frame): Card {
  const { afterwards } = frame.messages;
  const stop = button(frame, { kind: 'unwish', wish: 'recordings' }, afterwards.stopRecordings);
  return afterwardsCard(talks, reasons, frame, {
    title: afterwards.recordings(talks.length),
    links: (talk) =>
      recordingsOf(talk, frame.now).slice(0, talks.length > PAGE_SIZE ? 1 : LINKS_OF_FEW),
    stop,
  });
}

/** To a member: where to say how talks on their list were. */
export function feedbackCard(talks: readonly Talk[], frame: Frame): Card {
  const { afterwards } = frame.messages;
  const stop = button(frame, { kind: 'unwish', wish: 'feedback' }, afterwards.stopFeedback);
  return afterwardsCard(talks, NO_REASONS, frame, {
    title: afterwards.howWasIt(talks.length),
    links: (talk) => {
      const url = feedbackOf(talk);
      return url === undefined ? [] : [{ title: url, url }];
    },
    stop,
  });
}

interface Afterwards {
  readonly title: string;
  readonly links: (talk: Talk) => Talk['links'];
  readonly stop: ReturnType<typeof button>;
}

function afterwardsCard(
  talks: readonly Talk[],
  reasons: Reasons,
  frame: Frame,
  { title, links, stop }: Afterwards,
): Card {
  const { announcements, marks } = frame.messages;
  const named = talks.slice(0, MOST_NAMED);
  const unsaid = talks.slice(MOST_NAMED);
  const lineOf = (talk: Talk): Text =>
    dotted(links(talk).map(({ title: text, url }) => ({ kind: 'link', text, url }) as const));
  return {
    kind: 'reminder',
    title,
    summary: title + marks.colon + named.map((talk) => talk.title).join(marks.semicolon),
    blocks: [
      ...named.slice(0, PAGE_SIZE).map((talk) => row(talk, lineOf(talk), reasons, frame)),
      ...named.slice(PAGE_SIZE).map((talk) => paragraph(talk.title + marks.colon, ...lineOf(talk))),
      ...(unsaid.length > 0 ? [quiet(announcements.andMoreTalks(unsaid.length))] : []),
      ...openMenu(named, frame),
      { kind: 'buttons', buttons: [...placesOf(unsaid, reasons, frame), stop] },
    ],
  };
}

/** Where talks are to be found that a message has no room for: the list, and all that a follow finds. */
function placesOf(talks: readonly Talk[], reasons: Reasons, frame: Frame): readonly Button[] {
  const { agenda } = frame.messages;
  const followed = talks.filter(({ id }) => !frame.starred.has(id));
  const list =
    followed.length < talks.length
      ? [viewButton(frame, { kind: 'mytalks', page: 1 }, agenda.title)]
      : [];
  const follows = new Set(followed.flatMap(({ id }) => followsOf(id, reasons)));
  const searches = [...follows].flatMap(({ subject }) => {
    const view = followedView(subject, frame);
    return fitsView(frame, view) ? [viewButton(frame, view, followName(subject, frame))] : [];
  });
  return [...list, ...searches].slice(0, MOST_PLACES);
}

function row(talk: Talk, links: Text, reasons: Reasons, frame: Frame): Block {
  const { messages, programme } = frame;
  const when = spanTime(talk, programme.conference.timeZone, 'dateTime', messages);
  const because = frame.starred.has(talk.id) ? undefined : becauseWords(talk.id, reasons, frame);
  const details = [dotted([when, speakerWords(talk, ROW_SPEAKERS, messages)]), links];
  return {
    kind: 'row',
    title: talk.title,
    struck: false,
    details: because === undefined ? details : [...details, [because]],
    open: openTalkId(frame, talk),
  };
}
