import type { Break } from '../../schedule/schedule.ts';
import { type Block, quiet } from '../cards.ts';
import type { Frame } from '../frame.ts';
import { localName } from './localName.ts';
import { dotted } from './talkWords.ts';
import { clockWords, spanTime } from './time.ts';

/** `12:45–13:30 · Lunch · Main Hall`, beside talks and not as one: there is nothing to star. */
export function breakLine(one: Break, frame: Frame, style: { readonly room: boolean }): Block {
  const { messages, programme } = frame;
  const when = spanTime(one, programme.conference.timeZone, 'time', messages);
  const names = [one.title, style.room ? one.room : undefined];
  return quiet(...dotted([when, ...names.map((name) => name && localName(name, frame))]));
}

/** So many at once are told; each room may have its own. */
const MOST_TOLD = 2;

/** `Lunch until 13:30`. */
export function breaksUntil(breaks: readonly Break[], frame: Frame): string {
  const { messages, programme } = frame;
  const { timeZone } = programme.conference;
  return breaks
    .slice(0, MOST_TOLD)
    .map(({ title, end }) =>
      messages.lists.breakUntil(localName(title, frame), clockWords(end, timeZone, messages)),
    )
    .join(', ');
}
