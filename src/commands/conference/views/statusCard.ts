import { type Block, type Card, type Fact, paragraph, type Text } from '../../../cards/cards.ts';
import { viewButton } from '../../../cards/controls.ts';
import type { Frame } from '../../../cards/frame.ts';
import { languageWords } from '../../../cards/wording/talkWords.ts';
import { clockWords } from '../../../cards/wording/time.ts';
import type { Instant } from '../../../clock.ts';
import { claimBlocks } from '../../../courier/wording/alerts/claimBlocks.ts';
import { isOnTime, latenessWords } from '../../../courier/wording/latenessWords.ts';
import type { DeliveryState } from '../../../outbox/delivery.ts';
import type { AlertChannel } from '../../../outbox/kinds/alert.ts';
import type { DeliveryRecord } from '../../../outbox/record.ts';
import { announces, type Subscription } from '../../../outbox/subscription.ts';
import type { RoomDelay } from '../../../programme/delays.ts';
import { NAMED_ROLES, type Naming } from '../../../programme/namedRoles.ts';
import type { RoomFeed } from '../../../programme/rooms/roomFeed.ts';
import type { RoomStream } from '../../../programme/rooms/streams.ts';
import type { SpeakerClaim } from '../../../programme/speakerClaims.ts';
import type { SourceStatus } from '../../../schedule/keeping/kept.ts';
import { shownSource } from '../../../schedule/sources/shownSource.ts';
import { namingText } from '../naming.ts';
import {
  channelInline,
  crowdFacts,
  interestWords,
  kindWords,
  leadWords,
  mentionInline,
  momentWords,
} from '../organiserWords.ts';
import { doubtedButtons } from '../programme/accept.ts';
import type { SeenByHand } from '../programme/byHandWords.ts';
import type { Beside } from './diagnosis.ts';

export interface Status {
  readonly source: SourceStatus | undefined;
  readonly beside: readonly Pick<Beside, 'conference' | 'source'>[];
  readonly subscriptions: readonly Subscription[];
  readonly delays: readonly RoomDelay[];
  readonly streams: readonly RoomStream[];
  /** Where the conference says itself how they stand. */
  readonly roomFeed: RoomFeed | undefined;
  readonly byHand: readonly SeenByHand[];
  readonly named: readonly Naming[];
  /** Of the community, and the conference. */
  readonly claims: readonly SpeakerClaim[];
  /** The address of the programme on the web. */
  readonly pages: string | undefined;
  /** Where organisers are told what they are to look at. */
  readonly alerts: AlertChannel | undefined;
  readonly lastTickAt: Instant | undefined;
  /** The community's message that left last. */
  readonly latest: DeliveryRecord | undefined;
  /** The one that waited longest in the last hour. */
  readonly worst: DeliveryRecord | undefined;
  /** To anybody. */
  readonly lastSentAt: Instant | undefined;
  readonly counts: Readonly<Record<DeliveryState, number>>;
}

const MOST_CHANNELS = 15;
const MOST_BY_HAND = 8;
const MOST_CLAIMS = 3;

/** `/conference status`: what the schedule, the channels and Hallway itself are doing. */
export function organiserStatusCard(status: Status, frame: Frame): Card {
  const { organiser } = frame.messages;
  const { talks, title } = frame.programme.conference;
  const { pending, sending } = status.counts;
  return {
    kind: 'organiser',
    title: organiser.status(title),
    summary: organiser.statusSummary(talks.length, pending + sending),
    blocks: [
      { kind: 'facts', facts: [...programmeFacts(status, frame), ...pulseFacts(status, frame)] },
      ...undecided(status, frame),
      { kind: 'heading', text: organiser.channels },
      ...channelBlocks(status, frame),
      {
        kind: 'buttons',
        buttons: [
          viewButton(frame, { kind: 'status' }, organiser.again),
          viewButton(frame, { kind: 'log', page: 1 }, organiser.log),
          ...doubtedButtons(status.source?.problem, frame),
        ],
      },
    ],
  };
}

/** Speakers to confirm; the rest when those are. */
function undecided({ claims }: Status, frame: Frame): readonly Block[] {
  const { speaking } = frame.messages;
  const open = claims.filter(({ state }) => state === 'open');
  if (open.length === 0) return [];
  const shown = open.slice(0, MOST_CLAIMS);
  const rest = open.length - shown.length;
  const setting = { messages: frame.messages, conference: frame.programme.key };
  return [
    { kind: 'heading', text: speaking.decide },
    ...shown.flatMap((claim) => claimBlocks(claim, claims, setting)),
    ...(rest > 0 ? [paragraph(speaking.moreToDecide(rest))] : []),
  ];
}

function programmeFacts(
  { source, beside, delays, streams, roomFeed, named, byHand, pages, alerts }: Status,
  frame: Frame,
): readonly Fact[] {
  const { organiser } = frame.messages;
  const { conference } = frame.programme;
  const canceled = conference.talks.filter(({ status }) => status === 'canceled').length;
  const count = organiser.programmeCount(
    conference.talks.length,
    conference.rooms.length,
    canceled,
  );
  return [
    ...(source === undefined ? [] : sourceFacts(source, frame)),
    ...(conference.version === undefined ? [] : [fact(organiser.version, conference.version)]),
    fact(organiser.zone, conference.timeZone),
    fact(organiser.programme, count),
    fact(organiser.takenAt, momentWords(source?.takenAt, frame)),
    fact(organiser.checkedAt, momentWords(source?.checkedAt, frame)),
    ...(source?.problem === undefined
      ? []
      : [fact(organiser.failing, momentWords(source.problem.since, frame))]),
    ...beside.map((one) => fact(one.conference.title, besideWords(one, frame))),
    ...(delays.length === 0 ? [] : [fact(organiser.delays, delayWords(delays, frame))]),
    ...byHandFacts(byHand, frame),
    ...streamFacts(streams, frame),
    ...roomFeedFacts(roomFeed, frame),
    ...crowdFacts(frame),
    ...namedFacts(named, frame),
    ...(pages === undefined
      ? []
      : [
          {
            label: frame.messages.web.pages.label,
            value: [{ kind: 'link', text: pages, url: pages } as const],
          },
        ]),
    ...(alerts === undefined
      ? []
      : [{ label: organiser.alerts, value: [channelInline(alerts.target)] }]),
  ];
}

function besideWords(
  { conference, source }: Pick<Beside, 'conference' | 'source'>,
  frame: Frame,
): string {
  const { organiser } = frame.messages;
  const { talks, rooms } = conference;
  const canceled = talks.filter(({ status }) => status === 'canceled').length;
  const read = momentWords(source?.checkedAt, frame);
  return [
    organiser.programmeCount(talks.length, rooms.length, canceled),
    `${organiser.checkedAt} ${read}`,
    ...(source?.problem === undefined
      ? []
      : [`${organiser.failing} ${momentWords(source.problem.since, frame)}`]),
  ].join(' · ');
}

function sourceFacts({ source }: SourceStatus, { messages }: Frame): readonly Fact[] {
  const { organiser } = messages;
  const { address, origin } = source;
  return [
    fact(organiser.source, shownSource(address)),
    ...(origin === undefined ? [] : [fact(organiser.page, shownSource(origin))]),
  ];
}

function pulseFacts(status: Status, frame: Frame): readonly Fact[] {
  const { organiser } = frame.messages;
  return [
    fact(organiser.lastTick, momentWords(status.lastTickAt, frame)),
    fact(organiser.lastSent, latestWords(status, frame)),
    fact(organiser.lastHour, worstWords(status, frame)),
    fact(organiser.outbox, organiser.counts(status.counts)),
  ];
}

function latestWords({ latest, lastSentAt }: Status, frame: Frame): string {
  if (latest === undefined) return momentWords(lastSentAt, frame);
  const { timeZone } = frame.programme.conference;
  const lateness = latenessWords(latest, timeZone, frame.messages);
  return [momentWords(latest.sentAt, frame), ...(lateness === undefined ? [] : [lateness])].join(
    ', ',
  );
}

function worstWords({ worst }: Status, frame: Frame): string {
  const { lateness, organiser } = frame.messages;
  if (worst === undefined) return organiser.nothingSent;
  if (isOnTime(worst)) return organiser.allOnTime;
  const { timeZone } = frame.programme.conference;
  const due = clockWords(worst.dueAt, timeZone, frame.messages);
  const kind = lateness.kinds[worst.delivery.subject.kind];
  return organiser.worst(due, kind, latenessWords(worst, timeZone, frame.messages) ?? '');
}

function channelBlocks({ subscriptions }: Status, frame: Frame): readonly Block[] {
  const { organiser } = frame.messages;
  if (subscriptions.length === 0) return [paragraph(organiser.noChannels)];
  const rest = subscriptions.length - MOST_CHANNELS;
  return [
    ...subscriptions
      .slice(0, MOST_CHANNELS)
      .map((subscription) =>
        paragraph(
          channelInline(subscription.target),
          ' · ',
          ...subscriptionText(subscription, frame),
        ),
      ),
    ...(rest > 0 ? [paragraph(organiser.moreFindings(rest))] : []),
  ];
}

function subscriptionText(subscription: Subscription, frame: Frame): Text {
  const { kinds, language, mention } = subscription;
  const words = [
    ...leadWords(subscription, frame),
    kindWords(kinds, frame),
    interestWords(subscription, frame),
    languageWords(language, frame.messages),
  ].join(' · ');
  const isMentioned = mention !== undefined && announces(subscription);
  return [words, ...(isMentioned ? [' · ', mentionInline(mention)] : [])];
}

function delayWords(delays: readonly RoomDelay[], { messages, programme }: Frame): string {
  const names = new Map(programme.conference.rooms.map(({ slug, name }) => [slug, name]));
  return delays
    .map(({ room, minutes }) => messages.organiser.delay(names.get(room) ?? room, minutes))
    .join(', ');
}

function byHandFacts(all: readonly SeenByHand[], { messages }: Frame): readonly Fact[] {
  if (all.length === 0) return [];
  const { byHand, marks, organiser } = messages;
  const words = all.slice(0, MOST_BY_HAND).map(({ title, own, source }) => {
    const contradicted = source === undefined ? '' : byHand.whileSource(source);
    return byHand.one(title, own) + contradicted;
  });
  const rest = all.length - words.length;
  const more = rest > 0 ? [organiser.moreFindings(rest)] : [];
  return [fact(byHand.byOrganisers, [...words, ...more].join(marks.semicolon))];
}

/** With those of rooms that are in the schedule no more, by their slugs. */
function streamFacts(streams: readonly RoomStream[], frame: Frame): readonly Fact[] {
  if (streams.length === 0) return [];
  const { messages, programme } = frame;
  const names = new Map(programme.conference.rooms.map(({ slug, name }) => [slug, name]));
  const words = streams.map(({ room, url }) => `${names.get(room) ?? room} ${url}`).join(', ');
  return [fact(messages.organiser.streams, words)];
}

function roomFeedFacts(feed: RoomFeed | undefined, frame: Frame): readonly Fact[] {
  if (feed === undefined) return [];
  const { organiser } = frame.messages;
  const readAt = momentWords(feed.readAt, frame);
  return [fact(organiser.roomFeed, organiser.roomFeedReadAt(shownSource(feed.url), readAt))];
}

function namedFacts(named: readonly Naming[], { messages }: Frame): readonly Fact[] {
  return NAMED_ROLES.toReversed().flatMap((role) => {
    const own = named.filter((one) => one.role === role);
    return own.length === 0 ? [] : [{ label: messages.naming.label[role], value: namingText(own) }];
  });
}

function fact(label: string, value: string): Fact {
  return { label, value: [value] };
}
