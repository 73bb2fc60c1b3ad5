import { describe, expect, test } from 'vitest';
import type { DayPicture } from '../../src/agenda/picture/dayPicture.ts';
import type { CardReply, Hallway } from '../../src/platform/requests.ts';
import { at } from '../support/instants.ts';
import { conference } from './support/conference.ts';
import { ada, type HallSetting, openHall } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');

/** Somebody with these talks on their list, and what was drawn for them. */
async function hallWith(refs: readonly string[], setting: Partial<HallSetting> = {}) {
  const drawn: DayPicture[] = [];
  const drawDay = async (day: DayPicture) => {
    drawn.push(day);
    return Uint8Array.of(1, 2, 3);
  };
  const { hallway } = await openHall({ now: NINE, drawDay, ...setting });
  for (const ref of refs) await press(hallway, `star:${ref}`);
  return { hallway, drawn };
}

async function press(hallway: Hallway, deed: string): Promise<CardReply> {
  const id = `h1:fosdem20:${deed}`;
  const reply = await hallway.press({ kind: 'press', id, caller: ada });
  if (reply.kind === 'form') throw new Error('A form was shown.');
  return reply;
}

async function picture(hallway: Hallway): Promise<CardReply> {
  const command = { command: 'mytalks', subcommand: 'picture', args: {} } as const;
  const reply = await hallway.command({ kind: 'command', ...command, caller: ada });
  if (reply.kind === 'form') throw new Error('A form was shown.');
  return reply;
}

const titles = ({ card }: CardReply) =>
  card.blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));
const quiet = ({ card }: CardReply) =>
  card.blocks.flatMap((block) => (block.kind === 'text' ? block.text : []));

describe('/mytalks picture', () => {
  test('draws the day that is, and says the same in words', async () => {
    const { hallway, drawn } = await hallWith(['1', '2', '4', '5']);
    const reply = await picture(hallway);

    expect(drawn).toEqual([
      {
        title: 'Day 1, Sat 1 Feb',
        conference: conference.title,
        from: at('2020-02-01T10:00+01:00'),
        until: at('2020-02-01T12:00+01:00'),
        hours: ['10:00', '11:00', '12:00'].map((clock) => ({
          at: at(`2020-02-01T${clock}+01:00`),
          clock,
        })),
        entries: [
          {
            item: {
              start: at('2020-02-01T10:00+01:00'),
              end: at('2020-02-01T10:30+01:00'),
              title: 'Live migration <@everyone>',
              place: '10:00–10:30 · UD2.208 (Decroly)',
              look: 'clash',
            },
            lane: 0,
            lanes: 2,
          },
          {
            item: {
              start: at('2020-02-01T10:20+01:00'),
              end: at('2020-02-01T11:00+01:00'),
              title: 'Pods',
              place: '10:20–11:00 · K.3.401',
              look: 'clash',
            },
            lane: 1,
            lanes: 2,
          },
          {
            item: {
              start: at('2020-02-01T11:00+01:00'),
              end: at('2020-02-01T11:30+01:00'),
              title: 'Gone',
              place: 'canceled · 11:00–11:30 · UD2.208 (Decroly)',
              look: 'canceled',
            },
            lane: 0,
            lanes: 1,
          },
        ],
        notes: [
          'Dashed: at the same time as another talk of yours.',
          'Times at the venue (Europe/Brussels).',
        ],
      },
    ]);
    expect(titles(reply)).toEqual(['Live migration <@everyone>', 'Pods', 'Gone']);
    expect(reply).toMatchObject({
      audience: 'caller',
      placement: 'new',
      attachments: [],
      card: { title: 'Your Day 1, Sat 1 Feb' },
      picture: {
        name: 'timetable.png',
        png: Uint8Array.of(1, 2, 3),
        alt: 'Timetable of Day 1, Sat 1 Feb. 10:00–10:30 · UD2.208 (Decroly): Live migration <@everyone>; 10:20–11:00 · K.3.401: Pods; canceled · 11:00–11:30 · UD2.208 (Decroly): Gone',
      },
    });
  });

  test('offers the other days of the list', async () => {
    const { hallway, drawn } = await hallWith(['1', '5']);
    const { card } = await picture(hallway);
    const [other] = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    expect(other).toMatchObject({ id: 'h1:fosdem20:drawDay:2', label: 'Day 2, Sun 2 Feb' });

    expect(titles(await press(hallway, 'drawDay:2'))).toEqual(['Long after midnight']);
    expect(drawn.at(-1)?.title).toBe('Day 2, Sun 2 Feb');
    // A day of an old button that has nothing on the list any more.
    expect(titles(await press(hallway, 'drawDay:9'))).toEqual(['Live migration <@everyone>']);
  });

  test('is of the next day with something on the list, and at the end of the last', async () => {
    const monday = at('2020-02-03T12:00+01:00');
    const { hallway } = await hallWith(['1'], { now: monday });
    expect((await picture(hallway)).card.title).toBe('Your Day 1, Sat 1 Feb');
  });

  test('says so where there is nothing to draw, or where it cannot be drawn', async () => {
    const { hallway } = await hallWith([]);
    const { card } = await picture(hallway);
    expect(card).toMatchObject({ kind: 'problem' });

    const failing = await hallWith(['1'], {
      drawDay: () => Promise.reject(new Error('No memory')),
    });
    const reply = await picture(failing.hallway);
    expect(reply.picture).toBeUndefined();
    expect(quiet(reply)).toEqual([
      'The picture could not be drawn this time. Here is the day in words.',
    ]);
    expect(titles(reply)).toEqual(['Live migration <@everyone>']);
  });

  test('tells which letters it leaves out', async () => {
    const talks = conference.talks.map((talk) => ({ ...talk, title: '入門 → Pods' }));
    const { hallway } = await hallWith(['1'], { conference: { ...conference, talks } });
    expect(quiet(await picture(hallway))).toEqual([
      'The picture has no letters for these scripts: Han. The list here has them all.',
    ]);
  });
});
