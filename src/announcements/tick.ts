import type { Delivery } from '../outbox/delivery.ts';
import { type CommunityRef, communityOf } from '../platform/target.ts';
import type { Programme, Programmes } from '../programme/programme.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import { afterwards, askedAbout, hasHourEnd } from './afterwards.ts';
import type { AnnouncerStores, DigestMember } from './announcerWork.ts';
import { digestReader, plannedChannel } from './channels.ts';
import { dueFollowed } from './following/followPlan.ts';
import {
  type DigestReader,
  hasMorning,
  planAnnouncements,
  planDigests,
  planReminders,
  starrer,
  type Window,
} from './plan.ts';
import { byCommunity, type Listening, readSituation, type Situation } from './situation.ts';
import { planSpeakers } from './speakers.ts';
import type { DueStar, Starrer } from './starred.ts';

/** All that falls due in a window, for everybody. */
export type TickPlan = (stores: AnnouncerStores, window: Window) => Promise<readonly Delivery[]>;

type ProgrammeFor = (
  community: CommunityRef | undefined,
  conference: ConferenceKey,
) => Programme | undefined;

export function createTickPlan(ports: {
  readonly programmes: Pick<Programmes, 'view'>;
  readonly defaultConference: ConferenceKey;
}): TickPlan {
  const { programmes, defaultConference } = ports;
  return async (stores, window) => {
    const situation = await readSituation(stores, defaultConference);
    const programmeFor: ProgrammeFor = (community, key) =>
      programmes.view(key, situation.overlayOf(community, key), {
        community,
        name: situation.nameOf(community, key),
      });
    const planned = (star: DueStar) => {
      const programme = programmeFor(star.community, star.conference);
      return programme === undefined ? [] : [{ star, programme }];
    };
    const stars = await stores.stars.due(window.after, window.until);
    const followed = await stores.followed.due(window.after, window.until);
    return [
      ...planAnnouncements(window, channelsOf(situation, programmeFor, plannedChannel)),
      ...planReminders(window, stars.flatMap(planned)),
      ...(await dueFollowed(stores, window, followed.flatMap(planned))),
      ...planDigests(window, await readersOf(stores, window, situation, programmeFor)),
      ...planSpeakers(window, await stores.speakerClaims.all('confirmed'), programmeFor),
      ...(await planFeedback(stores, window, situation, programmeFor)),
    ];
  };
}

function channelsOf<T>(
  { subscriptions }: Situation,
  programmeFor: ProgrammeFor,
  make: (subscription: Listening, programme: Programme) => T | undefined,
): readonly T[] {
  return subscriptions.flatMap((subscription) => {
    const programme = programmeFor(communityOf(subscription.target), subscription.conference);
    return (programme && make(subscription, programme)) ?? [];
  });
}

/** Who is asked at the end of an hour how the talks were that ended in it, by the clock of where each was starred. */
async function planFeedback(
  stores: AnnouncerStores,
  window: Window,
  situation: Situation,
  programmeFor: ProgrammeFor,
): Promise<readonly Delivery[]> {
  if (!hasHourEnd(window)) return [];
  const keys = new Set([undefined, ...situation.choosers].flatMap(situation.conferencesOf));
  const planned: Delivery[] = [];
  for (const key of keys) {
    const asked = byCommunity((community) => {
      const programme = programmeFor(community, key);
      const talks = programme === undefined ? [] : askedAbout(window, programme.conference);
      return new Map(talks.map(({ id, end }) => [id, end]));
    });
    const views = [undefined, ...situation.overlaid(key)];
    const ids = new Set(views.flatMap((community) => [...asked(community).keys()]));
    const all = await stores.stars.wishers('feedback', key, [...ids]);
    const endOf = ({ community, talk }: Starrer) => asked(community).get(talk);
    const wishers = all.filter((star) => endOf(star) !== undefined);
    planned.push(...afterwards('feedback', wishers, key, (star) => endOf(star) ?? window.until));
  }
  return planned.filter(({ expiresAt }) => window.until < expiresAt);
}

/** Who reads the digest of a morning in this window; on almost every tick there is none, and nobody is asked for. */
async function readersOf(
  { digestMembers }: AnnouncerStores,
  window: Window,
  situation: Situation,
  programmeFor: ProgrammeFor,
): Promise<readonly DigestReader[]> {
  const followers = [
    undefined,
    ...situation.subscriptions.map(({ target }) => communityOf(target)),
    ...situation.choosers,
  ];
  const programmesFor = byCommunity((community) =>
    situation.conferencesOf(community).flatMap((key) => programmeFor(community, key) ?? []),
  );
  const isMorning = [...new Set(followers.flatMap(programmesFor))].some(({ conference }) =>
    hasMorning(window, conference),
  );
  if (!isMorning) return [];
  const members = (await digestMembers.all()).flatMap((one) =>
    programmesFor(one.community).map((programme) => memberReader(one, programme)),
  );
  return [...channelsOf(situation, programmeFor, digestReader), ...members];
}

function memberReader({ member, community }: DigestMember, programme: Programme): DigestReader {
  const to = starrer({ member, ...(community === undefined ? {} : { community }) }, programme);
  return { to, conference: programme.conference, since: 0 };
}
