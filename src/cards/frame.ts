import type { Instant } from '../clock.ts';
import type { Messages } from '../messages/messages.ts';
import type { Conference, TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';

/** What every card is made with, whatever it is about. */
export interface Frame {
  readonly messages: Messages;
  readonly programme: { readonly key: ConferenceKey; readonly conference: Conference };
  /** Where the reader's community has several conferences, the others, or all of which `programme` is made as one. */
  readonly beside?: readonly Pick<Frame, 'programme' | 'starred'>[];
  readonly now: Instant;
  /** Ids of the talks that the reader starred; empty in cards for everyone. */
  readonly starred: ReadonlySet<TalkId>;
  /** `everyone`: the card is in a channel, so its buttons answer whoever presses them with a message of their own. */
  readonly audience: 'caller' | 'everyone';
}
