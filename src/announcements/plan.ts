import type { Instant } from '../clock.ts';
import { type Addressee, type Delivery, delivery } from '../outbox/delivery.ts';
import { digestSpan, dueAt, uselessFrom } from '../outbox/due.ts';
import type { Programme } from '../programme/programme.ts';
import type { Conference, Talk } from '../schedule/schedule.ts';
import type { DueStar } from './starred.ts';

/** `(after, until]`: what fell due after the last window's end, up to and including now. */
export interface Window {
  readonly after: Instant;
  readonly until: Instant;
}

/** A channel that asked for announcements. */
export interface PlannedChannel {
  readonly to: Addressee;
  /** With the delays of the channel's community. */
  readonly conference: Conference;
  readonly leadMs: number;
  /** The latest of: subscribed, lead or filter changed. */
  readonly since: Instant;
  readonly announces: (talk: Talk) => boolean;
}

export interface PlannedStar {
  readonly star: DueStar;
  readonly programme: Pick<Programme, 'key' | 'timetable'>;
}

/** Somebody who asked for the morning digest. */
export interface DigestReader {
  readonly to: Addressee;
  readonly conference: Conference;
  /** Asked for at; mornings before that are past. */
  readonly since: Instant;
}

/**
 * Announcements that fall due in the window and are of use at its end. Additive:
 * `(a, b]` and `(b, c]` together plan what `(a, c]` plans, and besides only what
 * lost its use between `b` and `c`.
 */
export function planAnnouncements(
  window: Window,
  channels: readonly PlannedChannel[],
): readonly Delivery[] {
  return channels.flatMap((channel) =>
    soon(channel, window.until).flatMap((talk) => {
      const due = dueAt(talk.start, channel.leadMs, channel.since);
      return due === undefined ? [] : announcement(window, channel, talk, due);
    }),
  );
}

/**
 * What a change at `now` makes due at once: talks whose new start is already within
 * the lead. The rest falls due by itself, later.
 */
export function planChanged(
  now: Instant,
  channel: PlannedChannel,
  isUnheardOf: (talk: Talk) => boolean,
): readonly Delivery[] {
  const window = { after: now - 1, until: now };
  return soon(channel, now)
    .filter((talk) => now < talk.start && isUnheardOf(talk))
    .flatMap((talk) => announcement(window, channel, talk, now));
}

/** Reminders for stars that fell due in the window; a star's own instant is trusted, its talk is looked up. */
export function planReminders(
  window: Window,
  stars: readonly PlannedStar[],
  because: { readonly isFollowed?: true } = {},
): readonly Delivery[] {
  return stars.flatMap(({ star, programme }) => {
    const talk = programme.timetable.talk(star.talk);
    if (talk?.status !== 'scheduled') return [];
    const span = { dueAt: star.dueAt, expiresAt: uselessFrom(talk.start) };
    if (!isPlanned(window, span)) return [];
    const to = starrer(star, programme);
    const { id, start } = talk;
    return [delivery(to, { kind: 'reminder', talk: id, start, ...because }, span)];
  });
}

export function starrer(
  { member, community }: Pick<DueStar, 'member' | 'community'>,
  { key }: Pick<Programme, 'key'>,
): Addressee {
  return {
    target: { kind: 'member', platform: member.platform, member: member.id },
    conference: key,
    ...(community === undefined ? {} : { community }),
  };
}

/** Digests of the conference days whose morning falls in the window. */
export function planDigests(window: Window, readers: readonly DigestReader[]): readonly Delivery[] {
  return readers.flatMap(({ to, conference, since }) =>
    conference.days.flatMap(({ date, ...day }) => {
      const span = digestSpan({ date, ...day }, conference.timeZone);
      if (span.dueAt < since || !isPlanned(window, span)) return [];
      return [delivery(to, { kind: 'digest', date }, span)];
    }),
  );
}

/** Whether the digest of one of the conference's days falls due in the window. */
export function hasMorning(window: Window, conference: Conference): boolean {
  return conference.days.some((day) => isPlanned(window, digestSpan(day, conference.timeZone)));
}

function announcement(
  window: Window,
  { to }: PlannedChannel,
  { id, start, room }: Talk,
  due: Instant,
): readonly Delivery[] {
  const span = { dueAt: due, expiresAt: uselessFrom(start) };
  if (!isPlanned(window, span)) return [];
  const place = room === undefined ? {} : { room };
  return [delivery(to, { kind: 'announcement', talk: id, start, ...place }, span)];
}

/** Talks that interest the channel and whose announcement may be due and still of use at `now`. */
function soon(channel: PlannedChannel, now: Instant): readonly Talk[] {
  const { talks } = channel.conference;
  return talks
    .slice(
      firstFrom(talks, (talk) => uselessFrom(talk.start) > now),
      firstFrom(talks, (talk) => talk.start - channel.leadMs > now),
    )
    .filter((talk) => talk.status === 'scheduled' && channel.announces(talk));
}

/** Index of the first talk for which `holds`, which must stay true once it is. */
function firstFrom(talks: readonly Talk[], holds: (talk: Talk) => boolean): number {
  let low = 0;
  let high = talks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const talk = talks[middle];
    if (talk !== undefined && holds(talk)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function isPlanned(window: Window, span: { dueAt: Instant; expiresAt: Instant }): boolean {
  return window.after < span.dueAt && span.dueAt <= window.until && window.until < span.expiresAt;
}
