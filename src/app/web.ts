import type { OwnAddresses } from '../agenda/calendar/address.ts';
import type { CalendarFeed } from '../agenda/calendar/calendar.ts';
import { type CommunityFeedWish, communityFeed } from '../agenda/calendar/communityFeed.ts';
import {
  type ListedProgramme,
  type OwnFeedPorts,
  ownFeed,
  ownListsOf,
} from '../agenda/calendar/ownFeed.ts';
import { readerOf } from '../agenda/reading.ts';
import type { Clock, Instant } from '../clock.ts';
import type { Messages } from '../messages/messages.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { Communities } from '../programme/communities.ts';
import type { Programme, Programmes } from '../programme/programme.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import { unlessUnreadable } from './own.ts';

export interface WebParts extends Omit<OwnFeedPorts, 'open' | 'programmes'> {
  readonly programmes: Pick<Programmes, 'get' | 'all'>;
  readonly communities: Pick<Communities, 'communityAt' | 'byHandOf'>;
  readonly addresses: Pick<OwnAddresses, 'ownerOf'>;
  readonly openKnown: (key: ConferenceKey) => Promise<void>;
  readonly clock: Pick<Clock, 'now'>;
}

/** What is told on the web; undefined where nothing is found. */
export interface WebQuestions {
  /** The list of whoever has that secret, as a calendar. */
  calendar(secret: string): Promise<CalendarFeed | undefined>;
  /** The same to be looked at. */
  list(secret: string): Promise<OwnPage | undefined>;
  /** What the community shows whose pages have that name. */
  community(slug: string): Promise<CommunityPage | undefined>;
  /** That, or a part of it, as a calendar. */
  feed(wish: CommunityFeedWish, messages: Messages): Promise<CalendarFeed>;
}

export interface OwnPage {
  readonly lists: readonly ListedProgramme[];
  /** BCP 47: as the member reads. */
  readonly locale: string;
  readonly now: Instant;
}

export interface CommunityPage {
  readonly community: CommunityRef;
  /** As the community has them, the main one first. */
  readonly programmes: readonly [Programme, ...Programme[]];
  readonly now: Instant;
}

export function createWebQuestions(parts: WebParts): WebQuestions {
  const { addresses, clock, communities, members, programmes } = parts;
  const open = (key: ConferenceKey) => parts.openKnown(key).catch(unlessUnreadable);
  const ports = { ...parts, open };
  return {
    calendar: async (secret) => {
      const owner = await addresses.ownerOf(secret);
      return owner && ownFeed(ports, owner, clock.now());
    },
    list: async (secret) => {
      const owner = await addresses.ownerOf(secret);
      if (owner === undefined) return undefined;
      const member = await members.find(owner);
      const locale = member === undefined ? 'en' : readerOf(member).locale;
      return { lists: await ownListsOf(ports, owner), locale, now: clock.now() };
    },
    feed: (wish, messages) => communityFeed(parts, wish, clock.now(), messages),
    community: readOnce(clock, async (slug) => {
      const community = await communities.communityAt(slug);
      if (community === undefined) return undefined;
      return { community, programmes: await programmes.all(community), now: clock.now() };
    }),
  };
}

/** A crowd looks at one page: how it stands is read once for all who come in so short a time. */
const READ_FOR_MS = 1_000;
const MOST_READ = 100;

function readOnce(
  clock: WebParts['clock'],
  read: (slug: string) => Promise<CommunityPage | undefined>,
): WebQuestions['community'] {
  const readings = new Map<string, { at: Instant; page: Promise<CommunityPage | undefined> }>();
  return async (slug) => {
    const now = clock.now();
    const latest = readings.get(slug);
    if (latest !== undefined && latest.at <= now && now < latest.at + READ_FOR_MS) {
      return latest.page;
    }
    if (readings.size >= MOST_READ) readings.clear();
    const page = read(slug);
    readings.set(slug, { at: now, page });
    // What is not there may be there the next moment.
    const shown = await page.catch(() => undefined);
    if (shown === undefined) readings.delete(slug);
    return page;
  };
}
