import type { Instant } from '../clock.ts';
import { type Digest, readDigest } from '../schedule/refusedVersions.ts';
import { count, INSTANT, paged } from './actions/numberWords.ts';
import { readRef, type ShortRef } from './actions/reference.ts';

/**
 * What a card shows, by name: enough to draw it again weeks and restarts later, with the talks,
 * stars and clock of then. Talks and rooms are named by `shortRef` of their id or slug; pages
 * count from 1.
 */
export type View =
  /** `whole` shows the abstract uncut. */
  | { readonly kind: 'talk'; readonly talk: ShortRef; readonly whole: boolean }
  /** What else runs in that talk's slot, as programme committees say: while it does, in other rooms. */
  | { readonly kind: 'slot'; readonly talk: ShortRef; readonly page: number }
  | { readonly kind: 'search'; readonly query: string; readonly page: number }
  | { readonly kind: 'now'; readonly room?: ShortRef; readonly page: number }
  | { readonly kind: 'next'; readonly room?: ShortRef; readonly page: number }
  | ScheduleView
  | ChangesView
  | ChangedView
  | { readonly kind: 'mytalks'; readonly page: number }
  /** The list of whoever draws it, as everybody may see it: its owner alone posts it. */
  | { readonly kind: 'sharedList' }
  /** What the reader has set. */
  | { readonly kind: 'settings' }
  /** What the reader follows. */
  | { readonly kind: 'follows'; readonly page: number }
  | FollowedView
  /** What of a talk can be followed, and what the reader does. */
  | { readonly kind: 'follow'; readonly talk: ShortRef }
  /** Who the reader says to be. */
  | { readonly kind: 'claims' }
  /** Which speaker of a talk the reader is. */
  | { readonly kind: 'speaker'; readonly talk: ShortRef }
  | SuggestView
  /** The welcome; `all` lists every command. */
  | { readonly kind: 'help'; readonly all?: true }
  | { readonly kind: 'status' }
  /** Who did what. */
  | { readonly kind: 'log'; readonly page: number }
  /** How a room stands; whoever helps can say so. */
  | { readonly kind: 'room'; readonly room: ShortRef }
  | { readonly kind: 'preview'; readonly hours: number }
  | { readonly kind: 'doctor' }
  | InterestView
  | DoubtedView
  /** What organisers say to many: one of them, and all of them. */
  | { readonly kind: 'say'; readonly say: string }
  | { readonly kind: 'says' };

/** How far a preview may look ahead, whatever asks for it. */
export const PREVIEW_HOURS = { min: 1, max: 24 } as const;

/** Unless told. */
export const DEFAULT_PREVIEW_HOURS = 3;

export interface ScheduleView {
  readonly kind: 'schedule';
  /** Index of the day. */
  readonly day?: number;
  readonly room?: ShortRef;
  readonly track?: ShortRef;
  readonly page: number;
}

/** What is worth seeing among the talks of a query that are to come: on one day, or between those that are starred. */
export interface SuggestView {
  readonly kind: 'suggest';
  readonly within: 'day' | 'gaps';
  readonly query: string;
  readonly page: number;
}

/** What a version would change that was not believed. */
export interface DoubtedView {
  readonly kind: 'doubted';
  /** Of the version that was looked at; without one, whichever there is. */
  readonly digest?: Digest;
  readonly page: number;
}

/** All of many changes that were told at once. */
export interface ChangesView {
  readonly kind: 'changes';
  /** By `toldUpdate` of the digest that told of them. */
  readonly update: number;
  /** Of the community in which it is asked; without one, what the reader was told. */
  readonly channel?: string;
  readonly page: number;
}

/** What changed in the schedule from a moment on. */
export interface ChangedView {
  readonly kind: 'changed';
  readonly since: Instant;
  /** Of the talks of this query alone. */
  readonly query?: string;
  readonly page: number;
}

/** What is still to come, that day, of what the reader follows and has not starred, and what was new on it. */
export interface FollowedView {
  readonly kind: 'followed';
  /** Any instant of the day. */
  readonly on: Instant;
  readonly page: number;
}

/** How many starred what. */
export interface InterestView {
  readonly kind: 'interest';
  /** Index of the day; every day without one. */
  readonly day?: number;
  readonly page: number;
}

/** The view as the words of an action id; see `action.ts` for how they are joined. */
export function viewWords(view: View): readonly string[] {
  switch (view.kind) {
    case 'talk':
      return view.whole ? ['talk', view.talk, 'whole'] : ['talk', view.talk];
    case 'slot':
      return ['slot', view.talk, String(view.page)];
    case 'search':
      return ['search', String(view.page), view.query];
    case 'now':
    case 'next':
      return [view.kind, String(view.page), view.room ?? ''];
    case 'schedule':
      return [
        'schedule',
        String(view.page),
        view.day === undefined ? '' : String(view.day),
        view.room ?? '',
        view.track ?? '',
      ];
    case 'changes':
      return ['changes', String(view.page), String(view.update), view.channel ?? ''];
    case 'changed':
      return ['changed', String(view.page), String(view.since), view.query ?? ''];
    case 'followed':
      return ['followed', String(view.page), String(view.on)];
    case 'doubted':
      return ['doubted', String(view.page), view.digest ?? ''];
    case 'mytalks':
    case 'log':
    case 'follows':
      return [view.kind, String(view.page)];
    case 'say':
      return ['say', view.say];
    case 'interest':
      return ['interest', String(view.page), view.day === undefined ? '' : String(view.day)];
    case 'follow':
    case 'speaker':
      return [view.kind, view.talk];
    case 'room':
      return ['room', view.room];
    case 'suggest':
      return ['suggest', String(view.page), view.within, view.query];
    case 'preview':
      return ['preview', String(view.hours)];
    case 'help':
      return view.all ? ['help', 'all'] : ['help'];
    case 'settings':
    case 'claims':
    case 'sharedList':
    case 'status':
    case 'says':
    case 'doctor':
      return [view.kind];
  }
}

/** The inverse of {@link viewWords}; undefined for words it never wrote. */
export function viewOfWords(words: readonly string[]): View | undefined {
  const [kind, first = '', second = '', third = '', fourth = ''] = words;
  switch (kind) {
    case 'talk':
      return first === '' ? undefined : { kind, talk: readRef(first), whole: second === 'whole' };
    case 'slot':
      return first === ''
        ? undefined
        : paged(second, (page) => ({ kind, talk: readRef(first), page }));
    case 'search':
      return paged(first, (page) => ({ kind, query: second, page }));
    case 'now':
    case 'next':
      return paged(first, (page) => ({
        kind,
        page,
        ...(second === '' ? {} : { room: readRef(second) }),
      }));
    case 'schedule':
      return paged(first, (page) => scheduleView(page, second, third, fourth));
    case 'changes':
      return paged(first, (page) => changesView(page, second, third));
    case 'changed':
      return paged(first, (page) => changedView(page, second, third));
    case 'followed':
      if (!INSTANT.test(second)) return undefined;
      return paged(first, (page) => ({ kind, on: Number(second), page }));
    case 'doubted':
      return paged(first, (page) => doubtedView(page, second));
    case 'mytalks':
    case 'follows':
    case 'log':
      return paged(first, (page) => ({ kind, page }));
    case 'say':
      return first === '' ? undefined : { kind, say: first };
    case 'interest':
      return paged(first, (page) => interestView(page, second));
    case 'room':
      return first === '' ? undefined : { kind, room: readRef(first) };
    case 'follow':
    case 'speaker':
      return first === '' ? undefined : { kind, talk: readRef(first) };
    case 'suggest':
      if (second !== 'day' && second !== 'gaps') return undefined;
      return paged(first, (page) => ({ kind, within: second, query: third, page }));
    case 'preview':
      return paged(first, (hours) => (hours > PREVIEW_HOURS.max ? undefined : { kind, hours }));
    case 'help':
      return first === 'all' ? { kind, all: true } : { kind };
    case 'settings':
    case 'claims':
    case 'sharedList':
    case 'status':
    case 'says':
    case 'doctor':
      return { kind };
    default:
      return undefined;
  }
}

function doubtedView(page: number, digest: string): View {
  return { kind: 'doubted', page, ...(digest === '' ? {} : { digest: readDigest(digest) }) };
}

function scheduleView(
  page: number,
  day: string,
  room: string,
  track: string,
): ScheduleView | undefined {
  const index = day === '' ? undefined : count(day);
  if (day !== '' && index === undefined) return undefined;
  return {
    kind: 'schedule',
    page,
    ...(index === undefined ? {} : { day: index }),
    ...(room === '' ? {} : { room: readRef(room) }),
    ...(track === '' ? {} : { track: readRef(track) }),
  };
}

function interestView(page: number, day: string): InterestView | undefined {
  const index = count(day);
  if (day === '') return { kind: 'interest', page };
  return index === undefined ? undefined : { kind: 'interest', day: index, page };
}

function changedView(page: number, since: string, query: string): ChangedView | undefined {
  if (!INSTANT.test(since)) return undefined;
  return { kind: 'changed', since: Number(since), page, ...(query === '' ? {} : { query }) };
}

function changesView(page: number, update: string, channel: string): ChangesView | undefined {
  if (!INSTANT.test(update)) return undefined;
  const of = channel === '' ? {} : { channel };
  return { kind: 'changes', update: Number(update), page, ...of };
}
