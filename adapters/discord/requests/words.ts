import { type Messages, messagesFor } from '../../../src/messages/messages.ts';
import type { Caller, Hallway } from '../../../src/platform/requests.ts';

/** In which this adapter's own answers are worded: by the language that whoever reads chose, or else was told. */
export async function wordsFor(
  caller: Caller,
  { reader }: Pick<Hallway, 'reader'>,
): Promise<Messages> {
  return messagesFor((await reader(caller)).locale);
}
