import { describe, expect, it } from 'vitest';
import { renderCard } from '../../../adapters/discord/rendering/card.ts';
import { messageOf } from '../../../adapters/slack/surfaces/show.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { plainInline } from '../../../src/cards/plainInline.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Caller } from '../../../src/platform/requests.ts';
import { at } from '../../support/instants.ts';
import { ada, openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const fosdem = { platform: 'chat', id: 'fosdem' };

describe('the log of what organisers did', () => {
  it('has a line for each act: who, what, when, and what held before and after', async () => {
    const { command, lines } = await open();
    await command('announce', { channel: 'general' });
    await command('announce', { channel: 'general', lead: '15', mention: '4711' });
    await command('mute', { channel: 'general' });
    await command('answers', { where: 'off' });
    await command('stream', { room: 'K.3.401', url: 'https://live.example/k' });
    await command('stream', { room: 'K.3.401', url: 'none' });

    const first = 'lead=10 kinds=announcements,notices language=en';
    const second = 'lead=15 kinds=announcements,notices language=en mention=@4711';
    expect(await lines()).toEqual([
      'Sat 1 Feb, 09:00 · @olga · stream of K.3.401: https://live.example/k → nothing',
      'Sat 1 Feb, 09:00 · @olga · stream of K.3.401: nothing → https://live.example/k',
      'Sat 1 Feb, 09:00 · @olga · answers to mentions: all → off',
      `Sat 1 Feb, 09:00 · @olga · muted #general: ${second} → nothing`,
      `Sat 1 Feb, 09:00 · @olga · announcements in #general: ${first} → ${second}`,
      `Sat 1 Feb, 09:00 · @olga · announcements in #general: nothing → ${first}`,
    ]);
    expect((await lines('de'))[2]).toBe(
      'Sa., 1. Feb., 09:00 · @olga · Antworten auf Erwähnungen: all → off',
    );
  });

  it('has no line for what was refused, or changed nothing', async () => {
    const { command, lines } = await open();
    await command('announce', { channel: 'staff' });
    await command('mute', { channel: 'general' });
    await command('stream', { room: 'K.3.401', url: 'http://plain.example' });
    await command('answers', { where: 'off' }, ada);

    expect(await lines()).toEqual(['Nobody has done anything here yet.']);
  });

  it('names nobody who was forgotten, and nothing of another community', async () => {
    const { acts, hallway, command, lines } = await open();
    await command('answers', { where: 'off' });
    const act = { kind: 'delay', about: ['Elsewhere'], before: [], after: [] } as const;
    await acts.record({ platform: 'chat', id: 'debconf' }, act, { at: NINE, by: 'otto' });
    const forgetting = { kind: 'command', command: 'mytalks', subcommand: 'forget' } as const;
    await hallway.command({ ...forgetting, args: { confirm: 'yes' }, caller: organiser });

    expect(await lines()).toEqual([
      'Sat 1 Feb, 09:00 · a former organiser · answers to mentions: all → off',
    ]);
  });

  it('turns its pages, and shows names as each platform does without ringing for anybody', async () => {
    const { acts, show } = await open();
    for (const minutes of Array.from({ length: 20 }, (_, index) => index)) {
      const about = ['*H* <@1>'];
      const act = { kind: 'delay', about, before: [], after: [`${minutes} min`] } as const;
      await acts.record(fosdem, act, { at: NINE, by: 'T1/U1' });
    }
    const first = await show();
    const more = first.blocks
      .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
      .map((button) => (button.kind === 'action' ? button.id : ''));

    expect(first.summary).toBe('20 things were done');
    expect(linesOf(first).at(-1)).toBe('Page 1 of 3');
    expect(more).toEqual([
      'h1:fosdem20:turn:log:2',
      'h1:fosdem20:turn:status',
      'h1:fosdem20:turn:says',
    ]);
    expect(JSON.stringify(renderCard(first))).toContain(
      String.raw`· <@T1/U1> · delay of \\*H\\* \\<\\@1\\>`,
    );
    expect(JSON.stringify(messageOf(first))).toContain('· <@U1> · delay of ∗H∗ &lt;@1&gt;');
  });
});

async function open() {
  const { hallway, acts } = await openHall({
    now: NINE,
    channels: { general: { kind: 'writable', name: '#general' } },
  });
  const command = async (
    subcommand: string,
    args: Readonly<Record<string, string>>,
    caller: Caller = organiser,
  ) => {
    const request = { kind: 'command', command: 'conference', subcommand, args, caller } as const;
    const reply = await hallway.command(request);
    if (reply.kind !== 'card') throw new Error('A form came');
    return reply.card;
  };
  const show = (locale = 'en') => command('status', { show: 'log' }, { ...organiser, locale });
  return {
    hallway,
    acts,
    command,
    show,
    lines: async (locale?: string) => linesOf(await show(locale)),
  };
}

function linesOf({ blocks }: Card): readonly string[] {
  const messages = messagesFor('en');
  return blocks.flatMap((block) =>
    block.kind === 'text'
      ? [block.text.map((inline) => plainInline(inline, { messages })).join('')]
      : [],
  );
}
