import type { Instant } from '../../clock.ts';
import { type Addressee, type Delivery, delivery } from '../../outbox/delivery.ts';
import { targetKey } from '../../platform/target.ts';
import type { Conference, Talk } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { dayAmong } from '../../schedule/timetable.ts';
import type { AnnouncerStores } from '../announcerWork.ts';
import { type PlannedStar, planReminders, starrer, type Window } from '../plan.ts';
import type { FollowMessages } from './followed.ts';

/** Messages a day because of what a member follows; what follows is in one, which is edited. */
export const MOST_FOLLOW_MESSAGES = 30;

/** A day as far as follows go: one of the conference, or else of the venue's calendar. */
export interface FollowDay {
  readonly date: string;
  readonly start: Instant;
  readonly end: Instant;
}

export function followDay({ days, timeZone }: Conference, at: Instant): FollowDay {
  const date = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
  return dayAmong(days, at) ?? calendarDay(date, timeZone);
}

/** The inverse, by its date. */
export function dayNamed({ days, timeZone }: Conference, date: string): FollowDay {
  return days.find((day) => day.date === date) ?? calendarDay(date, timeZone);
}

function calendarDay(date: string, timeZone: string): FollowDay {
  const day = Temporal.PlainDate.from(date);
  const start = day.toZonedDateTime(timeZone).epochMilliseconds;
  return { date, start, end: day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds };
}

/** What a member had of a day so far. */
export type Had = (to: Addressee, day: FollowDay) => FollowMessages | undefined;

/**
 * Reminders of talks that are followed, a member's earliest first; beyond the most of a day, that its
 * digest is to be sent or brought up to date. Additive as {@link planReminders}, whose keys these have.
 */
export function planFollowed(
  window: Window,
  due: readonly PlannedStar[],
  had: Had,
): readonly Delivery[] {
  const counted = new Map<string, Set<string>>();
  return due.flatMap((one) => {
    const { conference, talk } = one.programme.timetable;
    const day = followDay(conference, talk(one.star.talk)?.start ?? one.star.dueAt);
    return planReminders(window, [one], { isFollowed: true }).flatMap((reminder) => {
      const before = had(reminder, day);
      const name = `${targetKey(reminder.target)} ${reminder.conference} ${day.date}`;
      const told = counted.get(name) ?? new Set(before?.batches);
      counted.set(name, told);
      if (told.has(reminder.batch) || told.size < MOST_FOLLOW_MESSAGES) {
        told.add(reminder.batch);
        return [reminder];
      }
      // Windows overlap: for this talk it was asked for already.
      if ((before?.digestAt ?? 0) >= reminder.dueAt) return [];
      return [digest(reminder, day, reminder.dueAt)];
    });
  });
}

/** That new talks are told of, in one message a member; beyond the most of a day, in its digest. */
export function planFollowNews(
  news: readonly (readonly [Addressee, readonly [Talk, ...Talk[]]])[],
  day: FollowDay,
  had: Had,
  at: Instant,
): readonly Delivery[] {
  return news.map(([to, talks]) => {
    const told = had(to, day)?.batches.size ?? 0;
    if (told >= MOST_FOLLOW_MESSAGES) return digest(to, day, at);
    const expiresAt = Math.max(...talks.map(({ start }) => start));
    const ids = talks.map(({ id }) => id);
    return delivery(to, { kind: 'followNews', talks: ids }, { dueAt: at, expiresAt }, at);
  });
}

function digest(to: Addressee, { date, end }: FollowDay, dueAt: Instant): Delivery {
  return delivery(
    to,
    { kind: 'followDigest', date },
    { dueAt, expiresAt: Math.max(end, dueAt + 1) },
  );
}

/** What falls due in the window because of follows; nothing more is read where nothing does. */
export async function dueFollowed(
  stores: Pick<AnnouncerStores, 'followed'>,
  window: Window,
  due: readonly PlannedStar[],
): Promise<readonly Delivery[]> {
  if (due.length === 0) return [];
  const days = new Map<string, readonly [ConferenceKey, FollowDay]>();
  const targets = new Map<string, Set<string>>();
  for (const { star, programme } of due) {
    const talk = programme.timetable.talk(star.talk);
    if (talk === undefined) continue;
    const day = followDay(programme.timetable.conference, talk.start);
    const name = `${programme.key} ${day.date}`;
    days.set(name, [programme.key, day]);
    const { target } = starrer(star, programme);
    targets.set(name, (targets.get(name) ?? new Set()).add(targetKey(target)));
  }
  const had = new Map<string, ReadonlyMap<string, FollowMessages>>();
  for (const [name, [key, day]] of days) {
    had.set(name, await stores.followed.messages(key, [...(targets.get(name) ?? [])], day));
  }
  return planFollowed(window, due, ({ conference, target }, { date }) =>
    had.get(`${conference} ${date}`)?.get(targetKey(target)),
  );
}
