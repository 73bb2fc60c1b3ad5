import { describe, expect, it } from 'vitest';
import { valuesUnder } from '../../src/commands/remind.ts';
import { programmeOf } from '../support/programmes.ts';
import { conference, talks } from './support/conference.ts';
import { ada, openHall } from './support/hall.ts';

const NINE = talks.live.start - 60 * 60_000;

describe('a reminder from a message', () => {
  it('is of the one talk that its buttons speak of, under whatever they do with it', async () => {
    const { hallway } = await openHall({ now: NINE });
    const ids = ['menu', 'h1:fosdem20:star:1', 'h1:fosdem20:exportCalendar:1', 'h1:fosdem20:mute'];

    expect(await hallway.remind({ kind: 'remind', ids, caller: ada })).toMatchObject({
      card: { summary: expect.stringContaining('Live migration <@everyone> is on your list.') },
    });
  });

  it('asks which where there are several, and leaves out those that are gone', async () => {
    const { hallway } = await openHall({ now: NINE });
    const ids = ['h1:fosdem20:star:3', 'h1:fosdem20:unstar:1:mytalks:1', 'h1:fosdem20:star:99'];

    expect(await hallway.remind({ kind: 'remind', ids, caller: ada })).toMatchObject({
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
    const { hallway } = await openHall({ now: NINE });

    expect(
      await hallway.remind({ kind: 'remind', ids: ['h1:fosdem20:open:talk:1'], caller: ada }),
    ).toMatchObject({
      card: { summary: expect.stringContaining('Live migration <@everyone> is on your list.') },
    });
  });

  it('offers no talk of this conference for the ids of another', async () => {
    const { hallway } = await openHall({ now: NINE });
    const ids = ['h1:fosdem19:star:1', 'h1:fosdem19:star:3'];

    expect(await hallway.remind({ kind: 'remind', ids, caller: ada })).toMatchObject({
      card: { kind: 'problem', summary: expect.stringContaining('is not about a talk') },
    });
    const options = [{ id: 'h1:fosdem20:remind:3' }];
    expect(
      await hallway.remind({ kind: 'remind', ids: [...ids, 'h1:fosdem20:star:3'], caller: ada }),
    ).toMatchObject({ card: { blocks: [{ kind: 'menu', options }] } });
  });

  it('in a direct message is of the member’s own conference', async () => {
    const own = { programme: programmeOf('own20', conference) };
    const { hallway } = await openHall({ now: NINE, own });
    const { community: _, ...caller } = ada;
    const ids = ['h1:own20:star:3', 'h1:own20:star:1'];

    const options = [{ id: 'h1:own20:remind:3' }, { id: 'h1:own20:remind:1' }];
    expect(await hallway.remind({ kind: 'remind', ids, caller })).toMatchObject({
      card: { blocks: [{ kind: 'menu', options }] },
    });
    expect(await hallway.remind({ kind: 'remind', ids, caller: ada })).toMatchObject({
      card: { kind: 'problem' },
    });
  });

  it('says so where a message speaks of none', async () => {
    const { hallway } = await openHall({ now: NINE });

    expect(
      await hallway.remind({ kind: 'remind', ids: ['h1:fosdem20:mute'], caller: ada }),
    ).toMatchObject({
      card: { kind: 'problem', summary: expect.stringContaining('is not about a talk') },
    });
  });
});

describe('what is typed into a direct message', () => {
  const { community: _, ...caller } = ada;
  const list = { kind: 'command', command: 'mytalks', subcommand: 'list', args: {} } as const;

  it('is about the member’s own conference, in the community where it is theirs', async () => {
    const community = { platform: 'chat', id: 'own' };
    const own = { programme: programmeOf('own20', conference), community };
    const { hallway } = await openHall({ now: NINE, own });
    await hallway.press({ kind: 'press', id: 'h1:own20:star:3', caller });

    expect(await hallway.command({ ...list, caller })).toMatchObject({
      card: { title: 'My talks', summary: expect.stringContaining('1 talk') },
    });
    expect(await hallway.command({ ...list, caller: ada })).not.toMatchObject({
      card: { summary: expect.stringContaining('1 talk') },
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
