import { describe, expect, it } from 'vitest';
import { talkOfPageIn } from '../../src/commands/talk/talkPage.ts';
import { talkAt } from '../support/conferences.ts';
import { at } from '../support/instants.ts';

const NINE = at('2026-11-07T09:00Z');
const HOUR = 3_600_000;

const talks = [
  talkAt('crfs', NINE, { url: 'https://conf.example/talk/crfs/' }),
  talkAt('crfs-basics', NINE, { url: 'https://conf.example/talk/crfs-basics' }),
  talkAt('1', NINE, { url: 'https://conf.example/all#1' }),
  talkAt('2', NINE, { url: 'https://conf.example/all#2' }),
  talkAt('early', NINE, { url: 'https://conf.example/twice', title: 'Twice' }),
  talkAt('late', NINE + 2 * HOUR, { url: 'https://conf.example/twice', title: 'Twice' }),
  talkAt('here', NINE, { url: 'https://conf.example' }),
  talkAt('there', NINE, { url: 'https://conf.example/programme' }),
  talkAt('elsewhere', NINE, { url: 'https://conf.example/programme' }),
  talkAt('odd', NINE, { url: 'no address at all' }),
];

describe('the page of a talk', () => {
  it.each([
    ['https://conf.example/talk/crfs/', 'crfs'],
    ['http://www.conf.example/talk/crfs?from=mail#abstract', 'crfs'],
    ['conf.example/talk/crfs', 'crfs'],
    ['when is <https://conf.example/talk/crfs-basics>, please?', 'crfs-basics'],
    ['(see https://conf.example/talk/crfs).', 'crfs'],
    ['https://conf.example/all#2', '2'],
    ['https://conf.example/all', undefined],
    ['https://conf.example/programme', undefined],
    ['https://conf.example/', undefined],
    ['https://other.example/talk/crfs', undefined],
    ['https://conf.example/talk', undefined],
    ['crfs and/or rust 2.0', undefined],
    ['', undefined],
  ])('%j is of %j', (text, id) => {
    expect(talkOfPageIn(text, talks, NINE)?.id).toBe(id);
  });

  it('is of the next time that the talk is held', () => {
    const asked = (hours: number) =>
      talkOfPageIn('https://conf.example/twice', talks, NINE + hours * HOUR)?.id;
    expect([asked(0), asked(1), asked(9)]).toEqual(['early', 'late', 'early']);
  });

  it('is looked for in a text of any length', () => {
    const text = 'a.a/'.repeat(25_000);
    expect(talkOfPageIn(`${text} ${'x.y/z '.repeat(20_000)}`, talks, NINE)).toBeUndefined();
  });
});
