import { type Block, type Card, paragraph, type Text } from '../../cards/cards.ts';
import { openTalkId, viewButton } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { dotted, roomWords } from '../../cards/wording/talkWords.ts';
import { clockWords, durationWords, spanTime } from '../../cards/wording/time.ts';
import type { Instant } from '../../clock.ts';
import type { Delivery, Subject } from '../../outbox/delivery.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import { recordingsOf } from '../../schedule/talkLinks.ts';
import { type Noticing, notice } from './news/notice.ts';
import type { Spoken } from './spoken.ts';

type ToSpeaker = Extract<
  Subject,
  { readonly kind: 'onStage' | 'ownRecording' | 'ownChange' | 'claimDecided' }
>;
type Decided = Extract<ToSpeaker, { readonly kind: 'claimDecided' }>;

/** What a speaker is told of `talks`; undefined where there is nothing to tell (any more). */
export function speakerCard(
  deliveries: readonly Delivery[],
  subject: ToSpeaker,
  talks: readonly Talk[],
  setting: Noticing & Spoken,
): Card | undefined {
  const { frame } = setting;
  switch (subject.kind) {
    case 'onStage':
      return onStageCard(talks, subject.start, setting.starrers, frame);
    case 'ownRecording':
      return ownRecordingCard(talks, frame);
    case 'ownChange':
      return setting.isSpeaker ? ownChangeCard(deliveries, setting) : undefined;
    case 'claimDecided':
      return claimDecidedCard(subject, frame);
  }
}

/** To whoever said to be a speaker: that they are, and what they hear from now on, or, kindly, that nobody could tell. */
function claimDecidedCard({ name, isConfirmed }: Decided, frame: Frame): Card {
  const { speaking } = frame.messages;
  const title = isConfirmed ? speaking.youAre(name) : speaking.youAreNot(name);
  const sentence = isConfirmed ? speaking.hearsNow : speaking.kindly(name);
  const claims = viewButton(frame, { kind: 'claims' }, speaking.title);
  return {
    kind: 'notice',
    title,
    summary: title,
    blocks: [
      paragraph(sentence),
      ...(isConfirmed ? [{ kind: 'buttons', buttons: [claims] } as const] : []),
    ],
  };
}

/** `You are on in 30 min: H.1308, 10:30–10:50`, with how many starred it, where enough did. */
function onStageCard(
  talks: readonly Talk[],
  start: Instant,
  starrers: ReadonlyMap<TalkId, number>,
  frame: Frame,
): Card | undefined {
  const [first] = talks;
  if (first === undefined) return undefined;
  const { messages, now, programme } = frame;
  const { speaking } = messages;
  const { timeZone } = programme.conference;
  const span = `${clockWords(first.start, timeZone, messages)}–${clockWords(first.end, timeZone, messages)}`;
  const place = [roomWords(first, frame), span].filter((part) => part !== undefined).join(', ');
  const title =
    now < start
      ? speaking.onIn(durationWords(start - now, messages), place)
      : speaking.onNow(place);
  return {
    kind: 'reminder',
    title,
    summary: `${title} · ${first.title}`,
    blocks: talks.map((talk) => {
      const people = starrers.get(talk.id);
      const starred: Text[] = people === undefined ? [] : [[speaking.starred(people)]];
      return ownRow(talk, starred, frame);
    }),
  };
}

/** A notice, also of a talk that is somebody else's now; whoever dropped what they said hears nothing. */
function ownChangeCard(deliveries: readonly Delivery[], setting: Noticing): Card {
  const changes = deliveries.flatMap(({ subject }) =>
    subject.kind === 'ownChange' ? [subject.change] : [],
  );
  const { speaking } = setting.frame.messages;
  const card = notice(changes, setting);
  return { ...card, title: speaking.yours(card.title), summary: speaking.yours(card.summary) };
}

/** Where what the reader gave can be seen again. */
function ownRecordingCard(talks: readonly Talk[], frame: Frame): Card | undefined {
  if (talks.length === 0) return undefined;
  const { marks, speaking } = frame.messages;
  const title = speaking.recorded(talks.length);
  return {
    kind: 'reminder',
    title,
    summary: title + marks.colon + talks.map((talk) => talk.title).join(marks.semicolon),
    blocks: talks.map((talk) => {
      const links = recordingsOf(talk, frame.now).map(
        ({ title: text, url }) => ({ kind: 'link', text: text === '' ? url : text, url }) as const,
      );
      return ownRow(talk, [dotted(links)], frame);
    }),
  };
}

function ownRow(talk: Talk, details: readonly Text[], frame: Frame): Block {
  const { messages, programme } = frame;
  const when = spanTime(talk, programme.conference.timeZone, 'dateTime', messages);
  return {
    kind: 'row',
    title: talk.title,
    struck: false,
    details: [dotted([when, roomWords(talk, frame)]), ...details],
    open: openTalkId(frame, talk),
  };
}
