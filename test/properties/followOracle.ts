import type { Instant } from '../../src/clock.ts';
import { type FollowSubject, subjectKey } from '../../src/programme/following.ts';

const MINUTE_MS = 60_000;
const USEFUL_MS = 5 * MINUTE_MS;
export const LENGTH_MS = 25 * MINUTE_MS;

/** A talk as its source has it; `uid` never changes, ids may. */
export interface Shown {
  readonly uid: string;
  readonly id: string;
  readonly isRust: boolean;
  readonly speaker: string;
  readonly track: string;
  readonly start: Instant;
  readonly isCanceled: boolean;
}

/** What a member knows of a talk because of one follow, and since when its present start is known. */
interface Knowledge {
  since: Instant;
  isFound: boolean;
}

/** What members must be told because of follows and stars, found without plan, outbox or search. */
export function createFollowOracle(leads: ReadonlyMap<string, number>) {
  const expected: string[] = [];
  /** By member. */
  const stars = new Map([...leads.keys()].map((name) => [name, new Map<string, Instant>()]));
  /** By member, then what is followed, then talk. */
  const follows = new Map(
    [...leads.keys()].map((name) => [
      name,
      new Map<string, { subject: FollowSubject; talks: Map<string, Knowledge> }>(),
    ]),
  );
  const reminded = new Set<string>();
  const own = <T>(all: ReadonlyMap<string, T>, member: string): T => {
    const found = all.get(member);
    if (found === undefined) throw new Error(`Nobody is called ${member}`);
    return found;
  };

  const remind = (member: string, talk: Shown, since: Instant, now: Instant) => {
    const due = Math.max(talk.start - (leads.get(member) ?? 10) * MINUTE_MS, since);
    const isTime = since < talk.start && due <= now && now < talk.start + USEFUL_MS;
    const key = `${member} ${talk.uid} ${talk.start}`;
    if (!isTime || talk.isCanceled || reminded.has(key)) return;
    reminded.add(key);
    expected.push(`${now} ${member} reminder ${talk.uid}`);
  };

  const sincesOf = (member: string, talk: Shown): readonly Instant[] => {
    const starred = own(stars, member).get(talk.uid);
    if (starred !== undefined) return [starred];
    return [...own(follows, member).values()].flatMap(({ subject, talks }) => {
      const known = talks.get(talk.uid);
      return known?.isFound && isOf(subject, talk) ? [known.since] : [];
    });
  };

  const seek = (member: string, talk: Shown, now: Instant) => {
    const all = [...own(follows, member).values()];
    const isKnown =
      own(stars, member).has(talk.uid) || all.some(({ talks }) => talks.has(talk.uid));
    const finding = all.filter(
      ({ subject, talks }) => isOf(subject, talk) && !talks.get(talk.uid)?.isFound,
    );
    for (const { talks } of finding) talks.set(talk.uid, { since: now, isFound: true });
    for (const { subject, talks } of all) {
      const known = talks.get(talk.uid);
      if (known !== undefined && !isOf(subject, talk)) known.isFound = false;
    }
    const isToCome = !talk.isCanceled && talk.start > now;
    const told = `${now} ${member} new ${talk.uid}`;
    // Unfollowed and found by another follow, it is new again, but not twice at one instant.
    if (finding.length > 0 && !isKnown && isToCome && !expected.includes(told)) expected.push(told);
  };

  const knowAnew = (uid: string, now: Instant) => {
    for (const [member, starred] of stars) {
      if (starred.has(uid)) starred.set(uid, now);
      for (const { talks } of own(follows, member).values()) {
        const known = talks.get(uid);
        if (known !== undefined) known.since = now;
      }
    }
  };

  return {
    expected,
    star(member: string, uid: string, now: Instant) {
      const starred = own(stars, member);
      if (!starred.has(uid)) starred.set(uid, now);
    },
    unstar(member: string, uid: string, now: Instant) {
      if (!own(stars, member).delete(uid)) return;
      for (const { talks } of own(follows, member).values()) {
        const known = talks.get(uid);
        if (known?.isFound) known.since = now;
      }
    },
    follow(member: string, subject: FollowSubject, talks: readonly Shown[], now: Instant) {
      const followed = own(follows, member);
      if (followed.has(subjectKey(subject))) return;
      const found = talks.filter((talk) => isOf(subject, talk));
      followed.set(subjectKey(subject), {
        subject,
        talks: new Map(found.map(({ uid }) => [uid, { since: now, isFound: true }])),
      });
    },
    unfollow(member: string, subject: FollowSubject) {
      own(follows, member).delete(subjectKey(subject));
    },
    /** A tick sees what was found until the one before; only then is looked for what is new. */
    tick(talks: readonly Shown[], now: Instant) {
      for (const member of leads.keys()) {
        for (const talk of talks) {
          for (const since of sincesOf(member, talk)) remind(member, talk, since, now);
        }
        for (const talk of talks) seek(member, talk, now);
      }
    },
    version(before: readonly Shown[], after: readonly Shown[], now: Instant) {
      for (const [index, talk] of after.entries()) {
        const old = before[index] ?? talk;
        const isBack = old.isCanceled && !talk.isCanceled;
        if (isBack || old.start !== talk.start || old.id !== talk.id) knowAnew(talk.uid, now);
      }
    },
  };
}

function isOf(subject: FollowSubject, { speaker, track, isRust }: Shown): boolean {
  switch (subject.kind) {
    case 'speaker':
      return speaker === subject.name;
    case 'track':
      return track === subject.name;
    default:
      return isRust;
  }
}
