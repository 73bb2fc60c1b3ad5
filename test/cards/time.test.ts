import { describe, expect, it } from 'vitest';
import {
  clockWords,
  dateWords,
  durationWords,
  instantTime,
  readerWords,
  spanTime,
  weekdayClockWords,
} from '../../src/cards/wording/time.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { at } from '../support/instants.ts';

const messages = messagesFor('en');
const BRUSSELS = 'Europe/Brussels';
const start = at('2020-02-01T10:55+01:00');
const end = at('2020-02-01T11:20+01:00');

describe('times in words', () => {
  it('are the clocks of the venue', () => {
    expect(clockWords(start, BRUSSELS, messages)).toBe('10:55');
    expect(weekdayClockWords(start, BRUSSELS, messages)).toBe('Sat 10:55');
    expect(dateWords(start, BRUSSELS, messages)).toBe('Sat 1 Feb');
  });

  it('write midnight as 00:00', () => {
    expect(clockWords(at('2020-02-02T00:00+01:00'), BRUSSELS, messages)).toBe('00:00');
  });

  it.each([
    [20_000, '1 min'],
    [25 * 60_000, '25 min'],
    [60 * 60_000, '1 h'],
    [95 * 60_000, '1 h 35 min'],
    [26 * 3_600_000, '26 h'],
    [72 * 3_600_000, '3 days'],
  ])('say how long %i ms are: %s', (duration, words) => {
    expect(durationWords(duration, messages)).toBe(words);
  });
});

describe("the reader's own clock", () => {
  const span = spanTime({ start, end }, BRUSSELS, 'dateTime', messages);

  it('stays away where it agrees with the venue', () => {
    expect(span.venue).toBe('Sat 1 Feb, 10:55–11:20');
    expect(readerWords(span, 'Europe/Paris', messages)).toBeUndefined();
  });

  it('is shown where it differs, with the date where that differs too', () => {
    expect(readerWords(span, 'America/New_York', messages)).toBe('04:55 your time');
    expect(readerWords(span, 'Pacific/Auckland', messages)).toBe('22:55 your time');
    expect(readerWords(span, 'Pacific/Pago_Pago', messages)).toBe('Fri 31 Jan, 22:55 your time');
  });

  it.each(['', 'Mars/Olympus_Mons', 'Etc/Unknown'])(
    'stays away where there is no zone %j',
    (zone) => {
      expect(readerWords(span, zone, messages)).toBeUndefined();
    },
  );

  it('agrees with the venue also where their languages differ', () => {
    expect(readerWords(span, 'Europe/Paris', messagesFor('de'))).toBeUndefined();
    expect(readerWords(span, 'America/New_York', messagesFor('de'))).toBe('04:55 bei dir');
  });

  it('is compared with the start, not with the end', () => {
    const half = { start: at('2020-02-01T10:30+05:30'), end: at('2020-02-01T11:00+05:30') };
    const indian = spanTime(half, 'Asia/Kolkata', 'time', messages);
    expect(indian.venue).toBe('10:30–11:00');
    expect(readerWords(indian, 'Asia/Dhaka', messages)).toBe('11:00 your time');
  });

  it('stands beside single instants too', () => {
    const time = instantTime(start, BRUSSELS, 'time', messages);
    expect(time.venue).toBe('10:55');
    expect(readerWords(time, 'UTC', messages)).toBe('09:55 your time');
  });
});
