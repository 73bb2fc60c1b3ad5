import { z } from 'zod';
import { looseText, parseJson, parseShape } from '../reading/json.ts';
import { textOfBytes } from '../reading/text.ts';
import { ScheduleFormatError } from '../refusal.ts';

/** How a room stands, as the conference itself says. */
export interface HeardRoom {
  readonly name: string;
  readonly state: 'full' | 'busy' | 'free';
}

/** A conference has a few hundred rooms, and each takes a line. */
const MOST_BYTES = 2 ** 20;
const MOST_ROOMS = 5_000;

/**
 * FOSDEM's numbers: open, full, and cleared for an emergency, when nobody is to go there either. And
 * the words of others.
 */
const STATES: ReadonlyMap<string, HeardRoom['state']> = new Map([
  ['0', 'free'],
  ['1', 'full'],
  ['2', 'full'],
  ['open', 'free'],
  ['free', 'free'],
  ['busy', 'busy'],
  ['crowded', 'busy'],
  ['full', 'full'],
]);

const shape = z.array(z.object({ roomname: looseText, state: looseText })).max(MOST_ROOMS);

/**
 * Reads `[{ "roomname": "H.1308", "state": "1" }]`, as `api.fosdem.org/roomstatus/v1/listrooms` has it.
 * Of a room in a state that is not known nothing is said; of one that is there twice the last counts.
 * Throws a {@link ScheduleFormatError} where nothing of it is understood.
 */
export function decodeRoomFeed(bytes: Uint8Array): readonly HeardRoom[] {
  if (bytes.length > MOST_BYTES) {
    throw new ScheduleFormatError({ kind: 'tooLarge', facts: [bytes.length, MOST_BYTES] });
  }
  const rows = parseShape(shape, parseJson(textOfBytes(bytes)));
  const heard = rows.flatMap(({ roomname: name, state: typed }): readonly HeardRoom[] => {
    const state = STATES.get(typed?.toLowerCase() ?? '');
    return name === undefined || state === undefined ? [] : [{ name, state }];
  });
  if (rows.length > 0 && heard.length === 0) {
    throw new ScheduleFormatError({ kind: 'shape', facts: ['[{ roomname, state: 0 | 1 }]'] });
  }
  return [...new Map(heard.map((one) => [one.name, one])).values()];
}
