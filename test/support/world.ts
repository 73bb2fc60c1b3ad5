import { randomBytes } from 'node:crypto';
import type { Volume } from '../../src/agenda/member.ts';
import type { MemberStores } from '../../src/agenda/memberWork.ts';
import { type Snooze, type Snoozed, snooze } from '../../src/agenda/snooze.ts';
import { createAlerting } from '../../src/announcements/alerting/alerting.ts';
import { createAnnouncer } from '../../src/announcements/announcements.ts';
import { changeTalk, type TalkChanged } from '../../src/announcements/changeTalk.ts';
import { seekFollowed } from '../../src/announcements/following/seek.ts';
import { delayRoom } from '../../src/announcements/rooms/delayRoom.ts';
import { hearRooms } from '../../src/announcements/rooms/hearRooms.ts';
import { type RoomTold, tellRoom } from '../../src/announcements/rooms/tellRoom.ts';
import { readSituation } from '../../src/announcements/situation.ts';
import {
  type Accepted,
  acceptVersion,
  type Doubted,
  lookAtRefused,
} from '../../src/announcements/versions/acceptVersion.ts';
import { takeOver } from '../../src/announcements/versions/takeover.ts';
import { createWebQuestions, type WebQuestions } from '../../src/app/web.ts';
import { createRecording, type Post } from '../../src/cli/rehearsing/recording.ts';
import type { Clock, Instant } from '../../src/clock.ts';
import { createCourier } from '../../src/courier/courier.ts';
import { STANDING_PACE } from '../../src/courier/pace.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import type { Subject } from '../../src/outbox/delivery.ts';
import type { Wish } from '../../src/outbox/kinds/afterwards.ts';
import type { Subscription } from '../../src/outbox/subscription.ts';
import type { CommunityRef } from '../../src/platform/target.ts';
import type { TalkAct } from '../../src/programme/byHand.ts';
import { createTalksOf, type FollowSubject, subjectKey } from '../../src/programme/following.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { createViews, standingAmong } from '../../src/programme/programmes.ts';
import type { RoomStateKind } from '../../src/programme/rooms/roomStates.ts';
import type { Takeover } from '../../src/schedule/keeping/keeper.ts';
import type { Digest } from '../../src/schedule/refusedVersions.ts';
import type { Conference, Speaker } from '../../src/schedule/schedule.ts';
import type { Heard } from '../../src/schedule/sources/roomFeeds.ts';
import type { Version } from '../../src/schedule/versions.ts';
import { createTitleScan } from '../../src/search/titleScan.ts';
import { keyOf, roomSlug } from './names.ts';
import { noIndexing } from './programmes.ts';
import { openRehearsalStores } from './rehearsalStores.ts';

export const FEED = 'https://api.example/rooms';
export const MINUTE_MS = 60_000;
const KEY = keyOf('world');
/** Of what takes place beside it. */
const FRINGE = keyOf('fringe');
const PLATFORM = 'chat';
export const COMMUNITY = { platform: PLATFORM, id: 'us' };

const CHANNEL = { kind: 'channel', platform: PLATFORM, community: COMMUNITY.id } as const;

/** Hallway over storage in memory and a clock that stands until it is moved. */
export interface World {
  readonly posts: readonly Post[];
  conference(): Conference;
  /** The clock jumps there; nothing happens meanwhile. */
  jump(to: Instant): void;
  /** A tick, what is followed is looked for, what organisers are to look at, too, and everything that is ready is sent. */
  tick(): Promise<void>;
  /** A tick, of which nothing is sent yet. */
  plan(): Promise<void>;
  /** Ticks at every full minute until then. */
  run(until: Instant): Promise<void>;
  take(conference: Conference): Promise<Takeover['kind']>;
  subscribe(channel: string, rest?: Partial<Subscription>): Promise<void>;
  mute(channel: string): Promise<void>;
  /** Organisers of the community are told there what is to be decided. */
  alertIn(channel: string): Promise<void>;
  star(member: string, talk: string): Promise<void>;
  unstar(member: string, talk: string): Promise<void>;
  follow(member: string, subject: FollowSubject): Promise<void>;
  unfollow(member: string, subject: FollowSubject): Promise<void>;
  /** Organisers of the community confirm who the member says to be. */
  speak(member: string, speaker: Speaker, where?: CommunityRef): Promise<void>;
  /** The member drops all of it. */
  dropClaims(member: string): Promise<void>;
  setLead(member: string, minutes: number): Promise<void>;
  wantDigest(member: string): Promise<void>;
  /** Has the member hear of recordings, or be asked how talks were. */
  wish(member: string, wish: Wish): Promise<void>;
  /** Presses the button of a reminder of what starts at `start`. */
  snooze(member: string, reminder: Snooze): Promise<Snoozed['kind']>;
  setVolume(member: string, volume: Volume): Promise<void>;
  /** The member has an account on another platform as well. */
  link(member: string, platform: string): Promise<void>;
  /** Returns how many talks that concerns. */
  delay(room: string, minutes: number): Promise<number>;
  /** Somebody says how a room stands, there or in another community. */
  say(room: string, state: RoomStateKind, where?: CommunityRef): Promise<RoomTold>;
  /** The community has the feed of rooms' states at that address, or none. */
  feed(url: string | undefined): Promise<void>;
  /** It is asked, and that is what came of it. */
  hear(heard: Heard, url?: string): Promise<void>;
  /** Organisers of the community, or of another, change a talk by hand. */
  change(talk: string, act: TalkAct, only?: 'look', where?: CommunityRef): Promise<TalkChanged>;
  /** What the community's log says was done, the latest first: before → after. */
  log(): Promise<readonly string[]>;
  /** What the source shows and was not believed, as organisers of the community look at it. */
  doubted(): Promise<Doubted | undefined>;
  /** They take the version that they looked at. */
  accept(digest: Digest): Promise<Accepted>;
  /** Another conference, which the community may have beside the first. */
  readonly fringe: Fringe;
  /** The conference as the community sees it, or another, or nobody's. */
  seen(where?: CommunityRef | undefined): Promise<Programme>;
  /** What is told on the web. */
  readonly web: WebQuestions;
  /** The community's pages are there under that name; without one, nowhere. */
  publish(slug: string | undefined): Promise<void>;
  /** The secret of the member's address there, a new one each time. */
  address(member: string): Promise<string>;
}

export interface Fringe {
  /** The community has it from now on. */
  choose(): Promise<void>;
  drop(): Promise<void>;
  take(conference: Conference): Promise<Takeover['kind']>;
  star(member: string, talk: string): Promise<void>;
  delay(room: string, minutes: number): Promise<number>;
}

export async function createWorld(conference: Conference, from: Instant): Promise<World> {
  const stores = await openRehearsalStores();
  let now = from;
  let version = 0;
  let known: Version | undefined;
  let fringe: Version | undefined;
  const present = () => known?.conference ?? conference;
  const posts: Post[] = [];
  const clock: Clock = { now: () => now, sleep: untilAborted };
  const setting = { clock, defaultConference: KEY };
  const view = createViews((key) => (key === FRINGE ? fringe : known), {
    ...{ ...noIndexing, makeIndex: createTitleScan },
  });
  const announcer = createAnnouncer({
    announcerWork: stores.announcerWork,
    programmes: { view },
    defaultConference: keyOf(KEY),
    clock,
    log: { ...silentLog, error: (facts, message) => console.error(message, facts) },
    meter: silentMeter,
  });
  const alerting = createAlerting({
    ...stores,
    keeper: { get: () => known, status: () => undefined },
    readiness: () => ({ [PLATFORM]: 'ready' }),
    defaultConference: KEY,
    ...{ clock, log: silentLog },
  });
  const overlayOf = async (community: CommunityRef | undefined, key = KEY) => {
    const situation = await stores.announcerWork.transaction((all) => readSituation(all, KEY));
    return situation.overlayOf(community, key);
  };
  const rooms = async (community: CommunityRef | undefined, key = KEY) =>
    community === undefined
      ? []
      : stores.announcerWork.transaction((all) => all.communities.roomStatesOf(community, key));
  const compose = createCompose({
    ...stores,
    programmes: {
      standing: async (key, community) => {
        const situation = await stores.announcerWork.transaction((all) => readSituation(all, KEY));
        return standingAmong(situation.conferencesOf(community), key);
      },
      get: async (key, community) => {
        const states = await rooms(community, key);
        return view(key, await overlayOf(community, key), { community, rooms: states });
      },
    },
  });
  const { messenger, queue, takePosts } = createRecording(stores.queue);
  const courier = createCourier({
    ...stores,
    ...{
      queue,
      compose,
      clock,
      log: silentLog,
      meter: silentMeter,
      owner: 'world',
      pace: STANDING_PACE,
    },
    messengers: new Map([PLATFORM, 'mail'].map((name) => [name, messenger])),
  });
  const seenAs = async (key: typeof KEY, community: CommunityRef | undefined) => {
    const states = await rooms(community, key);
    return view(key, await overlayOf(community, key), { community, rooms: states });
  };
  const takeOf = async (key: typeof KEY, former: Version | undefined, fresh: Conference) => {
    version += 1;
    const source = { key, fingerprint: String(version), validators: {}, conference: fresh };
    return takeOver(stores.announcerWork, source, former, setting);
  };
  const take = async (fresh: Conference) => {
    const taken = await takeOf(KEY, known, fresh);
    if (taken.kind !== 'refused') known = taken.version;
    return taken.kind;
  };
  const tick = async () => {
    await announcer.tick();
    await seekFollowed({ ...stores, programmes: { view }, setting }, KEY);
    await alerting.look();
    await courier.drain();
    posts.push(...takePosts());
  };
  const write = (member: string, work: (all: MemberStores, ref: Ref) => Promise<unknown>) =>
    stores.memberWork(clock).transaction(async (all) => {
      const ref = { platform: PLATFORM, id: member };
      const seen = { locale: 'en', timeZone: 'Asia/Tokyo', community: COMMUNITY.id };
      await all.members.see({ ref, ...seen, seenAt: now }, member);
      await work(all, ref);
    });
  const addStar = async (member: string, id: string, key = KEY, of = present()) => {
    const seen = view(key, await overlayOf(COMMUNITY, key))?.conference ?? of;
    const talk = seen.talks.find((one) => one.id === id);
    const start = talk?.status === 'scheduled' ? { start: talk.start } : {};
    await write(member, (all, ref) =>
      all.stars.add(ref, { conference: key, talk: id, community: COMMUNITY, ...start }, now),
    );
  };
  const delayOf = async (of: Version | undefined, room: string, minutes: number) => {
    const delay = { room: roomSlug(room), minutes, by: 'olga' };
    return of === undefined ? 0 : delayRoom(stores.announcerWork, COMMUNITY, of, delay, setting);
  };
  await take(conference);

  return {
    posts,
    conference: present,
    jump: (to) => {
      now = to;
    },
    tick,
    plan: () => announcer.tick(),
    run: async (until) => {
      for (; now < until; now = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS) await tick();
    },
    take,
    subscribe: (channel, rest = {}) =>
      stores.subscriptions.put({
        target: { ...CHANNEL, channel },
        leadMinutes: 10,
        language: 'en',
        rooms: [],
        tracks: [],
        kinds: ['announcements', 'notices'],
        since: now,
        ...rest,
      }),
    mute: async (channel) => {
      await stores.subscriptions.remove({ ...CHANNEL, channel });
    },
    alertIn: (channel) =>
      stores.alertChannels.put({ target: { ...CHANNEL, channel }, language: 'en' }),
    star: addStar,
    unstar: async (member, id) => {
      await write(member, (all, ref) => all.stars.remove(ref, keyOf(KEY), id, now));
    },
    follow: async (member, subject) => {
      const { conference: version, index } = view(KEY, await overlayOf(COMMUNITY)) ?? {
        conference: present(),
      };
      const talks = (index && createTalksOf(version, index)(subject)) ?? [];
      const found = talks.map(({ id, status, start }) => ({
        talk: id,
        ...(status === 'scheduled' ? { start } : {}),
      }));
      const what = { conference: keyOf(KEY), subject, community: COMMUNITY };
      const number = known?.number ?? 0;
      await write(member, (all, ref) =>
        all.follows.add(ref, { ...what, found: { version: number, talks: found } }, now),
      );
    },
    unfollow: async (member, subject) => {
      await write(member, (all, ref) => all.follows.remove(ref, keyOf(KEY), subjectKey(subject)));
    },
    speak: async (member, { id, name }, where = COMMUNITY) => {
      const speaker = { kind: 'speaker', name, ...(id === undefined ? {} : { id }) } as const;
      await write(member, async ({ speakerClaims }, ref) => {
        const claim = `${member} as ${name}`;
        const made = { community: where, conference: keyOf(KEY), member: ref, speaker };
        await speakerClaims.add({ id: claim, ...made, leadMinutes: 30 }, now);
        await speakerClaims.confirm(claim, now);
      });
    },
    dropClaims: async (member) => {
      await write(member, async ({ speakerClaims }, ref) => {
        for (const { id } of await speakerClaims.of(ref)) await speakerClaims.remove(id);
      });
    },
    setLead: async (member, minutes) => {
      await write(member, (all, ref) => all.stars.setLead(ref, minutes, now));
    },
    wantDigest: async (member) => {
      await write(member, ({ members }, ref) => members.change(ref, { wantsDigest: true }));
    },
    wish: async (member, wish) => {
      const change = wish === 'recordings' ? { wantsRecordings: true } : { wantsFeedback: true };
      await write(member, ({ members }, ref) => members.change(ref, change));
    },
    snooze: async (member, reminder) => {
      let done: Snoozed = { kind: 'gone' };
      await write(member, async ({ outbox }, { platform, id }) => {
        const target = { kind: 'member', platform, member: id } as const;
        done = await snooze(outbox, { target, conference: keyOf(KEY) }, reminder, now);
      });
      return done.kind;
    },
    setVolume: async (member, volume) => {
      await write(member, ({ members }, ref) => members.change(ref, { volume }));
    },
    link: async (member, platform) => {
      await write(member, async ({ members, linking }, ref) => {
        const other = { platform, id: `${member} (${platform})` };
        await members.see({ ref: other, locale: 'en', community: 'they', seenAt: now }, other.id);
        await linking.offer(ref, 'CODE', now + 1);
        await linking.redeem(other, 'CODE', now);
      });
    },
    change: (talk, act, only, where = COMMUNITY) => {
      if (known === undefined) throw new Error('There is no version yet');
      return changeTalk(
        stores.announcerWork,
        where,
        known,
        { talk, act },
        setting,
        only === 'look' ? undefined : 'olga',
      );
    },
    log: async () => {
      const done = await stores.acts.of(COMMUNITY, { skip: 0, limit: 100 });
      return done.map(({ before, after }) => `${before.join(' ')} → ${after.join(' ')}`);
    },
    doubted: () => lookAtRefused(stores.announcerWork, KEY, COMMUNITY, setting),
    accept: async (digest) => {
      const who = { community: COMMUNITY, by: 'olga' };
      const accepted = await acceptVersion(stores.announcerWork, KEY, digest, who, setting);
      known = (await stores.versions.latest(KEY)) ?? known;
      return accepted;
    },
    seen: async (where = COMMUNITY) => {
      const programme = view(KEY, await overlayOf(where), {
        ...{ community: where, rooms: await rooms(where) },
      });
      if (programme === undefined) throw new Error('There is no version yet');
      return programme;
    },
    web: createWebQuestions({
      ...{ ...stores, clock },
      openKnown: async () => undefined,
      programmes: {
        get: seenAs,
        all: async (community) => {
          const situation = await stores.announcerWork.transaction((all) =>
            readSituation(all, KEY),
          );
          const keys = situation.conferencesOf(community);
          const all = await Promise.all(keys.map((key) => seenAs(key, community)));
          const [main, ...beside] = all.filter((one) => one !== undefined);
          if (main === undefined) throw new Error('There is no version yet');
          return [main, ...beside];
        },
      },
    }),
    publish: async (slug) => {
      await stores.communities.setPage(COMMUNITY, slug);
    },
    address: async (member) => {
      const secret = randomBytes(16).toString('hex');
      await write(member, ({ addresses }, ref) => addresses.renew(ref, secret, now));
      return secret;
    },
    say: async (room, state, where = COMMUNITY) => {
      if (known === undefined) throw new Error('There is no version yet');
      const said = { room: roomSlug(room), state, by: 'hedy' };
      return tellRoom(stores.announcerWork, where, known, said, setting);
    },
    feed: (url) => stores.communities.setRoomFeed(COMMUNITY, KEY, url),
    hear: async (heard, url = FEED) => {
      if (known === undefined) throw new Error('There is no version yet');
      await hearRooms(stores.announcerWork, COMMUNITY, known, { url, heard }, setting);
    },
    delay: (room, minutes) => delayOf(known, room, minutes),
    fringe: {
      choose: async () => {
        const source = { key: FRINGE, address: 'https://fringe.example', trust: 'chat' } as const;
        await stores.communities.choose(COMMUNITY, { source, chosenAt: now, isBeside: true });
      },
      drop: () => stores.communities.drop(COMMUNITY, FRINGE),
      take: async (fresh) => {
        const taken = await takeOf(FRINGE, fringe, fresh);
        if (taken.kind !== 'refused') fringe = taken.version;
        return taken.kind;
      },
      star: (member, talk) => addStar(member, talk, FRINGE, fringe?.conference),
      delay: (room, minutes) => delayOf(fringe, room, minutes),
    },
  };
}

interface Ref {
  readonly platform: string;
  readonly id: string;
}

/** What was said to whom and when, one line a talk: `10:20 #general announcement 7`. */
export function told(posts: readonly Post[], timeZone = 'UTC'): readonly string[] {
  return posts.flatMap(({ at, deliveries }) => {
    const clock = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(timeZone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
    return deliveries.flatMap(({ subject, target }) => {
      const whom = target.kind === 'channel' ? target.channel : target.member;
      return about(subject).map((what) => `${clock} ${whom} ${what}`);
    });
  });
}

function about(subject: Subject): readonly string[] {
  switch (subject.kind) {
    case 'announcement':
    case 'reminder':
    case 'recording':
    case 'feedback':
    case 'onStage':
    case 'ownRecording':
      return [`${subject.kind} ${subject.talk}`];
    case 'ownChange':
      return [`own ${subject.change.kind} ${subject.change.talk}`];
    case 'roomFull':
      return [`full ${subject.talk}`];
    case 'claimDecided':
      return [`${subject.isConfirmed ? 'confirmed' : 'refused'} ${subject.name}`];
    case 'notice':
      return [`${subject.change.kind} ${subject.change.talk}`];
    case 'changes':
      return [`${subject.changes.length} changes`];
    case 'roomDelay':
      return [`${subject.delay.name} ${subject.delay.minutes} min late`];
    case 'renamed':
      return subject.renames.map(({ before, after }) => `${before} is now ${after}`);
    case 'placesGone':
      return [`gone: ${subject.names.join(', ')}`];
    case 'followNews':
      return subject.talks.map((talk) => `follow ${talk}`);
    case 'say':
      return [`say ${subject.say}`];
    case 'followDigest':
      return [`follow digest ${subject.date}`];
    case 'digest':
      return [`digest ${subject.date}`];
    case 'correction':
      return [`correction ${subject.talks.join(' ')}`];
    case 'alert':
      return [subject.isNaming ? 'alerts come here' : 'alert'];
    case 'operator':
      return [subject.trouble.kind];
    case 'formerList':
    case 'list':
      return [];
  }
}

function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal?.aborted) resolve();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
