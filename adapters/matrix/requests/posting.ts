import { decodeAction } from '../../../src/cards/actions/action.ts';
import { refused } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import { plain } from '../../../src/platform/text.ts';
import type { MatrixApi } from '../connection/api.ts';
import { unlessForbidden } from '../connection/verbs.ts';
import type { RoomBook } from '../rooms/book.ts';
import { nameOf } from '../rooms/names.ts';
import { MESSAGE, transactionOf } from '../sending/content.ts';
import { type AnswerParts, answer, type Given, type Place } from './answers.ts';
import type { Asked } from './understanding.ts';

export interface PostingParts extends AnswerParts {
  readonly api: AnswerParts['api'] & Pick<MatrixApi, 'state'>;
  readonly book: Pick<RoomBook, 'firstOf' | 'currentOf'>;
  readonly hallway: Pick<Hallway, 'press'>;
}

/** The choice of what one saw alone, and wants others to see: an action id. */
export function postingIn({ isDirect, heard, shown }: Asked): string | undefined {
  if (!isDirect || heard.kind !== 'choice' || heard.value !== undefined) return undefined;
  const id = shown?.actions[heard.number - 1];
  return id !== undefined && decodeAction(id)?.deed.kind === 'share' ? id : undefined;
}

/** Posts it in the room in which they asked for it, and says so where they chose it. */
export async function post(
  parts: PostingParts,
  { caller, messages, about }: Asked,
  here: Place,
  id: string,
): Promise<Given> {
  const { api, hallway } = parts;
  const { posted, postFromWhere } = messages.numbered;
  const room = about === undefined ? undefined : await roomOf(parts, about, caller.member);
  if (room === undefined) return answer(parts, here, refused(messages, postFromWhere));
  const reply = await hallway.press({ kind: 'press', id, caller, isPublic: true });
  if (reply.kind !== 'card' || reply.audience !== 'everyone') return answer(parts, here, reply);
  const given = await answer(parts, { ...here, room, about: undefined, isDirect: false }, reply);
  const body = posted(plain(await nameOf(api, room)));
  const content = { msgtype: 'm.notice', body, 'm.mentions': {} };
  await api.send(here.room, MESSAGE, transactionOf('posted', here.question), content);
  return given;
}

/** The room as it goes on now; undefined where they are not in it (any more), or Hallway is not. */
async function roomOf(
  { api, book }: PostingParts,
  about: string,
  user: string,
): Promise<string | undefined> {
  const room = await book.currentOf(await book.firstOf(about));
  const member = await unlessForbidden(api.state(room, 'm.room.member', user));
  return member?.['membership'] === 'join' ? room : undefined;
}
