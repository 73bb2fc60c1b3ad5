import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createAnnouncerWork } from '../../adapters/storage/deliveries/announcerWork.ts';
import { takeOver } from '../../src/announcements/versions/takeover.ts';
import { silentLog } from '../../src/log.ts';
import {
  MAX_CHARACTERS,
  MAX_ENTRIES,
  MAX_TALKS,
  refuseOversized,
} from '../../src/schedule/bounds.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const TOO_MUCH_TEXT = 'The schedule has more than 8,000,000 characters of text.';

/** A calendar of one event that recurs, with a description so long. */
function calendar(count: number, characters: number): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:doors',
    'SUMMARY:Doors open',
    'DTSTART:20200201T090000Z',
    'DTEND:20200201T093000Z',
    `RRULE:FREQ=DAILY;COUNT=${count}`,
    `DESCRIPTION:${'There is coffee. '.repeat(characters / 17)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

describe('what a schedule may come to', () => {
  it('counts the texts of what recurs each time', () => {
    expect(() => decodeSchedule(calendar(60, 4_000_000))).toThrow(TOO_MUCH_TEXT);
  });

  it('has room for what recurs with a text of its own', () => {
    const { talks } = decodeSchedule(calendar(60, 100_000)).conference;
    expect(talks).toHaveLength(60);
    expect(new Set(talks.map(({ abstract }) => abstract)).size).toBe(1);
  });

  const wide = talkAt('1', TEN, { speakers: Array(MAX_ENTRIES).fill({ name: 'A' }) });
  const long = talkAt('1', TEN, { abstract: 'a'.repeat(MAX_CHARACTERS) });
  const many = Array.from({ length: MAX_TALKS + 1 }, (_, at) => talkAt(`${at}`, TEN));
  it.each([
    ['talks', many, 'more than 20,000 talks'],
    ['speakers', [wide], 'more than 100,000 speakers, links, days, rooms, tracks and the like'],
    ['characters', [long], 'more than 8,000,000 characters of text'],
  ])('ends at so many %s', (_, talks, words) => {
    expect(() => refuseOversized(conferenceOf(talks))).toThrow(words);
  });

  const lunch = { title: 'Lunch', start: TEN, end: TEN };
  const lunches = { text: 'Lunch', language: 'de', translated: 'm'.repeat(MAX_CHARACTERS) };
  it.each([
    ['breaks', { breaks: Array(MAX_ENTRIES).fill(lunch) }, 'more than 100,000'],
    ['characters of names in other languages', { translations: [lunches] }, TOO_MUCH_TEXT],
  ])('ends at so many %s', (_, more, words) => {
    expect(() => refuseOversized({ ...conferenceOf([talkAt('1', TEN)]), ...more })).toThrow(words);
  });

  it('counts what speakers answered', () => {
    const answers = [{ question: 'Level?', answer: 'b'.repeat(MAX_CHARACTERS) }];
    expect(() => refuseOversized(conferenceOf([talkAt('1', TEN, { answers })]))).toThrow(
      TOO_MUCH_TEXT,
    );
  });

  it('also ends what grows from version to version', async () => {
    const database = await openDatabase('sqlite::memory:', silentLog);
    const announcerWork = createAnnouncerWork(database);
    const setting = { clock: { now: () => TEN }, defaultConference: keyOf('conf') };
    const showing = (id: string) => ({
      key: keyOf('conf'),
      fingerprint: id,
      validators: {},
      conference: conferenceOf([
        talkAt(id, TEN - 86_400_000, { abstract: id.repeat(5_000_000) }),
        talkAt('to come', TEN + 86_400_000),
      ]),
    });
    const first = await takeOver(announcerWork, showing('a'), undefined, setting);
    const known = first.kind === 'refused' ? undefined : first.version;

    await expect(takeOver(announcerWork, showing('b'), known, setting)).rejects.toThrow(
      TOO_MUCH_TEXT,
    );
    expect(
      (await announcerWork.transaction(({ versions }) => versions.latest(keyOf('conf'))))?.number,
    ).toBe(1);
    await database.close();
  });
});
