import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { silentLog } from '../../src/log.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { LEAD_MINUTES, MINUTE_MS, OPENING, type Part, talkId } from './story.ts';
import { PLATFORMS } from './wire.ts';

export const CONFERENCE = keyOf('crash');
export const COMMUNITY = 'us';
export const CHANNELS = [
  { channel: '#all', rooms: [] },
  { channel: '#a', rooms: [roomSlug('a')] },
] as const;
export const MEMBERS = ['ada', 'bob', 'cy', 'dee'] as const;

/** Everybody starred what will change, and every other of the plain talks in room A. */
export function isStarredBy(member: number, { name, role, room, wave }: Part): boolean {
  if (name.endsWith('c')) return true;
  return role === 'plain' && room === 'A' && (wave + member) % 2 === 0;
}

/** Fewer than a day takes one by one. */
const FOLLOWED_WAVES = 12;

/** Everybody follows the speakers of what is held in room B at first, and starred none of it. */
export function isFollowed({ name, wave }: Part): boolean {
  return name.endsWith('b') && wave < FOLLOWED_WAVES;
}

/** Channels subscribe, members star and follow, on every platform, an hour before anything falls due. */
export async function seatAudience(databaseUrl: string, story: readonly Part[]): Promise<void> {
  const at = OPENING - LEAD_MINUTES * MINUTE_MS;
  const database = await openDatabase(databaseUrl, silentLog);
  const stores = createStores(database, { now: () => at, sleep: async () => undefined });
  try {
    for (const platform of PLATFORMS) {
      for (const { channel, rooms } of CHANNELS) {
        await stores.subscriptions.put({
          target: { kind: 'channel', platform, community: COMMUNITY, channel },
          leadMinutes: LEAD_MINUTES,
          language: 'en',
          rooms,
          tracks: [],
          kinds: ['announcements', 'notices'],
          since: at,
        });
      }
    }
    await stores.memberWork.transaction(async ({ members, stars, follows }) => {
      for (const platform of PLATFORMS) {
        for (const [index, id] of MEMBERS.entries()) {
          const ref = { platform, id };
          await members.see({ ref, locale: 'en', seenAt: at }, `${platform} ${id}`);
          await stars.setLead(ref, LEAD_MINUTES, at);
          for (const part of story.filter((one) => isStarredBy(index, one))) {
            const star = { conference: CONFERENCE, talk: talkId(part, false), start: part.start };
            await stars.add(ref, star, at);
          }
          for (const part of story.filter(isFollowed)) {
            const subject = { kind: 'speaker', name: `Speaker of ${part.name}` } as const;
            const talks = [{ talk: talkId(part, false), start: part.start }];
            const follow = { conference: CONFERENCE, subject, found: { version: 1, talks } };
            await follows.add(ref, follow, at);
          }
        }
      }
    });
  } finally {
    await database.close();
  }
}
