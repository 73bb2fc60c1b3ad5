import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { communityFeed } from '../../src/agenda/calendar/communityFeed.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { at } from '../support/instants.ts';
import { programmeOf } from '../support/programmes.ts';

const ZONE = 'Europe/Brussels';
const WINTER = at('2020-02-01T09:00Z');
const SUMMER = at('2020-07-01T08:00Z');
const COMMUNITY = { platform: 'discord', id: 'guild' };
const unasked = () => Promise.reject(new Error('Nothing is canceled'));
const NOTHING_CANCELED = { changeLog: { since: unasked }, communities: { byHandOf: unasked } };

it('tells the zone of several conferences once, for all of their time', async () => {
  const programmes = [
    programmeOf('winter', conferenceOf([talkAt('1', WINTER)], ZONE)),
    programmeOf('summer', conferenceOf([talkAt('1', SUMMER)], ZONE)),
  ];

  const wish = { community: COMMUNITY, name: 'Both', programmes, has: () => true };

  const { text } = await communityFeed(NOTHING_CANCELED, wish, WINTER, messagesFor('en'));

  const calendar = new ICAL.Component(ICAL.parse(text));
  const [zone, ...others] = calendar.getAllSubcomponents('vtimezone');
  if (zone === undefined) throw new Error('There is no zone');
  expect(others).toEqual([]);
  const own = new ICAL.Timezone(zone);
  const starts = calendar.getAllSubcomponents('vevent').map((component) => {
    const { startDate } = new ICAL.Event(component);
    startDate.zone = own;
    return startDate.toUnixTime() * 1000;
  });
  expect(starts).toEqual([WINTER, SUMMER]);
});
