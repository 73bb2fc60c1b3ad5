import { describe, expect, it } from 'vitest';
import { remindFrom, valuesUnder } from '../../src/commands/remind.ts';
import { talks } from './support/conference.ts';
import { ada, openHall } from './support/hall.ts';

const NINE = talks.live.start - 60 * 60_000;

describe('a reminder from a message', () => {
  it('is of the one talk that its buttons speak of, under whatever they do with it', async () => {
    const { hallway, programmes } = await openHall({ now: NINE });
    const ids = ['menu', 'h1:fosdem20:star:1', 'h1:fosdem20:exportCalendar:1', 'h1:fosdem20:mute'];

    expect(await remindFrom(ids, ada, hallway, programmes)).toMatchObject({
      card: { summary: expect.stringContaining('Live migration <@everyone> is on your list.') },
    });
  });

  it('asks which where there are several, and leaves out those that are gone', async () => {
    const { hallway, programmes } = await openHall({ now: NINE });
    const ids = ['h1:fosdem20:star:3', 'h1:fosdem20:unstar:1:mytalks:1', 'h1:fosdem20:star:99'];

    expect(await remindFrom(ids, ada, hallway, programmes)).toMatchObject({
      audience: 'caller',
      card: {
        blocks: [
          {
            kind: 'menu',
            placeholder: 'Which talk?',
            options: [
              { label: 'Sat 11:00 What is next', id: 'h1:fosdem20:remind:3' },
              { label: 'Sat 10:00 Live migration <@everyone>', id: 'h1:fosdem20:remind:1' },
            ],
          },
        ],
      },
    });
  });

  it('is of the talk that a menu would open, where a message has nothing else', async () => {
    const { hallway, programmes } = await openHall({ now: NINE });

    expect(await remindFrom(['h1:fosdem20:open:talk:1'], ada, hallway, programmes)).toMatchObject({
      card: { summary: expect.stringContaining('Live migration <@everyone> is on your list.') },
    });
  });

  it('offers no talk of this conference for the ids of another', async () => {
    const { hallway, programmes } = await openHall({ now: NINE });
    const ids = ['h1:fosdem19:star:1', 'h1:fosdem19:star:3'];

    expect(await remindFrom(ids, ada, hallway, programmes)).toMatchObject({
      card: { kind: 'problem', summary: expect.stringContaining('speaks of no talk') },
    });
    const options = [{ id: 'h1:fosdem20:remind:3' }];
    expect(
      await remindFrom([...ids, 'h1:fosdem20:star:3'], ada, hallway, programmes),
    ).toMatchObject({ card: { blocks: [{ kind: 'menu', options }] } });
  });

  it('says so where a message speaks of none', async () => {
    const { hallway, programmes } = await openHall({ now: NINE });

    expect(await remindFrom(['h1:fosdem20:mute'], ada, hallway, programmes)).toMatchObject({
      card: { kind: 'problem', summary: expect.stringContaining('speaks of no talk') },
    });
  });
});

describe('the ids of a message', () => {
  it('are found at any depth, in their order, and nothing else is', () => {
    const message = [
      { text: { value: 'h1:a' }, custom_id: 'one' },
      { options: [{ value: 'two', label: 'three' }, null], value: 4 },
    ];
    expect(valuesUnder(['custom_id', 'value'], message)).toEqual(['h1:a', 'one', 'two']);
  });
});
