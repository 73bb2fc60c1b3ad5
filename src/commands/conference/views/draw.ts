import { toldCount } from '../../../agenda/interest.ts';
import type { Card } from '../../../cards/cards.ts';
import { problemCard } from '../../../cards/problem.ts';
import type { OrganiserView } from '../../../cards/viewAccess.ts';
import { HOUR_MS, MINUTE_MS } from '../../../clock.ts';
import { UNLIMITED } from '../../../platform/platform.ts';
import { type CommunityRef, communityOf } from '../../../platform/target.ts';
import { delaysInForce } from '../../../programme/delays.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { SpeakerClaim } from '../../../programme/speakerClaims.ts';
import { hindranceToSee } from '../../access.ts';
import { type Context, everywhere } from '../../context.ts';
import { drawInterest } from '../interest/interest.ts';
import type { OrganiserPorts } from '../ports.ts';
import { drawDoubted } from '../programme/accept.ts';
import { seenByHand } from '../programme/byHandWords.ts';
import { drawSay, drawSays } from '../say/say.ts';
import { type Beside, diagnose } from './diagnosis.ts';
import { organiserDoctorCard } from './doctorCard.ts';
import { drawLog } from './log.ts';
import { previewPosts, previewSpeakers } from './preview.ts';
import { organiserPreviewCard } from './previewCard.ts';
import { directPreview } from './previewDirect.ts';
import { organiserStatusCard } from './statusCard.ts';

const LONGEST_GAP_MS = 10 * MINUTE_MS;

/** The views of `/conference`, about the community in which they are asked for. */
export async function drawOrganiser(
  ports: OrganiserPorts,
  view: OrganiserView,
  context: Context,
): Promise<Card> {
  const community = communityOf(context.caller);
  const { messages } = context;
  const hindrance = hindranceToSee(view, context);
  if (hindrance !== undefined) return problemCard(messages, hindrance);
  if (community === undefined) return problemCard(messages, messages.organiser.onlyInCommunity);
  switch (view.kind) {
    case 'status':
      return drawStatus(ports, community, context);
    case 'log':
      return drawLog(ports, community, view.page, context);
    case 'preview':
      return drawPreview(ports, community, view.hours, context);
    case 'doctor':
      return drawDoctor(ports, community, context);
    case 'say':
      return drawSay(ports, community, view.say, context);
    case 'says':
      return drawSays(ports, community, context);
    case 'interest':
      return drawInterest(ports, community, view, context);
    case 'doubted':
      return drawDoubted(ports, community, view, context);
  }
}

async function drawStatus(
  ports: OrganiserPorts,
  community: CommunityRef,
  context: Context,
): Promise<Card> {
  const { punctuality } = ports.pulse;
  const [source, subscriptions, delays, byHand, streams, named, latest, worst, lastSentAt, counts] =
    await Promise.all([
      ports.sources.status(community),
      ports.subscriptions.of(community),
      ports.communities.delaysOf(community, context.programme.key),
      ports.communities.byHandOf(community, context.programme.key),
      ports.communities.streamsOf(community, context.programme.key),
      ports.namedRoles.of(community),
      punctuality.latest(community),
      punctuality.worst(community, context.now - HOUR_MS),
      ports.pulse.lastSentAt(),
      ports.pulse.counts(),
    ]);
  const alerts = await ports.alertChannels.of(community);
  const claimed = everywhere(context).map((one) => claimsOf(ports, community, one));
  const claims = (await Promise.all(claimed)).flat();
  const roomFeed = await ports.communities.roomFeedOf(community, context.programme.key);
  const lastTickAt = ports.pulse.lastTickAt();
  const inForce = delaysInForce(delays, context.programme.planned, context.now);
  const sent = { latest, worst, lastSentAt, lastTickAt, counts };
  const changed = {
    delays: inForce,
    streams,
    roomFeed,
    named,
    byHand: seenByHand(byHand, context),
  };
  const beside = await besideOf(ports, community, context);
  const pages = await pagesOf(ports, community);
  return organiserStatusCard(
    { source, subscriptions, alerts, claims, beside, pages, ...changed, ...sent },
    context,
  );
}

/** Where everybody sees the programme; undefined where organisers do not want it, or nothing is served. */
async function pagesOf(
  { communities, web }: Pick<OrganiserPorts, 'communities' | 'web'>,
  community: CommunityRef,
): Promise<string | undefined> {
  const slug = web === undefined ? undefined : await communities.pageOf(community);
  return slug === undefined ? undefined : `${web?.url}/c/${slug}`;
}

/** The conferences beside the main one. */
function besideOf(
  ports: Pick<OrganiserPorts, 'sources' | 'communities' | 'speakerClaims'>,
  community: CommunityRef,
  context: Context,
): Promise<readonly Beside[]> {
  const { sources, communities } = ports;
  const [, ...others] = everywhere(context);
  return Promise.all(
    others.map(async (one) => {
      const { key, conference } = one.programme;
      return {
        conference,
        source: await sources.status(community, key),
        claims: await claimsOf(ports, community, one),
        streams: await communities.streamsOf(community, key),
        roomFeed: await communities.roomFeedOf(community, key),
        byHand: seenByHand(await communities.byHandOf(community, key), one),
      };
    }),
  );
}

async function drawPreview(
  ports: OrganiserPorts,
  community: CommunityRef,
  hours: number,
  context: Context,
): Promise<Card> {
  const { programme, now } = context;
  const { subscriptions, alertChannels, pulse } = ports;
  const until = now + hours * 60 * MINUTE_MS;
  // What fell due since the last tick is still to come with the next one.
  const from = Math.max(Math.min(pulse.lastTickAt() ?? now, now), now - LONGEST_GAP_MS);
  const announcedTo = await subscriptions.of(community);
  const postsOf = (one: Programme) => previewPosts(announcedTo, one, from, until);
  const all = everywhere(context).map((one) => one.programme);
  const posts =
    all.length === 1
      ? postsOf(programme)
      : all
          .flatMap((one) => postsOf(one).map((post) => ({ ...post, of: one.conference })))
          .toSorted((one, other) => one.at - other.at);
  const due = { after: from, until };
  const claims = await ports.speakerClaims.in(community);
  const unlisted = {
    toSpeakers: previewSpeakers(claims, all, due),
    alerts: await alertChannels.of(community),
    direct: await directPreview(ports, community, all, due),
  };
  return organiserPreviewCard(posts, hours, unlisted, context);
}

/** Of the conference: who says there to be a speaker. */
async function claimsOf(
  { speakerClaims }: Pick<OrganiserPorts, 'speakerClaims'>,
  community: CommunityRef,
  { programme }: Context,
): Promise<readonly SpeakerClaim[]> {
  const all = await speakerClaims.in(community);
  return all.filter(({ conference }) => conference === programme.key);
}

async function drawDoctor(
  ports: OrganiserPorts,
  community: CommunityRef,
  context: Context,
): Promise<Card> {
  const { sources, communities, subscriptions, alertChannels, channelsOf, pulse } = ports;
  const { refusedChannels } = ports;
  const refused = await refusedChannels.of(community);
  const channels = channelsOf(community.platform);
  const announcedTo = await subscriptions.of(community);
  const checked = announcedTo.map(async (subscription) => ({
    subscription,
    check: await channels?.inspect(subscription.target, context.messages, subscription.mention),
    refusal: refused.find(({ target }) => target.channel === subscription.target.channel),
  }));
  const alerts = await alertChannels.of(community);
  const lastTickAt = pulse.lastTickAt();
  const findings = diagnose({
    now: context.now,
    conference: context.programme.conference,
    byHand: seenByHand(await communities.byHandOf(community, context.programme.key), context),
    claims: await claimsOf(ports, community, context),
    streams: await communities.streamsOf(community, context.programme.key),
    roomFeed: await communities.roomFeedOf(community, context.programme.key),
    source: await sources.status(community),
    beside: await besideOf(ports, community, context),
    subscriptions: await Promise.all(checked),
    alerts: alerts && {
      target: alerts.target,
      check: await channels?.inspect(alerts.target, context.messages),
      refusal: refused.find(({ target }) => target.channel === alerts.target.channel),
    },
    ungranted: (await channels?.ungranted(community.id)) ?? [],
    limit: (await channels?.measuredLimit(context.messages)) ?? UNLIMITED,
    lastTickAt,
  });
  const lastSentAt = await pulse.lastSentAt();
  const keys = everywhere(context).map((one) => one.programme.key);
  const inVain = toldCount(await ports.followCounts.inVain(community, keys));
  return organiserDoctorCard(
    { findings, subscriptions: announcedTo, inVain, lastTickAt, lastSentAt },
    context,
  );
}
