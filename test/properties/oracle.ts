import type { Instant } from '../../src/clock.ts';

const MINUTE_MS = 60_000;
const USEFUL_MS = 5 * MINUTE_MS;

/** A talk as its source has it at the moment; `uid` never changes, ids may. */
export interface SourceTalk {
  readonly uid: string;
  readonly id: string;
  readonly title: string;
  readonly room: string;
  readonly start: Instant;
  readonly canceled: boolean;
  /** Whether the source lists it at all. */
  readonly listed: boolean;
}

export const LENGTH_MS = 25 * MINUTE_MS;

/**
 * What members must be told, found without plan, outbox or diff: at every tick
 * each star is looked at afresh, and at every version each talk is compared with
 * what it was, by its `uid`.
 */
export function createOracle(members: readonly string[], leads: ReadonlyMap<string, number>) {
  const expected: string[] = [];
  /** By member and talk: when it was starred, or its present start or id made known, whichever came last. */
  const sinceWhen = new Map<string, Instant>();
  const reminded = new Set<string>();
  /** Talks that were over when they left the schedule, by `uid`: they stay as they were. */
  const untouched = new Map<string, SourceTalk>();
  /** As they were listed last, by `uid`: of a talk that it does not list, a version tells no time. */
  const listed = new Map<string, SourceTalk>();
  const kept = (talks: readonly SourceTalk[]) =>
    talks.map((one) =>
      one.listed
        ? one
        : (untouched.get(one.uid) ?? { ...(listed.get(one.uid) ?? one), listed: false }),
    );

  const note = (talks: readonly SourceTalk[]) => {
    for (const one of talks) if (one.listed) listed.set(one.uid, one);
  };

  const leave = (before: readonly SourceTalk[], after: readonly SourceTalk[], now: Instant) => {
    for (const [index, old] of before.entries()) {
      if (after[index]?.listed) untouched.delete(old.uid);
      else if (old.listed && old.start + LENGTH_MS <= now) untouched.set(old.uid, old);
    }
  };

  return {
    expected,
    /** The latest end of those: set back before it, the clock would have one of them canceled. */
    lastGone: () => Math.max(0, ...[...untouched.values()].map(({ start }) => start + LENGTH_MS)),
    star(member: string, uid: string, now: Instant) {
      const key = `${member} ${uid}`;
      if (!sinceWhen.has(key)) sinceWhen.set(key, now);
    },
    unstar(member: string, uid: string) {
      sinceWhen.delete(`${member} ${uid}`);
    },
    tick(talks: readonly SourceTalk[], now: Instant) {
      for (const member of members) {
        for (const talk of kept(talks).filter(takesPlace)) {
          const since = sinceWhen.get(`${member} ${talk.uid}`);
          if (since === undefined) continue;
          const due = Math.max(talk.start - (leads.get(member) ?? 10) * MINUTE_MS, since);
          const key = `${member} ${talk.uid} ${talk.start}`;
          const isTime = since < talk.start && due <= now && now < talk.start + USEFUL_MS;
          if (!isTime || reminded.has(key)) continue;
          reminded.add(key);
          expected.push(`${now} ${member} reminder ${talk.uid}`);
        }
      }
    },
    version(former: readonly SourceTalk[], present: readonly SourceTalk[], now: Instant) {
      note(former);
      const before = kept(former);
      leave(before, present, now);
      for (const [index, talk] of kept(present).entries()) {
        const old = before[index] ?? talk;
        const isBack = !takesPlace(old) && takesPlace(talk);
        const hasNewStart = isBack || old.start !== talk.start;
        const isKnownAnew = hasNewStart || old.id !== talk.id;
        const what = changeOf(old, talk, now);
        for (const member of members.filter((one) => sinceWhen.has(`${one} ${talk.uid}`))) {
          if (isKnownAnew) sinceWhen.set(`${member} ${talk.uid}`, now);
          if (what !== undefined) expected.push(`${now} ${member} ${what} ${talk.uid}`);
        }
      }
    },
  };
}

export function takesPlace({ canceled, listed }: SourceTalk): boolean {
  return listed && !canceled;
}

function changeOf(old: SourceTalk, talk: SourceTalk, now: Instant): string | undefined {
  const isOver = [old, talk].every(({ start }) => start + LENGTH_MS <= now);
  if (takesPlace(old) && !takesPlace(talk)) {
    return old.start + LENGTH_MS > now ? 'canceled' : undefined;
  }
  if (!takesPlace(talk) || isOver) return undefined;
  if (!takesPlace(old)) return 'reinstated';
  const isMoved = old.start !== talk.start || old.room !== talk.room;
  const isPast = old.start < now && talk.start < now;
  if (isMoved) {
    const onlyTime = old.room === talk.room && old.title === talk.title;
    return isPast && onlyTime ? undefined : 'moved';
  }
  return old.title === talk.title ? undefined : 'edited';
}
