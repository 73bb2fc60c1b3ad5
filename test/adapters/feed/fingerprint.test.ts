import { expect, it } from 'vitest';
import { fingerprintOf } from '../../../adapters/feed/feed.ts';

it('a calendar that differs in when it was written alone is the same', () => {
  expect(calendar('20270101T000000Z', 'Opening')).toBe(calendar('20270102T120000Z', 'Opening'));
});

it('a calendar that differs in anything else is another', () => {
  const one = calendar('20270101T000000Z', 'Opening');
  expect(calendar('20270101T000000Z', 'Closing')).not.toBe(one);
  expect(calendar('20270101T000000Z', 'Öpening')).not.toBe(calendar('20270101T000000Z', 'Äpening'));
});

it('what is no calendar is compared to the byte', () => {
  expect(of('a\nDTSTAMP:1\n')).not.toBe(of('a\nDTSTAMP:2\n'));
});

function calendar(stamp: string, title: string): string {
  const event = ['BEGIN:VEVENT', 'UID:1', `DTSTAMP:${stamp}`, `SUMMARY:${title}`, 'END:VEVENT'];
  return of(['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR', ''].join('\r\n'));
}

function of(text: string): string {
  return fingerprintOf(new TextEncoder().encode(text));
}
