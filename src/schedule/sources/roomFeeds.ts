import pLimit from 'p-limit';
import type { Refused } from '../../messages/refusalWords.ts';
import type { Feed } from '../feed.ts';
import { decodeRoomFeed, type HeardRoom } from '../formats/roomFeed.ts';
import { ScheduleFormatError } from '../refusal.ts';
import { sourceOf } from '../source.ts';

/** What a feed of rooms' states says, or why it says nothing. */
export type Heard = readonly HeardRoom[] | { readonly failed: Refused | string };

const AT_ONCE = 4;

/** Asks the feed at that address, named in chat: `https`, public, bounded in size and time. Never rejects. */
export async function askRooms(feed: Pick<Feed, 'fetch'>, url: string): Promise<Heard> {
  try {
    const answer = await feed.fetch(sourceOf(url, undefined, 'chat'), {});
    // Without validators it has no reason to say so.
    return answer.kind === 'unchanged' ? [] : decodeRoomFeed(answer.bytes);
  } catch (error) {
    return { failed: error instanceof ScheduleFormatError ? refusedOf(error) : String(error) };
  }
}

/** Asks all of them, a few at a time, and tells of each as soon as it has answered or is given up. */
export async function askEachRooms(
  feed: Pick<Feed, 'fetch'>,
  urls: readonly string[],
  tell: (url: string, heard: Heard) => Promise<void>,
): Promise<void> {
  const limit = pLimit(AT_ONCE);
  const asked = urls.map((url) => limit(async () => tell(url, await askRooms(feed, url))));
  await Promise.all(asked);
}

function refusedOf({ refusal, path }: ScheduleFormatError): Refused {
  return { refusal, path };
}
