import { shortRef } from '../../cards/actions/reference.ts';
import {
  type Block,
  type Button,
  type Card,
  type Fact,
  type MenuOption,
  paragraph,
  quiet,
} from '../../cards/cards.ts';
import {
  actionId,
  button,
  detailsOption,
  fitsView,
  moreOptions,
  openTalkId,
  shareButtons,
  starButton,
  viewButton,
} from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { type Excerpt, excerpt } from '../../cards/markup/excerpt.ts';
import { openMenu } from '../../cards/openMenu.ts';
import { isStarred, ownFrame } from '../../cards/ownFrame.ts';
import type { View } from '../../cards/view.ts';
import { conferenceWords } from '../../cards/wording/conferenceWords.ts';
import { localName } from '../../cards/wording/localName.ts';
import {
  crowdWords,
  dotted,
  isRunning,
  languageWords,
  placeWords,
  speakerWords,
  standing,
} from '../../cards/wording/talkWords.ts';
import { durationWords, spanTime } from '../../cards/wording/time.ts';
import { HOUR_MS } from '../../clock.ts';
import { shorten } from '../../messages/shorten.ts';
import type { Link, Talk } from '../../schedule/schedule.ts';
import { feedbackOf, recordingsOf, streamOf } from '../../schedule/talkLinks.ts';

export interface TalkCardParts {
  /** Other talks that run at the same time, starred ones first. */
  readonly alongside: readonly Talk[];
  /** Where a search found the talk, when its title does not show it. */
  readonly match?: string | undefined;
  /** What else that search found. */
  readonly others?: OtherMatches | undefined;
  readonly whole: boolean;
}

export interface OtherMatches {
  readonly view: View;
  readonly count: number;
  /** In which they were found. */
  readonly frame: Frame;
}

const HEAD_LENGTH = 700;
const WHOLE_LENGTH = 3_000;
const ALONGSIDE_SHOWN = 3;
const SPEAKERS_SHOWN = 12;
const LINKS_SHOWN = 4;
const ANSWERS_SHOWN = 4;
const SAME_DAY_MS = 12 * HOUR_MS;

/** Everything about one talk; before all else where it is watched, while it runs or once it is over. */
export function talkCard(talk: Talk, parts: TalkCardParts, frame: Frame): Card {
  const view: View = { kind: 'talk', talk: shortRef(talk.id), whole: parts.whole };
  const abstract = parts.whole ? excerpt(talk.abstract, WHOLE_LENGTH) : headOf(talk);
  const place = placeWords(talk, frame);
  const canceled = talk.status === 'canceled' ? `${frame.messages.talk.canceled} ` : '';
  return {
    kind: 'talk',
    title: talk.title,
    summary: `${canceled}${talk.title}, ${place}`,
    blocks: [
      ...introduction(talk, parts, frame),
      { kind: 'facts', facts: facts(talk, frame) },
      ...(abstract.source === ''
        ? []
        : [{ kind: 'markdown', source: abstract.source } satisfies Block]),
      ...(abstract.isCut ? [quiet(frame.messages.talk.more)] : []),
      ...links(talk, frame),
      ...slot(parts, frame),
      {
        kind: 'buttons',
        buttons: buttons(talk, view, parts, abstract.isCut, frame),
        more: [
          ...moreOptions(frame, talk),
          followOption(talk, frame),
          ...speakerOption(talk, frame),
        ],
      },
    ],
  };
}

/** Of the talks that were asked for: finding where to cut is most of the work of a card. */
const heads = new WeakMap<Talk, Excerpt>();

function headOf(talk: Talk): Excerpt {
  const known = heads.get(talk) ?? excerpt(talk.abstract, HEAD_LENGTH);
  heads.set(talk, known);
  return known;
}

/** To hear of all talks of who speaks here, or of the track. */
function followOption({ id }: Talk, frame: Frame): MenuOption {
  const view: View = { kind: 'follow', talk: shortRef(id) };
  return { label: frame.messages.following.fromTalk, id: actionId(frame, { kind: 'open', view }) };
}

/** For whoever gives the talk: which of its speakers they are. */
function speakerOption({ id, speakers }: Talk, frame: Frame): readonly MenuOption[] {
  const view: View = { kind: 'speaker', talk: shortRef(id) };
  const option = {
    label: frame.messages.speaking.fromTalk,
    id: actionId(frame, { kind: 'open', view }),
  };
  return speakers.length === 0 ? [] : [option];
}

function introduction(talk: Talk, { match }: TalkCardParts, { messages }: Frame): readonly Block[] {
  const subtitle: Block[] = talk.subtitle === undefined ? [] : [paragraph(talk.subtitle)];
  const canceled: Block[] =
    talk.status === 'canceled' ? [paragraph({ kind: 'strong', text: messages.talk.canceled })] : [];
  return [...subtitle, ...canceled, ...(match === undefined ? [] : [quiet(match)])];
}

function facts(talk: Talk, frame: Frame): readonly Fact[] {
  const { talk: words } = frame.messages;
  const { conference } = frame.programme;
  const languages = new Set(conference.talks.map(({ language }) => language));
  const types = new Set(conference.talks.map(({ type }) => type));
  const language = talk.language && languageWords(talk.language, frame.messages);
  const named = (name: string | undefined) => name && localName(name, frame);
  const optional: readonly (readonly [label: string, value: string | undefined])[] = [
    [words.room, placeFact(talk, frame)],
    [words.conference, conferenceWords(frame)],
    [words.track, conference.tracks.length > 1 ? named(talk.track) : undefined],
    [words.speakers(talk.speakers.length), speakerWords(talk, SPEAKERS_SHOWN, frame.messages)],
    [words.type, types.size > 1 ? named(talk.type) : undefined],
    [words.language, languages.size > 1 ? language : undefined],
    [words.recording, talk.isRecorded === false ? words.notRecorded : undefined],
    ...(talk.answers ?? [])
      .slice(0, ANSWERS_SHOWN)
      .map(({ question, answer }) => [shorten(question), shorten(answer)] as const),
  ];
  return [
    ...watching(talk, frame),
    { label: words.when, value: whenWords(talk, frame) },
    ...optional.flatMap(([label, value]) =>
      value === undefined || value === '' ? [] : [{ label, value: [value] }],
    ),
  ];
}

/** A stream by its address as it is; recordings as their source calls them, the first of each name. */
function watching(talk: Talk, frame: Frame): readonly Fact[] {
  const { messages, now } = frame;
  const { watchLive, recording } = messages.talk;
  const stream = streamNow(talk, frame);
  const recordings = distinct(recordingsOf(talk, now)).slice(0, LINKS_SHOWN);
  return [
    ...(stream === undefined
      ? []
      : [{ label: watchLive, value: [{ kind: 'link', text: stream, url: stream } as const] }]),
    ...(recordings.length === 0
      ? []
      : [{ label: recording, value: dotted(recordings.map(linkInline)) }]),
  ];
}

/** With where the room is, and how many it holds, where the organisers say so. */
function placeFact(talk: Talk, frame: Frame): string {
  const { messages, programme } = frame;
  const { talk: words } = messages;
  if (talk.room === undefined) return words.noRoom;
  const room = programme.conference.rooms.find(({ name }) => name === talk.room);
  const places = room?.capacity === undefined ? undefined : words.places(room.capacity);
  const parts = [
    localName(talk.room, frame),
    crowdWords(talk, frame),
    room?.description && shorten(room.description),
    places,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function whenWords(talk: Talk, frame: Frame): Fact['value'] {
  const { messages, now, programme } = frame;
  return dotted([
    spanTime(talk, programme.conference.timeZone, 'dateTime', messages, now),
    durationWords(talk.end - talk.start, messages),
    talk.status === 'canceled' ? undefined : standing(talk, frame, SAME_DAY_MS),
    talk.mark,
  ]);
}

function streamNow(talk: Talk, frame: Frame): string | undefined {
  const isOn = talk.status === 'scheduled' && isRunning(talk, frame);
  return isOn ? streamOf(talk, frame.programme.conference) : undefined;
}

/** Without what {@link watching} shows. How it was can be said when it is over. */
function links(talk: Talk, frame: Frame): readonly Block[] {
  const { messages, now } = frame;
  const watched = new Set([
    streamNow(talk, frame),
    ...recordingsOf(talk, now).map(({ url }) => url),
  ]);
  const feedbackUrl = feedbackOf(talk);
  const others = talk.links.filter(({ url }) => !watched.has(url) && url !== feedbackUrl);
  const shown = distinct(others).slice(0, LINKS_SHOWN);
  const { feedback, links: label } = messages.talk;
  const asked =
    feedbackUrl === undefined || talk.end > now
      ? []
      : [{ kind: 'link', text: feedback, url: feedbackUrl } as const];
  const all = [...shown.map(linkInline), ...asked];
  return all.length === 0 ? [] : [{ kind: 'facts', facts: [{ label, value: dotted(all) }] }];
}

/** Recordings come several times over under one title: the first of each will do. */
function distinct(links: readonly Link[]): readonly Link[] {
  const titles = new Set<string>();
  return links.filter(({ title, url }) => {
    const name = title === '' ? url : title;
    return titles.size < titles.add(name).size;
  });
}

function linkInline({ title, url }: Link) {
  return { kind: 'link', text: title === '' ? url : title, url } as const;
}

function slot({ alongside }: TalkCardParts, frame: Frame): readonly Block[] {
  if (alongside.length === 0) return [];
  const { messages } = frame;
  const shown = alongside.slice(0, ALONGSIDE_SHOWN);
  const rows = shown.map((other): Block => {
    const own = ownFrame(other, frame);
    const star = isStarred(other, frame) ? messages.talk.starredMark : undefined;
    const when = spanTime(other, own.programme.conference.timeZone, 'time', messages);
    const elsewhere = own === frame ? undefined : conferenceWords(own);
    return {
      kind: 'row',
      title: other.title,
      struck: other.status === 'canceled',
      details: [dotted([star, when, other.room, elsewhere])],
      open: openTalkId(frame, other),
      more: [detailsOption(frame, other)],
    };
  });
  return [{ kind: 'heading', text: messages.talk.alsoInSlot }, ...rows, ...openMenu(shown, frame)];
}

function buttons(
  talk: Talk,
  view: View,
  { whole, alongside, others }: TalkCardParts,
  isCut: boolean,
  frame: Frame,
): readonly Button[] {
  const { talk: words } = frame.messages;
  const ref = shortRef(talk.id);
  const canStar = talk.status === 'scheduled' || frame.starred.has(talk.id);
  const turns: readonly (readonly [when: boolean, view: View, label: string])[] = [
    [isCut && !whole, { kind: 'talk', talk: ref, whole: true }, words.readOn],
    [
      alongside.length > ALONGSIDE_SHOWN,
      { kind: 'slot', talk: ref, page: 1 },
      words.allInSlot(alongside.length),
    ],
  ];
  return [
    ...(canStar ? [starButton(frame, talk, view)] : []),
    ...turns.filter(([when]) => when).map(([, to, label]) => viewButton(frame, to, label)),
    ...otherMatches(others),
    ...shareButtons(frame, view),
    ...(talk.url === undefined
      ? []
      : [{ kind: 'link', url: talk.url, label: words.page } satisfies Button]),
  ];
}

function otherMatches(others: OtherMatches | undefined): readonly Button[] {
  if (others === undefined || !fitsView(others.frame, others.view)) return [];
  const { view, count, frame } = others;
  return [button(frame, { kind: 'open', view }, frame.messages.talk.allMatches(count))];
}
