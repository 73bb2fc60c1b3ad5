import { atOnce, type Steps } from '../../clock/steps.ts';
import type { Instant } from '../../clock.ts';
import type { ToldChange, ToldDelay } from '../../outbox/delivery.ts';
import { applyOverlay, isAsPublished, type Overlay } from '../../programme/overlay.ts';
import { type Change, changeOf, inOrder, talkOf } from '../../schedule/comparing/changes.ts';
import type { Rename } from '../../schedule/comparing/renames.ts';
import { isNews } from '../../schedule/comparing/succession.ts';
import type { Conference, Talk } from '../../schedule/schedule.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import { toldChange } from './change.ts';

/** A conference goes on to a new state, as one community sees it. */
export interface Update {
  /** Of the conference. */
  readonly key: ConferenceKey;
  /** Sets the notices of this update apart from those of every other. */
  readonly number: number;
  readonly at: Instant;
  /** When the version was taken over that is replaced; not of a step within one version. */
  readonly knownSince?: Instant;
  /** Of a step within one version: how late the room now runs whose talks are shifted. */
  readonly late?: ToldDelay;
  readonly before: Conference;
  readonly after: Conference;
  readonly changes: readonly Change[];
  /** Rooms and tracks of another name; `before` has the new one already. */
  readonly renames: readonly Rename[];
  /** Those that anybody can still make use of and that are worth telling. */
  readonly news: readonly News[];
}

export interface News {
  readonly change: Change;
  readonly told: ToldChange;
}

export function* updateOf(update: Omit<Update, 'news'>): Steps<Update> {
  const news: News[] = [];
  for (const change of update.changes) {
    const told = isNews(change, update.at) ? toldChange(change) : undefined;
    if (told !== undefined) news.push({ change, told });
    yield;
  }
  return { ...update, news };
}

/** A step between two views of one version: the same talks, some of them otherwise. */
export function overlayUpdate(step: Omit<Update, 'changes' | 'renames' | 'news'>): Update {
  const former = new Map(step.before.talks.map((talk) => [talk.id, talk]));
  const changes = step.after.talks.map((talk) => changeOf(former.get(talk.id), talk));
  return atOnce(updateOf({ ...step, renames: [], changes: inOrder(changes) }));
}

/** What a community's organisers changed by hand, before a version was taken over and after. */
export interface OverlayStep {
  readonly before: Overlay;
  readonly after: Overlay;
}

/**
 * An update as a community sees it that has an overlay; `ids` leads from each talk before to itself
 * after. What is as published there changed as it did for everybody, and is not compared again.
 */
export function overlaidUpdate(
  update: Update,
  ids: ReadonlyMap<string, string>,
  overlay: OverlayStep,
): Update {
  if (isAsPublished(overlay.before) && isAsPublished(overlay.after)) return update;
  const before = applyOverlay(update.before, overlay.before);
  const after = applyOverlay(update.after, overlay.after);
  const former = new Map(before.talks.map((talk) => [ids.get(talk.id), talk]));
  const known = new Map(update.changes.map((change) => [talkOf(change).id, change]));
  const asPublished = new Set<Talk | undefined>([
    ...update.before.talks,
    ...update.after.talks,
    undefined,
  ]);
  const changes = after.talks.map((talk) => {
    const was = former.get(talk.id);
    return asPublished.has(was) && asPublished.has(talk) ? known.get(talk.id) : changeOf(was, talk);
  });
  return atOnce(updateOf({ ...update, before, after, changes: inOrder(changes) }));
}
