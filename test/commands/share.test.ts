import { expect, it } from 'vitest';
import type { CardReply, Hallway, Reply } from '../../src/platform/requests.ts';
import { at } from '../support/instants.ts';
import { ada, openHall } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');

it('/mytalks share shows the list to its owner alone; a press posts the same talks and no more', async () => {
  const { hallway } = await openHall({ now: NINE });
  for (const talk of ['1', '2', '4']) await press(hallway, `star:${talk}`);

  const preview = shown(await share(hallway));
  expect(preview.audience).toBe('caller');
  expect(titles(preview)).toEqual(['Live migration <@everyone>', 'Pods']);
  expect(labels(preview)).toEqual(['Post it here', 'Calendar file']);

  const posted = shown(await press(hallway, 'share:sharedList'));
  expect(posted.audience).toBe('everyone');
  expect(titles(posted)).toEqual(titles(preview));
  expect(labels(posted)).toEqual([]);
  expect(posted.card.summary).toBe(
    'Somebody here shares the 2 talks on their list that are still to come.',
  );
  const said = JSON.stringify(posted.card);
  for (const own of ['clash', 'Reminders', 'unstar', ada.member]) expect(said).not.toContain(own);
});

it('/mytalks share says who shares it, where the platform told what they are called', async () => {
  const { hallway } = await openHall({ now: NINE });
  await press(hallway, 'star:1');
  const named = { ...ada, name: `Ada ${'of many names '.repeat(9)}` };
  const { card } = shown(await press(hallway, 'share:sharedList', named));
  expect(card.summary).toBe(
    'Ada of many names of many names of many names of… shares the talk on their list that is still to come.',
  );
});

it('whoever presses what another may post, posts their own list', async () => {
  const { hallway } = await openHall({ now: NINE });
  await press(hallway, 'star:1');
  const bob = { ...ada, member: 'bob' };
  await press(hallway, 'star:3', bob);
  expect(titles(shown(await press(hallway, 'share:sharedList', bob)))).toEqual(['What is next']);
});

it('of what is over or canceled nothing is shared, and an empty list has no button', async () => {
  const { hallway, setClock } = await openHall({ now: NINE });
  await press(hallway, 'star:1');
  await press(hallway, 'star:4');
  setClock(at('2020-02-01T12:00+01:00'));
  const { card } = shown(await share(hallway));
  expect(card.summary).toBe('No talk on your list is still to come.');
  expect(card.blocks).toHaveLength(1);
});

function share(hallway: Hallway): Promise<Reply> {
  const about = { command: 'mytalks', subcommand: 'share', args: {} };
  return hallway.command({ kind: 'command', ...about, caller: ada });
}

function press(hallway: Hallway, deed: string, caller = ada): Promise<Reply> {
  return hallway.press({ kind: 'press', id: `h1:fosdem20:${deed}`, caller });
}

function shown(reply: Reply): CardReply {
  if (reply.kind !== 'card') throw new Error(`A ${reply.kind} instead of a card`);
  return reply;
}

function titles({ card }: CardReply): readonly string[] {
  return card.blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));
}

function labels({ card }: CardReply): readonly string[] {
  return card.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : [],
  );
}
