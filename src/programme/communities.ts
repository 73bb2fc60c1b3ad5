import type { Instant } from '../clock.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { RoomSlug, TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey, Source } from '../schedule/source.ts';
import type { AnswerPlaces } from './answerPlaces.ts';
import type { TalkByHand } from './byHand.ts';
import type { RoomDelay } from './delays.ts';
import type { CommunityRoomFeed, RoomFeed } from './rooms/roomFeed.ts';
import type { RoomState } from './rooms/roomStates.ts';
import type { RoomStream } from './rooms/streams.ts';

/** A conference that a community's organisers chose. */
export interface Choice {
  readonly source: Source;
  /** What they call it, where they say so. */
  readonly name?: string;
  readonly chosenAt: Instant;
  /** It takes place beside the main one, and not instead of it. */
  readonly isBeside?: true;
}

/**
 * Keys of the conferences that a community has, by what it chose: the main one first, which is the
 * operator's where it chose none; the others in the order in which they came.
 */
export function conferencesOf(
  choices: readonly Choice[],
  operators: ConferenceKey,
): readonly [ConferenceKey, ...ConferenceKey[]] {
  const main = choices.find(({ isBeside }) => !isBeside)?.source.key ?? operators;
  const beside = choices.map(({ source }) => source.key).filter((key) => key !== main);
  return [main, ...beside];
}

export interface Communities {
  /** The main one takes the place of the one before. What was chosen already is from now on as `choice` says. */
  choose(community: CommunityRef, choice: Choice): Promise<void>;
  /**
   * The community has that conference no more, with what its organisers changed there and what waits for
   * its channels; of the others, the one that came first is the main one where it was that.
   */
  drop(community: CommunityRef, conference: ConferenceKey): Promise<void>;
  /** The main one first, the others as they came; no main one where the default conference serves as that. */
  choicesOf(community: CommunityRef): Promise<readonly Choice[]>;
  /** By platform and id, each community's in that order. */
  choices(): Promise<readonly (Choice & { readonly community: CommunityRef })[]>;
  /** The room's delays that begin no earlier make way. */
  setDelay(community: CommunityRef, conference: ConferenceKey, delay: RoomDelay): Promise<void>;
  /** `all` unless organisers said otherwise. */
  answerPlaces(community: CommunityRef): Promise<AnswerPlaces>;
  setAnswerPlaces(community: CommunityRef, places: AnswerPlaces): Promise<void>;
  /** By room, the earliest first. */
  delaysOf(community: CommunityRef, conference: ConferenceKey): Promise<readonly RoomDelay[]>;
  /** By platform, community, conference and room, the earliest first. */
  allDelays(): Promise<readonly CommunityDelay[]>;
  /** In place of what organisers had of that talk before. */
  setByHand(community: CommunityRef, conference: ConferenceKey, talk: TalkByHand): Promise<void>;
  /** Of that talk, the source's word counts again. */
  dropByHand(community: CommunityRef, conference: ConferenceKey, talk: TalkId): Promise<void>;
  /** By the ids of talks. */
  byHandOf(community: CommunityRef, conference: ConferenceKey): Promise<readonly TalkByHand[]>;
  /** By platform, community, conference and talk. */
  allByHand(): Promise<readonly CommunityByHand[]>;
  /** Without an address, the source's own counts again. */
  setStream(
    community: CommunityRef,
    conference: ConferenceKey,
    stream: { readonly room: RoomSlug; readonly url?: string },
  ): Promise<void>;
  /** By room. */
  streamsOf(community: CommunityRef, conference: ConferenceKey): Promise<readonly RoomStream[]>;
  /** What was said of that room before makes way. */
  setRoomState(community: CommunityRef, conference: ConferenceKey, state: RoomState): Promise<void>;
  /** By room, also what holds no more. */
  roomStatesOf(community: CommunityRef, conference: ConferenceKey): Promise<readonly RoomState[]>;
  /** Of another feed than before nothing is known, and what that one said is forgotten; undefined for none. */
  setRoomFeed(
    community: CommunityRef,
    conference: ConferenceKey,
    url: string | undefined,
  ): Promise<void>;
  roomFeedOf(community: CommunityRef, conference: ConferenceKey): Promise<RoomFeed | undefined>;
  /** By platform, community and conference. */
  allRoomFeeds(): Promise<readonly CommunityRoomFeed[]>;
  /** What came of reading it; nothing where the feed is another one now. */
  noteRoomFeed(community: CommunityRef, conference: ConferenceKey, feed: RoomFeed): Promise<void>;
  /** Under which name its pages are on the web; undefined where they are off. */
  pageOf(community: CommunityRef): Promise<string | undefined>;
  /** False where another community's are under that name. Without one they are off. */
  setPage(community: CommunityRef, slug: string | undefined): Promise<boolean>;
  /** Whose pages are under that name. */
  communityAt(slug: string): Promise<CommunityRef | undefined>;
  /** Ids of the platform's communities that {@link Communities.forget} would find something of. */
  known(platform: string): Promise<readonly string[]>;
  /** Forgets the community: its choice, delays, talks by hand, streams, its pages, how its rooms stand and who says so, subscriptions, where it is answered, who did what, whom it named and what waits for its channels. */
  forget(community: CommunityRef): Promise<void>;
}

export interface CommunityDelay extends RoomDelay {
  readonly community: CommunityRef;
  readonly conference: ConferenceKey;
}

export interface CommunityByHand extends TalkByHand {
  readonly community: CommunityRef;
  readonly conference: ConferenceKey;
}
