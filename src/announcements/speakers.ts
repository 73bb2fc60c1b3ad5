import { MINUTE_MS } from '../clock.ts';
import { type Delivery, delivery } from '../outbox/delivery.ts';
import { dueAt, uselessFrom } from '../outbox/due.ts';
import { afterwardsDelivery } from '../outbox/kinds/afterwards.ts';
import { speakerAddressee } from '../outbox/kinds/speaking.ts';
import type { CommunityRef } from '../platform/target.ts';
import { createTalksOf, type TalksOf } from '../programme/following.ts';
import type { Programme } from '../programme/programme.ts';
import type { SpeakerClaim } from '../programme/speakerClaims.ts';
import { talkOf } from '../schedule/comparing/changes.ts';
import type { Conference, Talk, TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import { isPlanned, type Window } from './plan.ts';
import type { Starrer } from './starred.ts';
import { hasNewStart, newsExpireAt } from './versions/change.ts';
import type { Update } from './versions/update.ts';

/**
 * What confirmed speakers are told of the talks that they give (issue 18 §1): that they are on soon,
 * each change, and the recording. They are few, so their talks are looked for whenever they are needed.
 */

function leadMs({ leadMinutes }: SpeakerClaim): number {
  return leadMinutes * MINUTE_MS;
}

/** That they are on soon, as far as it falls due in the window. */
export function planSpeakers(
  window: Window,
  claims: readonly SpeakerClaim[],
  programmeFor: (
    community: CommunityRef,
    conference: ConferenceKey,
  ) => Pick<Programme, 'conference'> | undefined,
): readonly Delivery[] {
  const givenIn = createGivenIn();
  return claims.flatMap((claim) => {
    const programme = programmeFor(claim.community, claim.conference);
    const talks = programme === undefined ? [] : givenIn(programme.conference, claim);
    return talks.flatMap((talk) => {
      const due = dueAt(talk.start, leadMs(claim), claim.since ?? claim.claimedAt);
      return due === undefined ? [] : onStage(window, claim, talk, due);
    });
  });
}

/** In how many messages that falls due in the window, whatever has lost its use when the window ends. */
export function countOnStage(
  { after, until }: Window,
  claims: readonly SpeakerClaim[],
  programmeFor: Parameters<typeof planSpeakers>[2],
): number {
  const givenIn = createGivenIn();
  const messages = claims.flatMap((claim) => {
    const { member, community, conference } = claim;
    const programme = programmeFor(community, conference);
    const talks = programme === undefined ? [] : givenIn(programme.conference, claim);
    return talks.flatMap(({ start, status }) => {
      const due = dueAt(start, leadMs(claim), claim.since ?? claim.claimedAt);
      const isDue = due !== undefined && after < due && due <= until && status === 'scheduled';
      return isDue ? [`${member.platform}:${member.id}|${conference}|${start}`] : [];
    });
  });
  return new Set(messages).size;
}

/** Of an update, as the community of each claim sees it. */
export function speakerNews(
  claims: readonly SpeakerClaim[],
  updateFor: (community: CommunityRef) => Update,
): readonly Delivery[] {
  const givenIn = createGivenIn();
  return claims.flatMap((claim) => {
    const update = updateFor(claim.community);
    const { at, number, knownSince, before, after } = update;
    const given = [...givenIn(before, claim), ...givenIn(after, claim)];
    const ids = new Set(given.map(({ id }) => id));
    const told = update.news
      .map((one) => one.told)
      .filter(({ talk }) => ids.has(talk))
      .map((change) => {
        const span = { dueAt: at, expiresAt: newsExpireAt(change), knownSince };
        return delivery(speakerAddressee(claim), { kind: 'ownChange', change }, span, number);
      });
    return [...told, ...soonAfter(update, claim, ids)];
  });
}

/** What a change brings inside the lead, the tick of which is past. */
function soonAfter(
  { changes, at }: Update,
  claim: SpeakerClaim,
  ids: ReadonlySet<TalkId>,
): readonly Delivery[] {
  const window = { after: at - 1, until: at };
  return changes.flatMap((change) => {
    const talk = talkOf(change);
    const isSoon = talk.start > at && talk.start - leadMs(claim) <= at;
    return isSoon && ids.has(talk.id) && hasNewStart(change)
      ? onStage(window, claim, talk, at)
      : [];
  });
}

/** The recordings of their own talks, whether or not they wish to hear of others. */
export function ownRecordings(
  claims: readonly SpeakerClaim[],
  recorded: readonly TalkId[],
  { after, key, knownSince }: Update,
  overAt: (one: Pick<Starrer, 'community' | 'talk'>) => number,
): readonly Delivery[] {
  if (recorded.length === 0) return [];
  const givenIn = createGivenIn();
  return claims
    .filter(({ conference }) => conference === key)
    .flatMap((claim) =>
      givenIn(after, claim)
        .filter(({ id }) => recorded.includes(id))
        .map(({ id: talk }) =>
          afterwardsDelivery(
            speakerAddressee(claim),
            { kind: 'ownRecording', talk },
            overAt({ community: claim.community, talk }),
            knownSince,
          ),
        ),
    );
}

/** Whether a member is told of a talk as its speaker, so that as one who starred it they need not be. */
export function isToldAsSpeaker(
  deliveries: readonly Delivery[],
): (star: Pick<Starrer, 'member' | 'talk'>) => boolean {
  const told = new Set(
    deliveries.flatMap(({ target, subject }) => {
      if (target.kind !== 'member') return [];
      const talk =
        subject.kind === 'ownChange'
          ? subject.change.talk
          : subject.kind === 'ownRecording' && subject.talk;
      return talk === false ? [] : [`${target.platform}:${target.member}|${talk}`];
    }),
  );
  return ({ member, talk }) => told.has(`${member.platform}:${member.id}|${talk}`);
}

function onStage(
  window: Window,
  claim: SpeakerClaim,
  { id: talk, start, status }: Talk,
  due: number,
): readonly Delivery[] {
  const span = { dueAt: due, expiresAt: uselessFrom(start) };
  if (status !== 'scheduled' || !isPlanned(window, span)) return [];
  return [delivery(speakerAddressee(claim), { kind: 'onStage', talk, start }, span)];
}

/** The talks of a claim's speaker; those of each version are grouped once. */
function createGivenIn(): (conference: Conference, claim: SpeakerClaim) => readonly Talk[] {
  const known = new Map<Conference, TalksOf>();
  return (conference, { speaker }) => {
    const talksOf = known.get(conference) ?? createTalksOf(conference, NO_WORDS);
    known.set(conference, talksOf);
    return talksOf(speaker) ?? [];
  };
}

/** Speakers are looked for by who they are. */
const NO_WORDS = { about: () => undefined };
