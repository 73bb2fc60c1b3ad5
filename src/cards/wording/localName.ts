import { languageOf } from '../../messages/messages.ts';
import { nameIn } from '../../schedule/naming/otherNames.ts';
import type { Frame } from '../frame.ts';

/**
 * What a room, a track, a type or a break is called in the reader's language, or what a release is said
 * to be, where the source has that in several; otherwise as it is. Only for the eye: what is compared,
 * kept and asked for goes by the name itself.
 */
export function localName(
  name: string,
  { messages, programme }: Pick<Frame, 'messages' | 'programme'>,
): string {
  return nameIn(name, languageOf(messages.time.locale), programme.conference);
}
