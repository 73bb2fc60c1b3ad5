import type { MatrixApi } from '../connection/api.ts';
import { isAway, isOfOthers } from '../connection/persist.ts';
import { unlessForbidden } from '../connection/verbs.ts';

export interface EntryParts {
  /** Hallway's own user. */
  readonly self: () => string;
  readonly api: Pick<MatrixApi, 'state' | 'join'>;
}

/**
 * Whether Hallway is in a room already (`there`), or could come just now, since anybody may or it was
 * invited. Where it was put out it waits to be invited, and where nothing calls for it it does not come.
 */
export async function entered(
  { self, api }: EntryParts,
  room: string,
  isCalled: () => Promise<boolean>,
): Promise<'there' | 'came' | 'refused' | 'uncalled'> {
  if (!room.startsWith('!')) return 'refused';
  const member = await unlessForbidden(api.state(room, 'm.room.member', self()));
  const membership = member?.['membership'];
  if (membership === 'join') return 'there';
  if (membership === 'leave' || membership === 'ban') return 'refused';
  if (!(await isCalled())) return 'uncalled';
  try {
    await api.join(room, serversOf(room));
    return 'came';
  } catch (error) {
    if (isAway(error) && !isOfOthers(error)) throw error;
    return 'refused';
  }
}

/** Of which server a user is, or a room; rooms since version 12 do not say which server knows them. */
export function serversOf(id: string | undefined): readonly string[] {
  const [, server] = /^[^:]*:(.+)$/u.exec(id ?? '') ?? [];
  return server === undefined ? [] : [server];
}
