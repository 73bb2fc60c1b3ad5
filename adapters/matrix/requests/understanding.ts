import { type Messages, messagesFor } from '../../../src/messages/messages.ts';
import type { Caller, Hallway } from '../../../src/platform/requests.ts';
import type { MatrixEvent } from '../connection/events.ts';
import type { Content } from '../connection/verbs.ts';
import type { DirectRooms } from '../rooms/direct.ts';
import { type CallerParts, callerIn } from './caller.ts';
import { type Heard, heardIn, type Names, type Said, type Standing } from './heard.ts';
import { type Shown, type ShownApi, shownBefore } from './shown.ts';
import { isOfOrganisers, organisedBy, questionOf, type WhichParts } from './which.ts';

export interface UnderstandingParts extends CallerParts, WhichParts {
  readonly api: CallerParts['api'] & WhichParts['api'] & ShownApi;
  readonly book: CallerParts['book'] & WhichParts['book'];
  readonly direct: WhichParts['direct'] & Pick<DirectRooms, 'isAloneWith'>;
  readonly hallway: Pick<Hallway, 'reader'>;
  readonly names: Names;
}

/** Something said to Hallway, and all that it takes to answer it. */
export interface Asked {
  readonly kind: 'asked';
  readonly room: string;
  readonly said: Said;
  readonly heard: Heard;
  readonly shown: Shown | undefined;
  readonly isDirect: boolean;
  readonly caller: Caller;
  readonly messages: Messages;
  /** Of a room for two: the room that it is about. */
  readonly about: string | undefined;
}

/** What is to be asked back. */
export interface Unclear {
  readonly kind: 'which';
  readonly content: Content;
}

/** `undefined`: it was said to others. */
export async function understood(
  parts: UnderstandingParts,
  room: string,
  { sender, event_id }: MatrixEvent,
  said: Said,
): Promise<Asked | Unclear | undefined> {
  const { names, direct, api, hallway } = parts;
  const isDirect = await direct.isAloneWith(room, sender);
  const first = heardIn(said, standingOf(said, isDirect), names);
  if (first === undefined) return undefined;
  const isCommand = first.kind === 'command';
  const place = { room, isDirect, self: names.self, until: said.replaces ?? event_id };
  const shown = isCommand ? undefined : await shownBefore(api, place, said);
  if (!(isCommand || isDirect || said.isMeant || shown !== undefined)) return undefined;
  const { heard, html, rooms } = await meant(parts, sender, first, { said, shown, isDirect });
  const [about] = isDirect ? rooms : [room];
  const asksPower = isOfPower(heard) || shown?.form !== undefined;
  const caller = await callerIn(parts, sender, about, asksPower);
  const { locale } = await hallway.reader(caller);
  const messages = messagesFor(locale, names.prefix);
  if (isDirect && heard.kind === 'command' && rooms.length > 1) {
    return { kind: 'which', content: await questionOf(parts, rooms, heard, html, messages) };
  }
  const asked = { room, said: { ...said, html }, heard, shown, isDirect, caller, messages };
  return { kind: 'asked', ...asked, about: isDirect ? about : undefined };
}

/** What it is that was said, and the rooms that it may be about where that is not the one in which it was. */
async function meant(
  parts: UnderstandingParts,
  sender: string,
  heard: Heard,
  { said, shown, isDirect }: Pick<Asked, 'said' | 'shown' | 'isDirect'>,
): Promise<Pick<Asked, 'heard'> & { readonly html: string; readonly rooms: readonly string[] }> {
  const { html } = said;
  if (!isDirect) return { heard, html, rooms: [] };
  const chosen = heard.kind === 'choice' ? shown?.which?.rooms[heard.number - 1] : undefined;
  if (shown?.which !== undefined && chosen !== undefined) {
    const { name, rest, html: then } = shown.which;
    return { heard: { kind: 'command', name, rest }, html: then, rooms: [chosen] };
  }
  if (isOfOrganisers(parts, heard)) return { heard, html, rooms: await organisedBy(parts, sender) };
  // A card that was asked for in a room is about that room, wherever it is read.
  const isOn = heard.kind !== 'question' || shown?.form !== undefined;
  return { heard, html, rooms: isOn && shown?.place !== undefined ? [shown.place] : [] };
}

/** What everybody is told alike; looking up who has the power to do what costs three calls. */
const ALIKE = new Set(['talk', 'now', 'next', 'schedule', 'changes', 'follow']);

function isOfPower(heard: Heard): boolean {
  return heard.kind === 'choice' || (heard.kind === 'command' && !ALIKE.has(heard.name));
}

function standingOf({ after, isReply, thread }: Said, isDirect: boolean): Standing {
  if (isDirect) return 'direct';
  if (after !== undefined && isReply) return 'reply';
  return thread === undefined ? 'room' : 'thread';
}
