import type { Follows } from '../../agenda/following/follow.ts';
import { NO_REASONS, type Reasons } from '../../agenda/following/followWords.ts';
import { memberListOf } from '../../agenda/list/memberList.ts';
import { memberListCard } from '../../agenda/list/memberListCard.ts';
import type { Member, Members } from '../../agenda/member.ts';
import { readerOf } from '../../agenda/reading.ts';
import type { Star, Stars } from '../../agenda/star.ts';
import { type Card, quiet, type Reader } from '../../cards/cards.ts';
import type { Frame } from '../../cards/frame.ts';
import { confirmationCard } from '../../cards/problem.ts';
import { conferenceLabel } from '../../cards/wording/conferenceWords.ts';
import { pauseInTime } from '../../clock/steps.ts';
import type { Instant } from '../../clock.ts';
import { DEFAULT_LANGUAGE, messagesFor } from '../../messages/messages.ts';
import type { Delivery, Subject, ToldDelay } from '../../outbox/delivery.ts';
import { roomsTold } from '../../outbox/kinds/correction.ts';
import type { Says } from '../../outbox/kinds/say.ts';
import { interest, type Subscription, type Subscriptions } from '../../outbox/subscription.ts';
import { type ChannelTarget, communityOf } from '../../platform/target.ts';
import { heldBy } from '../../programme/delays.ts';
import type { Programme, Programmes } from '../../programme/programme.ts';
import type { Talk, TalkId } from '../../schedule/schedule.ts';
import { inProgrammeOrder } from '../../schedule/timetable.ts';
import type { Compose } from '../recheck.ts';
import { feedbackCard, recordingCard } from './afterwardsCards.ts';
import { type AlertPorts, alertCard } from './alerts/alertCard.ts';
import { operatorCard } from './alerts/operatorCard.ts';
import { announcementCard, correctedCard } from './announcementCard.ts';
import { followCard, reasonsOf } from './followed.ts';
import { holds } from './holds.ts';
import { delayCard } from './news/delayCard.ts';
import { digestTalks } from './news/digest.ts';
import { digestCard } from './news/digestCard.ts';
import { notice } from './news/notice.ts';
import { placesGoneCard, renamedCard } from './news/placeCards.ts';
import { roomFullCard } from './news/roomFullCard.ts';
import { reminder } from './reminder.ts';
import { said } from './sayCard.ts';
import { speakerCard } from './speakerCards.ts';
import { NOBODYS, type Spoken, type SpokenPorts, spokenOf } from './spoken.ts';
import { isWanted } from './wanted.ts';

export interface ComposeParts extends Omit<AlertPorts, 'speakerClaims'>, SpokenPorts {
  readonly programmes: Pick<Programmes, 'get' | 'standing'>;
  readonly members: Pick<Members, 'find'>;
  readonly stars: Pick<Stars, 'of'>;
  readonly follows: Pick<Follows, 'of' | 'talks'>;
  readonly subscriptions: Pick<Subscriptions, 'of'>;
  readonly says: Pick<Says, 'find'>;
  /** By platform, what precedes the names of commands there; see `Caller.commandPrefix`. */
  readonly commandPrefixes?: Readonly<Record<string, string>> | undefined;
}

/** Where and for whom a message is worded. */
interface Setting extends Spoken {
  readonly programme: Programme;
  /** Whoever is told has others. */
  readonly isOneOfSeveral: boolean;
  readonly frame: Frame;
  readonly reader: Reader;
  readonly member: Member | undefined;
  readonly stars: readonly Star[];
  /** What the member follows, and which talks that found, where the message depends on it. */
  readonly reasons: Reasons;
  readonly subscription: Subscription | undefined;
}

export function createCompose(parts: ComposeParts): Compose {
  return async (deliveries, now, isEdit) => {
    const [first] = deliveries;
    if (first === undefined) return undefined;
    // A change is worded for many, one after the other.
    await pauseInTime();
    const { subject } = first;
    if (subject.kind === 'operator') {
      const card = operatorCard(deliveries, await zoneOf(parts, first), now);
      return card && { card, leftOut: [] };
    }
    if (subject.kind === 'alert') {
      const card = await alertCard(parts, first, subject, await zoneOf(parts, first), now);
      return card && { card, leftOut: [] };
    }
    const setting = await settingOf(parts, first, now);
    if (setting === undefined) return undefined;
    const all = Map.groupBy(deliveries, (one) => holds(one, setting));
    const [head, ...rest] = all.get(true) ?? [];
    if (subject.kind === 'say') return said(parts.says, subject.say, isEdit, setting);
    const card = head && cardOf([head, ...rest], subject, setting);
    const told = card && (isOfConference(subject) ? ofConference(card, setting) : card);
    return told && { card: { ...told, reader: setting.reader }, leftOut: all.get(false) ?? [] };
  };
}

/** Where a list has gone is said of none. */
function isOfConference({ kind }: Subject): boolean {
  return kind !== 'formerList';
}

/** Says of which conference it all is, to whoever has several. */
function ofConference(card: Card, { frame, programme, isOneOfSeveral }: Setting): Card {
  if (!isOneOfSeveral) return card;
  const label = conferenceLabel(programme.conference);
  return {
    ...card,
    summary: label + frame.messages.marks.colon + card.summary,
    blocks: [quiet(label), ...card.blocks],
  };
}

/** Whoever runs Hallway, or organises, looks at the venue's clock; without a schedule, at that of the log. */
async function zoneOf({ programmes }: ComposeParts, { conference }: Delivery): Promise<string> {
  return (await programmes.get(conference, undefined))?.conference.timeZone ?? 'UTC';
}

async function settingOf(
  parts: ComposeParts,
  { target, conference, community: own, subject, language = DEFAULT_LANGUAGE }: Delivery,
  now: Instant,
): Promise<Setting | undefined> {
  const community = target.kind === 'channel' ? communityOf(target) : own;
  const programme = await parts.programmes.get(conference, community);
  if (programme === undefined) return undefined;
  const standing = await parts.programmes.standing(conference, community);
  const isOneOfSeveral = standing !== 'only';
  const prefix = parts.commandPrefixes?.[target.platform];
  if (target.kind === 'channel') {
    const subscription = await subscriptionOf(parts, target);
    const isHeard = subscription !== undefined && standing !== 'gone';
    if (!isHeard && !isSaidAnyway(subject)) return undefined;
    const messages = messagesFor(language, prefix);
    return {
      programme,
      isOneOfSeveral,
      reader: { locale: language },
      frame: { messages, programme, now, starred: new Set(), audience: 'everyone' },
      member: undefined,
      stars: [],
      reasons: NO_REASONS,
      subscription,
      ...NOBODYS,
    };
  }
  const ref = { platform: target.platform, id: target.member };
  const [member, spoken, stars, reasons] = await Promise.all([
    parts.members.find(ref),
    spokenOf(parts, subject, ref, programme, community),
    parts.stars.of(ref, programme.key),
    reasonsOf(parts.follows, subject, ref, programme.key),
  ]);
  // Whoever wants to be forgotten is told nothing more, whatever was under way.
  if (member === undefined) return undefined;
  const reader = readerOf(member);
  const starred = new Set(stars.map(({ talk }) => talk));
  const messages = messagesFor(reader.locale, prefix);
  return {
    programme,
    isOneOfSeveral,
    reader,
    frame: { messages, programme, now, starred, audience: 'caller' },
    member,
    stars,
    reasons,
    subscription: undefined,
    ...spoken,
  };
}

/** In channels that are not announced to as well, or no more of that conference. */
function isSaidAnyway({ kind }: Subject): boolean {
  return kind === 'correction' || kind === 'say';
}

/** A channel that has none any more was muted: it is posted nothing new, whatever was under way. */
async function subscriptionOf(
  { subscriptions }: ComposeParts,
  { platform, community, channel }: ChannelTarget,
): Promise<Subscription | undefined> {
  const all = await subscriptions.of({ platform, id: community });
  return all.find(({ target }) => target.channel === channel);
}

function cardOf(
  deliveries: readonly [Delivery, ...Delivery[]],
  subject: Exclude<Subject, { readonly kind: 'alert' | 'operator' | 'say' }>,
  setting: Setting,
): Card | undefined {
  const [first] = deliveries;
  const { frame, member, programme, reasons, stars } = setting;
  const find = (id: TalkId) => programme.timetable.talk(id);
  const talks = () => talksOf(deliveries, find);
  if (!isWanted(subject.kind, member)) return undefined;
  switch (subject.kind) {
    case 'announcement':
      return announcementCard(talks(), subject.start, frame, roomsTold(deliveries));
    case 'reminder': {
      const { start, again = 0 } = subject;
      return reminder(talks(), { start, again, member, stars, reasons, find }, frame);
    }
    case 'recording':
      return recordingCard(talks(), reasons, frame);
    case 'feedback':
      return feedbackCard(talks(), frame);
    case 'followNews':
    case 'followDigest':
      return followCard(subject, reasons, programme, frame);
    case 'correction':
      return corrected(subject, setting);
    case 'notice':
      return notice(
        deliveries.flatMap(({ subject: one }) => (one.kind === 'notice' ? [one.change] : [])),
        setting,
      );
    case 'changes':
      return notice(subject.changes, setting, first);
    case 'roomDelay':
      return delayCard(subject.delay, stillDelayed(subject.delay, setting), frame);
    case 'onStage':
    case 'ownRecording':
    case 'ownChange':
    case 'claimDecided':
      return speakerCard(deliveries, subject, talks(), setting);
    case 'roomFull':
      return roomFullCard(find(subject.talk), subject.room, programme, frame);
    case 'renamed':
      return renamedCard(subject.renames, frame);
    case 'placesGone':
      return placesGoneCard(subject.names, frame);
    case 'digest':
      return digest(subject.date, setting);
    case 'list':
      return memberListCard(
        memberListOf(member, stars, programme.timetable, reasons.follows),
        ...([1, 'lasting', frame] as const),
      );
    case 'formerList': {
      const { agenda } = frame.messages;
      return confirmationCard(agenda.title, agenda.listIsBelow);
    }
  }
}

function talksOf(
  deliveries: readonly Delivery[],
  find: (id: TalkId) => Talk | undefined,
): readonly Talk[] {
  return deliveries
    .flatMap(({ subject }) => ('talk' in subject ? (find(subject.talk) ?? []) : []))
    .toSorted(inProgrammeOrder);
}

function corrected(
  { talks: ids, start, rooms }: Extract<Subject, { readonly kind: 'correction' }>,
  { frame, programme }: Setting,
): Card | undefined {
  const talks = ids.flatMap((id) => programme.timetable.talk(id) ?? []).toSorted(inProgrammeOrder);
  if (talks.length === 0) return undefined;
  const isTrue = talks.every((talk) => startsAt(talk, start));
  return (isTrue ? announcementCard : correctedCard)(talks, start, frame, rooms);
}

function startsAt({ status, start }: Talk, announced: Instant): boolean {
  return status === 'scheduled' && start === announced;
}

/** What the channel hears of and is still to come in the room on that day, at the times at which it takes place. */
function stillDelayed(
  delay: ToldDelay,
  { frame, programme, subscription }: Setting,
): readonly Talk[] {
  const concerns = interest(subscription ?? { rooms: [], tracks: [] }, programme.conference);
  return heldBy(programme.planned, delay)
    .flatMap(({ id }) => programme.timetable.talk(id) ?? [])
    .filter((talk) => talk.start > frame.now && concerns(talk))
    .toSorted(inProgrammeOrder);
}

/** A day on which nothing concerns the reader has no digest. */
function digest(
  date: string,
  { frame, programme, stars, subscription }: Setting,
): Card | undefined {
  const { conference } = programme;
  const starred = new Set(stars.map(({ talk }) => talk));
  const concerns =
    frame.audience === 'caller'
      ? (talk: Talk) => starred.has(talk.id)
      : interest(subscription ?? { rooms: [], tracks: [] }, conference);
  const day = conference.days.find((one) => one.date === date);
  const talks = digestTalks(date, programme, frame.now).filter(concerns);
  return day === undefined || talks.length === 0 ? undefined : digestCard(day, talks, frame);
}
