import type { AgendaLedger } from '../agenda/ledger.ts';
import type { Members } from '../agenda/member.ts';
import type { Stars } from '../agenda/star.ts';
import { createAnnouncer } from '../announcements/announcer.ts';
import type { Ledger } from '../announcements/ledger.ts';
import { takeOver } from '../announcements/takeover.ts';
import { type Clock, type Instant, MINUTE_MS } from '../clock.ts';
import type { Compose } from '../courier/recheck.ts';
import { createCompose } from '../courier/wording/compose.ts';
import { digestTalks } from '../courier/wording/digest.ts';
import { silentLog } from '../log.ts';
import { DEFAULT_LANGUAGE } from '../messages/catalogue.ts';
import type { LaneLeases, Outbox, OutboxQueue } from '../outbox/outbox.ts';
import type { Reach } from '../outbox/reach.ts';
import type { Subscription, Subscriptions } from '../outbox/subscription.ts';
import type { Programme } from '../programme/programme.ts';
import { createProgramme } from '../programme/programmes.ts';
import { decodeSchedule } from '../schedule/decode.ts';
import type { Conference } from '../schedule/model.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import { sourceOf } from '../schedule/source.ts';
import type { Version } from '../schedule/versions.ts';
import { createTitleScan } from '../search/titleScan.ts';
import { type PostWords, postJson, postText } from './postText.ts';
import { deliverReady } from './rehearsedPosts.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

export interface RehearseOptions {
  /** Posts that fell due before belong to the time before and are not made. */
  readonly from: Instant;
  /** Inclusive. */
  readonly to: Instant;
  readonly source: string;
  readonly zone?: string | undefined;
  /** Other versions of the schedule, to be taken over at that moment. */
  readonly changes: readonly { readonly source: string; readonly at: Instant }[];
  /** Ids of talks that a member starred before. */
  readonly stars: readonly string[];
  readonly json: boolean;
}

/** Storage that begins empty. */
export interface RehearsalStores {
  readonly ledger: Ledger;
  agendaLedger(clock: Clock): AgendaLedger;
  readonly outbox: Outbox;
  readonly queue: OutboxQueue;
  readonly leases: LaneLeases;
  readonly members: Pick<Members, 'find'>;
  readonly stars: Pick<Stars, 'of'>;
  readonly subscriptions: Subscriptions;
  readonly reach: Reach;
}

const KEY = sourceOf('rehearsal', undefined, 'operator').key;
const PLATFORM = 'rehearsal';
const LEAD_MINUTES = 10;
/** When all was asked for: what falls due is late for nobody. */
const LONG_AGO: Instant = 0;
const MEMBER = { platform: PLATFORM, id: 'member' };
const CHANNEL = {
  kind: 'channel',
  platform: PLATFORM,
  community: PLATFORM,
  channel: '#rehearsal',
} as const;

/** `rehearse`: a span of the conference at full speed, minute by minute, with every post that would be made. */
export async function rehearse(
  options: RehearseOptions,
  around: Surroundings,
  stores: RehearsalStores,
): Promise<number> {
  let now = options.from;
  const clock: Clock = { now: () => now, sleep: untilAborted };
  const stage = await setStage(options, around, stores, clock);
  const unknown = await star(options.stars, stores, stage.conference());
  if (unknown.length > 0) {
    for (const id of unknown) around.complain(around.messages.cli.noSuchTalk(id, options.source));
    return EXIT.misused;
  }
  const pending = options.changes.toSorted((a, b) => a.at - b.at);
  for (; now <= options.to; now = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS) {
    while (pending[0] !== undefined && pending[0].at <= now) {
      await stage.take(pending.shift()?.source ?? '');
    }
    await stage.tick();
    for (const post of await deliverReady(stores, stage.compose, clock)) {
      const words = { ...around, ...stage.words() };
      around.write(options.json ? postJson(post, words) : postText(post, words));
    }
  }
  return EXIT.done;
}

/** Of several sources, the one that cannot be read is named. */
async function conferenceOf(
  source: string,
  { zone }: RehearseOptions,
  around: Surroundings,
): Promise<Conference> {
  try {
    return decodeSchedule(await around.readSource(source), { timeZone: zone }).conference;
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    throw new ScheduleFormatError(error.refusal, `${source} ${error.path}`.trim());
  }
}

interface Stage {
  conference(): Conference;
  words(): Pick<PostWords, 'timeZone' | 'digestTalks'>;
  take(source: string): Promise<void>;
  tick(): Promise<void>;
  readonly compose: Compose;
}

/** The conference, a channel that wants to hear everything, and a member if anything was starred. */
async function setStage(
  options: RehearseOptions,
  around: Surroundings,
  stores: RehearsalStores,
  clock: Clock,
): Promise<Stage> {
  let programme: Programme | undefined;
  let known: Version | undefined;
  let version = 0;
  const present = (): Programme => {
    if (programme === undefined) throw new Error('The rehearsal has no schedule yet');
    return programme;
  };
  const take = async (source: string) => {
    const read = await conferenceOf(source, options, around);
    version += 1;
    const fresh = {
      key: KEY,
      fingerprint: String(version),
      validators: {},
      conference: read,
    };
    const setting = { now: clock.now(), defaultConference: KEY };
    const taken = await takeOver(stores.ledger, fresh, known, setting);
    if (taken.kind === 'refused') {
      around.complain(around.messages.announcements.shrunken(source, taken.lost, taken.of));
    } else {
      known = taken.version;
      programme = programmeOf(known);
    }
  };
  await take(options.source);
  await stores.subscriptions.put(everything());
  await stores.ledger.transaction(({ watermark }) => watermark.move(options.from));
  const announcer = createAnnouncer({
    ledger: stores.ledger,
    programmes: { view: () => programme },
    defaultConference: KEY,
    clock,
    log: silentLog,
  });
  const compose = createCompose({ ...stores, programmes: { get: async () => programme } });
  const words = () => ({
    timeZone: present().conference.timeZone,
    // Whoever is subscribed here wants to hear everything.
    digestTalks: (date: string, at: Instant) => digestTalks(date, present(), at),
  });
  return {
    conference: () => present().conference,
    words,
    take,
    tick: () => announcer.tick(),
    compose,
  };
}

/** Nobody searches in a rehearsal. */
function programmeOf(version: Version): Programme {
  const index = createTitleScan(version.conference);
  return createProgramme({ key: KEY, version, delays: [], index });
}

function everything(): Subscription {
  const kinds = ['announcements', 'notices', 'digest'] as const;
  return {
    ...{ target: CHANNEL, leadMinutes: LEAD_MINUTES, rooms: [], tracks: [], kinds },
    language: DEFAULT_LANGUAGE,
    since: LONG_AGO,
  };
}

/** Stars given long before the rehearsal begins; returns the ids that no talk has. */
async function star(
  ids: readonly string[],
  stores: RehearsalStores,
  { talks }: Conference,
): Promise<readonly string[]> {
  const starred = talks.filter(({ id }) => ids.includes(id));
  if (starred.length === 0) return ids;
  const longAgo: Clock = { now: () => LONG_AGO, sleep: untilAborted };
  await stores.agendaLedger(longAgo).write(async ({ members, stars }, at) => {
    await members.see({ ref: MEMBER, locale: 'en', seenAt: at }, 'rehearsal');
    for (const { id, status, start } of starred) {
      const due = status === 'scheduled' ? { start } : {};
      await stars.add(MEMBER, { conference: KEY, talk: id, ...due }, at);
    }
  });
  return ids.filter((id) => !starred.some((talk) => talk.id === id));
}

/** Time passes from minute to minute, never while something is being sent. */
function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal?.aborted) resolve();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
