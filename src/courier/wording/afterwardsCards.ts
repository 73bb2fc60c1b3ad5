import { type Block, type Card, paragraph, quiet, type Text } from '../../cards/cards.ts';
import { button, openTalkId, viewButton } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { PAGE_SIZE } from '../../cards/listCard.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { ROW_SPEAKERS } from '../../cards/talkRow.ts';
import { dotted, speakerWords } from '../../cards/talkWords.ts';
import { spanTime } from '../../cards/time.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { feedbackOf, recordingsOf } from '../../schedule/talkLinks.ts';

/** So many are named; the others are on the list, each with its recording first. */
const MOST_NAMED = 20;
/** One of each talk, and another form of it; of many, one. */
const LINKS_OF_FEW = 2;

/** To a member: talks on their list can be seen again. */
export function recordingCard(talks: readonly Talk[], frame: Frame): Card {
  const { afterwards } = frame.messages;
  const stop = button(frame, { kind: 'unwish', wish: 'recordings' }, afterwards.stopRecordings);
  return afterwardsCard(talks, frame, {
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
  return afterwardsCard(talks, frame, {
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

function afterwardsCard(talks: readonly Talk[], frame: Frame, parts: Afterwards): Card {
  const { title, links, stop } = parts;
  const { andMoreTalks } = frame.messages.announcements;
  const named = talks.slice(0, MOST_NAMED);
  const unsaid = talks.length - named.length;
  const lineOf = (talk: Talk): Text =>
    dotted(links(talk).map(({ title: text, url }) => ({ kind: 'link', text, url }) as const));
  const list = viewButton(frame, { kind: 'mytalks', page: 1 }, frame.messages.agenda.title);
  return {
    kind: 'reminder',
    title,
    summary: `${title}: ${named.map((talk) => talk.title).join('; ')}`,
    blocks: [
      ...named.slice(0, PAGE_SIZE).map((talk) => row(talk, lineOf(talk), frame)),
      ...named.slice(PAGE_SIZE).map((talk) => paragraph(`${talk.title}: `, ...lineOf(talk))),
      ...(unsaid > 0 ? [quiet(andMoreTalks(unsaid))] : []),
      ...openMenu(named, frame),
      { kind: 'buttons', buttons: unsaid > 0 ? [list, stop] : [stop] },
    ],
  };
}

function row(talk: Talk, links: Text, frame: Frame): Block {
  const { messages, programme } = frame;
  const when = spanTime(talk, programme.conference.timeZone, 'dateTime', messages);
  return {
    kind: 'row',
    title: talk.title,
    struck: false,
    details: [dotted([when, speakerWords(talk, ROW_SPEAKERS, messages)]), links],
    open: openTalkId(frame, talk),
  };
}
