/**
 * The floor `app`: the core put together, without adapters, so that a rehearsal and the program are
 * the same thing. It decides who is handed what and when all begins and ends. Start here.
 */

import { createAgenda, type Random } from '../agenda/agenda.ts';
import { createAddressDeeds } from '../agenda/calendar/addressDeeds.ts';
import type { FollowCounts } from '../agenda/following/followCounts.ts';
import { createFollowing } from '../agenda/following/following.ts';
import type { Members } from '../agenda/member.ts';
import type { MemberWork } from '../agenda/memberWork.ts';
import type { MessageCounts } from '../agenda/messageCounts.ts';
import { createAccounts } from '../agenda/personal/accounts.ts';
import { createSpeaking } from '../agenda/speaking.ts';
import { type Alerting, createAlerting } from '../announcements/alerting/alerting.ts';
import type { AlertWork } from '../announcements/alerting/alertWork.ts';
import { within } from '../clock/deadline.ts';
import { systemClock } from '../clock.ts';
import { createRepertoire, type RepertoireParts } from '../commands/commands.ts';
import type { OrganiserWork } from '../commands/conference/ports.ts';
import { createSources } from '../commands/conference/programme/sources.ts';
import { createHallway } from '../commands/router.ts';
import { createPace } from '../courier/pace.ts';
import type { ChangeLog } from '../outbox/changeLog.ts';
import type { Says } from '../outbox/kinds/say.ts';
import type { RefusedChannels } from '../outbox/reachability.ts';
import type { Punctuality, Told } from '../outbox/record.ts';
import type { Subscriptions } from '../outbox/subscription.ts';
import type { CommandSpec } from '../platform/commandSpec.ts';
import type { Platform } from '../platform/platform.ts';
import type { Platforms } from '../platform/platforms.ts';
import type { Acts } from '../programme/acts.ts';
import type { NamedRoles } from '../programme/namedRoles.ts';
import type { Programmes } from '../programme/programme.ts';
import type { SpeakerClaims } from '../programme/speakerClaims.ts';
import type { Conference } from '../schedule/schedule.ts';
import type { Found } from '../schedule/sources/find.ts';
import type { MakeIndex } from '../search/lazyIndex.ts';
import { indexAhead, readAhead } from './ahead.ts';
import { type Announcing, type AnnouncingParts, createAnnouncing } from './announcing.ts';
import { type Health, healthOf } from './health.ts';
import { createHousekeeping } from './housekeeping.ts';
import { createOwnProgrammes, formerProgrammes } from './own.ts';
import { type Vitals, vitalsOf } from './vitals.ts';
import { waking } from './waking.ts';
import { createWatch, type OperatorPorts, type Watch } from './watch.ts';
import { createWebQuestions, type WebParts, type WebQuestions } from './web.ts';

export interface AppParts
  extends Omit<
      AnnouncingParts,
      'indexing' | 'messengers' | 'pace' | 'random' | 'members' | 'subscriptions'
    >,
    Pick<RepertoireParts, 'pages' | 'drawDay'> {
  readonly platforms: Platforms;
  /** How many times as fast as the machine's the clock runs. */
  readonly speed: number;
  readonly members: Members;
  readonly addresses: WebParts['addresses'];
  readonly subscriptions: Subscriptions;
  readonly refusedChannels: RefusedChannels;
  readonly followCounts: FollowCounts;
  readonly messageCounts: MessageCounts;
  readonly punctuality: Punctuality;
  readonly told: Told;
  readonly changeLog: Pick<ChangeLog, 'since' | 'forget'>;
  readonly memberWork: MemberWork;
  readonly organiserWork: OrganiserWork;
  readonly alertWork: AlertWork;
  readonly acts: Pick<Acts, 'of' | 'count' | 'purge'>;
  readonly says: Pick<Says, 'find' | 'purge'>;
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly speakerClaims: Pick<SpeakerClaims, 'of' | 'in'>;
  /** In slices or apart where many are answered at once. */
  readonly makeIndex: MakeIndex;
  readonly chance: Random & { fraction(): number };
  /** Who is told when something is wrong; nobody when absent. */
  readonly operator?: OperatorPorts | undefined;
  /** Days after a conference's last day for which its members' lists are kept. */
  readonly retentionDays: number;
  /** On the web, for whoever asks for help. */
  /** Where the public finds what {@link App.web} tells; nothing is served when absent. */
  readonly webUrl?: string | undefined;
  /** What was read at the default source a moment ago, which need not be read again. */
  readonly found?: Found<Conference> | undefined;
  /** Begins to do `turn` every minute of the clock. */
  everyMinute(turn: () => Promise<void>): { stop(): Promise<void> };
}

export interface App {
  /** What platforms can be asked. */
  readonly commands: readonly CommandSpec[];
  readonly programmes: Programmes;
  /**
   * Loads the platforms while the default schedule is read, and begins. Each starts by itself:
   * one that has to wait, or is refused, holds up no other. Resolves when one of them can be asked
   * and the schedule is there; rejects when none ever will, or the schedule cannot be read.
   */
  start(load: () => Promise<readonly Platform[]>): Promise<void>;
  /** Rejects when nothing can be sent any more, and the process is best begun anew. */
  readonly broken: Promise<never>;
  /** Finishes what is under way, within seconds. */
  stop(): Promise<void>;
  /** Rejects when the database does not answer. */
  health(): Promise<Health>;
  /** Never rejects. */
  vitals(): Promise<Vitals>;
  /** What can be asked by whoever comes from the web. */
  readonly web: WebQuestions;
}

/** What takes longer is in doubt, and looked after by whoever runs next. */
const SENT_WITHIN_MS = 3_000;

/** Puts the core together; what it stands on is chosen by the composition root. */
export function createApp(parts: AppParts): App {
  const { platforms } = parts;
  const stopping = new AbortController();
  const announcing = createAnnouncing({
    ...parts,
    indexing: { ...parts, signal: stopping.signal },
    messengers: platforms.messengers,
    pace: createPace(parts.speed),
    random: parts.chance.fraction,
  });
  const { announcer, programmes, courier, keeper } = announcing;
  const repertoire = createRepertoire(repertoireParts(parts, announcing));
  const hallway = createHallway({ ...answering(parts, announcing), repertoire });
  const alerting = alertingFor(parts, announcing);
  const keepHouse = createHousekeeping(parts);
  const watch = watchFor(parts, announcing);
  let sending: Promise<void> | undefined;
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  const crons: { stop(): Promise<void> }[] = [];
  const beginByItself = async () => {
    if (stopping.signal.aborted) return;
    sending = courier.run(stopping.signal);
    sending.catch(broken.reject);
    // What was missed until now is seen before it is made up for.
    await watch?.look();
    if (stopping.signal.aborted) return;
    const turn = async () => {
      for (const step of [announcing.turn, alerting.look, keepHouse]) await step();
    };
    crons.push(parts.everyMinute(turn));
    // By itself: a turn that hangs is among what it looks for.
    if (watch !== undefined) crons.push(parts.everyMinute(watch.look));
  };
  return {
    commands: repertoire.commands.map(({ spec }) => spec),
    programmes,
    broken: broken.promise,
    async start(load) {
      const opened = keeper.open(parts.defaultSource, parts.found);
      void readAhead(opened, programmes);
      const loaded = load().then(platforms.add);
      // Nothing is planned before it is known whose lanes it will go by.
      const begun = Promise.all([opened, loaded]).then(beginByItself);
      const started = loaded.then(() => platforms.start(hallway, stopping.signal));
      await Promise.all([begun, started]);
      await indexAhead(programmes);
    },
    async stop() {
      stopping.abort();
      await Promise.all(crons.map((cron) => cron.stop()));
      await watch?.stop();
      if (sending !== undefined) await within(systemClock, SENT_WITHIN_MS, sending);
      await platforms.stop();
    },
    health: () => healthOf({ ...parts, announcer, readiness: platforms.readiness }),
    vitals: () => vitalsOf({ ...parts, announcer, keeper, readiness: platforms.readiness }),
    web: createWebQuestions({ ...parts, ...announcing }),
  };
}

function watchFor(parts: AppParts, { keeper, courier }: Announcing): Watch | undefined {
  const { operator, defaultSource } = parts;
  if (operator === undefined) return undefined;
  const transaction = waking(operator.work.transaction, courier.wake);
  const work = { ...operator.work, transaction };
  return createWatch({
    ...parts,
    ...{ keeper, operator: { ...operator, work }, conference: defaultSource.key },
  });
}

function alertingFor(parts: AppParts, { keeper, courier }: Announcing): Alerting {
  const { alertWork, defaultSource, platforms } = parts;
  return createAlerting({
    ...parts,
    ...{ keeper, readiness: platforms.readiness, defaultConference: defaultSource.key },
    alertWork: { transaction: waking(alertWork.transaction, courier.wake) },
  });
}

function answering(parts: AppParts, { programmes, openKnown }: Announcing) {
  const { clock, log, meter, stars } = parts;
  return {
    ...{ clock, log, meter },
    programmes,
    own: createOwnProgrammes({ ...parts, programmes, openKnown }),
    communities: parts.communities,
    members: parts.members,
    namedRoles: parts.namedRoles,
    stars: {
      starredBy: async (...whose: Parameters<typeof stars.of>) =>
        new Set((await stars.of(...whose)).map(({ talk }) => talk)),
    },
  };
}

function repertoireParts(
  parts: AppParts,
  {
    keeper,
    announcer,
    courier,
    programmes,
    delayRoom,
    tellRoom,
    changeTalk,
    openKnown,
    ...doubts
  }: Announcing,
): RepertoireParts {
  const memberWork = { transaction: waking(parts.memberWork.transaction, courier.wake) };
  const agendaParts = { memberWork, random: parts.chance };
  return {
    clock: parts.clock,
    ...{ pages: parts.pages, drawDay: parts.drawDay },
    members: parts.members,
    stars: parts.stars,
    follows: parts.follows,
    told: parts.told,
    changeLog: parts.changeLog,
    lastRead: (key) => keeper.status(key)?.checkedAt,
    agenda: createAgenda(agendaParts),
    following: createFollowing(agendaParts, parts.follows),
    speaking: createSpeaking(agendaParts, parts.speakerClaims),
    speakerClaims: parts.speakerClaims,
    formerOf: (member, community) =>
      formerProgrammes({ ...parts, programmes, openKnown }, member, community),
    accounts: createAccounts(agendaParts),
    communities: parts.communities,
    subscriptions: parts.subscriptions,
    ...{ acts: parts.acts, namedRoles: parts.namedRoles },
    alertChannels: parts.alertChannels,
    organiserWork: { transaction: waking(parts.organiserWork.transaction, courier.wake) },
    ...(parts.webUrl === undefined
      ? {}
      : { web: { url: parts.webUrl, addresses: createAddressDeeds(agendaParts) } }),
    random: parts.chance,
    planDue: () => announcer.tick(),
    ...{ followCounts: parts.followCounts, messageCounts: parts.messageCounts },
    ...{ channelsOf: parts.platforms.channelsOf, refusedChannels: parts.refusedChannels },
    sources: createSources({ ...parts, keeper }),
    delays: { set: (community, { key }, delay, by) => delayRoom(community, key, delay, by) },
    roomStates: { tell: (community, { key }, said) => tellRoom(community, key, said) },
    programmes,
    talks: {
      look: (community, { key }, change) => changeTalk(community, key, change),
      make: (community, { key }, change, by) => changeTalk(community, key, change, by),
    },
    doubts: {
      ask: ({ key }) => keeper.refresh(key),
      look: (community, { key }) => doubts.lookAtRefused(community, key),
      accept: (community, { key }, digest, by) => doubts.acceptVersion(community, key, digest, by),
    },
    pulse: pulseOf(parts, announcer),
  };
}

/** How far the day has come, as organisers see it. */
function pulseOf(
  { outbox, punctuality }: AppParts,
  announcer: Announcing['announcer'],
): RepertoireParts['pulse'] {
  return {
    lastTickAt: () => announcer.status().lastTickAt,
    lastSentAt: () => outbox.lastSentAt(),
    counts: () => outbox.counts(),
    punctuality,
  };
}
