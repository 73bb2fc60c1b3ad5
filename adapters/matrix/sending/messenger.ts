import { HOUR_MS } from '../../../src/clock.ts';
import type { Dispatch, Messenger } from '../../../src/platform/messenger.ts';
import type { Target } from '../../../src/platform/target.ts';
import type { MatrixApi } from '../connection/api.ts';
import type { Burst } from '../connection/burst.ts';
import { PLATFORM } from '../identity.ts';
import type { RoomBook } from '../rooms/book.ts';
import type { DirectRooms } from '../rooms/direct.ts';
import type { RoomNames } from '../rooms/names.ts';
import { editOf, MESSAGE, messageOf, transactionOf } from './content.ts';
import { findInRoom, MARKS_KEY } from './find.ts';
import type { Offers } from './offers.ts';
import type { Pace } from './pace.ts';
import { refusalOf } from './refusal.ts';

/** So long a homeserver surely remembers a transaction (Synapse: 24 hours), by clocks that differ a little. */
const REMEMBERED_MS = 20 * HOUR_MS;

export interface MessengerParts {
  /** Hallway's own user. */
  readonly self: () => string;
  readonly api: Pick<MatrixApi, 'send' | 'redact' | 'history'>;
  readonly direct: Pick<DirectRooms, 'with'>;
  readonly book: Pick<RoomBook, 'currentOf'>;
  readonly roomNames: RoomNames;
  readonly pace: Pace;
  readonly burst: Pick<Burst, 'sent'>;
  readonly offers: Offers;
  /** To be there at all, before anything is called. */
  readonly present: () => Promise<void>;
}

/** Message ids are `room event`: neither holds a blank. */
export function createMessenger(parts: MessengerParts): Messenger {
  const { self, api, direct, book, roomNames, pace, offers, present } = parts;
  const roomOf = (target: Target, signal: AbortSignal) =>
    target.kind === 'channel' ? book.currentOf(target.channel) : direct.with(target.member, signal);
  const call = async <T>(target: Target, work: () => Promise<T>): Promise<T> => {
    try {
      await present();
      return await work();
    } catch (error) {
      const refusal = refusalOf(error, target);
      if (refusal.code === 'rate-limited') pace.refused(refusal.afterMs);
      throw refusal;
    }
  };
  const find: Messenger['find'] = (target, keys, sinceMsAgo, signal) =>
    call(target, async () => {
      const room = await roomOf(target, signal);
      return findInRoom(api, { room, self: self() }, keys, sinceMsAgo, signal);
    });
  return {
    lane: () => PLATFORM,
    spacing: () => pace.spacing(),
    send: (dispatch, signal, isOurs) =>
      call(dispatch.target, async () => {
        const room = await roomOf(dispatch.target, signal);
        const content = await contentOf(roomNames, dispatch);
        const txnId = transactionOf('send', dispatch.attemptKey);
        const event = await api.send(room, MESSAGE, txnId, content, { signal, isOurs });
        noteSent(parts);
        offers.offer(room, event, content);
        return `${room} ${event}`;
      }),
    edit: (messageId, dispatch, signal, isOurs) =>
      call(dispatch.target, async () => {
        const [room = '', event = ''] = messageId.split(' ');
        const content = editOf(event, await contentOf(roomNames, dispatch));
        const txnId = transactionOf('edit', `${event} ${JSON.stringify(content)}`);
        await api.send(room, MESSAGE, txnId, content, { signal, isOurs });
        noteSent(parts);
      }),
    // Redacted once more, it is the same event that is gone.
    remove: (messageId, target, signal, isOurs) =>
      call(target, async () => {
        const [room = '', event = ''] = messageId.split(' ');
        await api.redact(room, event, transactionOf('remove', event), { signal, isOurs });
        noteSent(parts);
      }),
    fate: async ({ target, attemptKey }, triedMsAgo, signal) => {
      // Sent again under the same transaction, it is the same event.
      if (triedMsAgo < REMEMBERED_MS) return { kind: 'resend' };
      const { messages, isWhole } = await find(target, [attemptKey], triedMsAgo, signal);
      const messageId = messages.get(attemptKey);
      if (messageId !== undefined) return { kind: 'arrived', messageId };
      return { kind: isWhole ? 'resend' : 'lost' };
    },
    find,
  };
}

function noteSent({ pace, burst }: Pick<MessengerParts, 'pace' | 'burst'>): void {
  pace.sent();
  burst.sent();
}

/** Whom it is for is pinged, or whom an organiser chose. */
async function contentOf(
  roomNames: RoomNames,
  { card, target, attemptKey, marks, mention }: Dispatch,
) {
  const rings = mention === undefined ? mentionsOf(target) : { room: true };
  return {
    ...messageOf(await roomNames.in(card)),
    'm.mentions': rings,
    [MARKS_KEY]: [attemptKey, ...marks],
  };
}

function mentionsOf(target: Target) {
  return target.kind === 'member' ? { user_ids: [target.member] } : {};
}
