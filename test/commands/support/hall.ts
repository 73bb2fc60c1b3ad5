import { onTestFinished } from 'vitest';
import { createDrawing } from '../../../adapters/picture/picture.ts';
import { createActs } from '../../../adapters/storage/acts.ts';
import { createAlertChannels } from '../../../adapters/storage/alerts/alertChannels.ts';
import { createChangeLog } from '../../../adapters/storage/communities/changeLog.ts';
import { createCommunities } from '../../../adapters/storage/communities/communities.ts';
import { createNamedRoles } from '../../../adapters/storage/communities/namedRoles.ts';
import { createStarredTalks } from '../../../adapters/storage/deliveries/marks/starredTalks.ts';
import { createOrganiserWork } from '../../../adapters/storage/deliveries/organiserWork.ts';
import { createOutbox } from '../../../adapters/storage/deliveries/outbox.ts';
import {
  createReachability,
  createRefusedChannels,
} from '../../../adapters/storage/deliveries/reachability.ts';
import { createPunctuality, createTold } from '../../../adapters/storage/deliveries/records.ts';
import { createSays } from '../../../adapters/storage/deliveries/says.ts';
import { createSubscriptions } from '../../../adapters/storage/deliveries/subscriptions.ts';
import { createFollowCounts } from '../../../adapters/storage/members/followCounts.ts';
import { createMemberWork, memberStores } from '../../../adapters/storage/members/memberWork.ts';
import { createMessageCounts } from '../../../adapters/storage/members/messageCounts.ts';
import type { Sealing } from '../../../adapters/storage/sealing.ts';
import { createSpeakerClaims } from '../../../adapters/storage/speakerClaims.ts';
import { createAgenda } from '../../../src/agenda/agenda.ts';
import { createAddressDeeds } from '../../../src/agenda/calendar/addressDeeds.ts';
import { createFollowing } from '../../../src/agenda/following/following.ts';
import { createAccounts } from '../../../src/agenda/personal/accounts.ts';
import type { DrawDay } from '../../../src/agenda/picture/dayPicture.ts';
import { createSpeaking } from '../../../src/agenda/speaking.ts';
import type { Card } from '../../../src/cards/cards.ts';
import type { View } from '../../../src/cards/view.ts';
import type { Clock, Instant } from '../../../src/clock.ts';
import { drawChanged } from '../../../src/commands/changes/changed.ts';
import { createChangesCommand } from '../../../src/commands/changes/changes.ts';
import { drawToldChanges } from '../../../src/commands/changes/told.ts';
import { createConferenceCommand } from '../../../src/commands/conference/conference.ts';
import { performOrganiser } from '../../../src/commands/conference/perform.ts';
import type {
  Delays,
  Doubts,
  RoomStates,
  Sources,
  TalkChanges,
} from '../../../src/commands/conference/ports.ts';
import { performTalkDeed } from '../../../src/commands/conference/programme/changeTalk.ts';
import { useOffered } from '../../../src/commands/conference/programme/use.ts';
import { drawOrganiser } from '../../../src/commands/conference/views/draw.ts';
import type { Context, OwnProgramme } from '../../../src/commands/context.ts';
import {
  createFollowCommand,
  drawFollows,
  performFollow,
} from '../../../src/commands/following/following.ts';
import {
  createMyTalksCommand,
  drawMyTalks,
  drawSharedList,
} from '../../../src/commands/mytalks/mytalks.ts';
import { performDeed } from '../../../src/commands/mytalks/perform.ts';
import { drawSettings } from '../../../src/commands/mytalks/settings.ts';
import type { Repertoire } from '../../../src/commands/repertoire.ts';
import { createRoomCommand, performRoomDeed } from '../../../src/commands/room/room.ts';
import { drawRoom } from '../../../src/commands/room/roomCard.ts';
import { createHallway } from '../../../src/commands/router.ts';
import {
  createSpeakerCommand,
  drawSpeaker,
  performSpeakerDeed,
} from '../../../src/commands/speaker/speaker.ts';
import { answerTalk } from '../../../src/commands/talk/talk.ts';
import { silentMeter } from '../../../src/log/meter.ts';
import { silentLog } from '../../../src/log.ts';
import { type ChannelCheck, type ServerLimit, UNLIMITED } from '../../../src/platform/platform.ts';
import type { Caller } from '../../../src/platform/requests.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Conference } from '../../../src/schedule/schedule.ts';
import type { ConferenceKey } from '../../../src/schedule/source.ts';
import { openMemory } from '../../support/memory.ts';
import { keyOf } from '../../support/names.ts';
import { programmeOf } from '../../support/programmes.ts';
import { conference as fosdem } from './conference.ts';

export const ada: Caller = {
  platform: 'chat',
  community: 'fosdem',
  member: 'ada',
  locale: 'en',
  isOrganiser: false,
};
export const organiser: Caller = { ...ada, member: 'olga', isOrganiser: true };

export interface HallSetting {
  readonly now: Instant;
  readonly conference?: Conference;
  readonly channels?: Readonly<Record<string, ChannelCheck>>;
  /** What the community's installation does not allow. */
  readonly ungranted?: readonly string[];
  readonly limit?: ServerLimit;
  readonly sources?: Sources;
  readonly drawDay?: DrawDay;
  readonly delays?: Delays;
  readonly roomStates?: RoomStates;
  readonly talks?: TalkChanges;
  readonly doubts?: Doubts;
  /** Takes place beside it, in the same community. */
  readonly beside?: Conference;
  /** Of another hall, to go on with what it kept. */
  readonly database?: Awaited<ReturnType<typeof openMemory>>;
  /** What the community had, and the caller came to. */
  readonly former?: readonly Programme[];
  /** What a direct message is about, whoever writes it. */
  readonly own?: OwnProgramme;
  readonly lastTickAt?: Instant;
  readonly planDue?: () => Promise<void>;
  readonly lastRead?: Instant;
  /** Where something is served for the public, and how addresses are kept to be shown again. */
  readonly webUrl?: string;
  readonly sealing?: Sealing;
  /** Why the community's schedule cannot be had. */
  readonly unreadable?: Error;
}

/** The commands of members and organisers over a database in memory; time stands until it is set. */
export async function openHall(setting: HallSetting) {
  const programme = programmeOf('fosdem20', setting.conference ?? fosdem);
  const database = setting.database ?? (await openMemory());
  onTestFinished(() => database.close());
  let now = setting.now;
  const clock: Clock = { now: () => now, sleep: async () => {} };
  const stores = memberStores(database.kysely);
  const { members, stars } = stores;
  const changeLog = createChangeLog(database.kysely);
  const outbox = createOutbox(database.kysely, () => 'lane');
  const subscriptions = createSubscriptions(database.kysely);
  const organisers = {
    communities: createCommunities(database.kysely),
    subscriptions,
    acts: createActs(database.kysely),
    namedRoles: createNamedRoles(database.kysely),
    speakerClaims: createSpeakerClaims(database.kysely),
    alertChannels: createAlertChannels(database.kysely),
    organiserWork: createOrganiserWork(database, () => 'lane'),
    ...(setting.webUrl === undefined ? {} : { web: { url: setting.webUrl } }),
    planDue: setting.planDue ?? (async () => {}),
    channelsOf: () => ({
      inspect: async (
        { channel }: { readonly channel: string },
        _: unknown,
        mention?: string,
      ): Promise<ChannelCheck> =>
        mention === 'deleted'
          ? { kind: 'mentionGone' }
          : (setting.channels?.[channel] ?? { kind: 'missing' }),
      ungranted: async () => setting.ungranted ?? [],
      measuredLimit: async () => setting.limit ?? UNLIMITED,
    }),
    random: { id: () => crypto.randomUUID() },
    refusedChannels: createRefusedChannels(database.kysely),
    followCounts: createFollowCounts(database.kysely),
    messageCounts: createMessageCounts(database.kysely),
    sources: setting.sources ?? noSources,
    roomStates: setting.roomStates ?? { tell: async () => 'over' as const },
    delays: setting.delays ?? { set: async () => 0 },
    talks: setting.talks ?? noTalks,
    doubts: setting.doubts ?? noDoubts,
    pulse: {
      lastTickAt: () => setting.lastTickAt,
      lastSentAt: () => outbox.lastSentAt(),
      counts: () => outbox.counts(),
      punctuality: createPunctuality(database.kysely),
    },
  };
  const beside =
    setting.beside === undefined ? [] : [programmeOf(String(keyOf('fringe')), setting.beside)];
  const programmes = {
    all: async (): Promise<readonly [Programme, ...Programme[]]> => {
      if (setting.unreadable !== undefined) throw setting.unreadable;
      return [programme, ...beside];
    },
    get: async (key: ConferenceKey) => [programme, ...beside].find((one) => one.key === key),
  };
  const random = {
    id: () => crypto.randomUUID(),
    bytes: (count: number) => Uint8Array.from({ length: count }, (_, index) => index),
  };
  const agendaParts = {
    memberWork: createMemberWork(database, clock, undefined, setting.sealing),
    random,
  };
  const { follows } = stores;
  const parts = {
    drawDay: setting.drawDay ?? createDrawing(),
    members,
    stars,
    follows,
    following: createFollowing(agendaParts, follows),
    speaking: createSpeaking(agendaParts, stores.speakerClaims),
    formerOf: async () => setting.former ?? [],
    clock,
    agenda: createAgenda(agendaParts),
    accounts: createAccounts(agendaParts),
    ...(setting.webUrl === undefined
      ? {}
      : { web: { url: setting.webUrl, addresses: createAddressDeeds(agendaParts) } }),
  };
  const changed = {
    ...parts,
    communities: organisers.communities,
    changeLog,
    lastRead: () => setting.lastRead,
  };
  const draw = async (view: View, context: Context): Promise<Card> => {
    switch (view.kind) {
      case 'mytalks':
        return drawMyTalks(parts, view, context);
      case 'sharedList':
        return drawSharedList(parts, context);
      case 'settings':
        return drawSettings(parts, context);
      case 'changed':
        return drawChanged(changed, view, context);
      case 'follows':
      case 'followed':
      case 'follow':
        return drawFollows(parts, view, context);
      case 'claims':
      case 'speaker':
        return drawSpeaker(parts, view, context);
      case 'room':
        return drawRoom(organisers, view, context);
      case 'changes':
        return drawToldChanges({ ...parts, told: createTold(database.kysely) }, view, context);
      case 'status':
      case 'log':
      case 'preview':
      case 'doctor':
      case 'interest':
      case 'doubted':
      case 'say':
      case 'says':
        return drawOrganiser(organisers, view, context);
      default:
        return { kind: 'talk', title: view.kind, summary: [...context.starred].join(), blocks: [] };
    }
  };
  const repertoire: Repertoire = {
    commands: [
      createChangesCommand(changed),
      createRoomCommand({ ...organisers, programmes }),
      createMyTalksCommand(parts),
      createSpeakerCommand({ ...organisers, ...parts }),
      createFollowCommand({ ...parts, draw }),
      createConferenceCommand(organisers),
    ],
    draw,
    answer: async ({ text }, context) => ({ card: await answerTalk(text, context) }),
    perform: async (deed, context, request) => {
      switch (deed.kind) {
        case 'use':
          return useOffered(organisers, deed, context);
        case 'changeTalk':
        case 'askTitle':
          return performTalkDeed(organisers, deed, context, request);
        case 'accept':
        case 'announceGroup':
        case 'exportInterest':
        case 'drop':
        case 'say':
          return performOrganiser(organisers, deed, context, request);
        case 'roomState':
        case 'late':
          return performRoomDeed({ ...organisers, programmes }, deed, context);
        case 'claimSpeaker':
        case 'dropClaim':
        case 'confirmClaim':
        case 'refuseClaim':
          return performSpeakerDeed({ ...organisers, ...parts }, deed, context);
        case 'follow':
        case 'unfollow':
          return performFollow({ ...parts, draw }, deed, context);
        default:
          return performDeed({ ...parts, draw }, deed, context, request);
      }
    },
  };
  const ports = {
    clock,
    log: silentLog,
    meter: silentMeter,
    communities: organisers.communities,
    namedRoles: organisers.namedRoles,
    members,
    programmes,
    own: {
      home: async () => setting.own,
      programme: async () => setting.own,
    },
    stars: {
      starredBy: async (...which: Parameters<typeof stars.of>) =>
        new Set((await stars.of(...which)).map(({ talk }) => talk)),
    },
  };
  return {
    hallway: createHallway({ ...ports, repertoire }),
    programmes: ports.programmes,
    communities: organisers.communities,
    acts: organisers.acts,
    says: createSays(database.kysely, database.dialect),
    namedRoles: organisers.namedRoles,
    speakerClaims: stores.speakerClaims,
    database,
    members,
    outbox,
    changeLog,
    subscriptions,
    reachability: createReachability(database.kysely),
    stars: createStarredTalks(database.kysely),
    setClock: (to: Instant) => {
      now = to;
    },
  };
}

const unchanged = { change: undefined, channels: 0, members: 0 };
const noTalks: TalkChanges = { look: async () => unchanged, make: async () => unchanged };

const noDoubts: Doubts = {
  ask: async () => undefined,
  look: async () => undefined,
  accept: async () => ({ kind: 'another' }),
};

const noSources: Sources = {
  use: async () => ({
    kind: 'refused',
    reason: { refusal: { kind: 'noTalks', facts: [] }, path: '' },
  }),
  status: async () => undefined,
};
