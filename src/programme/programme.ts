/**
 * The floor `programme`: ONE view of a conference, as a community sees it, with its overlay, its
 * timetable and its index. It knows which conference a community chose, and neither members nor
 * messages. Start here; `programmes.ts` makes them.
 */

import type { ShortRef } from '../cards/actions/reference.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { Conference, Talk } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { Timetable } from '../schedule/timetable.ts';
import type { TalkIndex } from '../search/search.ts';
import type { Overlay } from './overlay.ts';
import type { RoomState } from './rooms/roomStates.ts';
import type { RoomStream } from './rooms/streams.ts';

/**
 * A conference as one community sees it: the one form in which it is asked, planned from and told of.
 * The same object for all who see the same, as long as they do.
 */
export interface Programme {
  /** Of the source, stable over versions and restarts. */
  readonly key: ConferenceKey;
  /** Our own count, from 1. */
  readonly version: number;
  /** What takes place: with the community's overlay and streams, and how its rooms stand. */
  readonly conference: Conference;
  /** What the source says. */
  readonly published: Conference;
  /** The same with what the community's organisers changed of talks: if no room were late. Delays are counted from it. */
  readonly planned: Conference;
  /** Made when it is first asked for. */
  readonly timetable: Timetable;
  /** Made when it is first asked, and never waited for; one for all views of a version that have the same talks. */
  readonly index: TalkIndex;
  /** The talk that an action id speaks of; undefined when there is none such (any more). */
  talkByRef(ref: ShortRef): Talk | undefined;
  /** By which {@link talkByRef} finds that talk. */
  refOf(talk: Talk): ShortRef;
}

/** How somebody sees a conference beside its overlay. */
export interface Seen {
  /** What they call it; without one, as its source does. */
  readonly name?: string | undefined;
  readonly streams?: readonly RoomStream[];
  readonly rooms?: readonly RoomState[];
  /** Whose overlay it is. */
  readonly community?: CommunityRef | undefined;
}

/** `gone`: it was dropped, or another took its place. */
export type Standing = 'only' | 'oneOfSeveral' | 'gone';

export interface Programmes {
  /** The community's main conference, which is read if it was not yet; the default one where it chose none. */
  of(community: CommunityRef | undefined): Promise<Programme>;
  /** All of its conferences, the main one first; those beside it that were read by now, for which nobody waits. */
  all(community: CommunityRef | undefined): Promise<readonly [Programme, ...Programme[]]>;
  /** How the community has that conference; whoever is in none has it alone. */
  standing(key: ConferenceKey, community: CommunityRef | undefined): Promise<Standing>;
  /** A conference as a community sees it; undefined when it is in use nowhere. */
  get(key: ConferenceKey, community: CommunityRef | undefined): Promise<Programme | undefined>;
  /** The same with that overlay, of the version that is in use now; asks nobody, so that a transaction can. */
  view(key: ConferenceKey, overlay: Overlay, seen?: Seen): Programme | undefined;
}
