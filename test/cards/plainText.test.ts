import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Block, Card, TalkRow } from '../../src/cards/cards.ts';
import { numberedText, plainText } from '../../src/cards/plainText.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { anyCard, UNSEEN } from '../support/anyCard.ts';

const messages = messagesFor('en');
const style = { width: 60, messages };

function card(...blocks: readonly Block[]): Card {
  return { kind: 'talks', title: 'Now, Sat 10:57', summary: 'Now', blocks };
}

const row: TalkRow = {
  kind: 'row',
  title: 'Lazy distribution of container images that take for ever to arrive',
  struck: false,
  details: [['10:55–11:20 · UD2.208'], ['matched in the abstract: stargz']],
  open: 'open-1',
  button: { kind: 'action', id: 'star-1', label: '☆ Star', style: 'secondary' },
};

describe('plain text of a card', () => {
  it('has no buttons', () => {
    const buttons: Block = {
      kind: 'buttons',
      buttons: [{ kind: 'action', id: 'more', label: 'More', style: 'secondary' }],
    };
    expect(plainText(card(row, buttons), style)).toBe(
      [
        'Now, Sat 10:57',
        '  Lazy distribution of container images that take for ever',
        '  to arrive',
        '  10:55–11:20 · UD2.208',
        '  matched in the abstract: stargz',
      ].join('\n'),
    );
  });

  it('numbers buttons where they are to be pressed, and each action once', () => {
    const menu: Block = {
      kind: 'menu',
      placeholder: 'Open a talk …',
      options: [
        { label: 'Lazy distribution', id: 'open-1' },
        { label: 'Day 2', id: 'day-2' },
      ],
    };
    const buttons: Block = {
      kind: 'buttons',
      buttons: [
        { kind: 'action', id: 'more', label: 'More', style: 'secondary' },
        { kind: 'link', url: 'https://example.org', label: 'Talk page' },
      ],
      more: [{ label: 'Add to calendar', id: 'calendar' }],
    };
    expect(numberedText(card(row, menu, buttons), style)).toEqual({
      text: [
        'Now, Sat 10:57',
        '!1  Lazy distribution of container images that     !2 ☆ Star',
        '    take for ever to arrive',
        '    10:55–11:20 · UD2.208',
        '    matched in the abstract: stargz',
        '',
        '  Open a talk …',
        '  !3 Day 2',
        '  !4 More   !5 Add to calendar',
        '  Talk page: https://example.org',
      ].join('\n'),
      actions: ['open-1', 'star-1', 'day-2', 'more', 'calendar'],
    });
  });

  it('numbers buttons behind a letter where it is given one', () => {
    const { open: _, ...closed } = row;
    const { text, actions } = numberedText(card(row, { ...closed, title: 'Tea' }), style, 'b');
    expect(text.split('\n').slice(1, 3)).toEqual([
      '!b1  Lazy distribution of container images that   !b2 ☆ Star',
      '     take for ever to arrive',
    ]);
    expect(actions).toEqual(['open-1', 'star-1']);
  });

  it('breaks no address, and has a line for each of several links', () => {
    const link = (text: string, url: string) => ({ kind: 'link', text, url }) as const;
    const long = `https://video.example/${'whole-'.repeat(12)}`;
    const links = [link('Video', long), ' · ', link('Audio', 'https://audio.example/1')];
    const seen: TalkRow = { ...row, title: 'Tea', details: [['10:55'], links] };
    const said: Block = { kind: 'text', text: ['Tea: ', link('Video', long)], tone: 'normal' };
    expect(plainText(card(seen, said), style).split('\n').slice(1)).toEqual([
      '  Tea',
      '  10:55',
      '  Video:',
      `  ${long}`,
      '  Audio: https://audio.example/1',
      '  Tea: Video:',
      `  ${long}`,
    ]);
  });

  it('lines facts up, and wraps their values under each other', () => {
    const facts: Block = {
      kind: 'facts',
      facts: [
        { label: 'When', value: ['Sat 1 Feb'] },
        {
          label: 'Speakers',
          value: [Array.from({ length: 9 }, (_, n) => `Speaker ${n}`).join(', ')],
        },
      ],
    };
    expect(plainText(card(facts), { ...style, width: 40 })).toBe(
      [
        'Now, Sat 10:57',
        '  When      Sat 1 Feb',
        '  Speakers  Speaker 0, Speaker 1,',
        '            Speaker 2, Speaker 3,',
        '            Speaker 4, Speaker 5,',
        '            Speaker 6, Speaker 7,',
        '            Speaker 8',
      ].join('\n'),
    );
  });

  it.each([
    ['starts in 25 min', ['  starts in', '  25 min']],
    ['on Sat 1 Feb', ['  on Sat', '  1 Feb']],
    ['seccomp filters and …', ['  seccomp filters', '  and …']],
    ['Janson (big) · Ada', ['  Janson (big) ·', '  Ada']],
  ])('breaks no number off its unit: %s', (text, lines) => {
    const grey = (words: string) => `\u001b[90m${words}\u001b[39m`;
    const paint = { strong: grey, quiet: grey, struck: grey };
    const width = text.length;
    const shown = plainText(card({ kind: 'text', text: [text], tone: 'quiet' }), {
      ...style,
      ...{ width, paint },
    });
    expect(stripVTControlCharacters(shown).split('\n').slice(-2)).toEqual(lines);
  });

  it('lets no control character or direction mark through', () => {
    const hostile = 'red \u001b[31m alert\u0007 \u202Eevil\r\nline\u0000';
    const text = plainText(
      {
        ...card({ kind: 'text', text: [hostile], tone: 'normal' }, { ...row, title: hostile }),
        title: hostile,
      },
      style,
    );
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  });

  it('holds nothing that is not seen', () => {
    fc.assert(
      fc.property(anyCard([]), (any) => {
        expect(numberedText(any, style).text).not.toMatch(UNSEEN);
      }),
    );
  });

  it('stays within its width, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(words, words, fc.integer({ min: 30, max: 100 }), (title, detail, width) => {
        const wide = card(
          { ...row, title, details: [[detail]] },
          { kind: 'markdown', source: detail },
          { kind: 'heading', text: title },
        );
        for (const line of plainText(wide, { ...style, width }).split('\n')) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
