import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/cards/plainText.ts';
import { silentLog } from '../../src/log.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { expectGolden } from '../support/golden.ts';
import { at } from '../support/instants.ts';
import { programmeOf } from '../support/programmes.ts';
import { conference as base, talks } from './support/conference.ts';
import { corridor, passer } from './support/corridor.ts';

const clock = (time: string) => at(`2020-02-01T${time}+01:00`);
const [decroly, k] = base.rooms;
if (decroly === undefined || k === undefined) throw new Error('The conference has rooms.');

const workshop: Talk = {
  ...talks.next,
  ...{ type: 'Workshop', isRecorded: false, feedbackUrl: 'https://example.org/feedback' },
  answers: [{ question: 'What to bring?', answer: 'A *laptop* <@everyone>' }],
};
const conference: Conference = {
  ...base,
  rooms: [{ ...decroly, description: 'Left of the stairs <@here>', capacity: 120 }, k],
  talks: [
    { ...talks.live, type: 'Talk' },
    { ...talks.pods, type: 'Talk' },
    talks.gone,
    workshop,
    talks.late,
  ],
  breaks: [
    { title: 'Doors <@everyone>', start: clock('09:00'), end: clock('09:30') },
    { title: 'Coffee', start: clock('10:40'), end: clock('10:55'), room: decroly.name },
    { title: 'Lunch', start: clock('11:30'), end: clock('13:30'), room: decroly.name },
    { title: 'Lunch', start: clock('11:30'), end: clock('13:30'), room: k.name },
  ],
};

function ask(command: string, time: string, args = {}, locale = 'en', about = conference) {
  const programme = programmeOf('tides', about);
  const hallway = corridor(programme, clock(time), { log: silentLog });
  return hallway.command({ kind: 'command', command, args, caller: { ...passer, locale } });
}

async function read(...question: Parameters<typeof ask>): Promise<string> {
  const reply = await ask(...question);
  if (reply.kind !== 'card') throw new Error('That is no card.');
  return plainText(reply.card, { width: 200, messages: messagesFor(question[3] ?? 'en') });
}

describe('breaks', () => {
  it.each([
    ['break-now', 'now', '09:10', {}, 'en'],
    ['break-now-de', 'now', '11:45', {}, 'de'],
    ['break-schedule', 'schedule', '09:10', { day: '1' }, 'en'],
    ['talk-detailed', 'talk', '11:40', { query: '#3' }, 'en'],
    ['talk-detailed-de', 'talk', '09:10', { query: '#3' }, 'de'],
    ['talk-room', 'talk', '09:10', { query: '#1' }, 'en'],
  ] as const)('are whole cards: %s', async (file, command, time, args, locale) => {
    const reply = await ask(command, time, args, locale);
    await expectGolden(`cards/${file}.json`, `${JSON.stringify(reply, null, 2)}\n`);
  });

  it('say until when, and what comes then', async () => {
    expect(await read('now', '09:10')).toContain('Doors <@everyone> until 09:30, then:');
    expect(await read('now', '11:45', {}, 'de')).toContain('Lunch bis 13:30, danach:');
    const over = { ...conference, talks: conference.talks.slice(0, 4) };
    expect(await read('now', '11:45', {}, 'en', over)).toContain(
      'Lunch until 13:30. Nothing more is to come.',
    );
  });

  it('stand above what runs elsewhere, and not in rooms that have none', async () => {
    expect(await read('now', '10:45')).toMatch(/Coffee until 10:55[\s\S]*Pods/);
    expect(await read('now', '10:45', { room: 'k.3' })).not.toContain('Coffee');
    expect(await read('now', '11:10')).not.toContain('until');
  });

  it('stand in the programme where they begin, once, and in no track', async () => {
    const lines = (await read('schedule', '09:10', { day: '1' })).split('\n');
    const order = ['Doors', 'Live migration', 'Pods', 'Coffee', 'What is next', 'Lunch'];
    const found = lines.flatMap((line) => order.filter((word) => line.includes(word)));
    expect(found.filter((word, position) => found.indexOf(word) === position)).toEqual(order);
    expect(lines.filter((line) => line.includes('Lunch'))).toHaveLength(1);
    expect(await read('schedule', '09:10', { day: '1', track: 'go' })).not.toContain('Lunch');
    expect(await read('schedule', '09:10', { day: '1', room: 'k.3' })).not.toContain('Coffee');
  });

  it('are found by no search for talks', async () => {
    expect(await read('talk', '09:10', { query: 'coffee' })).not.toContain('10:40');
  });

  it('are as many on a page as every platform takes', async () => {
    const breaks = Array.from({ length: 500 }, (_, minute) => ({
      title: `Break ${minute}`,
      ...{ start: clock('09:00') + minute, end: clock('09:30') },
    }));
    const page = await read('schedule', '08:00', { day: '1' }, 'en', { ...conference, breaks });
    expect(page.match(/Break \d+/g)).toHaveLength(6);
  });
});

it('a type is completed as it is typed, and asked for in the reader’s language', async () => {
  const hallway = corridor(programmeOf('tides', conference), clock('09:10'), { log: silentLog });
  const suggested = (text: string, locale: string) =>
    hallway.suggest({
      ...{ kind: 'suggest', command: 'talk', option: 'query', text },
      caller: { ...passer, locale },
    });
  expect(await suggested('type:work', 'en')).toMatchObject([{ value: 'type:Workshop' }]);
  expect(await suggested('pods art:', 'de')).toMatchObject([
    { value: 'pods art:Talk' },
    { value: 'pods art:Workshop' },
  ]);
  expect(await read('talk', '09:10', { query: 'art:workshop' }, 'de')).toContain('What is next');
});

it('a talk says where people tell how it was when it is over, and not before', async () => {
  expect(await read('talk', '11:29', { query: '#3' })).not.toContain('Feedback');
  expect(await read('talk', '11:30', { query: '#3' })).toContain('Feedback');
});
