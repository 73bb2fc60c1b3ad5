import { expect, it } from 'vitest';
import { UNTITLED_CONFERENCE } from '../../../src/schedule/reading/findings.ts';
import { named } from '../../../src/schedule/sources/conferenceName.ts';
import { conferenceOf } from '../../support/conferences.ts';

const untitled = { ...conferenceOf([]), title: UNTITLED_CONFERENCE };
const nameAt = (address: string) => named(untitled, { address }).title;

it.each([
  ['https://pretalx.com/democon-26/schedule/export/schedule.csv', 'democon 26'],
  ['https://example.org/2026/pycon_de/v3/schedule.csv', 'pycon de'],
  ['https://www.rustfest.example/schedule.csv', 'rustfest.example'],
  ['https://sessionize.com/api/v2/jl4ktls0/view/All', 'sessionize.com'],
  ['https://ada:hunter2@conf.example/schedule?token=hunter2#hunter2', 'conf.example'],
  ['https://conf.example/private-4f0c9a7e21d84b53a6f0c9a7e21d84b5/schedule.json', 'conf.example'],
  ['https://conf.example/100%/caf%C3%A9-con/all.json', 'café con'],
  ['https://guide.example/chicon-8/schedule.jsonp', 'chicon 8'],
  ['https://guide.example/octocon-2026.js', 'octocon 2026'],
  ['/srv/conferences/rustfest-2026.csv', 'rustfest 2026'],
  ['/srv/pycon-us-2024.conference.json', 'pycon us 2024'],
  ['data\\PyCon DE.csv', 'PyCon DE'],
  ['schedule.csv', 'Conference'],
])('a conference without a name that is read from %s is called “%s”', (address, name) => {
  expect(nameAt(address)).toBe(name);
});

it('a name that the schedule gives stays, and what the operator calls it comes first', () => {
  const titled = { ...untitled, title: 'FOSDEM 2026' };
  const address = 'https://fosdem.org/2026/schedule/xml';
  expect(named(titled, { address })).toBe(titled);
  expect(named(titled, { address, title: 'FOSDEM' })).toEqual({ ...titled, title: 'FOSDEM' });
  expect(named(untitled, { address, title: 'FOSDEM' }).title).toBe('FOSDEM');
});
