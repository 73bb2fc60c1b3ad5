import { expect, it } from 'vitest';
import { isControl } from '../../../src/cards/cards.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { ChannelCheck } from '../../../src/platform/platform.ts';
import type { Reply } from '../../../src/platform/requests.ts';
import { conference } from '../support/conference.ts';
import { ada, openHall, organiser } from '../support/hall.ts';

const [room] = conference.rooms;
const NAME = room?.name ?? '';
const [first] = conference.talks;
const now = first?.start ?? 0;

const open = (name: string): ChannelCheck => ({ kind: 'writable', name });
const channel = (id: string, name: string, address = `${id}:mx`) => ({
  channel: id,
  names: [name],
  addresses: [`#${address}`],
});

const words = (reply: Reply) =>
  reply.kind === 'card' ? plainText(reply.card, { width: 200, messages: messagesFor('en') }) : '';
const buttonOf = (reply: Reply) => {
  const block = reply.kind === 'card' ? reply.card.blocks.find(isControl) : undefined;
  const button = block?.kind === 'buttons' ? block.buttons[0] : undefined;
  return button?.kind === 'action' ? button.id : '';
};

const announce = (args: Readonly<Record<string, string>>) =>
  ({
    kind: 'command',
    command: 'conference',
    subcommand: 'announce',
    args,
    caller: organiser,
  }) as const;

it('proposes which channel of a group hears of which room, and one button takes all of it', async () => {
  const channels = [channel('hall', NAME), channel('lounge', 'Lounge')];
  const { hallway, subscriptions } = await openHall({
    now,
    channels: { space: { kind: 'group', channels }, hall: open('hall'), lounge: open('lounge') },
  });
  const proposed = await hallway.command(announce({ channel: 'space', lead: '7' }));
  expect(words(proposed)).toContain(`→ ${NAME}`);
  expect(words(proposed)).toContain('No room for: #lounge');

  const press = (caller: typeof ada) =>
    hallway.press({ kind: 'press', id: buttonOf(proposed), caller });
  expect(words(await press(ada))).toContain('for organisers');
  expect(words(await press(organiser))).toContain('One channel hears of its room');
  const of = { platform: 'chat', id: 'fosdem' };
  expect(await subscriptions.of(of)).toMatchObject([
    { target: { channel: 'hall' }, leadMinutes: 7, rooms: [room?.slug] },
  ]);
});

it('goes by the address that talks link to, whatever a channel is called', async () => {
  const url = 'https://chat.example/#/room/%232026-k1:mx?via=mx';
  const talks = conference.talks.map((talk) =>
    talk.room === NAME ? { ...talk, links: [{ title: 'Chat', url }] } : talk,
  );
  const channels = [channel('a', 'Anything', '2026-k1:mx'), channel('b', 'Other', '2026-k:mx')];
  const { hallway } = await openHall({
    now,
    conference: { ...conference, talks },
    channels: { space: { kind: 'group', channels } },
  });
  const proposed = words(await hallway.command(announce({ channel: 'space' })));

  expect(proposed).toContain(`#a → ${NAME}`);
  expect(proposed).toContain('No room for: #b');
});

it('shows the mapping again where it has become another one, and takes nothing unseen', async () => {
  const channels: Record<string, ChannelCheck> = {
    space: { kind: 'group', channels: [channel('hall', NAME)] },
    hall: open('hall'),
    annex: open('annex'),
  };
  const { hallway, subscriptions } = await openHall({ now, channels });
  const proposed = await hallway.command(announce({ channel: 'space' }));
  channels['space'] = { kind: 'group', channels: [channel('annex', NAME)] };
  const press = { kind: 'press', id: buttonOf(proposed), caller: organiser } as const;

  expect(words(await hallway.press(press))).toContain('#annex');
  expect(await subscriptions.of({ platform: 'chat', id: 'fosdem' })).toEqual([]);
});

it('says which channels it may not post in, and what is said of one channel alone', async () => {
  const { hallway } = await openHall({
    now,
    channels: { space: { kind: 'group', channels: [channel('hall', NAME)] } },
  });
  const proposed = await hallway.command(announce({ channel: 'space' }));
  const press = { kind: 'press', id: buttonOf(proposed), caller: organiser } as const;
  expect(words(await hallway.press(press))).toContain('I cannot post in these');

  const kinds = await hallway.command(announce({ channel: 'space', kinds: 'digest' }));
  expect(words(kinds)).toContain('set kinds for each one');
  const elsewhere = { ...announce({ where: 'space' }), subcommand: 'answers' };
  expect(words(await hallway.command(elsewhere))).toContain('holds some: name one of them');
});
