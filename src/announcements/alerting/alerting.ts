import { conferenceLabel } from '../../cards/wording/conferenceWords.ts';
import { type Clock, DAY_MS, type Instant, MINUTE_MS } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { type Concern, concernKey } from '../../outbox/concern.ts';
import type { Delivery } from '../../outbox/delivery.ts';
import { type Alert, type AlertChannel, alertDelivery } from '../../outbox/kinds/alert.ts';
import { CALM_MS, outlook, type Spell } from '../../outbox/spell.ts';
import type { Readiness } from '../../platform/platform.ts';
import { type ChannelTarget, type CommunityRef, communityOf } from '../../platform/target.ts';
import { contradictionsOf, type TalkByHand } from '../../programme/byHand.ts';
import { type Choice, conferencesOf } from '../../programme/communities.ts';
import { isUnderWay } from '../../programme/rooms/roomFeed.ts';
import type { Keeper } from '../../schedule/keeping/keeper.ts';
import type { Conference } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { AlertStores, AlertWork } from './alertWork.ts';
import {
  type Circumstances,
  type ConferenceCircumstances,
  sightings,
  sourcingOf,
} from './sightings.ts';

export interface AlertingParts {
  readonly alertWork: AlertWork;
  readonly keeper: Pick<Keeper, 'status' | 'get'>;
  /** Of the platforms of this process. */
  readonly readiness: () => Readonly<Record<string, Readiness>>;
  readonly defaultConference: ConferenceKey;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

export interface Alerting {
  /** Looks how each community is doing, and has its organisers told what they are to look at. Never rejects. */
  look(): Promise<void>;
}

/** Two looks in a row are a minute apart, more or less: what kept this process longer kept all messages. */
const LONGEST_GAP_MS = 2 * MINUTE_MS;
/** What begins within that time is told in one message. */
const TOGETHER_MS = 10 * MINUTE_MS;
const KEPT_MS = 7 * DAY_MS;

/**
 * What is seen is kept together with what is told of it, so that of several processes and several lives
 * of one each thing is told once. A message is edited when something of it is over, or comes back soon
 * after: what flaps, and what begins together, is one message.
 */
export function createAlerting(parts: AlertingParts): Alerting {
  const { alertWork, clock, log, readiness } = parts;
  /** Since when messages of a platform leave as far as this process is concerned. */
  const freeSince = new Map<string, Instant>();
  let lookedAt: Instant | undefined;
  const observe = (now: Instant) => {
    const isGap = lookedAt === undefined || Math.abs(now - lookedAt) > LONGEST_GAP_MS;
    for (const [platform, state] of Object.entries(readiness())) {
      if (state === 'away') freeSince.delete(platform);
      else if (isGap || !freeSince.has(platform)) freeSince.set(platform, now);
    }
  };
  return {
    look: async () => {
      try {
        const now = clock.now();
        observe(now);
        await alertWork.transaction((stores) => turn(stores, parts, freeSince, now));
        lookedAt = now;
      } catch (error) {
        log.error({ err: error }, 'Organisers could not be alerted; the next turn tries again');
      }
    },
  };
}

async function turn(
  stores: AlertStores,
  parts: AlertingParts,
  freeSince: ReadonlyMap<string, Instant>,
  now: Instant,
): Promise<void> {
  const channels = await stores.channels.all();
  if (channels.length === 0) return;
  const known = grouped(await stores.alerts.latest(), ({ community }) => community);
  const circumstancesOf = await examine(stores, parts, freeSince, now);
  for (const channel of channels) {
    const community = communityOf(channel.target);
    const { main: conference, ...circumstances } = circumstancesOf(community);
    const news = newsOf(known(community), circumstances, { community, conference }, now);
    for (const alert of news.alerts) await stores.alerts.keep(alert);
    await stores.outbox.enqueue(news.told.map((alert) => deliveryOf(channel, alert, now)));
  }
  await stores.alerts.letGo(now - KEPT_MS);
}

/** Reads for all communities at once what is known of each. */
async function examine(
  stores: AlertStores,
  { keeper, defaultConference }: AlertingParts,
  freeSince: ReadonlyMap<string, Instant>,
  now: Instant,
) {
  const own = ({ community }: { readonly community: CommunityRef }) => community;
  const here = ({ target }: { readonly target: ChannelTarget }) => communityOf(target);
  const choices = grouped(await stores.communities.choices(), own);
  const refused = grouped(await stores.refused(), here);
  const subscriptions = grouped(await stores.subscriptions.all(), here);
  const byHand = grouped(await stores.communities.allByHand(), own);
  const claims = grouped(await stores.speakerClaims.all('open'), own);
  const roomFeeds = grouped(await stores.communities.allRoomFeeds(), own);
  const overdue = grouped(await stores.overdue(now), own);
  const standingOf = (community: CommunityRef, key: ConferenceKey): ConferenceCircumstances => {
    const published = keeper.get(key)?.conference;
    const fails = roomFeeds(community).find((one) => one.conference === key)?.failing;
    const changed = byHand(community).filter((one) => one.conference === key);
    return {
      ...sourcingOf(keeper, key, now),
      contradicted: published === undefined ? [] : contradicted(changed, published),
      claims: claims(community).filter((claim) => claim.conference === key),
      roomFeedFails: fails && {
        since: fails.since,
        isAsked: published !== undefined && isUnderWay(published, now),
      },
    };
  };
  return (community: CommunityRef): Circumstances & { readonly main: ConferenceKey } => {
    const chosen = choices(community);
    const [main, ...beside] = conferencesOf(chosen, defaultConference);
    const announcedTo = new Set(subscriptions(community).map(({ target }) => target.channel));
    const named = (key: ConferenceKey) => ({
      name: labelOf(keeper, key, chosen),
      ...(key === main ? {} : { key }),
    });
    return {
      main,
      conferences: [main, ...beside].map((key) => ({
        ...standingOf(community, key),
        ...(beside.length === 0 ? {} : { conference: named(key) }),
      })),
      closed: new Map(
        refused(community)
          .filter(({ target }) => announcedTo.has(target.channel))
          .map(({ target, at }) => [target.channel, at]),
      ),
      overdueSince: overdue(community)[0]?.since,
      freeSince: freeSince.get(community.platform),
    };
  };
}

/** As its community calls it. */
function labelOf(
  keeper: Pick<Keeper, 'get'>,
  conference: ConferenceKey,
  choices: readonly Choice[],
): string {
  const choice = choices.find(({ source }) => source.key === conference);
  const published = keeper.get(conference)?.conference;
  const title = choice?.name ?? published?.title ?? choice?.source.address ?? '';
  return conferenceLabel({ ...published, title });
}

function contradicted(
  changed: readonly TalkByHand[],
  conference: Conference,
): ConferenceCircumstances['contradicted'] {
  const byTalk = new Map(changed.map((one) => [one.talk, one]));
  return conference.talks.flatMap((talk) => {
    const one = byTalk.get(talk.id);
    const isContradicted = one !== undefined && contradictionsOf(one, talk, conference).length > 0;
    return isContradicted ? [{ talk: talk.id, title: talk.title }] : [];
  });
}

function grouped<T>(
  all: readonly T[],
  communityOfOne: (one: T) => CommunityRef,
): (community: CommunityRef) => readonly T[] {
  const nameOf = ({ platform, id }: CommunityRef) => `${platform}:${id}`;
  const groups = Map.groupBy(all, (one) => nameOf(communityOfOne(one)));
  return (community) => groups.get(nameOf(community)) ?? [];
}

interface Place {
  readonly community: CommunityRef;
  readonly conference: ConferenceKey;
}

interface News {
  /** To be kept. */
  readonly alerts: readonly Alert[];
  /** Begun or over: one of each message that says so. */
  readonly told: readonly Alert[];
}

/** What becomes of a community's alerts after a look. */
export function newsOf(
  known: readonly Alert[],
  circumstances: Circumstances,
  place: Place,
  now: Instant,
): News {
  const open = known.filter(({ overAt }) => overAt === undefined);
  const seen = sightings(circumstances, open, now);
  const { begun, lasting, over } = outlook(seen, known, now, { nameOf: concernKey, calmMs });
  const opened = begun.map((spell) => ({
    ...place,
    ...spell,
    ...messageFor(spell, known, place, now),
  }));
  const told = new Map([...opened, ...over].map((alert) => [alert.episode, alert]));
  return { alerts: [...opened, ...lasting, ...over], told: [...told.values()] };
}

/** What only this process sees has to be unseen for a while; what all read alike is over at once. */
function calmMs({ kind }: Concern): number {
  const isReadAlike = kind === 'channel' || kind === 'claim' || kind === 'roomFeedStale';
  return isReadAlike ? 0 : CALM_MS;
}

/** Which message it is a part of: its own of before, where it flaps; that of what began a moment ago; or a new one. */
function messageFor(
  spell: Spell<Concern>,
  known: readonly Alert[],
  { conference }: Place,
  now: Instant,
): Pick<Alert, 'episode' | 'conference'> {
  const name = concernKey(spell.trouble);
  const former = known.find(({ trouble }) => concernKey(trouble) === name);
  if (former !== undefined && spell.returns > 0) {
    return { episode: former.episode, conference: former.conference };
  }
  const recent = known.find(({ episode }) => Math.abs(now - episode) < TOGETHER_MS);
  const { episode, conference: told } = recent ?? { episode: now, conference };
  return { episode, conference: told };
}

function deliveryOf(
  { target, language }: AlertChannel,
  { episode, conference }: Alert,
  now: Instant,
): Delivery {
  return alertDelivery({ target, conference, language }, { episode }, now);
}
