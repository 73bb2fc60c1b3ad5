import type { Log } from '../../log.ts';
import type { Communities } from '../../programme/communities.ts';
import { isUnderWay } from '../../programme/rooms/roomFeed.ts';
import type { Feed } from '../../schedule/feed.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { askEachRooms } from '../../schedule/sources/roomFeeds.ts';
import type { Version } from '../../schedule/versions.ts';
import type { AnnouncerWork } from '../announcerWork.ts';
import type { TakeoverSetting } from '../versions/takeover.ts';
import { hearRooms } from './hearRooms.ts';

export interface RoomFeedParts {
  readonly feed: Pick<Feed, 'fetch'>;
  readonly communities: Pick<Communities, 'allRoomFeeds'>;
  readonly announcerWork: AnnouncerWork;
  readonly versionOf: (key: ConferenceKey) => Version | undefined;
  readonly setting: TakeoverSetting;
  readonly log: Log;
}

/**
 * Asks the feeds of rooms' states of all conferences in which something runs, each once for however many
 * communities named it. Never rejects.
 */
export async function readRoomFeeds(parts: RoomFeedParts): Promise<void> {
  const { announcerWork, communities, feed, log, setting, versionOf } = parts;
  try {
    const now = setting.clock.now();
    const due = (await communities.allRoomFeeds()).filter(({ conference }) => {
      const version = versionOf(conference);
      return version !== undefined && isUnderWay(version.conference, now);
    });
    const byUrl = Map.groupBy(due, ({ url }) => url);
    await askEachRooms(feed, [...byUrl.keys()], async (url, heard) => {
      for (const { community, conference } of byUrl.get(url) ?? []) {
        const version = versionOf(conference);
        if (version) await hearRooms(announcerWork, community, version, { url, heard }, setting);
      }
    });
  } catch (error) {
    log.error({ err: error }, 'How rooms stand could not be read; the next turn tries again');
  }
}
