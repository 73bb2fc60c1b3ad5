import { expect, it } from 'vitest';
import type { CardReply, Reply } from '../../../src/platform/requests.ts';
import { at } from '../../support/instants.ts';
import { keyOf } from '../../support/names.ts';
import { conference } from '../support/conference.ts';
import { openHall, organiser } from '../support/hall.ts';

const NOW = at('2020-02-01T10:05+01:00');
const HERE = { platform: 'chat', id: 'fosdem' };
const KEY = keyOf('fosdem20');
const url = 'https://api.example/rooms?key=SECRET';

/** The whole card as text: its marks do not matter. */
function textOf(reply: Reply): string {
  return JSON.stringify((reply as CardReply).card.blocks);
}

function asker({ hallway }: Pick<Awaited<ReturnType<typeof openHall>>, 'hallway'>) {
  return async (subcommand: string) =>
    textOf(
      await hallway.command({
        ...{ kind: 'command', command: 'conference', subcommand, args: {} },
        caller: organiser,
      }),
    );
}

it('organisers see where it is read how rooms stand, and what is wrong with it', async () => {
  const sources = {
    use: async () => ({ kind: 'taken', conference }) as const,
    status: async () => undefined,
  };
  const { hallway, communities } = await openHall({ now: NOW, sources, lastTickAt: NOW });
  const ask = asker({ hallway });
  for (const view of ['status', 'preview', 'doctor']) expect(await ask(view)).not.toMatch(/Rooms/);

  await communities.setRoomFeed(HERE, KEY, url);
  const failing = { since: NOW - 60_000, reason: 'no answer' };
  const noted = { url, readAt: NOW - 120_000, failing, unknown: ['Cellar', 'Attic'] };
  await communities.noteRoomFeed(HERE, KEY, noted);
  const status = await ask('status');
  expect(status).toContain('"https://api.example/rooms, read Sat 1 Feb, 10:03"');
  expect(status).not.toContain('SECRET');
  const doctor = await ask('doctor');
  expect(doctor).toContain('Since Sat 1 Feb, 10:04');
  expect(doctor).toContain('names rooms that the schedule does not have: Cellar, Attic.');
});

it('organisers see which rooms are full, or nearly, while that holds', async () => {
  const full = { kind: 'full', saidAt: NOW - 60_000, until: NOW + 60_000 } as const;
  const over = { kind: 'busy', saidAt: NOW - 60_000, until: NOW } as const;
  const rooms = conference.rooms.map((room, at) => ({ ...room, crowd: at === 0 ? full : over }));
  const ask = asker(await openHall({ now: NOW, conference: { ...conference, rooms } }));
  const shown = '"UD2.208 (Decroly) full at 10:04"';
  expect(await ask('status')).toContain(`{"label":"Rooms now","value":[${shown}]}`);
  expect(await ask('doctor')).toContain(`{"label":"Rooms now","value":[${shown}]}`);
  expect(await ask('preview')).toContain(`["Rooms now: ",${shown}]`);
});
