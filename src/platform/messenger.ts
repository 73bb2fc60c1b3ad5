import type { Card } from '../cards/cards.ts';
import type { Target } from './target.ts';

/** One message, whatever it says. */
export interface Attempt {
  readonly target: Target;
  /**
   * At most 25 characters, the same for every try of one message: platforms that
   * can refuse doubles are given it, others keep it beside the message.
   */
  readonly attemptKey: string;
}

export interface Dispatch extends Attempt {
  readonly card: Card;
  /** Kept beside the message, or as many of them as have room there: `find` looks for them. */
  readonly marks: readonly string[];
  /** The role or group to mention, as chosen by an organiser. */
  readonly mention?: string;
}

/**
 * What asking about a message of unknown end finds out. Its fate and not its status: a delivery's
 * state is kept by the outbox, and what has become of a message only its platform knows.
 */
export type Fate =
  | { readonly kind: 'arrived'; readonly messageId: string }
  /** Not there, or nobody can see and another send under the same key cannot double it: send (again). */
  | { readonly kind: 'resend' }
  /** Cannot be known any more: rather silent than twice. */
  | { readonly kind: 'lost' };

/** What messages bear, as far as a platform still shows them. */
export interface Found {
  /** By attempt key or mark: the id of the latest message that bears it. */
  readonly messages: ReadonlyMap<string, string>;
  /** False where messages may be there that could not be looked at. */
  readonly isWhole: boolean;
}

/** What a call does with a message; some platforms allow fewer edits than messages. */
export type Call = 'send' | 'edit';

/**
 * What a platform must offer so that Hallway can speak by itself. Refusals are
 * `PlatformError`s whose outcome says whether the message may have been delivered.
 */
export interface Messenger {
  /** The rate-limit domain of a call for a target: an application, what a workspace is sent, what is edited there. */
  lane(target: Target, call: Call): string;
  /**
   * How many milliseconds of its lane one call for the target takes up: 20 where a platform
   * allows 50 requests a second, more where it takes several, 0 where nothing is limited.
   */
  spacing(target: Target, call: Call): number;
  /**
   * Sends one message and returns its id. `signal` aborts when the sender waits no longer. `isOurs` goes
   * by the clock and is to be looked at where the request is written, once there is a connection: a
   * process that stood still finds out there, before its timers do, that somebody else may have sent
   * it. Then nothing is written, and the outcome is `retry`.
   */
  send(dispatch: Dispatch, signal: AbortSignal, isOurs: () => boolean): Promise<string>;
  /** Replaces the content of a message sent before. Throws `message-gone` when it no longer exists; late, it would put old words over new ones. */
  edit(
    messageId: string,
    dispatch: Dispatch,
    signal: AbortSignal,
    isOurs: () => boolean,
  ): Promise<void>;
  /**
   * Takes a message away, at the cost of an edit. Throws `message-gone` when it no longer exists, and another
   * permanent refusal where the platform lets nobody: whoever asked edits it then.
   */
  remove(
    messageId: string,
    target: Target,
    signal: AbortSignal,
    isOurs: () => boolean,
  ): Promise<void>;
  /**
   * The fate of a message whose sender died or whose answer was lost, first tried `triedMsAgo` by the
   * machine's clock, which is the one that platforms go by.
   */
  fate(attempt: Attempt, triedMsAgo: number, signal: AbortSignal): Promise<Fate>;
  /** Looks for attempt keys and marks among what a target was sent in the last `sinceMsAgo` by the machine's clock. */
  find(
    target: Target,
    keys: readonly string[],
    sinceMsAgo: number,
    signal: AbortSignal,
  ): Promise<Found>;
}

/** Which rate-limit domain a call for a target belongs to; the platform's messenger knows. */
export type LaneOf = Messenger['lane'];

/** One lane for each platform: what is true of those that are not in this process. */
export const laneOfPlatform: LaneOf = ({ platform }) => platform;
