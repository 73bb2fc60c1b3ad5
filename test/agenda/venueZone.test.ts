import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { venueZone } from '../../src/agenda/calendar/venueZone.ts';
import { DAY_MS } from '../../src/clock.ts';

const ZONES = [
  'Europe/Brussels',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Europe/Dublin',
  'UTC',
];

describe('the zone of a venue in a calendar', () => {
  it('has each moment of the conference by the clocks that the venue has then', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(1999, 0), max: Date.UTC(2037, 0) }),
        fc.integer({ min: 0, max: 400 * DAY_MS }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (zone, from, span, part) => {
          const at = Math.floor((from + span * part) / 1000) * 1000;
          // ical.js reads the hours around a change by the other side of it.
          fc.pre(offsetIn(zone, at - DAY_MS) === offsetIn(zone, at + DAY_MS));
          expect(offsetAt(venueZone(zone, from, from + span), at)).toBe(offsetIn(zone, at));
        },
      ),
    );
  });

  it('tells an observance that lasts, and the ones that begin meanwhile, and no other', () => {
    expect(venueZone('Europe/Brussels', Date.UTC(2020, 1, 1), Date.UTC(2020, 2, 30))).toBe(
      [
        'BEGIN:VTIMEZONE',
        'TZID:Europe/Brussels',
        ...['BEGIN:STANDARD', 'DTSTART:20191027T030000', 'TZOFFSETFROM:+0200'],
        ...['TZOFFSETTO:+0100', 'END:STANDARD'],
        ...['BEGIN:DAYLIGHT', 'DTSTART:20200329T020000', 'TZOFFSETFROM:+0100'],
        ...['TZOFFSETTO:+0200', 'END:DAYLIGHT'],
        'END:VTIMEZONE',
      ].join('\r\n'),
    );
  });
});

/** In seconds, by another program that reads the calendar; not around a change. */
function offsetAt(zone: string, at: number): number {
  const component = new ICAL.Component(ICAL.parse(zone));
  const own = new ICAL.Timezone({ component, tzid: 'venue' });
  return ICAL.Time.fromJSDate(new Date(at), true).convertToZone(own).utcOffset();
}

function offsetIn(zone: string, at: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1e9;
}
