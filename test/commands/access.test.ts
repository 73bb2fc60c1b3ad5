import { describe, expect, it } from 'vitest';
import { viewOfWords } from '../../src/cards/view.ts';
import { viewAccess } from '../../src/cards/viewAccess.ts';
import { hindranceToSee } from '../../src/commands/access.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { ada, openHall, organiser } from './support/hall.ts';

const now = Date.UTC(2020, 1, 1, 9);
const messages = messagesFor('en');
const FOR_ORGANISERS = messages.errors.organisersOnly('conference');

/** Every deed that names a view, so that it draws one. */
const DEEDS = ['open', 'turn', 'share', 'star:1', 'unstar:1'];

describe('who may see a view', () => {
  it.each(
    DEEDS.flatMap((deed) => ['status', 'log:1', 'doctor', 'preview:3'].map((view) => [deed, view])),
  )(
    'a member who presses a made-up button (%s:%s) sees nothing of the organisers’',
    async (deed, view) => {
      const { hallway } = await openHall({ now });
      const id = `h1:fosdem20:${deed}:${view}`;
      expect(await hallway.press({ kind: 'press', id, caller: ada })).toMatchObject({
        audience: 'caller',
        card: { kind: 'problem', summary: FOR_ORGANISERS },
      });
    },
  );

  it('a made-up star of a view that is refused stars nothing', async () => {
    const { hallway } = await openHall({ now });
    await hallway.press({ kind: 'press', id: 'h1:fosdem20:star:1:status', caller: ada });
    const list = await hallway.command({
      kind: 'command',
      command: 'mytalks',
      args: {},
      caller: ada,
    });
    expect(JSON.stringify(list)).toContain(messages.agenda.empty);
  });

  it.each(['status', 'log:1', 'doctor', 'preview:3', 'mytalks:1'])(
    'not even an organiser shares %s with a channel',
    async (view) => {
      const { hallway } = await openHall({ now });
      const id = `h1:fosdem20:share:${view}`;
      expect(await hallway.press({ kind: 'press', id, caller: organiser })).toMatchObject({
        audience: 'caller',
        card: { kind: 'problem', summary: messages.errors.oldButton },
      });
    },
  );

  it('whoever draws asks again, whatever led there', () => {
    const scene = { caller: ada, audience: 'caller', messages } as const;
    const hindrances = (['status', 'doctor', 'mytalks', 'help'] as const).map((kind) =>
      hindranceToSee(kind === 'mytalks' ? { kind, page: 1 } : { kind }, scene),
    );
    expect(hindrances).toEqual([FOR_ORGANISERS, FOR_ORGANISERS, undefined, undefined]);
    expect(viewAccess({ kind: 'preview', hours: 3 })).toBe('organiser');
  });
});

it.each([
  ['24', { kind: 'preview', hours: 24 }],
  ['25', undefined],
  ['0', undefined],
  ['99999', undefined],
])('a preview of %s hours keeps to the bounds of its option', (hours, view) => {
  expect(viewOfWords(['preview', hours])).toEqual(view);
});
