import { describe, expect, it } from 'vitest';
import { createLinkCode, readLinkCode } from '../../src/agenda/personal/linking.ts';

describe('a link code', () => {
  it('is ten letters and digits that nobody mistakes for each other', () => {
    const bytes = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 30]);

    expect(createLinkCode(() => bytes)).toBe('23456-789AZ');
  });

  it('favours no letter: bytes beyond the last whole round are drawn again', () => {
    const draws = [
      Uint8Array.from([255, 254, 253, 252, 251, 250, 249, 248, 248, 0]),
      Uint8Array.from([31, 62, 93, 124, 155, 186, 217, 1, 1, 1]),
    ];

    expect(createLinkCode(() => draws.shift() ?? new Uint8Array())).toBe('22222-22233');
  });

  it('is read however it was typed, and nothing else is', () => {
    expect(readLinkCode(' abcde fghjk ')).toBe('ABCDE-FGHJK');
    expect(readLinkCode('ABCDEFGHJK')).toBe('ABCDE-FGHJK');
    expect(readLinkCode('ABCDE-FGHJ')).toBeUndefined();
    expect(readLinkCode('ABCDE-FGHJK-L')).toBeUndefined();
  });
});
