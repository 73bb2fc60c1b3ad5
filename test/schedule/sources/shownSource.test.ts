import { expect, test } from 'vitest';
import { shownSource } from '../../../src/schedule/sources/shownSource.ts';

test.each([
  ['https://h.example/s.xml?access_token=SECRET&v=2', 'https://h.example/s.xml'],
  ['https://ada:SECRET@h.example:8443/s.xml', 'https://h.example:8443/s.xml'],
  ['https://h.example/s.xml#SECRET', 'https://h.example/s.xml'],
  ['https://h.example/s?X-Amz-Signature=SECRET', 'https://h.example/s'],
  ['HTTPS://H.example/?sig=SECRET', 'https://h.example/'],
  [
    'https://h.example/ical/private-0a1b2c3d4e5f6a7b8c9d/basic.ics',
    'https://h.example/ical/…/basic.ics',
  ],
  ['webcal://ada:SECRET@h.example/s.ics?k=SECRET', 'webcal://h.example/s.ics'],
  ['https://ada:SECRET@:bad/s?k=SECRET', 'https://:bad/s'],
  [
    'https://pretalx.com/a-conference-of-2026/schedule/export/schedule.json',
    'https://pretalx.com/a-conference-of-2026/schedule/export/schedule.json',
  ],
  ['./schedule?.xml', './schedule?.xml'],
  ['/srv/schedules/a#1.json', '/srv/schedules/a#1.json'],
])('%s is shown without what may be a key', (address, shown) => {
  expect(shownSource(address)).toBe(shown);
});
