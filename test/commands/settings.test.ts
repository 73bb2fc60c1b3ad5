import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/cards.ts';
import { numberedText } from '../../src/cards/plainText.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { Caller, Hallway, Reply } from '../../src/platform/requests.ts';
import { at } from '../support/instants.ts';
import { ada, openHall } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const ME = { platform: 'chat', id: 'ada' };

/** On until it is switched off. */
const SAYS = '✓ From organisers: on';
const AS_TOLD = [SAYS, 'As in the app (English)', 'As the app shows it'];

describe('/mytalks settings', () => {
  it('shows each setting as a control with its state, and keeps nothing about who looks', async () => {
    const { hallway, members } = await openHall({ now: NINE });

    expect(inTerminal(cardOf(await settings(hallway)))).toBe(
      [
        'Settings',
        '  Reminders',
        '  When?',
        '  !1 when it starts   !2 5 min before   !3 ✓ 10 min before   !4 15 min before',
        '  !5 20 min before   !6 30 min before   !7 60 min before   !8 Another time …',
        '  What is sent here',
        '  How much?',
        '  !9 ✓ Everything   !10 Quiet · no reminders, only what happens to my talks',
        '  !11 Silent · nothing, not even that a talk is canceled',
        '  !12 Morning message: off   !13 Recordings: off   !14 How was it?: off',
        '  !15 ✓ From organisers: on',
        '  Language',
        '  Which?',
        '  !16 ✓ As in the app (English)   !17 English   !18 Deutsch   !19 Français   !20 Nederlands',
        '  !21 Español',
        '  Time zone',
        '  In which time zone, besides the venue’s?',
        '  !22 ✓ As the app shows it   !23 Only the venue’s (Europe/Brussels)   !24 Another one …',
        '  Reminders, language and time zone are set for all your linked accounts, the rest for this',
        '  one. Only you see this.',
      ].join('\n'),
    );
    expect(await members.find(ME)).toBeUndefined();
  });

  it('sets what is pressed and shows it in its place', async () => {
    const { hallway, members } = await openHall({ now: NINE });
    const states = async (deed: string) => {
      const reply = await press(hallway, deed);
      expect(reply).toMatchObject({ kind: 'card', placement: 'replace', audience: 'caller' });
      return chosen(cardOf(reply));
    };
    expect(await states('set:lead:20')).toEqual(['20 min before', 'Everything', ...AS_TOLD]);
    expect(await states('set:volume:quiet')).toEqual(['20 min before', 'Quiet', ...AS_TOLD]);
    expect(await states('set:digest:on')).toEqual([
      ...['20 min before', 'Quiet', '✓ Morning message: on', ...AS_TOLD],
    ]);
    expect(await states('set:recordings:on')).toContain('✓ Recordings: on');
    expect(await states('set:feedback:on')).toContain('✓ How was it?: on');
    expect(await states('set:says:off')).not.toContain(SAYS);
    expect(await states('set:digest:off')).not.toContain('✓ Morning message: on');
    expect(await members.find(ME)).toMatchObject({
      ...{ leadMinutes: 20, volume: 'quiet', wantsDigest: false },
      ...{ wantsRecordings: true, wantsFeedback: true },
    });
  });

  it('pressed twice, a switch is where it was pressed to', async () => {
    const { hallway } = await openHall({ now: NINE });
    await press(hallway, 'set:digest:on');
    expect(chosen(cardOf(await press(hallway, 'set:digest:on')))).toContain(
      '✓ Morning message: on',
    );
  });

  it('shows a lead of one’s own among the others, and takes none that is none', async () => {
    const { hallway } = await openHall({ now: NINE });
    await press(hallway, 'setLead', '7');
    expect(chosen(cardOf(await settings(hallway)))).toEqual([
      '7 min before',
      'Everything',
      ...AS_TOLD,
    ]);
    for (const value of ['1441', '-1', 'soon'])
      expect(chosen(cardOf(await press(hallway, `set:lead:${value}`)))[0]).toBe('7 min before');
    expect(chosen(cardOf(await press(hallway, 'set:volume:loud')))[1]).toBe('Everything');
  });

  it('is never drawn for everyone', async () => {
    const { hallway } = await openHall({ now: NINE });
    expect(cardOf(await press(hallway, 'share:settings')).kind).toBe('problem');
  });

  it('speaks German to who does', async () => {
    const { hallway } = await openHall({ now: NINE });
    await press(hallway, 'set:digest:on');
    const card = cardOf(await settings(hallway, { ...ada, locale: 'de' }));
    expect(chosen(card)).toEqual([
      ...['10 Min. vorher', 'Alles', '✓ Morgennachricht: an', '✓ Von der Orga: an'],
      ...['Wie in der App (Deutsch)', 'Wie die App sie zeigt'],
    ]);
  });
});

function settings(hallway: Hallway, caller: Caller = ada): Promise<Reply> {
  const about = { command: 'mytalks', subcommand: 'settings', args: {} };
  return hallway.command({ kind: 'command', ...about, caller });
}

function press(hallway: Hallway, deed: string, value?: string): Promise<Reply> {
  const id = `h1:fosdem20:${deed}`;
  return hallway.press({
    ...{ kind: 'press', id, caller: ada },
    ...(value === undefined ? {} : { value }),
  });
}

function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`A ${reply.kind} instead of a card`);
  return reply.card;
}

function inTerminal(card: Card): string {
  return numberedText(card, { width: 92, messages: messagesFor('en') }).text;
}

/** What the controls say is set. */
function chosen({ blocks }: Card): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'menu':
        return block.options.filter(({ isChosen }) => isChosen).map(({ label }) => label);
      case 'buttons':
        return block.buttons
          .filter((one) => one.kind === 'action' && one.style === 'primary')
          .map(({ label }) => label);
      default:
        return [];
    }
  });
}
