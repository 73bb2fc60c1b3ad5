import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createSubscriptions } from '../../adapters/storage/deliveries/subscriptions.ts';
import type { Instant } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import type { Chat } from '../chat.ts';
import { starAll } from '../starAll.ts';
import type { BenchTalk } from './conference.ts';

export interface Evening {
  readonly databaseUrl: string;
  /** Path of the schedule. */
  readonly schedule: string;
  readonly now: Instant;
}

/** As a community is on the evening before: everybody has a list, and a channel wants to hear everything. */
export async function settle(
  { databaseUrl, schedule, now }: Evening,
  chat: Chat,
  members: readonly string[],
  starsOf: (member: number) => readonly BenchTalk[],
): Promise<void> {
  await starAll(databaseUrl, schedule, members.map(chat.member), starsOf, now);
  const database = await openDatabase(databaseUrl, silentLog);
  await createSubscriptions(database.kysely).put({
    target: chat.channel,
    leadMinutes: 10,
    language: 'en',
    rooms: [],
    tracks: [],
    kinds: ['announcements', 'notices'],
    since: now,
  });
  await database.close();
}

export async function remindersSent(databaseUrl: string): Promise<number> {
  const database = await openDatabase(databaseUrl, silentLog);
  const { sent } = await database.kysely
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('kind', '=', 'reminder')
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow();
  await database.close();
  return Number(sent);
}
