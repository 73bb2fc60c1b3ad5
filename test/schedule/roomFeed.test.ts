import { describe, expect, it } from 'vitest';
import { decodeRoomFeed } from '../../src/schedule/formats/roomFeed.ts';

const read = (value: unknown) => decodeRoomFeed(Buffer.from(JSON.stringify(value)));
const refusal = (bytes: Uint8Array) => {
  try {
    return decodeRoomFeed(bytes);
  } catch (error) {
    return Object(error).refusal?.kind;
  }
};

describe('a feed of rooms', () => {
  it('is read as FOSDEM has it, and by words', () => {
    expect(
      read([
        { roomname: 'Janson', state: '0' },
        { roomname: ' H.1308 (Rolin) ', state: 1 },
        { roomname: 'K.1.105', state: '2' },
        { roomname: 'UD2', state: 'Crowded', colour: 'red' },
      ]),
    ).toEqual([
      { name: 'Janson', state: 'free' },
      { name: 'H.1308 (Rolin)', state: 'full' },
      { name: 'K.1.105', state: 'full' },
      { name: 'UD2', state: 'busy' },
    ]);
  });

  it('says nothing of a room without a name, or in a state that is not known', () => {
    expect(
      read([
        { roomname: 'A', state: '7' },
        { roomname: null, state: '1' },
        { roomname: 'B', state: '0' },
        { roomname: 'B', state: '1' },
        { state: '1' },
      ]),
    ).toEqual([{ name: 'B', state: 'full' }]);
    expect(read([])).toEqual([]);
  });

  it.each([
    ['brokenJson', '[{"roomname"'],
    ['shape', '{"rooms":[]}'],
    ['shape', '[{"room":"A","status":"1"}]'],
    ['shape', '["A","B"]'],
    ['tooDeep', '['.repeat(100_000)],
    ['tooLarge', `[${' '.repeat(2 ** 20)}]`],
  ])('is refused as %s: %.30s', (kind, text) => {
    expect(refusal(Buffer.from(text))).toBe(kind);
  });
});
