/**
 * The floor `agenda`: what belongs to members: stars, clashes, the live list, linked accounts,
 * calendars, and what is erased when. It knows no channel and plans no announcement. Start here.
 */

import type { Instant } from '../clock.ts';
import type { Addressee } from '../outbox/delivery.ts';
import { afterwardsDelivery, type Wish } from '../outbox/kinds/afterwards.ts';
import { formerListDelivery, listDelivery } from '../outbox/kinds/memberList.ts';
import { type CommunityRef, communityOf, type MemberRef } from '../platform/target.ts';
import type { Talk, TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type {
  DirectMessages,
  Member,
  MemberChange,
  ReadingChoice,
  Sighting,
  Volume,
} from './member.ts';
import type { MemberStores, MemberWork } from './memberWork.ts';
import { type Snooze, type Snoozed, snooze } from './snooze.ts';

export interface AgendaParts {
  readonly memberWork: MemberWork;
  readonly random: Random;
}

/** A member, as just seen, at the conference in question. */
export interface Visit {
  readonly seen: Omit<Sighting, 'seenAt'>;
  /** Key of the conference. */
  readonly conference: ConferenceKey;
}

export interface Starred {
  /** False when it was starred already. */
  readonly added: boolean;
  /** Whether it is the first of the list. */
  readonly first: boolean;
  readonly directMessages: DirectMessages;
  /** How long before the talk it is reminded of: the talk's own, or the person's. */
  readonly leadMinutes: number;
  readonly volume: Volume;
}

/** What members do with their lists. Whatever changes a list has the live lists brought up to date. */
export interface Agenda {
  /** `leadMinutes` are for this talk alone. */
  star(visit: Visit, talk: Talk, leadMinutes?: number): Promise<Starred>;
  /** False when it was not starred. */
  unstar(visit: Visit, talk: TalkId): Promise<boolean>;
  /** For all talks that have none of their own. */
  setLead(visit: Visit, minutes: number): Promise<void>;
  /** Of this account alone; back to full, it is reminded of all that is still ahead. */
  setVolume(visit: Visit, volume: Volume): Promise<void>;
  /** In which language, and on whose clocks: for all accounts of the person. */
  setReading(visit: Visit, choice: ReadingChoice): Promise<void>;
  /** Returns the account's volume: unless that is full, none is sent. */
  setDigest(visit: Visit, wanted: boolean): Promise<Volume>;
  /**
   * Whether the account hears of recordings, is asked for feedback, or hears what organisers say to many; returns its volume, which may hold
   * that back. Of recordings `there` are already, it hears at once.
   */
  setWish(
    visit: Visit,
    wish: Wish | 'says',
    wanted: boolean,
    there?: readonly TalkId[],
  ): Promise<Volume>;
  /** Has a reminder come again to the account that it was sent to. */
  snooze(visit: Visit, reminder: Snooze): Promise<Snoozed>;
  /**
   * Has the list sent, also where direct messages did not get through before. Returns whether they are
   * known to reach the account.
   */
  sendList(visit: Visit): Promise<DirectMessages>;
}

export function createAgenda(parts: AgendaParts): Agenda {
  const within = <T>(visit: Visit, work: Work<T>) =>
    parts.memberWork.transaction(async (stores, at) =>
      work(stores, await see(parts, stores, visit, at), at),
    );
  const change = (visit: Visit, work: Work<MemberChange>) =>
    within(visit, async (stores, member, at) => {
      await stores.members.change(member.ref, await work(stores, member, at));
      await refreshLists(stores, visit, at);
    });
  return {
    star: (visit, talk, leadMinutes) =>
      parts.memberWork.transaction((stores, at) =>
        star(parts, stores, visit, { talk, leadMinutes }, at),
      ),

    unstar: (visit, talk) =>
      within(visit, async (stores, { ref }, at) => {
        const removed = await stores.stars.remove(ref, visit.conference, talk, at);
        if (removed) await refreshLists(stores, visit, at);
        return removed;
      }),

    setLead: (visit, minutes) =>
      change(visit, async ({ stars }, { ref }, at) => {
        await stars.setLead(ref, minutes, at);
        return {};
      }),

    setVolume: (visit, volume) =>
      change(visit, async ({ stars }, { ref, leadMinutes }, at) => {
        if (volume === 'full') await stars.setLead(ref, leadMinutes, at);
        return { volume };
      }),

    setReading: (visit, choice) =>
      change(visit, ({ members }, { ref }) => members.choose(ref, choice).then(() => ({}))),

    setDigest: (visit, wantsDigest) =>
      within(visit, async (stores, { ref, volume }) => {
        await stores.members.change(ref, { wantsDigest });
        return volume;
      }),

    setWish: (visit, wish, wanted, there = []) =>
      within(visit, async (stores, { ref, volume }, at) => {
        await stores.members.change(ref, changeOfWish(wish, wanted));
        if (wanted) await tellOfRecordings(stores, ref, visit, there, at);
        return volume;
      }),

    snooze: (visit, reminder) =>
      within(visit, ({ outbox }, { ref }, at) =>
        snooze(outbox, addresseeOf(ref, visit), reminder, at),
      ),

    sendList: (visit) => within(visit, (stores, member, at) => sendList(stores, member, visit, at)),
  };
}

type Work<T> = (stores: MemberStores, member: Member, at: Instant) => Promise<T>;

async function star(
  parts: AgendaParts,
  stores: MemberStores,
  visit: Visit,
  { talk, leadMinutes }: { readonly talk: Talk; readonly leadMinutes: number | undefined },
  at: Instant,
): Promise<Starred> {
  const { conference } = visit;
  const { ref, directMessages, volume, ...member } = await see(parts, stores, visit, at);
  const earlier = await stores.stars.of(ref, conference);
  const community = homeOf(visit);
  const added = await stores.stars.add(
    ref,
    {
      conference,
      talk: talk.id,
      ...(community === undefined ? {} : { community }),
      ...(talk.status === 'canceled' ? {} : { start: talk.start }),
    },
    at,
  );
  if (leadMinutes !== undefined) {
    await stores.stars.setLeadOf(ref, { conference, talk: talk.id, leadMinutes }, at);
  }
  if (added || leadMinutes !== undefined) await refreshLists(stores, visit, at);
  const own = leadMinutes ?? earlier.find((each) => each.talk === talk.id)?.leadMinutes;
  return {
    added,
    first: added && earlier.length === 0,
    directMessages,
    leadMinutes: own ?? member.leadMinutes,
    volume,
  };
}

async function sendList(
  stores: MemberStores,
  { ref, directMessages, leadMinutes }: Member,
  visit: Visit,
  at: Instant,
): Promise<DirectMessages> {
  if (directMessages === 'closed') {
    await stores.members.change(ref, { directMessages: 'unknown' });
    await stores.stars.setLead(ref, leadMinutes, at);
  }
  await renewList(stores, ref, visit, at);
  return directMessages === 'closed' ? 'unknown' : directMessages;
}

function changeOfWish(wish: Wish | 'says', wanted: boolean): MemberChange {
  switch (wish) {
    case 'recordings':
      return { wantsRecordings: wanted };
    case 'feedback':
      return { wantsFeedback: wanted };
    case 'says':
      return { wantsSays: wanted };
  }
}

async function tellOfRecordings(
  { stars, follows, outbox }: MemberStores,
  account: MemberRef,
  visit: Visit,
  there: readonly TalkId[],
  at: Instant,
): Promise<void> {
  if (there.length === 0) return;
  const starred = await stars.of(account, visit.conference);
  const followed = await follows.talks(account, visit.conference);
  const marked = new Set([...starred, ...followed].map(({ talk }) => talk));
  const to = addresseeOf(account, visit);
  await outbox.enqueue(
    there
      .filter((talk) => marked.has(talk))
      .map((talk) => afterwardsDelivery(to, { kind: 'recording', talk }, at)),
  );
}

export function see(
  { random }: Pick<AgendaParts, 'random'>,
  { members }: MemberStores,
  { seen }: Visit,
  at: Instant,
): Promise<Member> {
  return members.see({ ...seen, seenAt: at }, random.id());
}

/**
 * The lists of all the person's accounts that direct messages may reach. One that nothing is on is
 * brought up to date where it was sent before, and begun nowhere.
 */
export async function refreshLists(stores: MemberStores, visit: Visit, at: Instant): Promise<void> {
  const { members, outbox, stars } = stores;
  const isEmpty = (await stars.of(visit.seen.ref, visit.conference)).length === 0;
  for (const { ref, directMessages } of await members.accounts(visit.seen.ref)) {
    const list = listDelivery(addresseeOf(ref, visit), at);
    if (directMessages === 'closed') continue;
    if (isEmpty && (await outbox.told(list.batch)).length === 0) continue;
    await outbox.enqueue([list]);
  }
}

/** A new message, for whoever looks for the list; the one before says that it is the list no more. */
async function renewList(
  { outbox }: MemberStores,
  account: MemberRef,
  visit: Visit,
  at: Instant,
): Promise<void> {
  const to = addresseeOf(account, visit);
  const list = listDelivery(to, at);
  const former = await outbox.renew(list);
  await outbox.enqueue([
    list,
    ...(former === undefined ? [] : [formerListDelivery(to, former, at)]),
  ]);
}

function addresseeOf({ platform, id }: MemberRef, visit: Visit): Addressee {
  const community = homeOf(visit);
  return {
    target: { kind: 'member', platform, member: id },
    conference: visit.conference,
    ...(community === undefined ? {} : { community }),
  };
}

export function homeOf({ seen: { ref, community } }: Visit): CommunityRef | undefined {
  return communityOf({ platform: ref.platform, community });
}

/** Chance that nobody can foresee. */
export interface Random {
  /** Different every time. */
  id(): string;
  bytes(count: number): Uint8Array;
}
