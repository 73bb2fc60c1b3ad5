import { expect, it } from 'vitest';
import { atOnce } from '../../src/clock/steps.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { readConference, writeConference } from '../../src/schedule/written/conferenceText.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const conference: Conference = conferenceOf([
  talkAt('1', TEN, { abstract: 'Two lines\nand a “quote”\u2028', links: [] }),
  talkAt('2', TEN, { title: 'Ünï \\n "cödé"', status: 'canceled' }),
]);

it.each([
  ['with talks', conference],
  ['without any', { ...conference, talks: [] }],
  [
    'with breaks and names in two languages',
    {
      ...conference,
      breaks: [{ title: 'Lunch', start: TEN, end: TEN + 1, room: 'A' }],
      translations: [{ text: 'Lunch', language: 'de', translated: 'Mittagessen' }],
    },
  ],
])('a conference %s is read as it was written, a line for each talk', (_, written) => {
  const text = atOnce(writeConference(written));

  expect(text.split('\n')).toHaveLength(1 + written.talks.length);
  expect(atOnce(readConference(Buffer.from(text)))).toEqual(written);
});

it('a conference written before Hallway knew breaks has none', () => {
  const { breaks: _, talks, ...rest } = conference;
  const before = [rest, ...talks].map((part) => JSON.stringify(part)).join('\n');
  expect(atOnce(readConference(Buffer.from(before)))).toEqual(conference);
});

it('a conference written in one piece, as it was before, is read as well', () => {
  expect(atOnce(readConference(Buffer.from(JSON.stringify(conference))))).toEqual(conference);
});

it('no step reads or writes more than a talk', () => {
  const steps = [...writeConference(conference)].length;
  const text = atOnce(writeConference(conference));

  expect([steps, [...readConference(Buffer.from(text))].length]).toEqual([2, 2]);
});

it('an abstract that several talks have is written once and read as one text', () => {
  const abstract = 'Doors open at nine, and there is coffee. '.repeat(1_000);
  const recurring = conferenceOf(
    Array.from({ length: 60 }, (_, at) => talkAt(`${at}`, TEN + at, { abstract })),
  );

  const text = atOnce(writeConference(recurring));

  expect(text.length).toBeLessThan(2 * abstract.length);
  expect(atOnce(readConference(Buffer.from(text)))).toEqual(recurring);
});
