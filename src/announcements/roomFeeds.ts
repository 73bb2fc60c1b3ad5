import pLimit from 'p-limit';
import type { Log } from '../log.ts';
import type { Refused } from '../messages/refusalWords.ts';
import type { Communities } from '../programme/communities.ts';
import { type CommunityRoomFeed, isUnderWay } from '../programme/roomFeed.ts';
import type { Feed } from '../schedule/feed.ts';
import { decodeRoomFeed } from '../schedule/formats/roomFeed.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import { type ConferenceKey, sourceOf } from '../schedule/source.ts';
import type { Version } from '../schedule/versions.ts';
import type { AnnouncerWork } from './announcerWork.ts';
import { type Heard, hearRooms } from './hearRooms.ts';
import type { TakeoverSetting } from './takeover.ts';

export interface RoomFeedParts {
  readonly feed: Pick<Feed, 'fetch'>;
  readonly communities: Pick<Communities, 'allRoomFeeds'>;
  readonly announcerWork: AnnouncerWork;
  readonly versionOf: (key: ConferenceKey) => Version | undefined;
  readonly setting: TakeoverSetting;
  readonly log: Log;
}

const AT_ONCE = 4;

/**
 * Asks the feeds of rooms' states of all conferences in which something runs, each once for however many
 * communities named it. Every feed is one of chat's: `https`, public, bounded in size and time. Resolves
 * when all have answered or are given up; never rejects.
 */
export async function readRoomFeeds(parts: RoomFeedParts): Promise<void> {
  const { communities, log, setting, versionOf } = parts;
  try {
    const now = setting.clock.now();
    const due = (await communities.allRoomFeeds()).filter(({ conference }) => {
      const version = versionOf(conference);
      return version !== undefined && isUnderWay(version.conference, now);
    });
    const limit = pLimit(AT_ONCE);
    const asked = [...Map.groupBy(due, ({ url }) => url)].map(([url, all]) =>
      limit(async () => tellAll(parts, all, { url, heard: await askRooms(parts.feed, url) })),
    );
    await Promise.all(asked);
  } catch (error) {
    log.error({ err: error }, 'How rooms stand could not be read; the next turn tries again');
  }
}

/** What a feed says, or why it says nothing. */
export async function askRooms(feed: Pick<Feed, 'fetch'>, url: string): Promise<Heard['heard']> {
  try {
    const answer = await feed.fetch(sourceOf(url, undefined, 'chat'), {});
    // Without validators it has no reason to say so.
    return answer.kind === 'unchanged' ? [] : decodeRoomFeed(answer.bytes);
  } catch (error) {
    return { failed: error instanceof ScheduleFormatError ? refusedOf(error) : String(error) };
  }
}

function refusedOf({ refusal, path }: ScheduleFormatError): Refused {
  return { refusal, path };
}

async function tellAll(
  { announcerWork, versionOf, setting }: RoomFeedParts,
  feeds: readonly CommunityRoomFeed[],
  heard: Heard,
): Promise<void> {
  for (const { community, conference } of feeds) {
    const version = versionOf(conference);
    if (version) await hearRooms(announcerWork, community, version, heard, setting);
  }
}
